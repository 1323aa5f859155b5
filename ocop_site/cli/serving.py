"""The command `serve`: a live preview, and what it says in the terminal."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.help import command
from ocop_site.cli.report import USAGE, input_options, task_of
from ocop_site.cli.usage import WholeNumber, Words, WrongUsage
from ocop_site.messages import command_messages, help_text
from ocop_site.problems import Problem, as_text

if TYPE_CHECKING:
    from ocop_site.preview.doors import Doors
    from ocop_site.preview.server import Renewal

NETWORK = "network"
"""What `--host` alone stands for: whichever address the network knows this machine by."""


@command("serve", help=help_text("command.serve"))
@input_options
@click.option("--port", type=WholeNumber(1, 65535), default=8000, help=help_text("option.port"))
@click.option("--host", type=Words(), is_flag=False, flag_value=NETWORK, help=help_text("option.host"))
@click.option("--open", "open_browser", is_flag=True, help=help_text("option.open"))
def serve_command(messages: str, port: int, host: str | None, open_browser: bool, **options: Any) -> None:
    """A live preview on this machine: drafts shown, the page renewed at each save."""
    with uncollected():
        from ocop_site.preview.server import serve

    options.pop("format")
    task = task_of(**options | {"drafts": True}, ledgers_bind=False)
    doors = _doors(port, host, messages)
    words = command_messages(messages)

    def ready(address: str) -> None:
        if doors.port != port:
            click.echo(words("serve.moved", port=port, now=doors.port))
        click.echo(address)
        if doors.guests:
            _invite(doors.guests_url, messages)

    serve(task, doors, report=_reporter(messages), ready=ready, open_browser=open_browser, messages=messages)


def _doors(port: int, host: str | None, messages: str) -> "Doors":
    from ocop_site.preview.doors import NoNetwork, PortTaken, listen, network_address

    try:
        return listen(port, network_address("" if host == NETWORK else host) if host else "")
    except NoNetwork:
        key = "host.none" if host == NETWORK else "host.foreign"
        raise WrongUsage(key, click.get_current_context(), messages, host=host) from None
    except PortTaken:
        click.echo(command_messages(messages)("port", port=port), err=True)
        sys.exit(USAGE)


def _invite(address: str, messages: str) -> None:
    """The code only where a person sees it: in a file it would be signs."""
    from ocop_site.preview.phone import in_terminal

    click.echo(command_messages(messages)("serve.guests", address=address))
    if sys.stdout.isatty():
        click.echo(in_terminal(address))


def _reporter(messages: str) -> Callable[["Renewal"], None]:
    """Tells each problem once, and again when it has gone and come back."""
    words = command_messages(messages)
    told = frozenset[str]()

    def report(renewal: "Renewal") -> None:
        nonlocal told
        lines = [as_text(problem, messages) for problem in renewal.problems]
        for line in lines:
            if line not in told:
                click.echo(line)
        told = frozenset(lines)
        counts = {**_counts(renewal.problems), "seconds": f"{renewal.seconds:.1f}"}
        if renewal.pages is not None:
            click.echo(words("serve.whole", pages=renewal.pages, **counts))
        elif renewal.is_shown:
            click.echo(words("serve.shown", products=renewal.products, **counts))
        else:
            click.echo(words("serve.kept", **counts))

    return report


def _counts(problems: Sequence[Problem]) -> dict[str, int]:
    errors = sum(problem.is_error for problem in problems)
    return {"errors": errors, "warnings": len(problems) - errors}

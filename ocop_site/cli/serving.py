"""The command of the live preview: `serve`."""

import sys
from typing import TYPE_CHECKING, Any

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.help import command
from ocop_site.cli.report import USAGE, input_options, summary_of, task_of
from ocop_site.cli.usage import WholeNumber
from ocop_site.messages import command_messages, help_text
from ocop_site.problems import as_text

if TYPE_CHECKING:
    from ocop_site.run import Outcome


@command("serve", help=help_text("command.serve"))
@input_options
@click.option("--port", type=WholeNumber(1, 65535), default=8000, help=help_text("option.port"))
@click.option("--open", "open_browser", is_flag=True, help=help_text("option.open"))
def serve_command(messages: str, port: int, open_browser: bool, **options: Any) -> None:
    """A live preview on this machine: drafts shown, the page renewed at each save."""
    with uncollected():
        from ocop_site.preview.server import PortTaken, serve

    def report_build(outcome: "Outcome") -> None:
        for problem in outcome.reported:
            click.echo(as_text(problem, messages))
        click.echo(summary_of(outcome, messages, shown=True))

    options |= {"drafts": True}
    options.pop("format")
    task = task_of(**options, ledgers_bind=False)
    try:
        serve(task, port, report=report_build, ready=click.echo, open_browser=open_browser, messages=messages)
    except PortTaken:
        click.echo(command_messages(messages)("port", port=port), err=True)
        sys.exit(USAGE)

"""The commands. With its neighbours the only room that prints, and that says how a run ended."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from ocop_site import BEGUN, __version__
from ocop_site.cli.ending import end_well
from ocop_site.cli.folders import home
from ocop_site.cli.help import TranslatedGroup
from ocop_site.cli.lint import lint_command
from ocop_site.cli.printing import booklet_command, labels_command
from ocop_site.cli.report import (
    PROGRAM,
    USAGE,
    end_refused,
    input_options,
    messages_option,
    refusing,
    report,
    task_of,
)
from ocop_site.cli.serving import serve_command
from ocop_site.cli.streams import mend_streams
from ocop_site.cli.usage import FilePath
from ocop_site.cli.words import words_command
from ocop_site.invocation import command_line, pip_line
from ocop_site.messages import command_messages, help_text
from ocop_site.output.refusals import refuse_dangerous, resolved
from ocop_site.pipeline import build, check_only
from ocop_site.problems import Location, Mistake, as_text
from ocop_site.run import Outcome, Run, Task, blocks
from ocop_site.stages.understand import understand

FOLDER = FilePath(is_folder=True)


@click.group(cls=TranslatedGroup, help=help_text("command.all"))
@click.version_option(__version__, message="ocop-site %(version)s", help=help_text("option.version"))
def commands() -> None:
    """A catalogue of OCOP products from YAML files. Without a command: build."""


commands.add_command(labels_command)
commands.add_command(booklet_command)
commands.add_command(words_command)
commands.add_command(lint_command)
commands.add_command(serve_command)


@commands.command("build", help=help_text("command.build"))
@input_options
@click.option("--output", type=FOLDER, help=help_text("option.output-site"))
@click.option("--portable", "is_portable", is_flag=True, help=help_text("option.portable"))
def build_command(messages: str, format: str, output: Path | None, is_portable: bool, **options: Any) -> None:
    """Build the site and publish it."""
    folder = output or home(click.get_current_context()) / ("portable" if is_portable else "output")
    task = task_of(**options, output=folder, is_portable=is_portable)
    outcome = _watched(build, task, messages, format)
    report(outcome, task, messages, format)


@commands.command("check", help=help_text("command.check"))
@input_options
def check_command(messages: str, format: str, **options: Any) -> None:
    """Check everything and publish nothing."""
    task = task_of(**options)
    outcome = _watched(check_only, task, messages, format)
    report(outcome, task, messages, format)


@commands.command("ledger", help=help_text("command.ledger"))
@input_options
def ledger_command(messages: str, format: str, **options: Any) -> None:
    """Write new codes and newly published records into the ledgers (codes.yaml, published.yaml)."""
    from ocop_site.desk.ledger import alone, enter, ledger_losses

    task, entered = task_of(**options, ledgers_bind=False), None
    try:
        with alone(task.content):
            understood = understand(task)
            problems = understood.problems
            if understood.catalogue and not blocks(problems, strict=False):
                losses = ledger_losses(task, understood)
                problems = (*problems, *losses)
                entered = None if losses else enter(task.content, understood.catalogue)
    except Mistake as mistake:
        problems = (mistake.at(Location("build.py ledger")),)
    except OSError as error:
        end_refused(error)
    if entered is None:
        report(Outcome(problems), task, messages, format)
        return
    words = command_messages(messages)
    for old, new in entered.moves:
        click.echo(words("moved", old=old, new=new))
    click.echo(words("entered", codes=len(entered.codes), gtins=len(entered.gtins), records=len(entered.records)))
    # What no command can settle, such as a product that is gone, is told here as well as by the next build.
    left = understand(task_of(**options)).problems
    for problem in (each for each in left if each.is_error):
        click.echo(as_text(problem, messages))


@commands.command("hosting", help=help_text("command.hosting"))
@input_options
@click.option("--output", type=FOLDER, default="hosting", help=help_text("option.output-hosting"))
def hosting_command(messages: str, format: str, output: Path, **options: Any) -> None:
    """Write nginx.conf and Caddyfile for a server of your own: headers, moved addresses, codes in small letters."""
    from ocop_site.desk.hosting import write_server_files

    task = task_of(**options)
    refusing(lambda: refuse_dangerous(resolved(output), [task.content, task.themes, task.output, PROGRAM]))
    understood = understand(task)
    if understood.catalogue is None or blocks(understood.problems, task.strict):
        report(Outcome(understood.problems), task, messages, format)
        return
    try:
        for file in write_server_files(output, understood.catalogue):
            click.echo(file.as_posix())
    except FileExistsError as error:
        click.echo(command_messages(messages)("foreign", file=error.filename), err=True)
        sys.exit(USAGE)
    except OSError as error:
        end_refused(error)


@commands.command("clean", help=help_text("command.clean"))
@click.option("--cache", type=FOLDER, default=".cache", help=help_text("option.cache"))
@messages_option
def clean_command(cache: Path, messages: str) -> None:
    """Delete the pictures that are kept; the next build makes them anew. The published site stays as it is."""
    from ocop_site.codes.qr_cache import QrCache
    from ocop_site.pictures.cache import RenditionCache

    QrCache(cache / "codes").clear()
    count, freed = RenditionCache(cache / "pictures").clear()
    click.echo(command_messages(messages)("cleaned", count=count, megabytes=f"{freed / (1 << 20):.1f}"))


@commands.command(
    "test", help=help_text("command.test"), context_settings={"ignore_unknown_options": True, "help_option_names": []}
)
@click.option("--fast", is_flag=True, help=help_text("option.fast"))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test_command(fast: bool, arguments: tuple[str, ...]) -> None:
    """Run the program's own tests, with --fast those that take two minutes; other arguments go to pytest."""
    try:
        import pytest
    except ModuleNotFoundError:
        click.echo(pip_line("test", Path(sys.executable)), err=True)
        sys.exit(USAGE)
    os.chdir(Path(__file__).parents[2])
    sys.exit(pytest.main([*(["-m", "not slow"] if fast else []), *arguments]))


def main() -> None:
    """The door's other side: `python build.py ...` and the command `ocop-site`."""
    mend_streams()
    arguments = _completed(sys.argv[1:])
    end_well(lambda: commands.main(arguments, prog_name=command_line(), standalone_mode=False))


def _completed(arguments: list[str]) -> list[str]:
    """What was typed, as click understands it: without a command it is `build`, and help is asked for in many ways."""
    if arguments[:1] == ["--version"]:
        return arguments[:1]
    if arguments and arguments[0].lower() in ("-h", "--help", "help", "/?", "-?"):
        return ["--help"]
    if not arguments or arguments[0].startswith("-"):
        return ["build", *arguments]
    return arguments


def _watched(journey: Callable[[Task, Run], Outcome], task: Task, messages: str, format: str) -> Outcome:
    """With a bar for the pictures, which says how long they will yet take, where a person watches."""
    if format != "text" or not sys.stderr.isatty():
        return journey(task, Run(begun=BEGUN))
    with ExitStack() as opened:
        bars: dict[str, Any] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                label = command_messages(messages)(stage)
                bar = click.progressbar(
                    length=total, label=label, file=sys.stderr, show_pos=not total, show_eta=bool(total)
                )
                bars[stage] = opened.enter_context(bar)
            bars[stage].update(done - bars[stage].pos)

        return journey(task, Run(progress, BEGUN))

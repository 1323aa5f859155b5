"""The commands that print on paper: `labels` and `booklet`."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.help import command
from ocop_site.cli.print_options import label_options, printing_options
from ocop_site.cli.progress import watched
from ocop_site.cli.report import (
    GOOD,
    MISTAKES,
    echo_json,
    echo_problems,
    echo_timings,
    end_refused,
    input_options,
    report,
    task_of,
)
from ocop_site.cli.timings import timings_of, timings_option
from ocop_site.cli.usage import WrongUsage
from ocop_site.messages import command_messages, help_text

if TYPE_CHECKING:
    from ocop_site.desk.print_jobs import PrintOutcome
    from ocop_site.desk.printing import PrintedFiles
    from ocop_site.run import Run, Task


@command("labels", help=help_text("command.labels"))
@input_options
@printing_options("labels")
@label_options
@timings_option
def labels_command(messages: str, format: str, outdated: bool, timings: bool, **options: Any) -> None:
    """Print sheets of labels, shelf talkers or posters: pages to print, and a PDF with --pdf."""
    with uncollected():
        from ocop_site.desk import labels as desk

    request = desk.LabelRequest(**{name: options.pop(name) for name in desk.LabelRequest.__dataclass_fields__})
    if request.poster and request.select:
        raise WrongUsage("poster-or-products", click.get_current_context(), language=messages)
    if outdated:
        # A list prints nothing: what the ledgers lack or the site's address would forbid does not keep it back.
        _report_outdated(task_of(**options, ledgers_bind=False), messages, format)
    else:
        _report_printed(partial(desk.print_labels, task_of(**options), request), messages, format, timings)


@command("booklet", help=help_text("command.booklet"))
@input_options
@printing_options("booklet")
@timings_option
def booklet_command(messages: str, format: str, timings: bool, **options: Any) -> None:
    """Print a catalogue of all products, or of chosen ones, by industry and with an index."""
    with uncollected():
        from ocop_site.desk import booklet as desk

    request = desk.BookletRequest(**{name: options.pop(name) for name in desk.BookletRequest.__dataclass_fields__})
    _report_printed(partial(desk.print_booklet, task_of(**options), request), messages, format, timings)


def _report_printed(
    print_them: Callable[["Run"], "PrintOutcome"], messages: str, format: str, has_timings: bool
) -> NoReturn:
    try:
        with watched(messages, format) as run:
            outcome = print_them(run)
    except OSError as error:
        end_refused(error)
    made = outcome.files
    if format == "json":
        printed = [file.as_posix() for file in (made.page, made.pdf) if file] if made else []
        times = {"timings": timings_of(run)} if has_timings else {}
        echo_json(outcome.problems, messages, printed=printed, **_moved(made), **times)
    else:
        with run.stage("report"):
            echo_problems(outcome.problems, messages, format)
        if made:
            files = ", ".join(str(file) for file in (made.page, made.pdf) if file)
            click.echo(command_messages(messages)("printed", made=made, files=files), err=format == "github")
            if made.offset:
                click.echo(command_messages(messages)("printed.offset", used=made.offset), err=format == "github")
        if has_timings:
            echo_timings(timings_of(run), messages, format)
    sys.exit(GOOD if made else MISTAKES)


def _moved(made: "PrintedFiles | None") -> dict[str, object]:
    """The offset in millimetres to the right and down, for whom a script prints."""
    used = made.offset if made else None
    return {"offset": {"stock": used.stock, "mm": [used.offset.across, used.offset.down]}} if used else {}


def _report_outdated(task: "Task", messages: str, format: str) -> None:
    from ocop_site.desk.outdated import outdated
    from ocop_site.run import Outcome, blocks
    from ocop_site.stages.understand import understand

    understood = understand(task)
    catalogue = understood.catalogue
    if catalogue is None or blocks(understood.problems, strict=False):
        report(Outcome(understood.problems), task, messages, format)
        return
    found = list(outdated(task.content, catalogue))
    if format == "json":
        echo_json(found, messages, outdated=len(found))
        return
    echo_problems(found, messages, format)
    click.echo(command_messages(messages)("outdated", count=len(found)), err=format == "github")

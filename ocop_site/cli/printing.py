"""The commands that print on paper: `labels` and `booklet`."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import click

from ocop_site.cli.print_options import label_options, printing_options
from ocop_site.cli.report import GOOD, MISTAKES, USAGE, input_options, report, task_of
from ocop_site.pipeline import understand
from ocop_site.problems import as_github, as_json, as_text
from ocop_site.run import Outcome, Task
from ocop_site.said import SAID


@click.command("labels")
@input_options
@printing_options("labels")
@label_options
def labels_command(messages: str, format: str, outdated: bool, **options: Any) -> None:
    """Print sheets of labels, shelf talkers or posters: pages to print, and a PDF with --pdf."""
    from ocop_site.desk import labels as desk

    request = desk.LabelRequest(**{name: options.pop(name) for name in desk.LabelRequest.__dataclass_fields__})
    if request.poster and request.select:
        raise click.UsageError(SAID[messages]["poster-or-products"])
    task = task_of(**options)
    if outdated:
        _tell_outdated(task, messages, format)
    else:
        _tell_printed(partial(desk.print_labels, task, request), messages, format)


@click.command("booklet")
@input_options
@printing_options("booklet")
def booklet_command(messages: str, format: str, **options: Any) -> None:
    """Print a catalogue of all products, or of chosen ones, by industry and with an index."""
    from ocop_site.desk import booklet as desk

    request = desk.BookletRequest(**{name: options.pop(name) for name in desk.BookletRequest.__dataclass_fields__})
    task = task_of(**options)
    _tell_printed(partial(desk.print_booklet, task, request), messages, format)


def _tell_printed(run: Callable[[Outcome], Any], messages: str, format: str) -> None:
    outcome = Outcome()
    try:
        made = run(outcome)
    except OSError as error:
        click.echo(f"{error.filename}: {error.strerror}", err=True)
        sys.exit(USAGE)
    if format == "json":
        files = [file.as_posix() for file in (made.page, made.pdf) if file] if made else []
        click.echo(as_json(outcome.told, messages, printed=files))
    else:
        for problem in outcome.told:
            click.echo((as_github if format == "github" else as_text)(problem, messages))
        if made:
            said = SAID[messages]["printed"].format(
                made=made, files=", ".join(map(str, filter(None, (made.page, made.pdf))))
            )
            click.echo(said, err=format == "github")
    sys.exit(GOOD if made else MISTAKES)


def _tell_outdated(task: Task, messages: str, format: str) -> None:
    from ocop_site.desk.outdated import outdated

    outcome = Outcome()
    catalogue = understand(task, outcome)
    if catalogue is None or outcome.blocks(strict=False):
        report(outcome, task, messages, format)
        return
    found = list(outdated(task.content, catalogue))
    if format == "json":
        click.echo(as_json(found, messages, outdated=len(found)))
        return
    for problem in found:
        click.echo((as_github if format == "github" else as_text)(problem, messages))
    click.echo(SAID[messages]["outdated"].format(count=len(found)), err=format == "github")

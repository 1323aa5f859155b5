"""The commands that go the whole journey: `build` and `check`. What would be told again needs no room of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.folders import home
from ocop_site.cli.help import command
from ocop_site.cli.progress import watched
from ocop_site.cli.report import input_options, report, task_of
from ocop_site.cli.timings import timings_option
from ocop_site.cli.usage import FilePath
from ocop_site.messages import help_text

if TYPE_CHECKING:
    from ocop_site.run import Outcome, Run, Task


@command("build", help=help_text("command.build"))
@input_options
@click.option("--output", type=FilePath(is_folder=True), help=help_text("option.output-site"))
@click.option("--portable", "is_portable", is_flag=True, help=help_text("option.portable"))
@timings_option
def build_command(
    messages: str, format: str, output: Path | None, is_portable: bool, timings: bool, **options: Any
) -> None:
    """Build the site and publish it."""
    folder = output or home(click.get_current_context()) / ("portable" if is_portable else "output")
    task = task_of(**options, output=folder, is_portable=is_portable)
    with watched(messages, format) as run:
        outcome = _built(task, run)
    report(outcome, task, messages, format, run, timings)


@command("check", help=help_text("command.check"))
@input_options
@timings_option
def check_command(messages: str, format: str, timings: bool, **options: Any) -> None:
    """Check everything and publish nothing."""
    task = task_of(**options)
    with watched(messages, format) as run:
        outcome = _checked(task, run)
    report(outcome, task, messages, format, run, timings)


def _built(task: "Task", run: "Run") -> "Outcome":
    with uncollected():
        from ocop_site.stages.repeat import inputs_of, repeated
    with run.stage("read"):
        inputs = inputs_of(task)
    if outcome := repeated(task, inputs, run):
        return outcome
    with uncollected():
        from ocop_site.pipeline import build_anew

    return build_anew(task, inputs, run)


def _checked(task: "Task", run: "Run") -> "Outcome":
    with uncollected():
        from ocop_site.stages.repeat import inputs_of, repeated_check
    with run.stage("read"):
        inputs = inputs_of(task)
    if outcome := repeated_check(task, inputs, run):
        return outcome
    with uncollected():
        from ocop_site.pipeline import check_anew

    return check_anew(task, inputs, run)

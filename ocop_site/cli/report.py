"""What every command understands, and how a run is reported and ends."""

import codecs
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from ocop_site import BEGUN
from ocop_site.cli.timings import table, timings_of
from ocop_site.cli.usage import Day, FilePath, OneOf, SiteUrl, WholeNumber, Words
from ocop_site.messages import LANGUAGE_VARIABLE, MESSAGE_LANGUAGES, command_messages, help_text, message
from ocop_site.problems import Mistake, Problem, as_github, as_json, as_text

if TYPE_CHECKING:
    from ocop_site.run import Outcome, Run, StageName, Task

GOOD, MISTAKES, USAGE, UNREPORTED, FAULT = 0, 1, 2, 3, 70
"""How a run ends: all good; the content has mistakes and nothing was touched; wrong usage, or the system refused; done,
but what there was to tell could not be written; a fault of the program. From 128 on: stopped by that signal.
"""

FORMATS = ("text", "json", "github")

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])

PROGRAM = Path(__file__).parents[1]


messages_option = click.option(
    "--messages",
    type=OneOf(MESSAGE_LANGUAGES),
    envvar=LANGUAGE_VARIABLE,
    default=MESSAGE_LANGUAGES[0],
    help=help_text("option.messages"),
)


def input_options(command: AnyCommand) -> AnyCommand:
    """What every command that reads the content understands."""
    folder = FilePath(is_folder=True)
    return with_options(
        click.option("--content", type=folder, default="content", help=help_text("option.content")),
        click.option("--themes", type=folder, default="themes", help=help_text("option.themes")),
        click.option("--theme", type=Words(), help=help_text("option.theme")),
        click.option("--url", type=SiteUrl(), help=help_text("option.url")),
        click.option("--today", type=Day(), help=help_text("option.today")),
        click.option("--drafts", is_flag=True, help=help_text("option.drafts")),
        click.option("--cache", type=folder, default=".cache", help=help_text("option.cache")),
        click.option("--cache-size", type=WholeNumber(0), default=4096, help=help_text("option.cache-size")),
        click.option("--jobs", type=WholeNumber(1), help=help_text("option.jobs")),
        click.option("--strict", is_flag=True, help=help_text("option.strict")),
        messages_option,
        click.option("--format", type=OneOf(FORMATS), default=FORMATS[0], help=help_text("option.format")),
    )(command)


def with_options(*options: Callable[[Any], Any]) -> Callable[[AnyCommand], AnyCommand]:
    """Gives a command these options, in this order."""

    def with_them(command: AnyCommand) -> AnyCommand:
        for option in reversed(options):
            command = option(command)
        return command

    return with_them


def task_of(jobs: int | None, cache_size: int, **options: Any) -> "Task":
    """What the options ask for. A UsageError where it would spoil what the site is made of."""
    from ocop_site.output.refusals import refuse_cache
    from ocop_site.run import Task

    task = Task(jobs=jobs or os.cpu_count() or 1, cache_bytes=cache_size << 20, **options)
    refusing(lambda: refuse_cache(task.cache, task.output, [task.content, task.themes, PROGRAM]))
    return task


def refusing(judge: Callable[[], None]) -> None:
    """Turns a `Mistake` in how a command is used into a UsageError, in the language that the command speaks."""
    try:
        judge()
    except Mistake as mistake:
        language = click.get_current_context().params.get("messages", MESSAGE_LANGUAGES[0])
        raise click.UsageError(message(mistake.code, language, mistake.details)) from mistake


def end_refused(error: OSError) -> NoReturn:
    """Ends a run to which the system refused a file, by naming that and the reason."""
    click.echo(f"{error.filename}: {error.strerror}", err=True)
    sys.exit(USAGE)


def report(
    outcome: "Outcome", task: "Task", messages: str, format: str, run: "Run | None" = None, has_timings: bool = False
) -> NoReturn:
    """Tells what a run did and what was wrong, in a format of `--format`, and ends it with its code."""
    run = run or started()
    if format == "json":
        counts = {"pages": outcome.pages, "files": outcome.files} if outcome.change else {"pages": 0, "files": 0}
        times = {"timings": timings_of(run)} if has_timings else {}
        echo_json(outcome.reported, messages, published=outcome.change is not None, **counts, **times)
    else:
        with run.stage("report"):
            echo_problems(outcome.reported, messages, format)
        seconds, is_aside = timings_of(run), format == "github"
        click.echo(summary_of(outcome, messages, task.strict, seconds=sum(seconds.values())), err=is_aside)
        if outcome.change and outcome.base and not task.is_portable:
            words = command_messages(messages)
            click.echo(words("below", folder=task.output, base=outcome.base), err=is_aside)
        if has_timings:
            echo_timings(seconds, messages, format)
    if outcome.refused:
        sys.exit(USAGE)
    sys.exit(MISTAKES if outcome.blocks(task.strict) else GOOD)


def started() -> "Run":
    """A run of which no stage is known, from the start of the program."""
    from ocop_site.run import Run

    return Run(begun=BEGUN)


def echo_problems(problems: Iterable[Problem], messages: str, format: str) -> None:
    for problem in problems:
        click.echo((as_github if format == "github" else as_text)(problem, messages))


def echo_timings(seconds: Mapping["StageName", float], messages: str, format: str) -> None:
    for line in table(seconds, messages):
        click.echo(line, err=format == "github")


def echo_json(problems: Iterable[Problem], messages: str, **summary: object) -> None:
    """For programs: where the stream's letters are not UTF-8, letters beyond ASCII are escaped, and none is lost."""
    text = as_json(problems, messages, **summary)
    is_utf8 = codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name == "utf-8"
    click.echo(text if is_utf8 else json.dumps(json.loads(text)))


def summary_of(outcome: "Outcome", messages: str, strict: bool = False, seconds: float | None = None) -> str:
    """One line of what was done, in `seconds` if they are known better than by the outcome."""
    words = command_messages(messages)
    errors = sum(problem.is_error for problem in outcome.problems)
    counts = {
        "products": outcome.products,
        "pages": outcome.pages,
        "files": outcome.files,
        "errors": errors,
        "warnings": len(outcome.problems) - errors,
        "seconds": f"{sum(outcome.seconds.values()) if seconds is None else seconds:.1f}",
    }
    if outcome.change:
        return words("published", **counts, change=outcome.change)
    if outcome.refused or outcome.blocks(strict):
        return words("untouched", **counts)
    return words("checked", **counts)

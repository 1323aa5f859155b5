"""What every command understands, and how a run is reported and ends."""

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from ocop_site.cli.usage import Day, FilePath, OneOf, SiteUrl, WholeNumber
from ocop_site.messages import LANGUAGE_VARIABLE, MESSAGE_LANGUAGES, command_messages, help_text
from ocop_site.problems import as_github, as_json, as_text
from ocop_site.run import Outcome, Task

GOOD, MISTAKES, USAGE = 0, 1, 2
"""How a run ends: all good; the content has mistakes and nothing was touched; wrong usage."""

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


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
    for option in reversed(
        [
            click.option("--content", type=folder, default="content", help=help_text("option.content")),
            click.option("--themes", type=folder, default="themes", help=help_text("option.themes")),
            click.option("--theme", help=help_text("option.theme")),
            click.option("--url", type=SiteUrl(), help=help_text("option.url")),
            click.option("--today", type=Day(), help=help_text("option.today")),
            click.option("--drafts", is_flag=True, help=help_text("option.drafts")),
            click.option("--cache", type=folder, default=".cache", help=help_text("option.cache")),
            click.option("--cache-size", type=WholeNumber(0), default=4096, help=help_text("option.cache-size")),
            click.option("--jobs", type=WholeNumber(1), help=help_text("option.jobs")),
            click.option("--strict", is_flag=True, help=help_text("option.strict")),
            messages_option,
            click.option(
                "--format",
                type=OneOf(["text", "json", "github"]),
                default="text",
                help=help_text("option.format"),
            ),
        ]
    ):
        command = option(command)
    return command


def task_of(jobs: int | None, cache_size: int, **options: Any) -> Task:
    return Task(jobs=jobs or os.cpu_count() or 1, cache_bytes=cache_size << 20, **options)


def report(outcome: Outcome, task: Task, messages: str, format: str) -> None:
    if format == "json":
        counts = {"pages": outcome.pages, "files": outcome.files} if outcome.change else {"pages": 0, "files": 0}
        click.echo(as_json(outcome.reported, messages, published=outcome.change is not None, **counts))
    else:
        as_line = as_github if format == "github" else as_text
        for problem in outcome.reported:
            click.echo(as_line(problem, messages))
        click.echo(summary_of(outcome, messages, task.strict), err=format == "github")
    if outcome.refused:
        sys.exit(USAGE)
    sys.exit(MISTAKES if outcome.blocks(task.strict) else GOOD)


def summary_of(outcome: Outcome, messages: str, strict: bool = False, shown: bool = False) -> str:
    words = command_messages(messages)
    errors = sum(problem.is_error for problem in outcome.problems)
    counts = {
        "products": outcome.products,
        "pages": outcome.pages,
        "files": outcome.files,
        "errors": errors,
        "warnings": len(outcome.problems) - errors,
        "seconds": f"{sum(outcome.seconds.values()):.1f}",
    }
    if outcome.change:
        return words("shown" if shown else "published", **counts, change=outcome.change)
    if outcome.refused or outcome.blocks(strict):
        return words("untouched", **counts)
    return words("checked", **counts)

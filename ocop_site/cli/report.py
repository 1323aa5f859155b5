"""What every command understands, and how a run is told and ends."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from ocop_site.problems import Mistake, as_github, as_json, as_text
from ocop_site.records.dates import parse_day
from ocop_site.run import Outcome, Task
from ocop_site.said import SAID

GOOD, MISTAKES, USAGE = 0, 1, 2
"""How a run ends: all good; the content has mistakes and nothing was touched; wrong usage."""

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else parse_day(value)
        except Mistake:
            self.fail(f"{value!r}: YYYY-MM-DD", param, ctx)


def input_options(command: AnyCommand) -> AnyCommand:
    """What every command that reads the content understands."""
    folder = click.Path(path_type=Path, file_okay=False)
    for option in reversed(
        [
            click.option("--content", type=folder, default="content", help="The folder of the records."),
            click.option("--themes", type=folder, default="themes", help="The folder of the themes."),
            click.option("--theme", help="A theme's name, in place of the one in site.yaml."),
            click.option("--url", help="The site's address, in place of the one in site.yaml."),
            click.option("--today", type=_Day(), help="The day to tell everything on (default: the site's day)."),
            click.option("--drafts", is_flag=True, help="Records marked as drafts too."),
            click.option("--cache", type=folder, default=".cache", help="Keeps the pictures that were made."),
            click.option("--cache-size", type=click.IntRange(0), default=4096, help="How many MB it may hold."),
            click.option("--jobs", type=click.IntRange(1), help="How many processes render (default: the processors)."),
            click.option("--strict", is_flag=True, help="Warnings too keep the site from being published."),
            click.option("--messages", type=click.Choice(["vi", "en"]), envvar="OCOP_MESSAGES", default="vi"),
            click.option("--format", type=click.Choice(["text", "json", "github"]), default="text"),
        ]
    ):
        command = option(command)
    return command


def task_of(jobs: int | None, cache_size: int, **options: Any) -> Task:
    return Task(jobs=jobs or os.cpu_count() or 1, cache_bytes=cache_size << 20, **options)


def report(outcome: Outcome, task: Task, messages: str, format: str) -> None:
    if format == "json":
        counts = {"pages": outcome.pages, "files": outcome.files} if outcome.change else {"pages": 0, "files": 0}
        click.echo(as_json(outcome.told, messages, published=outcome.change is not None, **counts))
    else:
        told = as_github if format == "github" else as_text
        for problem in outcome.told:
            click.echo(told(problem, messages))
        click.echo(summary_of(outcome, messages, task.strict), err=format == "github")
    if outcome.refused:
        sys.exit(USAGE)
    sys.exit(MISTAKES if outcome.blocks(task.strict) else GOOD)


def summary_of(outcome: Outcome, messages: str, strict: bool = False, shown: bool = False) -> str:
    said = SAID[messages]
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
        return said["shown" if shown else "published"].format(**counts, change=outcome.change)
    if outcome.refused or outcome.blocks(strict):
        return said["untouched"].format(**counts)
    return said["checked"].format(**counts)

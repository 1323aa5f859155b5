"""The commands. The only room that prints, and that says how a run ended."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from ocop_site import __version__
from ocop_site.desk.label_options import label_options, printing_options
from ocop_site.pipeline import Outcome, Task, build, check_only, understand
from ocop_site.problems import Mistake, as_github, as_json, as_text
from ocop_site.records.dates import parse_day
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


def _input_options(command: AnyCommand) -> AnyCommand:
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


@click.group()
@click.version_option(__version__)
def commands() -> None:
    """A catalogue of OCOP products from YAML files. Without a command: build."""


@commands.command("build")
@_input_options
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default="output", help="The site's folder.")
def build_command(messages: str, format: str, **options: Any) -> None:
    """Build the site and publish it."""
    task = _task(**options)
    outcome = _watched(build, task, messages, format)
    _tell(outcome, task, messages, format)


@commands.command("check")
@_input_options
def check_command(messages: str, format: str, **options: Any) -> None:
    """Check everything and publish nothing."""
    task = _task(**options)
    outcome = _watched(check_only, task, messages, format)
    _tell(outcome, task, messages, format)


@commands.command("ledger")
@_input_options
def ledger_command(messages: str, format: str, **options: Any) -> None:
    """Write new codes and newly published records into the ledgers (codes.yaml, published.yaml)."""
    from ocop_site.desk.ledger import enter

    task, outcome = _task(**options, ledgers_bind=False), Outcome()
    catalogue = understand(task, outcome)
    if catalogue is None or outcome.blocks(strict=False):
        _tell(outcome, task, messages, format)
        return
    try:
        entered = enter(task.content, catalogue)
    except OSError as error:
        click.echo(f"{error.filename}: {error.strerror}", err=True)
        sys.exit(USAGE)
    for old, new in entered.moves:
        click.echo(SAID[messages]["moved"].format(old=old, new=new))
    click.echo(
        SAID[messages]["entered"].format(
            codes=len(entered.codes), gtins=len(entered.gtins), records=len(entered.records)
        )
    )


@commands.command("hosting")
@_input_options
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), default="hosting", help="Where to write.")
def hosting_command(messages: str, format: str, output: Path, **options: Any) -> None:
    """Write nginx.conf and Caddyfile for a server of your own: headers, moved addresses, codes in small letters."""
    from ocop_site.desk.servers import write_server_files

    task, outcome = _task(**options), Outcome()
    catalogue = understand(task, outcome)
    if catalogue is None or outcome.blocks(task.strict):
        _tell(outcome, task, messages, format)
        return
    try:
        for file in write_server_files(output, catalogue):
            click.echo(file.as_posix())
    except FileExistsError as error:
        click.echo(SAID[messages]["foreign"].format(file=error.filename), err=True)
        sys.exit(USAGE)
    except OSError as error:
        click.echo(f"{error.filename}: {error.strerror}", err=True)
        sys.exit(USAGE)


@commands.command("labels")
@_input_options
@printing_options("labels")
@label_options
def labels_command(messages: str, format: str, outdated: bool, **options: Any) -> None:
    """Print sheets of labels, shelf talkers or posters: pages to print, and a PDF with --pdf."""
    from ocop_site.desk import labels as desk

    wish = desk.Wish(**{name: options.pop(name) for name in desk.Wish.__dataclass_fields__})
    if wish.poster and wish.select:
        raise click.UsageError(SAID[messages]["poster-or-products"])
    task = _task(**options)
    if outdated:
        _tell_outdated(task, messages, format)
    else:
        _tell_printed(partial(desk.print_labels, task, wish), messages, format)


@commands.command("booklet")
@_input_options
@printing_options("booklet")
def booklet_command(messages: str, format: str, **options: Any) -> None:
    """Print a catalogue of all products, or of chosen ones, by industry and with an index."""
    from ocop_site.desk import booklet as desk

    wish = desk.Wish(**{name: options.pop(name) for name in desk.Wish.__dataclass_fields__})
    task = _task(**options)
    _tell_printed(partial(desk.print_booklet, task, wish), messages, format)


@commands.command("serve")
@_input_options
@click.option("--port", type=click.IntRange(1, 65535), default=8000)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
def serve_command(messages: str, port: int, open_browser: bool, **options: Any) -> None:
    """A live preview on this machine: drafts shown, the page renewed at each save."""
    from ocop_site.preview.server import PortTaken, serve

    def told(outcome: Outcome) -> None:
        for problem in outcome.told:
            click.echo(as_text(problem, messages))
        click.echo(_summary(outcome, messages, shown=True))

    options |= {"drafts": True}
    options.pop("format")
    task = _task(**options, ledgers_bind=False)
    try:
        serve(task, port, told=told, ready=click.echo, open_browser=open_browser, messages=messages)
    except PortTaken:
        click.echo(SAID[messages]["port"].format(port=port), err=True)
        sys.exit(USAGE)


@commands.command("clean")
@click.option("--cache", type=click.Path(path_type=Path, file_okay=False), default=".cache")
@click.option("--messages", type=click.Choice(["vi", "en"]), envvar="OCOP_MESSAGES", default="vi")
def clean_command(cache: Path, messages: str) -> None:
    """Delete the pictures that are kept; the next build makes them anew. The published site stays as it is."""
    from ocop_site.pictures.store import Store
    from ocop_site.showroom.codebook import Codebook

    Codebook(cache / "codes").clear()
    count, freed = Store(cache / "pictures").clear()
    click.echo(SAID[messages]["cleaned"].format(count=count, megabytes=f"{freed / (1 << 20):.1f}"))


@commands.command("test", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test_command(arguments: tuple[str, ...]) -> None:
    """Run the program's own tests; arguments go to pytest."""
    try:
        import pytest
    except ModuleNotFoundError:
        click.echo("pip install -e '.[test]' -c ocop_site/constraints.txt", err=True)
        sys.exit(USAGE)
    os.chdir(Path(__file__).parents[1])
    sys.exit(pytest.main([*arguments]))


def main() -> None:
    """The door's other side: `python build.py ...` and the command `ocop-site`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("--help", "--version")):
        arguments = ["build", *arguments]
    commands(arguments, prog_name="build.py" if sys.argv[0].endswith(".py") else "ocop-site")


def _task(jobs: int | None, cache_size: int, **options: Any) -> Task:
    return Task(jobs=jobs or os.cpu_count() or 1, cache_bytes=cache_size << 20, **options)


def _watched(run: Callable[..., Outcome], task: Task, messages: str, format: str) -> Outcome:
    """With a bar for the pictures, which says how long they will yet take, where a person watches."""
    if format != "text" or not sys.stderr.isatty():
        return run(task)
    with ExitStack() as opened:
        bars: dict[str, Any] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                label = SAID[messages][stage]
                bar = click.progressbar(
                    length=total, label=label, file=sys.stderr, show_pos=not total, show_eta=bool(total)
                )
                bars[stage] = opened.enter_context(bar)
            bars[stage].update(done - bars[stage].pos)

        return run(task, progress)


def _tell(outcome: Outcome, task: Task, messages: str, format: str) -> None:
    if format == "json":
        counts = {"pages": outcome.pages, "files": outcome.files} if outcome.change else {"pages": 0, "files": 0}
        click.echo(as_json(outcome.told, messages, published=outcome.change is not None, **counts))
    else:
        told = as_github if format == "github" else as_text
        for problem in outcome.told:
            click.echo(told(problem, messages))
        click.echo(_summary(outcome, messages, task.strict), err=format == "github")
    if outcome.refused:
        sys.exit(USAGE)
    sys.exit(MISTAKES if outcome.blocks(task.strict) else GOOD)


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
        _tell(outcome, task, messages, format)
        return
    found = list(outdated(task.content, catalogue))
    if format == "json":
        click.echo(as_json(found, messages, outdated=len(found)))
        return
    for problem in found:
        click.echo((as_github if format == "github" else as_text)(problem, messages))
    click.echo(SAID[messages]["outdated"].format(count=len(found)), err=format == "github")


def _summary(outcome: Outcome, messages: str, strict: bool = False, shown: bool = False) -> str:
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

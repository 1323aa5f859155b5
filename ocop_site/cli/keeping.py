"""The commands that keep a site in order: `ledger`, `hosting`, `clean`."""

import sys
from pathlib import Path
from typing import Any

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.help import command
from ocop_site.cli.report import (
    MISTAKES,
    PROGRAM,
    USAGE,
    end_refused,
    input_options,
    messages_option,
    refusing,
    report,
    task_of,
)
from ocop_site.cli.usage import FilePath
from ocop_site.messages import command_messages, help_text
from ocop_site.problems import Location, Mistake, as_text

FOLDER = FilePath(is_folder=True)


@command("ledger", help=help_text("command.ledger"))
@input_options
def ledger_command(messages: str, format: str, **options: Any) -> None:
    """Write new codes and newly published records into the ledgers (codes.yaml, published.yaml)."""
    with uncollected():
        from ocop_site.desk.ledger import alone, enter, ledger_losses
        from ocop_site.run import Outcome, blocks
        from ocop_site.stages.understand import understand

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


@command("hosting", help=help_text("command.hosting"))
@input_options
@click.option("--output", type=FOLDER, default="hosting", help=help_text("option.output-hosting"))
def hosting_command(messages: str, format: str, output: Path, **options: Any) -> None:
    """Write nginx.conf and Caddyfile for a server of your own: headers, moved addresses, codes in small letters."""
    with uncollected():
        from ocop_site.desk.hosting import write_server_files
        from ocop_site.output.refusals import refuse_dangerous, resolved
        from ocop_site.run import Outcome, blocks
        from ocop_site.stages.understand import understand
        from ocop_site.theme.theme import ThemeError

    task = task_of(**options)
    refusing(lambda: refuse_dangerous(resolved(output), [task.content, task.themes, task.output, PROGRAM]))
    understood = understand(task)
    if understood.catalogue is None or blocks(understood.problems, task.strict):
        report(Outcome(understood.problems), task, messages, format)
        return
    try:
        for file in write_server_files(output, task, understood.catalogue):
            click.echo(file.as_posix())
    except ThemeError as error:
        report(Outcome(error.problems), task, messages, format)
        sys.exit(MISTAKES)
    except FileExistsError as error:
        click.echo(command_messages(messages)("foreign", file=error.filename), err=True)
        sys.exit(USAGE)
    except OSError as error:
        end_refused(error)


@command("clean", help=help_text("command.clean"))
@click.option("--cache", type=FOLDER, default=".cache", help=help_text("option.cache"))
@messages_option
def clean_command(cache: Path, messages: str) -> None:
    """Delete the pictures that are kept; the next build makes them anew. The published site stays as it is."""
    with uncollected():
        from ocop_site.codes.former_cache import clear_former_cache
        from ocop_site.content.memory.memory_file import memory_files
        from ocop_site.pictures.cache import RenditionCache
        from ocop_site.stages.page_cache import PageCache
        from ocop_site.stages.repeat import outcomes
        from ocop_site.theme.kept import kept_themes
        from ocop_site.theme.look.kept_faces import kept_faces

    clear_former_cache(cache / "codes")
    for kept in (memory_files(cache), PageCache(cache), outcomes(cache), kept_themes(cache), kept_faces(cache)):
        kept.clear()
    pictures = RenditionCache(cache / "pictures")
    _, of_cards = pictures.of_cards.clear()
    count, freed = pictures.clear()
    click.echo(command_messages(messages)("cleaned", count=count, megabytes=f"{(freed + of_cards) / (1 << 20):.1f}"))

"""The command that writes what there is to translate: `words`."""

import sys
from pathlib import Path
from typing import Any

import click

from ocop_site.cli.collection import uncollected
from ocop_site.cli.help import command
from ocop_site.cli.report import MISTAKES, end_refused, input_options, report, task_of
from ocop_site.cli.usage import FilePath
from ocop_site.messages import command_messages, help_text
from ocop_site.problems import Location, Mistake


@command("words", help=help_text("command.words"))
@click.argument("language")
@input_options
@click.option("--output", type=FilePath(), help=help_text("option.output-words"))
def words_command(language: str, messages: str, format: str, output: Path | None, **options: Any) -> None:
    """Write the interface's words that a language lacks, to be translated."""
    with uncollected():
        from ocop_site.desk.words import write_words
        from ocop_site.run import Outcome
        from ocop_site.theme.theme import ThemeError

    task = task_of(**options)
    try:
        written = write_words(task, language, output)
    except Mistake as mistake:
        report(Outcome((mistake.at(Location("build.py words")),)), task, messages, format)
        sys.exit(MISTAKES)
    except ThemeError as error:
        report(Outcome(error.problems), task, messages, format)
        sys.exit(MISTAKES)
    except OSError as error:
        end_refused(error)
    if written.problems:
        report(Outcome(written.problems), task, messages, format)
        sys.exit(MISTAKES)
    words = command_messages(messages)
    click.echo(words("words-written", file=written.file.as_posix(), added=written.added, left=written.left))
    if not written.is_of_site:
        click.echo(words("words-language", language=language))

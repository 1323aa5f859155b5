"""What the commands that print understand beside what every command does."""

from collections.abc import Callable

import click

from ocop_site.cli.report import AnyCommand, with_options
from ocop_site.cli.usage import FilePath, Millimetres, OneOf, WholeNumber, Words
from ocop_site.messages import help_text

_FILE, _FOLDER, WORDS = FilePath(), FilePath(is_folder=True), Words()


def printing_options(folder: str) -> Callable[[AnyCommand], AnyCommand]:
    return with_options(
        click.option("--select", type=WORDS, multiple=True, help=help_text("option.select")),
        click.option("--language", type=WORDS, default="both", help=help_text("option.language")),
        click.option("--stars", is_flag=True, help=help_text("option.stars")),
        click.option("--output", type=_FOLDER, default=folder, help=help_text("option.output-pages")),
        click.option("--trial", is_flag=True, help=help_text("option.trial")),
        click.option("--pdf", type=_FILE, help=help_text("option.pdf")),
    )


def label_options(command: AnyCommand) -> AnyCommand:
    return with_options(
        click.option("--poster", type=WORDS, multiple=True, help=help_text("option.poster")),
        click.option("--stock", type=WORDS, help=help_text("option.stock")),
        click.option("--copies", type=WholeNumber(1, 1000), default=1, help=help_text("option.copies")),
        click.option("--start-at", type=WholeNumber(1), default=1, help=help_text("option.start-at")),
        click.option("--offset", type=Millimetres(), help=help_text("option.offset")),
        click.option("--large-print", is_flag=True, help=help_text("option.large-print")),
        click.option("--cut-marks", is_flag=True, help=help_text("option.cut-marks")),
        click.option("--price", type=OneOf(["known", "pen", "none"]), default="known", help=help_text("option.price")),
        click.option("--outdated", is_flag=True, help=help_text("option.outdated")),
    )(command)

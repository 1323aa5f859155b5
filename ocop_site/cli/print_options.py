"""What the commands that print understand beside what every command does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def printing_options(folder: str) -> Callable[[AnyCommand], AnyCommand]:
    return _options(
        click.option("--select", multiple=True, help="place:ID, producer:ID, set:N or a code; may be repeated."),
        click.option("--language", default="both", help="A language of the site, or both."),
        click.option("--stars", is_flag=True, help="Stars that are in force, with their last day."),
        click.option("--output", type=_FOLDER, default=folder, help="Where the pages are written."),
        click.option("--pdf", type=_FILE, help="A PDF too, by the Chromium, Chrome or Edge of this machine."),
    )


def label_options(command: AnyCommand) -> AnyCommand:
    return _options(
        click.option("--poster", multiple=True, help="A place's poster: place:ID; may be repeated."),
        click.option("--stock", help="The label paper, by its name (see ocop_site/showroom/stock.yaml)."),
        click.option("--copies", type=click.IntRange(1, 1000), default=1, help="How many of each."),
        click.option("--start-at", type=click.IntRange(1), default=1, help="The first free label of a used sheet."),
        click.option("--large-print", is_flag=True, help="Letters as large as the label lets them be."),
        click.option("--cut-marks", is_flag=True, help="Marks where the sheet is to be cut."),
        click.option("--price", type=click.Choice(["known", "pen", "none"]), default="known"),
        click.option("--outdated", is_flag=True, help="Print nothing; list labels that no longer tell the truth."),
    )(command)


def _options(*options: Callable[[Any], Any]) -> Callable[[AnyCommand], AnyCommand]:
    def with_them(command: AnyCommand) -> AnyCommand:
        for option in reversed(options):
            command = option(command)
        return command

    return with_them

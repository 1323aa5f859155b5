"""The command `test`: the program's own tests."""

import os
import sys
from pathlib import Path

import click

from ocop_site.cli.help import command
from ocop_site.cli.report import USAGE
from ocop_site.invocation import pip_line
from ocop_site.messages import help_text


@command(
    "test", help=help_text("command.test"), context_settings={"ignore_unknown_options": True, "help_option_names": []}
)
@click.option("--fast", is_flag=True, help=help_text("option.fast"))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test_command(fast: bool, arguments: tuple[str, ...]) -> None:
    """Run the program's own tests, with --fast those that take two minutes; other arguments go to pytest."""
    try:
        import pytest
    except ModuleNotFoundError:
        click.echo(pip_line("test", Path(sys.executable)), err=True)
        sys.exit(USAGE)
    os.chdir(Path(__file__).parents[2])
    sys.exit(pytest.main([*(["-m", "not slow"] if fast else []), *arguments]))

"""All commands by name. A command's own module is imported when it is run, so that none waits for what others need."""

import sys

import click

from ocop_site import __version__
from ocop_site.cli.ending import end_well
from ocop_site.cli.help import LazyGroup
from ocop_site.cli.streams import mend_streams
from ocop_site.invocation import command_line
from ocop_site.messages import help_text

HOMES = {
    "booklet": "printing",
    "build": "building",
    "check": "building",
    "clean": "keeping",
    "hosting": "keeping",
    "labels": "printing",
    "ledger": "keeping",
    "lint": "lint",
    "serve": "serving",
    "test": "testing",
    "words": "words",
}
"""The module of `ocop_site.cli` that has the command, as `build_command`."""


@click.group(cls=LazyGroup, homes=HOMES, help=help_text("command.all"))
@click.version_option(__version__, message="ocop-site %(version)s", help=help_text("option.version"))
def commands() -> None:
    """A catalogue of OCOP products from YAML files. Without a command: build."""


def main() -> None:
    """The door's other side: `python build.py ...` and the command `ocop-site`."""
    mend_streams()
    arguments = _completed(sys.argv[1:])
    end_well(lambda: commands.main(arguments, prog_name=command_line(), standalone_mode=False))


def _completed(arguments: list[str]) -> list[str]:
    """What was typed, as click understands it: without a command it is `build`, and help is asked for in many ways."""
    if arguments[:1] == ["--version"]:
        return arguments[:1]
    if arguments and arguments[0].lower() in ("-h", "--help", "help", "/?", "-?"):
        return ["--help"]
    if not arguments or arguments[0].startswith("-"):
        return ["build", *arguments]
    return arguments

"""The command line: the only room that prints, and that says how a run ended."""

from ocop_site.cli.collection import uncollected

with uncollected():
    from ocop_site.cli.commands import main

__all__ = ["main"]

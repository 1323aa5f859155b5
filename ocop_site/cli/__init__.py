"""The command line: the only room that prints, and that says how a run ended."""

import gc

# What the rooms hold lives as long as the program, so the collector need not go through it again and again.
gc.disable()

from ocop_site.cli.commands import main  # noqa: E402

gc.freeze()
gc.enable()

__all__ = ["main"]

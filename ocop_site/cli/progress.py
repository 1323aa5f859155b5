"""Where a person watches, what takes long is shown as a bar: one line, written anew, and gone when it is over."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

import click

from ocop_site import BEGUN
from ocop_site.messages import command_messages

if TYPE_CHECKING:
    from ocop_site.run import Run, StageName

PATIENCE = 1.0
"""Seconds from the start of the program until a bar is shown: a command that ends before shows none."""

_PAUSE = 0.1
"""Seconds between two drawings."""

_WIDEST, _BESIDE = 30, 50
"""Columns of the bar, and those that are left for what stands beside it."""

_SHOW_CURSOR = "" if os.name == "nt" else "\033[?25h"
"""Click hides it while a bar is drawn."""

_IN_BYTES = frozenset(["pictures"])
"""Stages whose amounts are of no use to who reads them: the share is told instead."""


@contextmanager
def watched(messages: str, format: str) -> "Iterator[Run]":
    """A run from the start of the program, with a bar where a person watches."""
    from ocop_site.run import Run

    if format != "text" or not sys.stderr.isatty():
        yield Run(begun=BEGUN)
        return
    bar = StageBar(sys.stderr, messages)
    try:
        yield Run(bar, BEGUN)
    finally:
        bar.erase()


class StageBar:
    """The line of the stage under way: its name, a bar, how much of how much is done, and about how long it yet takes.

    It is told at every step, so a step at which nothing is drawn costs two comparisons and a look at the clock.
    """

    def __init__(self, stream: TextIO, messages: str, due: float = BEGUN + PATIENCE) -> None:
        self._stream, self._language, self._due = stream, messages, due
        self._stage: StageName | None = None
        self._since, self._first = 0.0, 0
        self._bar: Any = None

    def __call__(self, stage: "StageName", done: int, of: int) -> None:
        now = time.perf_counter()
        if stage is not self._stage:
            self._stage, self._since, self._first = stage, now, done
            self.erase()
        if now >= self._due:
            self._due = now + _PAUSE
            self._draw(stage, done, of, now)

    def erase(self) -> None:
        """Leaves the line as it was before there was a bar."""
        if self._bar:
            self._stream.write(f"\r{' ' * (self._bar.max_width or 0)}\r{_SHOW_CURSOR}")
            self._stream.flush()
            self._bar = None

    def _draw(self, stage: "StageName", done: int, of: int, now: float) -> None:
        if of and done >= of:
            self.erase()
            return
        self._bar = self._bar or self._begun(stage, of)
        self._bar.update(done - self._bar.pos if of else 1, self._told(stage, done, of, now))

    def _begun(self, stage: "StageName", of: int) -> Any:
        """A bar of which nobody knows how long it will be moves to and fro."""
        width = max(1, min(_WIDEST, get_terminal_size().columns - _BESIDE))
        return click.progressbar(
            None if of else count(),
            length=of or None,
            label=command_messages(self._language)(f"stage.{stage}"),
            file=self._stream,
            width=width,
            show_percent=stage in _IN_BYTES,
            show_eta=False,
            item_show_func=str,
        )

    def _told(self, stage: "StageName", done: int, of: int, now: float) -> str:
        """Beside the bar: the amounts, and the estimate by what was done since the stage began."""
        amounts = [] if stage in _IN_BYTES else [f"{done}/{of}" if of else f"{done}"] if done else []
        if of and done > self._first:
            left = (now - self._since) / (done - self._first) * (of - done)
            amounts.append(command_messages(self._language)("left", seconds=f"{left:.0f}"))
        return "  ".join(amounts)

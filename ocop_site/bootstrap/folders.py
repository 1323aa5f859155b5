"""The folder `.venv` comes and goes as a whole. On Windows a virus scanner may hold a file of it for a moment."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from ocop_site.bootstrap.environment import ROOT, STAMP, VENV

BEING_MADE, ASIDE, DISCARDED = (ROOT / f".venv.{name}" for name in ("new", "old", "discarded"))

_PAUSES = (0.02, 0.1, 0.5, 2.0) if os.name == "nt" else ()
"""Seconds between the tries of a step that Windows refuses."""


def begin() -> None:
    """Makes an empty `.venv` that is marked as ours from its first moment."""
    discard(BEING_MADE)
    BEING_MADE.mkdir()
    BEING_MADE.joinpath(STAMP.name).touch()
    move(BEING_MADE, VENV)


def discard(folder: Path) -> None:
    """Removes it. It is renamed first, so that a folder half deleted is not taken for a stranger's."""
    if folder.exists():
        shutil.rmtree(DISCARDED, ignore_errors=True)
        move(folder, DISCARDED)
        shutil.rmtree(DISCARDED, ignore_errors=True)


def put_aside() -> None:
    """Keeps a whole environment until another one is whole."""
    discard(ASIDE)
    move(VENV, ASIDE)


def put_back() -> None:
    """The environment that was kept is there again; where none was, none is."""
    discard(VENV)
    if ASIDE.exists():
        move(ASIDE, VENV)


def mark(lines: list[str]) -> None:
    """Writes the stamp; without lines the environment is half made."""
    patiently(lambda: STAMP.write_text("\n".join(lines), "utf-8"))


def move(source: Path, target: Path) -> None:
    patiently(lambda: source.replace(target))


def patiently(step: Callable[[], object]) -> None:
    """Takes a step, again where Windows refuses."""
    for pause in _PAUSES:
        try:
            step()
            return
        except PermissionError:
            time.sleep(pause)
    step()

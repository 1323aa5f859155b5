"""What several tests need: the project's folder, running the program as a user does, a folder's bytes.

Also the tests' one door into the pipeline: no other file of tests imports it or what a run is asked for and did.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from filelock import FileLock

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.edition import Editions
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.recipe import SKETCH
from ocop_site.pictures.renditions import Renditions
from ocop_site.pipeline import build, build_anew, check_only
from ocop_site.problems import Problem
from ocop_site.run import Outcome, Run, StageName, Task, blocks
from ocop_site.stages.repeat import inputs_of, repeated, repeated_check
from ocop_site.stages.shares import MadeShare, Share, in_turn
from ocop_site.stages.understand import Understanding, Understood, understand, understand_remembering

__all__ = [
    "PROJECT",
    "MadeShare",
    "Outcome",
    "Run",
    "Share",
    "StageName",
    "Task",
    "Understanding",
    "Understood",
    "build",
    "build_anew",
    "bytes_of",
    "catalogue_of",
    "check_only",
    "editions_of",
    "good_catalogue_of",
    "in_turn",
    "inputs_of",
    "needed",
    "once",
    "problems_of",
    "repeated",
    "repeated_check",
    "run",
    "some",
    "understand",
    "understand_remembering",
]

Item = TypeVar("Item")

PROJECT = Path(__file__).parents[1]


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """`python build.py ...` in a process of its own, started from the project's folder."""
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def some(items: Iterable[Item]) -> list[Item]:
    """The items, of which there must be at least one: a loop over nothing asserts nothing."""
    found = list(items)
    assert found, "there is nothing to look at"
    return found


def needed(*commands: str) -> str:
    """The path of the first of these programs that the machine has.

    Skips a test where it has none; on a machine that has to run everything, that is a failure.
    """
    found = next(filter(None, map(shutil.which, commands)), None)
    if found is None:
        missing = pytest.fail if os.environ.get("OCOP_TEST_EVERYTHING") else pytest.skip
        missing(f"{' or '.join(commands)} is not installed")
    return found


def problems_of(content: Path, **asked: Any) -> list[Problem]:
    """What is told of a content folder as it is read, shaped and linked; nothing is made or published."""
    return list(understand(Task(content, **asked)).problems)


def catalogue_of(content: Path, **asked: Any) -> Catalogue:
    """The catalogue that a content folder holds."""
    understood = understand(Task(content, **asked))
    assert understood.catalogue, [f"{problem.location}: {problem.message('en')}" for problem in understood.problems]
    return understood.catalogue


def good_catalogue_of(content: Path, **asked: Any) -> Catalogue | None:
    """The same, where nothing in the folder is wrong."""
    understood = understand(Task(content, **asked))
    return None if blocks(understood.problems, strict=False) else understood.catalogue


def editions_of(catalogue: Catalogue, media: Path) -> Editions:
    """The editions of a catalogue, without pictures."""
    return Editions(catalogue, Renditions(media, RenditionCache(media), SKETCH, {}))


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder that the first to ask for it fills, for all processes of a run."""
    with FileLock(folder.with_name(f"{folder.name}.lock")):
        if not folder.exists():
            unfinished = folder.with_name(f"{folder.name}.unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(folder)
    return folder

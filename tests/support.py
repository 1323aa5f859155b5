"""What several tests need: the project's folder, running the program as a user does, a folder's bytes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def needed(*commands: str) -> None:
    """Skips a test where a program is missing; on a machine that has to run everything, that is a failure."""
    for command in commands:
        if not shutil.which(command):
            missing = pytest.fail if os.environ.get("OCOP_TEST_EVERYTHING") else pytest.skip
            missing(f"{command} is not installed")

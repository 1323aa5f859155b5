"""What the last commit has of a content folder's files, where the folder is kept by git: a memory beside the files."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 20
"""Seconds; a file is found in a hundredth of one."""


def committed(folder: Path, *names: str) -> tuple[bytes | None, ...]:
    """The bytes of files as the last commit has them; None where there is no git, no commit, or no such file in it.

    Nothing is fetched, no filter or hook runs, and what the environment says of another repository is not heard.
    """
    nothing = (None,) * len(names)
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return nothing
    command, asked = [git, "-C", str(folder), "cat-file", "--batch"], "".join(f"HEAD:./{name}\n" for name in names)
    try:
        run = subprocess.run(
            command, capture_output=True, input=asked.encode(), env=_environment(), timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return nothing
    return tuple(_files(run.stdout, len(names))) if run.returncode == 0 else nothing


def _files(told: bytes, count: int) -> Iterator[bytes | None]:
    """Before each file git tells its name, sort and size in bytes; of what is not there, that it is missing."""
    for _ in range(count):
        head, _, told = told.partition(b"\n")
        match head.split():
            case [_, sort, size] if size.isdigit():
                yield told[: int(size)] if sort == b"blob" else None
                told = told[int(size) + 1 :]
            case _:
                yield None


def _environment() -> dict[str, str]:
    """Without variables that name a repository, as hooks of git have them, and without what could go out and fetch."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**kept, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}

"""What the last commit has of a content folder's file, where the folder is kept by git: a memory beside the files."""

import os
import shutil
import subprocess
from pathlib import Path

PATIENCE = 20
"""Seconds; a file is found in a hundredth of one."""


def committed(folder: Path, name: str) -> bytes | None:
    """The bytes of a file as the last commit has it; None where there is no git, no commit, or no such file in it.

    Nothing is fetched, no filter or hook runs, and what the environment says of another repository is not heard.
    """
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return None
    command = [git, "-C", str(folder), "cat-file", "blob", f"HEAD:./{name}"]
    try:
        run = subprocess.run(
            command, capture_output=True, stdin=subprocess.DEVNULL, env=_environment(), timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout if run.returncode == 0 else None


def _environment() -> dict[str, str]:
    """Without variables that name a repository, as hooks of git have them, and without what could go out and fetch."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return {**kept, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}

"""What pip is asked, and what it means when it refuses."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from ocop_site.bootstrap.environment import PYTHON, VENV, requirements
from ocop_site.bootstrap.messages import SetupRefused

CHILD = Path(__file__).with_name("child.py")

NEWEST_PYTHON = (3, 14)
"""The newest for which every package is there as a wheel; `renew` looks whether it is true."""

_CHANGED = re.compile(r"DO NOT MATCH THE HASHES.*?\n\s+(?P<package>\S+) from ", re.DOTALL)
_UNKNOWN = re.compile(r"No matching distribution found for (?P<package>[^\s;(]+)")
_UNREACHED = re.compile(r".*connection broken.*|.*Read timed out.*|.*IncompleteRead.*|.*Could not fetch URL.*")
_FULL = re.compile(r"\[Errno 28\]|\[WinError 112\]|No space left on device")
_TOO_LONG = re.compile(r"\[Errno 36\]|\[WinError 206\]|Long Path support")
_HELD = re.compile(r"\[Errno 13\]|\[WinError (?:5|32)\]")


def install(sets: list[str]) -> None:
    """Wheels alone, and each with a hash that is known: whatever index answers, it can give nothing else.

    The last set names those before it.
    """
    strict = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(requirements(sets[-1]))]
    run("pip", "install", "--disable-pip-version-check", "--no-input", "--no-user", *strict)


def run(module: str, *arguments: str) -> None:
    """Isolated (-I), or pip would take packages in PYTHONPATH and in the user's home for installed ones."""
    starter, held = os.pipe()
    try:
        with subprocess.Popen(
            [str(PYTHON), "-I", "-X", "utf8", str(CHILD), module, *arguments],
            stdin=starter,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
            close_fds=sys.platform == "win32",  # elsewhere it holds the lock too
        ) as process:
            try:
                _, errors = process.communicate()
            except BaseException:
                end(process)
                raise
    finally:
        os.close(starter)
        os.close(held)
    if process.returncode:
        raise refusal(errors)


def end(process: subprocess.Popen[str]) -> None:
    """With all that it started: they would go on writing, and so bring back a folder that was removed."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)


def refusal(errors: str) -> SetupRefused:
    """Pip ends by blaming the packages; what it said of the disk and of the connection is the truth."""
    if changed := _CHANGED.search(errors):
        return SetupRefused("changed", package=changed["package"])
    if _FULL.search(errors):
        return SetupRefused("full", venv=VENV)
    if _TOO_LONG.search(errors):
        return SetupRefused("too-long", folder=VENV.parent)
    if _HELD.search(errors):
        return SetupRefused("not-made", last_lines(errors), venv=VENV)
    if unreached := _UNREACHED.findall(errors):
        return SetupRefused("not-installed", unreached[-1])
    if unknown := _UNKNOWN.search(errors):
        return SetupRefused("no-package", last_lines(errors), package=unknown["package"], **pythons())
    return SetupRefused("not-installed", last_lines(errors))


def last_lines(errors: str) -> str:
    return "\n".join(errors.splitlines()[-4:])


def pythons() -> dict[str, str]:
    """This Python's version, and the newest one that every package is made for."""
    return {"python": ".".join(map(str, sys.version_info[:2])), "newest": ".".join(map(str, NEWEST_PYTHON))}

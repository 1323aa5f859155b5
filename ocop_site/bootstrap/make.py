"""Makes `.venv`, or adds to it: all or nothing, and one run at a time."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from venv import EnvBuilder

from ocop_site.bootstrap.environment import CONSTRAINTS, PYTHON, ROOT, STAMP, VENV, fits, kind_of_python, stamp, stamped
from ocop_site.bootstrap.messages import SetupRefused, report

BEING_MADE, ASIDE, DISCARDED = (ROOT / f".venv.{name}" for name in ("new", "old", "discarded"))

_POLL = 0.2
"""Seconds until a lock that is held is tried again."""


def complete(sets: list[list[str]]) -> None:
    """Add to a whole environment of this kind of Python; make any other anew."""
    try:
        with alone():
            if fits(sets):
                return
            before = stamped()
            if PYTHON.exists() and before[:1] == [kind_of_python()]:
                report("more")
                add(sets, before)
            else:
                report("first")
                make(sets, was_whole=bool(before))
    except OSError as error:
        raise SetupRefused("not-made", str(error), venv=VENV) from error


def add(sets: list[list[str]], before: list[str]) -> None:
    """Pip downloads everything before it installs anything: where it fails, the environment is what it was."""
    try:
        install(sets)
    except SetupRefused:
        STAMP.write_text("\n".join(before), "utf-8")
        raise


def make(sets: list[list[str]], was_whole: bool) -> None:
    """Where it fails or is interrupted, the whole environment that was there before is there again."""
    if was_whole:
        discard(ASIDE)
        VENV.replace(ASIDE)
    discard(VENV)
    try:
        begin()
        EnvBuilder(symlinks=os.name != "nt").create(VENV)
        run("ensurepip", "--upgrade", "--default-pip")
        install(sets)
    except BaseException:
        discard(VENV)
        if ASIDE.exists():
            ASIDE.replace(VENV)
        raise
    discard(ASIDE)


def begin() -> None:
    """A folder named `.venv` is marked as ours from its first moment."""
    discard(BEING_MADE)
    BEING_MADE.mkdir()
    BEING_MADE.joinpath(STAMP.name).touch()
    BEING_MADE.replace(VENV)


def discard(folder: Path) -> None:
    """Renamed first, so that a folder half deleted is not taken for a stranger's."""
    if folder.exists():
        shutil.rmtree(DISCARDED, ignore_errors=True)
        folder.replace(DISCARDED)
        shutil.rmtree(DISCARDED, ignore_errors=True)


def install(sets: list[list[str]]) -> None:
    STAMP.write_text("", "utf-8")
    options = ["--disable-pip-version-check", "--no-input", "--constraint", str(CONSTRAINTS)]
    run("pip", "install", *options, *chain(*sets))
    STAMP.write_text("\n".join(stamp(sets)), "utf-8")


def run(module: str, *arguments: str) -> None:
    """Isolated (-I), or pip would take packages in PYTHONPATH and in the user's home for installed ones."""
    with subprocess.Popen(
        [str(PYTHON), "-I", "-X", "utf8", "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            _, errors = process.communicate()
        except BaseException:
            end(process)
            raise
    if process.returncode:
        raise SetupRefused("not-installed", reason(errors))


def end(process: subprocess.Popen[str]) -> None:
    """With all that it started: they would go on writing, and so bring back a folder that was removed."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def reason(errors: str) -> str:
    """Without a network pip ends by blaming the packages; what it said of the connection is the truth."""
    lines = errors.splitlines()
    return "\n".join([line for line in lines if "connection broken" in line][-1:] or lines[-4:])


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other run is preparing.

    The lock lies on the file of pins, which is there anyway: nothing is left behind, and the system frees it when its
    holder ends, however it ends. A polite request to end is made an exception, so that what is half made is removed.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    descriptor = os.open(CONSTRAINTS, os.O_RDWR)
    try:
        if not lock(descriptor):
            report("waiting")
            while not lock(descriptor):
                time.sleep(_POLL)
        yield
    finally:
        os.close(descriptor)


def lock(descriptor: int) -> bool:
    """False while another run holds it. A disk that knows no locks has nobody to wait for."""
    if sys.platform == "win32":
        import msvcrt

        # What is locked cannot be read there: a byte far behind the file's end disturbs nobody.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True

"""Makes `.venv`, or adds to it: all or nothing, and one run at a time."""

import errno
import os
import subprocess
from venv import EnvBuilder

from ocop_site.bootstrap.environment import PYTHON, ROOT, VENV, fits, kind_of_python, stamp, stamped
from ocop_site.bootstrap.folders import ASIDE, begin, discard, mark, put_aside, put_back
from ocop_site.bootstrap.lock import alone
from ocop_site.bootstrap.messages import SetupRefused, report
from ocop_site.bootstrap.pip import install, run

_SAME_KIND = "from ocop_site.bootstrap.environment import kind_of_python; print(kind_of_python())"

_FULL, _TOO_LONG = (errno.ENOSPC, 112), (errno.ENAMETOOLONG, 206)
"""The numbers that Linux and macOS, and that Windows, give to a disk that is full and to a path that is too long."""


def complete(sets: list[str]) -> None:
    """Add to a whole environment of this kind of Python; make any other anew."""
    try:
        with alone():
            if not fits(sets):
                complete_alone(sets)
    except OSError as error:
        raise refusal_of_the_disk(error) from error


def complete_alone(sets: list[str]) -> None:
    before = stamped()
    if before[:1] == [kind_of_python()] and (before[:2] == stamp([]) or leans_on_such_a_python()):
        mark([*stamp([]), *before[2:]])
        if not fits(sets):
            report("more")
            add(sets)
    else:
        report("first")
        make(sets, was_whole=bool(before))


def leans_on_such_a_python() -> bool:
    """Whether it runs, and as this kind of Python: the one that it leans on is not the one that it was made of."""
    command = [str(PYTHON), "-c", _SAME_KIND]
    try:
        answer = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return False
    return answer.stdout.strip() == kind_of_python()


def add(sets: list[str]) -> None:
    """Pip downloads everything before it installs anything: where it fails, the environment is what it was."""
    before = stamped()
    try:
        mark([])
        install(sets)
    except SetupRefused:
        mark(before)
        raise
    mark(stamp(sets))


def make(sets: list[str], was_whole: bool) -> None:
    """Where it fails or is interrupted, the whole environment that was there before is there again."""
    if was_whole:
        put_aside()
    discard(VENV)
    try:
        begin()
        EnvBuilder(symlinks=os.name != "nt").create(VENV)
        run("ensurepip", "--upgrade", "--default-pip")
        install(sets)
        mark(stamp(sets))
    except BaseException:
        put_back()
        raise
    discard(ASIDE)


def refusal_of_the_disk(error: OSError) -> SetupRefused:
    numbers = (error.errno, getattr(error, "winerror", None))
    if any(number in _FULL for number in numbers):
        return SetupRefused("full", venv=VENV)
    if any(number in _TOO_LONG for number in numbers):
        return SetupRefused("too-long", folder=ROOT)
    return SetupRefused("not-made", str(error), venv=VENV)

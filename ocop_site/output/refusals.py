"""Where publishing says no: folders that must not be written to, and what the system refuses, in words."""

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ocop_site.output import lock, manifest
from ocop_site.output.manifest import Manifest
from ocop_site.output.staging import STAGE
from ocop_site.problems import Location, Mistake, Problem

_NO_PERMISSION = frozenset([errno.EACCES, errno.EPERM, errno.EROFS])
_FULL = frozenset([errno.ENOSPC, errno.EDQUOT])
_HELD_OPEN_ON_WINDOWS = frozenset([32, 33])
_TOO_LONG = 206

LONGEST_ON_WINDOWS = 248
"""Letters of a path: of a file 259, of a folder 247, unless the system was told to allow more (MAX_PATH)."""


class PublishRefused(Exception):
    """A refusal: nothing was published, or not all of it; the problem says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message("en"))
        self.problem = problem


@contextmanager
def refusals(name: str, output: Path) -> Iterator[None]:
    """Turns what goes wrong within into a `PublishRefused` that names the output folder."""
    try:
        yield
    except Mistake as mistake:
        raise PublishRefused(mistake.at(Location(name))) from mistake
    except OSError as error:
        details = {"path": str(error.filename or output), "reason": error.strerror or str(error)}
        raise PublishRefused(Problem(_code(error), Location(name), details)) from error


def refuse_dangerous(output: Path, protected: Sequence[Path]) -> None:
    """Refuses by a `Mistake` a root, a home, what the site is made of, and anything over or under that."""
    if output == Path(output.anchor) or any(contains(output, home) for home in _homes()):
        raise Mistake("output.home", path=str(output))
    for folder in (resolved(folder) for folder in protected):
        if contains(output, folder) or contains(folder, output):
            raise Mistake("output.protected", path=str(output), folder=str(folder))


def refuse_cache(cache: Path, output: Path, protected: Sequence[Path]) -> None:
    """Refuses by a `Mistake` to keep anything among what the site is made of, or among what is published."""
    cache = resolved(cache)
    for folder in (resolved(folder) for folder in protected):
        if contains(cache, folder) or contains(folder, cache):
            raise Mistake("cache.protected", path=str(cache), folder=str(folder))
    if contains(resolved(output), cache):
        raise Mistake("cache.protected", path=str(cache), folder=str(resolved(output)))


def known(output: Path) -> Manifest:
    """What is ours in the folder. A `Mistake` where it holds more than our stages and no list says what is ours."""
    if os.path.lexists(output) and not output.is_dir():
        raise Mistake("output.file", path=str(output))
    if not output.exists():
        return Manifest()
    if listed := manifest.read(output):
        return listed.settled(output)
    if any(not is_passing(found.name) for found in output.iterdir()):
        raise Mistake("output.unknown", path=str(output))
    return Manifest()


def is_passing(name: str) -> bool:
    """Whether publishing leaves a file or folder of this name at the top of the output folder for a while."""
    return name == lock.NAME or bool(STAGE.fullmatch(name))


def _code(error: OSError) -> str:
    if getattr(error, "winerror", None) in _HELD_OPEN_ON_WINDOWS:
        return "output.in-use"
    if error.errno in _NO_PERMISSION:
        return "output.permission"
    if error.errno == errno.ENAMETOOLONG or _is_too_long_for_windows(error):
        return "output.path-long"
    return "output.full" if error.errno in _FULL else "output.system"


def _is_too_long_for_windows(error: OSError) -> bool:
    """Windows says of a path that it is not there, or that its network is not, where it is but too long."""
    winerror = getattr(error, "winerror", None)
    return winerror == _TOO_LONG or (winerror is not None and len(str(error.filename or "")) >= LONGEST_ON_WINDOWS)


def _homes() -> list[Path]:
    with suppress(RuntimeError):
        return [Path.home().resolve()]
    return []


def resolved(folder: Path) -> Path:
    """The folder itself, whatever links lead to it. A link that leads to itself is as it is: pathlib would raise."""
    return Path(os.path.realpath(folder))


def contains(outer: Path, inner: Path) -> bool:
    """Whether a folder contains another, also through another spelling or another mount of it."""
    return any(_same(outer, folder) for folder in (inner, *inner.parents))


def _same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return one.samefile(other)
    return one == other

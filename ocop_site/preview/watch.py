"""Notices what people save, and nothing that their programs only put there for a moment."""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing, suppress
from pathlib import Path

from watchfiles import Change, awatch

from ocop_site.content import names

_STEP, _LONGEST = 5, 50
"""Milliseconds: what an editor does in one go, such as to empty a file and to fill it, is told as one save.

Longer is not waited for here: what comes later is another save, and a mistake is not shown before it may be mended.
"""

_LOOK = 250
"""Milliseconds until the folders themselves are looked at. On Windows, Ctrl-C is heard only when the program wakes."""

_PASSING = re.compile(r"4913|.*___jb_(tmp|old|bak)___|.*\.(crdownload|part|swx)", re.IGNORECASE | re.DOTALL)
"""Vim tries whether it may write, JetBrains' programs write aside, browsers download; beside what content knows."""

Snapshot = Mapping[Path, tuple[int, int]]

Paths = frozenset[Path]


async def saves(folders: Sequence[Path]) -> AsyncGenerator[Paths, None]:
    """What was saved, made, renamed or deleted, as the disk has it: whenever something was.

    All folders are named when watching has begun, so that nothing saved from then on is missed, and whenever one was
    made, went, or was put in another's place.
    """
    while True:
        present, begun = _present(folders), False
        with suppress(FileNotFoundError):
            async with aclosing(_looks(present)) as looks:
                async for changed in looks:
                    if changed or not begun:
                        yield changed if begun else frozenset(folder.resolve() for folder in folders)
                        begun = True
                    if _present(folders) != present:
                        break


def counts(folders: Sequence[Path]) -> Callable[[Change, str], bool]:
    """Whether a change below these folders is somebody's. Names above them say nothing: all may be hidden."""

    def counted(_: Change, changed: str) -> bool:
        path = Path(changed)
        below = (path.relative_to(folder).parts for folder in folders if path.is_relative_to(folder))
        return not any(_is_passing(name) for name in next(below, ()))

    return counted


async def _looks(present: Snapshot) -> AsyncGenerator[Paths, None]:
    """What was saved, told at once, and every now and then that nothing was."""
    if not present:
        while True:
            yield frozenset()
            await asyncio.sleep(_LOOK / 1000)
    watching = awatch(
        *present,
        watch_filter=counts(list(present)),
        debounce=_LONGEST,
        step=_STEP,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
    )
    async with aclosing(watching) as looks:
        async for changes in looks:
            yield frozenset(Path(path) for _, path in changes)


def _is_passing(name: str) -> bool:
    return names.is_silent(name) or names.leftover(name) is not None or bool(_PASSING.fullmatch(name))


def _present(folders: Sequence[Path]) -> Snapshot:
    """The folders that are there, and which they are: a new one of the same name must be watched anew."""
    found = {}
    for folder in folders:
        with suppress(OSError, RuntimeError):  # a link to itself, too
            state = folder.resolve().stat()
            found[folder.resolve()] = (state.st_dev, state.st_ino)
    return found

"""What one run keeps for the next: files of the cache, believed only where they are whole and of the same ground.

Their folders may be deleted at any time; nothing is kept where there is no room. A file is parts, each behind its
length, and a seal: it is written and read part by part, so that a large one is never whole in memory.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EFBIG
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from ocop_site.files import write_atomically

Value = TypeVar("Value")

MOST_FILES = 8
"""Files that a folder keeps; the one that was written longest ago is forgotten."""

_LENGTH = 8
"""Bytes of the length before each part."""

_SEAL = 16
"""Bytes at a file's end that stand for all before them, and for the ground."""

_AT_ONCE = 1 << 20
"""Bytes that are looked at together to see whether a file is whole."""


class SealedFiles:
    """The files of a folder whose names end alike, none with more than `most_bytes`.

    A `ground` is all that decides what a file would hold; on another one it is as if it were not there.
    """

    def __init__(self, folder: Path, ending: str, most_bytes: int = sys.maxsize) -> None:
        self._folder, self._ending, self._most_bytes = folder, ending, most_bytes
        self._ours = re.compile(rf"[0-9a-f]{{16}}\.{ending}|\.[0-9a-f]{{16}}\.{ending}\.[0-9a-f]{{8}}")

    def read(self, about: object, ground: str) -> Iterator[bytes] | None:
        """What was written about something; None where that is damaged, cut short, foreign or of another ground."""
        with suppress(OSError):
            file = self._file(about)
            size = file.stat().st_size
            if _SEAL <= size <= self._most_bytes:
                opened = file.open("rb")
                if _is_sealed(opened, size - _SEAL, ground):
                    return _parts(opened, size - _SEAL)
                opened.close()
        return None

    def write(self, about: object, ground: str, parts: Iterable[bytes]) -> None:
        """Keeps what is told about something, which `repr` names."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file(about), self._bounded(_sealed(ground, parts)))
            self._forget_the_oldest()

    def clear(self) -> None:
        """Deletes ours by their names, and what a run that was cut short left beside them."""
        for file in self._folder.glob(f"*.{self._ending}*"):
            if self._ours.fullmatch(file.name):
                file.unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()

    def _file(self, about: object) -> Path:
        name = blake2b(repr(about).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        return self._folder / f"{name}.{self._ending}"

    def _bounded(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """OSError beyond the most bytes: as where the disk had no room for them."""
        left = self._most_bytes
        for piece in pieces:
            left -= len(piece)
            if left < 0:
                raise OSError(EFBIG, "more than is kept")
            yield piece

    def _forget_the_oldest(self) -> None:
        files = [file for file in self._folder.iterdir() if self._ours.fullmatch(file.name)]
        for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_FILES:]:
            file.unlink(missing_ok=True)


def batched(values: Iterable[Value], size: int) -> Iterator[tuple[Value, ...]]:
    """So many values together, and at the end those that are left."""
    following = iter(values)
    while some := tuple(islice(following, size)):
        yield some


def _sealed(ground: str, parts: Iterable[bytes]) -> Iterator[bytes]:
    """All that a file holds, piece by piece."""
    seal = _seal_of(ground)
    for part in parts:
        for piece in (len(part).to_bytes(_LENGTH, "big"), part):
            seal.update(piece)
            yield piece
    yield seal.digest()


def _is_sealed(opened: BinaryIO, length: int, ground: str) -> bool:
    """Whether what stands behind so many bytes is their seal."""
    seal = _seal_of(ground)
    while length and (piece := opened.read(min(length, _AT_ONCE))):
        seal.update(piece)
        length -= len(piece)
    digest: bytes = seal.digest()
    return opened.read() == digest


def _parts(opened: BinaryIO, length: int) -> Iterator[bytes]:
    with opened:
        opened.seek(0)
        while opened.tell() < length:
            yield opened.read(int.from_bytes(opened.read(_LENGTH), "big"))


def _seal_of(ground: str) -> Any:
    return blake2b(ground.encode("utf-8", "surrogatepass"), digest_size=_SEAL)

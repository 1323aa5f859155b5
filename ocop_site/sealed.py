"""What one run keeps for the next: files of the cache, believed only where they are whole and of the same ground.

Their folders may be deleted at any time; nothing is kept where there is no room.
"""

import re
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from ocop_site.files import write_atomically

MOST_FILES = 8
"""Files that a folder keeps; the one that was written longest ago is forgotten."""

_SEAL = 16
"""Bytes at a file's end that stand for all before them, and for the ground."""


class SealedFiles:
    """The files of a folder whose names end alike, none with more than `most_bytes`.

    A `ground` is all that decides what a file would hold; on another one it is as if it were not there.
    """

    def __init__(self, folder: Path, ending: str, most_bytes: int = sys.maxsize) -> None:
        self._folder, self._ending, self._most_bytes = folder, ending, most_bytes
        self._ours = re.compile(rf"[0-9a-f]{{16}}\.{ending}|\.[0-9a-f]{{16}}\.{ending}\.[0-9a-f]{{8}}")

    def read(self, about: object, ground: str) -> memoryview | None:
        """What was written about something; None where that is damaged, cut short, foreign or of another ground."""
        with suppress(OSError):
            file = self._file(about)
            if file.stat().st_size <= self._most_bytes + _SEAL:
                told = memoryview(file.read_bytes())
                if told[-_SEAL:] == _seal(ground, told[:-_SEAL]):
                    return told[:-_SEAL]
        return None

    def write(self, about: object, ground: str, told: bytes | bytearray) -> None:
        """Keeps what is told about something, which `repr` names."""
        if len(told) > self._most_bytes:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file(about), told, _seal(ground, told))
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

    def _forget_the_oldest(self) -> None:
        files = [file for file in self._folder.iterdir() if self._ours.fullmatch(file.name)]
        for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_FILES:]:
            file.unlink(missing_ok=True)


def _seal(ground: str, told: bytes | bytearray | memoryview) -> bytes:
    seal = blake2b(ground.encode("utf-8", "surrogatepass"), digest_size=_SEAL)
    seal.update(told)
    return seal.digest()

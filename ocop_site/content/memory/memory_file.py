"""What is remembered of a content folder from one run to the next: one file, sealed, which may be deleted at any time.

Nothing in it is believed but what this very program wrote: what is damaged, cut short or foreign is made anew.
"""

import marshal
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ocop_site.files import write_atomically
from ocop_site.program import program

MOST_BYTES = 512 << 20
"""A folder of some 100,000 records; more is read anew."""

MOST_FOLDERS = 8
"""Content folders that are remembered in one cache; the one that was used longest ago is forgotten."""

_OURS = re.compile(r"[0-9a-f]{16}\.memory|\.[0-9a-f]{16}\.memory\.[0-9a-f]{8}")


class MemoryFile:
    """Bytes by digests, in a folder that has a file for each content folder."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._folder = folder
        self._file = folder / f"{sha256(str(content.absolute()).encode('utf-8', 'replace')).hexdigest()[:16]}.memory"

    def read(self) -> Mapping[str, bytes]:
        """What was written; nothing where it is not whole and ours."""
        try:
            if not self._file.is_file() or self._file.stat().st_size > MOST_BYTES:
                return {}
            seal, body = self._file.read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return {}
        if seal.decode("ascii", "replace") != _seal(body):
            return {}
        lines: dict[str, bytes] = marshal.loads(body)
        return lines

    def write(self, lines: Mapping[str, bytes]) -> None:
        """All at once, or nothing where there is no room for it."""
        body = marshal.dumps(dict(lines))
        if len(body) > MOST_BYTES:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, f"{_seal(body)}\n".encode() + body)
            self._forget_the_oldest()

    @staticmethod
    def clear(folder: Path) -> None:
        """Ours by their names, and what a run that was cut short left beside them."""
        for file in (*folder.glob("*.memory"), *folder.glob(".*.memory.*")):
            if _OURS.fullmatch(file.name):
                file.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()

    def _forget_the_oldest(self) -> None:
        files = [file for file in self._folder.iterdir() if _OURS.fullmatch(file.name)]
        for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_FOLDERS:]:
            file.unlink(missing_ok=True)


def _seal(body: bytes) -> str:
    """By the whole program: it decides how content is read, and Python how bytes become data again."""
    return sha256(f"{sys.version}\n{program()}\n".encode() + body).hexdigest()

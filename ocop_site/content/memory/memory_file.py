"""What is remembered of a content folder from one run to the next: one file for each folder."""

import marshal
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from ocop_site.program import program
from ocop_site.sealed import SealedFiles, batched

MOST_BYTES = 512 << 20
"""A folder of some 100,000 records; more is read anew."""

AT_ONCE = 1_000
"""Lines in a part of the file."""


class MemoryFile:
    """Bytes by digests. The ground is the whole program: it decides how content is read."""

    def __init__(self, cache: Path, content: Path) -> None:
        self._files, self._content = memory_files(cache), str(content.absolute())

    def read(self) -> Mapping[str, bytes]:
        """What was written; nothing where it is not whole and ours."""
        parts = self._files.read(self._content, program()) or ()
        return dict(chain.from_iterable(map(marshal.loads, parts)))

    def write(self, lines: Iterable[tuple[str, bytes]]) -> None:
        """All of them as they come, or nothing where there is no room for it."""
        self._files.write(self._content, program(), map(marshal.dumps, batched(lines, AT_ONCE)))


def memory_files(cache: Path) -> SealedFiles:
    """What a cache remembers of content folders."""
    return SealedFiles(cache / "records", "memory", MOST_BYTES)

"""What was read and understood of a content folder before, so that nothing is made twice of the same bytes."""

import marshal
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from typing import Any, Generic, TypeVar

from ocop_site.content.memory.memory_file import MemoryFile
from ocop_site.content.memory.notes import Notes
from ocop_site.content.memory.plain_data import plain

Made = TypeVar("Made")


def digest_of(raw: bytes, *names: object) -> str:
    """What stands for bytes and for what they are called."""
    called = repr(names).encode("utf-8", "surrogatepass")
    return blake2b(raw, digest_size=20, key=blake2b(called, digest_size=32).digest()).hexdigest()


class Generations(Generic[Made]):
    """Things by the digest of all that they were made of; what a run did not ask for is forgotten after it."""

    def __init__(self) -> None:
        self._now: dict[str, Made] = {}
        self.last: dict[str, Made] = {}

    def of(self, digest: str, make: Callable[[], Made]) -> Made:
        """What was made of it before, or is now; what `make` raises is not kept."""
        found = self._now.get(digest)
        if found is None:
            found = self.last.get(digest)
            if found is None:
                found = make()
            self._now[digest] = found
        return found

    def end(self) -> None:
        """A run is over; what it asked for is `last`."""
        self._now, self.last = {}, self._now


class Memory:
    """Of one content folder. Whoever keeps it gives it to each run, and is given the same objects for the same bytes.

    `files` are what was read, by the bytes; `shaped` the records made of them; `notes` what is true of the whole;
    `walked` is the folder as it was walked through, `catalogue` what was linked last. `file` is where some of it
    outlives the process.
    """

    def __init__(self, file: MemoryFile | None = None) -> None:
        self.files: Generations[Any] = Generations()
        self.shaped: Generations[Any] = Generations()
        self.notes = Notes()
        self.walked: Any = None
        self.catalogue: Any = None
        self._file = file
        self._lines: Mapping[str, bytes] = file.read() if file else {}

    def stored(self, digest: str) -> Any:
        """What another run wrote down under a digest; None where it wrote nothing."""
        line = self._lines.get(digest)
        return marshal.loads(line) if line else None

    def end(self) -> None:
        """A run is over: what it did not ask for is forgotten."""
        self.files.end()
        self.shaped.end()

    def write(self) -> None:
        """Writes down what the last run used, where there is a file for it and anything new."""
        if self._file is None:
            return
        plain_files = {digest: read for digest, read in self.files.last.items() if read.is_plain}
        if any(digest not in self._lines for digest in plain_files) or any(map(self._is_new, self.shaped.last)):
            data = ((digest, self._data(digest, read)) for digest, read in plain_files.items())
            self._file.write(chain(data, ((digest, self._shaped(digest)) for digest in self.shaped.last)))

    def forget(self) -> None:
        """Lets go of all that was worked out of records, where the process will not ask for it again."""
        for shaped in self.shaped.last.values():
            shaped.notes.forget()

    def _data(self, digest: str, read: Any) -> bytes:
        return self._lines.get(digest) or marshal.dumps(read.entry.data)

    def _is_new(self, digest: str) -> bool:
        return digest not in self._lines or self.shaped.last[digest].notes.is_new

    def _shaped(self, digest: str) -> bytes:
        return marshal.dumps(_to_store(self.shaped.last[digest])) if self._is_new(digest) else self._lines[digest]


def _to_store(shaped: Any) -> dict[str, Any]:
    """A record and what was worked out of it, as `shape` reads it again."""
    found = {"notes": shaped.notes.to_store()}
    with suppress(TypeError):
        found["record"] = plain(shaped.record)
    return found

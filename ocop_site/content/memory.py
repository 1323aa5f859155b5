"""What was read and understood of a content folder before, so that nothing is made twice of the same bytes."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any, Generic, TypeVar

from ocop_site.content.notes import Notes

Made = TypeVar("Made")


def digest_of(raw: bytes, *names: object) -> str:
    """What stands for bytes and for what they are called."""
    called = repr(names).encode("utf-8", "surrogatepass")
    return blake2b(raw, digest_size=20, key=blake2b(called, digest_size=32).digest()).hexdigest()


class Generations(Generic[Made]):
    """Things by the digest of all that they were made of; what two runs did not ask for is forgotten."""

    def __init__(self) -> None:
        self._now: dict[str, Made] = {}
        self._before: dict[str, Made] = {}

    def of(self, digest: str, make: Callable[[], Made]) -> Made:
        """What was made of it before, or is now; what `make` raises is not kept."""
        found = self._now.get(digest)
        if found is None:
            found = self._before.get(digest)
            if found is None:
                found = make()
            self._now[digest] = found
        return found

    def end(self) -> None:
        """A run is over."""
        self._now, self._before = {}, self._now


class Memory:
    """Of one content folder. Whoever keeps it gives it to each run, and is given the same objects for the same bytes.

    `files` are what was read, by the bytes; `shaped` the records made of them; `notes` what is true of the whole.
    """

    def __init__(self) -> None:
        self.files: Generations[Any] = Generations()
        self.shaped: Generations[Any] = Generations()
        self.notes = Notes()
        self.walked: Any = None

    def end(self) -> None:
        """A run is over: what it did not ask for, nor the one before it, is forgotten."""
        self.files.end()
        self.shaped.end()

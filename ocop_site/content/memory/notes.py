"""What was worked out of one record, kept beside it: of a record that stays the same nothing is worked out twice."""

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from itertools import count
from typing import Any, TypeVar

from ocop_site.content.memory.plain_data import plain, typed

Found = TypeVar("Found")

_UNLIKE = count()

STORED = ("checks", "checks by names", "references", "mentions", "repeats", "newest fact", "led to")
"""The questions of which the answers are worth a place on the disk: each took the text of a record to be answered."""


class Notes:
    """A notebook: the last answer to each question, with what it depends on beside the record itself.

    `stored` are answers of another run, each behind what stands for what it depended on.
    """

    __slots__ = ("_kept", "_stored", "is_new")

    def __init__(self, stored: dict[str, Any] | None = None) -> None:
        self._kept: dict[str, tuple[object, object]] = {}
        self._stored = stored
        self.is_new = False

    def kept(self, question: str, depends: object, answer: Callable[[], Found]) -> Found:
        """The answer, worked out anew only where `depends` is another than when it was. It is one type a question."""
        known = self._kept.get(question)
        if known is not None and known[0] == depends:
            return known[1]  # type: ignore[return-value]
        stored = self._stored.get(question) if self._stored else None
        if stored and stored[0] == _known_stamp(depends):
            found: Found = typed(stored[1])
        else:
            found = answer()
            self.is_new = self.is_new or question in STORED
        self._kept[question] = (depends, found)
        return found

    def digest(self, question: str, value: object) -> str:
        """What stands for a value, by all that it says of itself; reckoned anew where it is another than before."""
        return self.kept(question, value, lambda: _stamp(value))

    def forget(self) -> None:
        """Lets go of every answer: who asks again has it worked out again."""
        self._kept.clear()
        self._stored = None

    def to_store(self) -> dict[str, Any]:
        """The answers that can be written down, each behind what stands for what it depends on."""
        written: dict[str, Any] = {}
        for question in filter(self._kept.__contains__, STORED):
            depends, found = self._kept[question]
            with suppress(TypeError):
                written[question] = [_known_stamp(depends), plain(found)]
        return written


def _stamp(value: object) -> str:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


_known_stamp = lru_cache(maxsize=4096)(_stamp)
"""Of what is asked of many records the answers depend on the same."""


def unlike_any() -> str:
    """A digest that nothing else has: of what was made by hand, and not of bytes."""
    return f"#{next(_UNLIKE)}"

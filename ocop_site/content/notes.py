"""What was worked out of one record, kept beside it: of a record that stays the same nothing is worked out twice."""

from collections.abc import Callable
from hashlib import blake2b
from itertools import count
from typing import TypeVar

Found = TypeVar("Found")

_UNLIKE = count()


class Notes:
    """A notebook: the last answer to each question, with what it depends on beside the record itself."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, object]] = {}

    def kept(self, question: str, depends: object, answer: Callable[[], Found]) -> Found:
        """The answer, worked out anew only where `depends` is another than when it was. It is one type a question."""
        known = self._kept.get(question)
        if known is not None and known[0] == depends:
            return known[1]  # type: ignore[return-value]
        found = answer()
        self._kept[question] = (depends, found)
        return found

    def digest(self, question: str, value: object) -> str:
        """What stands for a value, by all that it says of itself; reckoned anew where it is another than before."""
        return self.kept(question, value, lambda: blake2b(repr(value).encode(), digest_size=20).hexdigest())


def unlike_any() -> str:
    """A digest that nothing else has: of what was made by hand, and not of bytes."""
    return f"#{next(_UNLIKE)}"

"""What was worked out of one record, kept beside it: of a record that stays the same nothing is worked out twice."""

from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from itertools import count
from typing import Any, TypeVar

from ocop_site.problems import Location, Problem, Severity

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
        if stored and stored[0] == _stamp(depends):
            found: Found = _read(stored[1])
        else:
            found = answer()
            self.is_new = self.is_new or question in STORED
        self._kept[question] = (depends, found)
        return found

    def digest(self, question: str, value: object) -> str:
        """What stands for a value, by all that it says of itself; reckoned anew where it is another than before."""
        return self.kept(question, value, lambda: _stamp(value))

    def to_store(self) -> dict[str, Any]:
        """The answers that can be written down, each behind what stands for what it depends on."""
        written = {question: self._kept[question] for question in STORED if question in self._kept}
        return {q: [_stamp(depends), _written(found)] for q, (depends, found) in written.items() if _is_plain(found)}


def _stamp(value: object) -> str:
    return blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def _is_plain(found: object) -> bool:
    """Whether it can be written down, and read back as just the same."""
    if isinstance(found, tuple):
        return all(map(_is_plain, found))
    if isinstance(found, Problem):
        return all(_is_plain_detail(detail) for detail in found.details.values())
    return type(found) in (str, int, bool, date)


def _is_plain_detail(detail: object) -> bool:
    if type(detail) is dict:
        return all(type(part) is str for part in (*detail, *detail.values()))
    return type(detail) in (str, int, bool)


def _written(found: Any) -> Any:
    match found:
        case tuple():
            return [_written(each) for each in found]
        case Problem():
            places = [[place.file, place.line, place.column] for place in (found.location, *found.also)]
            return {"problem": [found.code, places, dict(found.details), str(found.severity), found.excerpt]}
        case date():
            return {"day": found.isoformat()}
    return found


def _read(written: Any) -> Any:
    match written:
        case list():
            return tuple(map(_read, written))
        case {"problem": [code, places, details, severity, excerpt]}:
            location, *also = (Location(*place) for place in places)
            return Problem(code, location, details, Severity(severity), excerpt, tuple(also))
        case {"day": day}:
            return date.fromisoformat(day)
    return written


def unlike_any() -> str:
    """A digest that nothing else has: of what was made by hand, and not of bytes."""
    return f"#{next(_UNLIKE)}"

"""What there is to be named by an id, and what else people call it: its name, its code, its number."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from ocop_site.content.entry import Entry
from ocop_site.records.files import FILES
from ocop_site.text.vietnamese import slug

Key = TypeVar("Key")

_CALLED = ("name", "title", "code", "number")


class Named:
    """The ids of each kind, and the one that a name means; a name that several have means none.

    Gathered when somebody asks, which is where something is wrong.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        ids: dict[str, set[str]] = {}
        for kind, record_id, _ in self._records():
            ids.setdefault(kind, set()).add(record_id)
        return _frozen(ids)

    @cached_property
    def called(self) -> Mapping[tuple[str, str], frozenset[str]]:
        called: dict[tuple[str, str], set[str]] = {}
        for kind, record_id, record in self._records():
            for name in _names(record):
                called.setdefault((kind, _bare(name)), set()).add(record_id)
        return _frozen(called)

    def _records(self) -> Iterator[tuple[str, str, object]]:
        return (found for entry in self._entries for found in _records(entry))

    def meant(self, kind: str, value: str) -> str | None:
        """The one id that a value means, which may be a name with its marks."""
        words = slug(value)
        if words in self.ids.get(kind, ()):
            return words
        found = self.called.get((kind, _bare(value)), frozenset())
        return next(iter(found)) if len(found) == 1 else None


def _bare(name: str) -> str:
    """A code is read with a space in it too: `la 901`."""
    return slug(name).replace("-", "")


def _frozen(found: Mapping[Key, set[str]]) -> dict[Key, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}


def _records(entry: Entry) -> Iterator[tuple[str, str, object]]:
    """What a file brings that other records may name: itself, or each that its lists have."""
    if FILES[entry.kind].whole:
        yield from ((entry.kind, key, value) for key, value in entry.data.items())
        return
    yield entry.kind, entry.id, entry.data
    if entry.kind == "localities":
        yield from _units(entry)


def _units(entry: Entry) -> Iterator[tuple[str, str, object]]:
    for kind, units in entry.data.items():
        for unit in units if isinstance(units, list) else ():
            if isinstance(unit, dict) and isinstance(unit_id := unit.get("id"), str):
                yield kind, unit_id, unit


def _names(record: object) -> Iterator[str]:
    found = [record.get(field) for field in _CALLED] if isinstance(record, dict) else []
    for name in found:
        yield from (n for n in (name.values() if isinstance(name, dict) else [name]) if isinstance(n, str) and n)

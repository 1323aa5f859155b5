"""What one record says twice: an item of a list, a word that is explained."""

from collections.abc import Iterator
from typing import Any

from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem
from ocop_site.records.base import FieldPath, Record, list_paths, values_at
from ocop_site.text.folding import spelled, words_of
from ocop_site.text.language import Text

_BY_WORD = {"glossary": "terms", "synonyms": "words"}
"""Files whose entries are called by a word, as it is typed."""

_OWN_RULES = {"synonyms", "codes", "published"}
"""What a line of synonyms has twice is told there; ledgers are written by the program."""


def repeats(records: Records) -> Iterator[Problem]:
    for kind in records.by_kind:
        for shaped in records.of(kind).values():
            yield from _of_record(shaped)


def _of_record(shaped: Shaped[Any]) -> tuple[Problem, ...]:
    return shaped.notes.kept("repeats", None, lambda: tuple(_each(shaped)))


def _each(shaped: Shaped[Any]) -> Iterator[Problem]:
    kind = shaped.entry.kind
    if kind in _BY_WORD:
        yield from _words_twice(shaped, _BY_WORD[kind])
    if kind not in _OWN_RULES:
        yield from _items_twice(shaped)


def _items_twice(shaped: Shaped[Any]) -> Iterator[Problem]:
    model: type[Record] = type(shaped.record)
    for pattern, may_repeat in list_paths(model):
        for path, items in values_at(shaped.record, pattern) if not may_repeat else ():
            if len(items) > 1:
                yield from _twice_in(shaped, path, items)


def _twice_in(shaped: Shaped[Any], path: FieldPath, items: tuple[Any, ...]) -> Iterator[Problem]:
    first: dict[Any, int] = {}
    for index, item in enumerate(items):
        if (before := first.setdefault(_same(item), index)) == index:
            continue
        if found := _called(item):
            yield shaped.problem("value.twice", (*path, index), found=found, first=before + 1)
        else:
            yield shaped.problem("value.group-twice", (*path, index), first=before + 1)


def _same(item: Any) -> Any:
    """What two items of a list are the same by: a text whatever its capitals, a group by what it is about."""
    if isinstance(item, Record):
        return tuple(_same(getattr(item, name)) for name in item.same_by or type(item).model_fields)
    return " ".join(item.casefold().split()) if isinstance(item, str) else repr(item)


def _called(item: Any) -> str:
    if isinstance(item, Record):
        return _called(getattr(item, item.same_by[0])) if item.same_by else ""
    return "" if isinstance(item, Text) else str(item)


def _words_twice(shaped: Shaped[Any], field: str) -> Iterator[Problem]:
    """Capitals, blanks and where a tone is put make no other word."""
    first: dict[tuple[str, ...], str] = {}
    for word in getattr(shaped.record, field):
        if (before := first.setdefault(tuple(map(spelled, words_of(word))), word)) != word:
            other = shaped.entry.location((before,), key=True).line
            yield shaped.problem("word.twice", (field, word), key=True, found=word, before=before, other=other)

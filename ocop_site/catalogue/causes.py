"""Mentions of what is not there, gathered by what is missing: it is told once, by its cause where a ledger knows it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ocop_site.content.entry import Entry
from ocop_site.content.shape import Records
from ocop_site.problems import MOST_NAMED, Problem
from ocop_site.records.base import FieldPath
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.ledgers import Published


def by_cause(mentions: Iterable[Problem], records: Records) -> Iterator[Problem]:
    """One problem for each id that is mentioned and not there."""
    gathered: dict[tuple[str, str], list[Problem]] = {}
    for mention in mentions:
        kind = mention.code.removeprefix("reference.").removesuffix("-near")
        gathered.setdefault((kind, str(mention.details["found"])), []).append(mention)
    for (kind, found), alike in gathered.items():
        alike.sort(key=lambda mention: mention.location)
        first = replace(alike[0], also=tuple(each.location for each in alike[1:]))
        yield _cause(records, kind, found, first) if kind in PAGE_KINDS else first


def _cause(records: Records, kind: str, found: str, first: Problem) -> Problem:
    """What the ledgers know of a record that was published."""
    known = _published(records, kind, found)
    if now := _today(records, kind, found, known):
        return Problem("reference.moved", details={"found": found, "near": now}, **_place(first))
    if known and known.ended:
        return Problem("reference.ended", details={"found": found, "ended": known.ended.isoformat()}, **_place(first))
    if line := _line(records, kind, found):
        return _lost(kind, found, first, ", ".join(_codes(records, found)), *line)
    return first


def _place(first: Problem) -> dict[str, Any]:
    return {"location": first.location, "excerpt": first.excerpt, "also": first.also}


def _lost(kind: str, found: str, first: Problem, codes: str, entry: Entry, path: FieldPath) -> Problem:
    """Told at its line of the ledger: the file is to be put back there rather than every mention to be taken out."""
    places = [first.location, *first.also]
    named = ", ".join(map(str, places[:MOST_NAMED])) + (", …" if len(places) > MOST_NAMED else "")
    words = {"vi": KINDS[kind].vi, "en": KINDS[kind].en}
    details: dict[str, Any] = {"found": found, "kind": words, "folder": kind, "count": len(places), "places": named}
    if kind == "products":
        return entry.problem("reference.lost-product", path, key=True, codes=codes, **details)
    return entry.problem("reference.lost", path, key=True, **details)


def _published(records: Records, kind: str, found: str) -> Published | None:
    ledger = records.of("published").get("published")
    known: dict[str, Published] = ledger.record.records.get(kind, {}) if ledger else {}
    return known.get(found)


def _today(records: Records, kind: str, found: str, known: Published | None) -> str | None:
    """The id that a record has today: where the ledger says that it moved, or who bears the product's code."""
    there = {shaped.entry.id for shaped in records.of(kind).values()}
    seen = {found}
    while known and known.moved and known.moved not in seen:
        if known.moved in there:
            return known.moved
        seen.add(known.moved)
        known = _published(records, kind, known.moved)
    codes = _codes(records, found) if kind == "products" else ()
    return next((each.entry.id for each in records.of(kind).values() if codes and each.record.code in codes), None)


def _codes(records: Records, found: str) -> tuple[str, ...]:
    """The codes that the ledger gave to a product."""
    ledger = records.of("codes").get("codes")
    return tuple(code for code, given in ledger.record.codes.items() if given.product == found) if ledger else ()


def _line(records: Records, kind: str, found: str) -> tuple[Entry, FieldPath] | None:
    if _published(records, kind, found):
        return records.of("published")["published"].entry, ("records", kind, found)
    codes = _codes(records, found) if kind == "products" else ()
    return (records.of("codes")["codes"].entry, (codes[0],)) if codes else None

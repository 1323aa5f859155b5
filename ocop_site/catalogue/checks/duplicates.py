"""What is there twice although it may be there once; each is told with the place of the other."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem
from ocop_site.records.base import FieldPath
from ocop_site.records.decision import Decision
from ocop_site.records.localities import Localities
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Scheme
from ocop_site.records.values.identifiers import codes_from

_Key = tuple[FieldPath, str]
"""What there may be once, and where a record has it."""


def duplicates(records: Records) -> Iterator[Problem]:
    """Codes, GTINs, decisions and units that are there twice; each names the place of the other."""
    yield from _twice(records, "products", _codes, "product.code-twice")
    yield from _twice(records, "products", _gtins, "gtin.twice")
    yield from _twice(records, "decisions", _decision_keys, "decision.twice")
    yield from _twice(records, "localities", _units, "locality.twice")
    yield from _twice(records, "scheme", _sets, "scheme.set-twice")


def _twice(records: Records, kind: str, keys: Callable[[Any], Iterator[_Key]], code: str) -> Iterator[Problem]:
    """Told at both places, each naming the other: either may be the wrong one, save whose code the ledger knows.

    `free` is a code that one can take.
    """
    owners = _owners(records)
    first: dict[str, tuple[Shaped[Any], FieldPath]] = {}
    free = codes_from(records.next_code)
    for shaped in records.of(kind).values():
        for path, key in shaped.notes.kept(code, None, partial(_listed, keys, shaped.record)):
            if key not in first:
                first[key] = (shaped, path)
                continue
            other, where = first[key]
            details = {"found": key, "free": next(free)}
            if owners.get(key) != shaped.entry.id:
                yield shaped.problem(code, path, other=str(other.entry.location(where)), **details)
            if owners.get(key) != other.entry.id:
                yield other.problem(code, where, other=str(shaped.entry.location(path)), **details)


def _listed(keys: Callable[[Any], Iterator[_Key]], record: Any) -> tuple[_Key, ...]:
    return tuple(keys(record))


def _owners(records: Records) -> dict[str, str]:
    """The products that the ledger gave its codes to."""
    ledger = records.of("codes").get("codes")
    return {str(code): given.product for code, given in ledger.record.codes.items()} if ledger else {}


def _codes(product: Product) -> Iterator[tuple[FieldPath, str]]:
    yield ("code",), product.code.upper()


def _gtins(product: Product) -> Iterator[tuple[FieldPath, str]]:
    for index, pack in enumerate(product.packs):
        if pack.gtin:
            yield ("packs", index, "gtin"), pack.gtin.padded


def _decision_keys(decision: Decision) -> Iterator[tuple[FieldPath, str]]:
    issuer = next(iter(decision.issuer.words.values()))
    yield ("number",), f"{decision.number}, {issuer}, {decision.issued}"


def _units(localities: Localities) -> Iterator[tuple[FieldPath, str]]:
    for field in ("former_provinces", "districts", "communes", "former_communes"):
        for index, unit in enumerate(getattr(localities, field)):
            yield (field, index, "id"), f"{field}: {unit.id}"


def _sets(scheme: Scheme) -> Iterator[tuple[FieldPath, str]]:
    for i, industry in enumerate(scheme.industries):
        yield ("industries", i, "id"), industry.id
        for g, group in enumerate(industry.groups):
            for s, product_set in enumerate(group.sets):
                yield ("industries", i, "groups", g, "sets", s, "number"), f"{product_set.number}."

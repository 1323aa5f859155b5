"""All that only the linked whole can show to be wrong."""

from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.certificates import certificate_problems, decided, decision_problems, waits_for_its_day
from ocop_site.catalogue.checks.claims import ClaimedWords
from ocop_site.catalogue.checks.dates import date_problems
from ocop_site.catalogue.checks.doors import door_problems
from ocop_site.catalogue.checks.foods import food_problems
from ocop_site.catalogue.checks.homes import homes_of
from ocop_site.catalogue.checks.localities import locality_problems
from ocop_site.catalogue.checks.maps import ground_problems, outline_problems, point_problems
from ocop_site.catalogue.checks.placeholders import placeholder_problems
from ocop_site.catalogue.checks.sales import restrained, sale_problems
from ocop_site.catalogue.checks.spirits import spirit_problems
from ocop_site.catalogue.checks.synonyms import synonym_problems
from ocop_site.content.memory.notes import Notes
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.products.product import Product
from ocop_site.records.values.identifiers import Code

_LOOKED_THROUGH = (*KINDS, "site", "sources", "published", "year", "map")
"""All that is read somewhere on the site."""


def check(records: Records, catalogue: Catalogue, notes: Notes | None = None) -> Iterator[Problem]:
    """Mistakes and doubts about a catalogue in which every reference holds. `notes` are those of the whole."""
    checks = _Checks(records, catalogue, notes or Notes())
    for kind in _LOOKED_THROUGH:
        for shaped in records.of(kind).values():
            yield from checks.problems(shaped)
            if kind == "products":
                yield from _prefix(shaped, catalogue, records.next_code)
    yield from date_problems(records, catalogue.today)
    yield from synonym_problems(records)
    yield from door_problems(records, catalogue)
    yield from locality_problems(records)
    yield from _counts(records)
    yield from outline_problems(catalogue.outlines, catalogue.gazetteer.localities.bounds)
    for ground in records.of("map").values():
        yield from ground_problems(ground, catalogue.gazetteer.localities.bounds)


class _Checks:
    """What is looked for in each record by itself, and all that the answer depends on beside the record."""

    def __init__(self, records: Records, catalogue: Catalogue, notes: Notes) -> None:
        self._catalogue, self._bounds = catalogue, catalogue.gazetteer.localities.bounds
        self._claims = ClaimedWords(records, catalogue.scheme.care, notes)
        self._homes = homes_of(catalogue, notes)
        whole = tuple(records.of(kind)[kind].digest for kind in ("scheme", "localities"))
        self._depends = (*whole, self._homes.digest)

    def problems(self, shaped: Shaped[Any]) -> tuple[Problem, ...]:
        """What a text may say of others depends on their names; of most texts it does not."""
        depends = (*self._depends, *self._around(shaped))
        asks_names, found = shaped.notes.kept("checks", depends, lambda: self._found(shaped))
        if not asks_names:
            return found
        of_names = (*depends, self._claims.digest)
        return shaped.notes.kept("checks by names", of_names, lambda: self._found(shaped)[1])

    def _around(self, shaped: Shaped[Any]) -> tuple[object, ...]:
        """What a product's own checks ask of other records and of the day."""
        if shaped.entry.kind != "products":
            return ()
        return (
            restrained(shaped, self._catalogue),
            decided(shaped, self._catalogue),
            self._catalogue.today if waits_for_its_day(shaped.record) else None,
        )

    def _found(self, shaped: Shaped[Any]) -> tuple[bool, tuple[Problem, ...]]:
        self._claims.are_names_asked = False
        found = tuple(self._each(shaped))
        return self._claims.are_names_asked, found

    def _each(self, shaped: Shaped[Any]) -> Iterator[Problem]:
        kind = shaped.entry.kind
        yield from self._claims.problems(shaped)
        yield from self._homes.problems(shaped)
        yield from sale_problems(shaped, self._catalogue)
        yield from placeholder_problems(shaped)
        if kind == "products":
            yield from _of_product(shaped, self._catalogue)
        elif kind == "decisions":
            yield from decision_problems(shaped, self._catalogue)
        if kind in PAGE_KINDS:
            yield from point_problems(shaped, self._bounds)


def _of_product(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    yield from certificate_problems(shaped, catalogue)
    yield from spirit_problems(shaped, catalogue)
    yield from food_problems(shaped)
    yield from _links(shaped)


def _counts(records: Records) -> Iterator[Problem]:
    for shaped in records.of("programme").values():
        for index, count in enumerate(shaped.record.counts):
            if (known := sum(count.stars.values())) > count.products:
                yield shaped.problem("programme.classes", ("counts", index), known=known, total=count.products)


def _prefix(shaped: Shaped[Product], catalogue: Catalogue, free: Code) -> Iterator[Problem]:
    """A new code that begins otherwise than this catalogue's is a slip that would be kept for ever."""
    code, prefix = shaped.record.code, catalogue.site.code_prefix
    if code not in catalogue.codes and code.rstrip("0123456789") != prefix:
        yield shaped.problem("code.prefix", ("code",), severity=Severity.WARNING, found=code, prefix=prefix, free=free)


def _links(shaped: Shaped[Product]) -> Iterator[Problem]:
    for field in ("goes_with", "contains"):
        for index, other in enumerate(getattr(shaped.record, field)):
            if other == shaped.entry.id:
                yield shaped.problem("reference.itself", (field, index), found=other)

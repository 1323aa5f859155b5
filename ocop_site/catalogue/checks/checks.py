"""All that only the linked whole can show to be wrong."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.certificates import certificate_problems, decision_problems
from ocop_site.catalogue.checks.claims import ClaimedWords
from ocop_site.catalogue.checks.dates import date_problems
from ocop_site.catalogue.checks.foods import food_problems
from ocop_site.catalogue.checks.homes import Homes
from ocop_site.catalogue.checks.localities import locality_problems
from ocop_site.catalogue.checks.maps import outline_problems, point_problems
from ocop_site.catalogue.checks.placeholders import placeholder_problems
from ocop_site.catalogue.checks.sales import sale_problems
from ocop_site.catalogue.checks.spirits import spirit_problems
from ocop_site.catalogue.checks.synonyms import synonym_problems
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.products.product import Product
from ocop_site.records.values.identifiers import Code

_LOOKED_THROUGH = (*KINDS, "site", "sources", "published")
"""All that is read somewhere on the site."""


def check(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """Mistakes and doubts about a catalogue in which every reference holds."""
    bounds = catalogue.gazetteer.localities.bounds
    claims, homes = ClaimedWords(records, catalogue.scheme.care), Homes(catalogue)
    for kind in _LOOKED_THROUGH:
        for shaped in records.of(kind).values():
            yield from claims.problems(shaped)
            yield from homes.problems(shaped)
            yield from sale_problems(shaped, catalogue)
            yield from placeholder_problems(shaped)
            if kind == "products":
                yield from _of_product(shaped, catalogue)
                yield from _prefix(shaped, catalogue, records.next_code)
            elif kind == "decisions":
                yield from decision_problems(shaped, catalogue)
            if kind in PAGE_KINDS:
                yield from point_problems(shaped, bounds)
    yield from date_problems(records, catalogue.today)
    yield from synonym_problems(records)
    yield from locality_problems(records)
    yield from _counts(records)
    yield from outline_problems(catalogue.outlines, bounds)


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

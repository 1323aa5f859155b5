"""All that only the linked whole can show to be wrong."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.certificates import certificate_problems, decision_problems
from ocop_site.catalogue.checks.claims import claim_problems
from ocop_site.catalogue.checks.dates import date_problems
from ocop_site.catalogue.checks.homes import home_problems
from ocop_site.catalogue.checks.maps import outline_problems, point_problems
from ocop_site.catalogue.checks.sales import sale_problems
from ocop_site.catalogue.checks.spirits import spirit_problems
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.products.product import Product


def check(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """Mistakes and doubts about a catalogue in which every reference holds."""
    bounds = catalogue.gazetteer.localities.bounds
    for shaped in records.of("products").values():
        yield from certificate_problems(shaped, catalogue)
        yield from spirit_problems(shaped, catalogue)
        yield from _links(shaped)
        yield from _prefix(shaped, catalogue)
    for shaped in records.of("decisions").values():
        yield from decision_problems(shaped, catalogue.scheme)
    yield from date_problems(records, catalogue.today)
    yield from claim_problems(records, catalogue.scheme.care)
    yield from home_problems(records, catalogue)
    yield from sale_problems(records, catalogue)
    yield from _counts(records)
    for kind in PAGE_KINDS:
        for shaped in records.of(kind).values():
            yield from point_problems(shaped, bounds)
    yield from outline_problems(catalogue.outlines, bounds)


def _counts(records: Records) -> Iterator[Problem]:
    for shaped in records.of("programme").values():
        for index, count in enumerate(shaped.record.counts):
            if (known := sum(count.stars.values())) > count.products:
                yield shaped.problem("programme.classes", ("counts", index), known=known, total=count.products)


def _prefix(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    """A new code that begins otherwise than this catalogue's is a slip that would be kept for ever."""
    code, prefix = shaped.record.code, catalogue.site.code_prefix
    if code not in catalogue.codes and code.rstrip("0123456789") != prefix:
        yield shaped.problem("code.prefix", ("code",), severity=Severity.WARNING, found=code, prefix=prefix)


def _links(shaped: Shaped[Product]) -> Iterator[Problem]:
    for field in ("goes_with", "contains"):
        for index, other in enumerate(getattr(shaped.record, field)):
            if other == shaped.entry.id:
                yield shaped.problem("reference.itself", (field, index), found=other)

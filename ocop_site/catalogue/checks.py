"""What can be wrong although every reference holds: twice the same, unlikely facts, words that claim too much."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from ocop_site.catalogue.area import Area, area_of
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.health import health_words
from ocop_site.catalogue.link import problem_in_text
from ocop_site.catalogue.showing import kept_secret
from ocop_site.catalogue.status import term_of
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import FieldPath, marked
from ocop_site.records.decision import Decision
from ocop_site.records.fields import Point, PointField, TextField
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.localities import Bounds, Localities
from ocop_site.records.outlines import Outlines
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Care, Scheme

WARNING = Severity.WARNING


def duplicates(records: Records) -> Iterator[Problem]:
    """Codes, GTINs, decisions and units that are there twice; each names the place of the other."""
    yield from _twice(records, "products", _codes, "product.code-twice")
    yield from _twice(records, "products", _gtins, "gtin.twice")
    yield from _twice(records, "decisions", _decision_keys, "decision.twice")
    yield from _twice(records, "localities", _units, "locality.twice")
    yield from _twice(records, "scheme", _sets, "scheme.set-twice")


def check(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """Mistakes and doubts that only the whole can show."""
    care, bounds = catalogue.scheme.care, catalogue.gazetteer.localities.bounds
    for shaped in records.of("products").values():
        yield from _certificates(shaped, catalogue)
        yield from _spirit(shaped, catalogue)
        yield from _product_links(shaped)
        yield from _prefix(shaped, catalogue)
    for kind in PAGE_KINDS:
        for shaped in records.of(kind).values():
            yield from _points(shaped, bounds)
            yield from _health(shaped, care)
    for shaped in records.of("producers").values():
        yield from _household(shaped, catalogue)
    yield from _dates_and_counts(records, catalogue)
    yield from _outlines(catalogue.outlines, bounds)


def _dates_and_counts(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    for shaped in records.of("notices").values():
        if shaped.record.until and shaped.record.until < shaped.record.date:
            yield shaped.problem("notice.order", ("until",))
    for shaped in records.of("decisions").values():
        if shaped.record.issued.earliest > catalogue.today:
            yield shaped.problem("date.future", ("issued",), severity=WARNING, value=str(shaped.record.issued))
    for shaped in records.of("programme").values():
        for index, count in enumerate(shaped.record.counts):
            if (known := sum(count.stars.values())) > count.products:
                yield shaped.problem("programme.classes", ("counts", index), known=known, total=count.products)


def _twice(
    records: Records, kind: str, keys: Callable[[Any], Iterator[tuple[FieldPath, str]]], code: str
) -> Iterator[Problem]:
    """Told at both places, each naming the other: either may be the wrong one."""
    first: dict[str, tuple[Shaped[Any], FieldPath]] = {}
    for shaped in records.of(kind).values():
        for path, key in keys(shaped.record):
            if key not in first:
                first[key] = (shaped, path)
                continue
            other, where = first[key]
            yield shaped.problem(code, path, found=key, other=str(other.entry.location(where)))
            yield other.problem(code, where, found=key, other=str(shaped.entry.location(path)))


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
    for field in ("districts", "communes", "former_communes"):
        for index, unit in enumerate(getattr(localities, field)):
            yield (field, index, "id"), f"{field}: {unit.id}"


def _sets(scheme: Scheme) -> Iterator[tuple[FieldPath, str]]:
    for i, industry in enumerate(scheme.industries):
        yield ("industries", i, "id"), industry.id
        for g, group in enumerate(industry.groups):
            for s, product_set in enumerate(group.sets):
                yield ("industries", i, "groups", g, "sets", s, "number"), f"{product_set.number}."


def _certificates(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    validity = catalogue.scheme.validity
    for index, certificate in enumerate(shaped.record.certificates):
        path: FieldPath = ("certificates", index)
        term = term_of(certificate, validity)
        if certificate.extended_until and term:
            latest = term.latest + timedelta(days=validity.continuation_days)
            if not term.earliest < certificate.extended_until <= latest:
                details = {"days": validity.continuation_days, "latest": latest.isoformat()}
                yield shaped.problem("certificate.continuation", (*path, "extended_until"), **details)
        for field in ("issued", "as_of"):
            known = getattr(certificate, field)
            if known and known.earliest > catalogue.today:
                yield shaped.problem("date.future", (*path, field), severity=WARNING, value=str(known))
        if certificate.decision:
            decision = catalogue.decisions[certificate.decision]
            yield from _decision_fits(shaped, path, decision, certificate.stars, catalogue.scheme)


def _decision_fits(
    shaped: Shaped[Product], path: FieldPath, decision: Decision, stars: int, scheme: Scheme
) -> Iterator[Problem]:
    """Who could give such stars on that day, by the scheme's periods."""
    if decision.kind != "recognition":
        yield shaped.problem("certificate.decision-kind", (*path, "decision"), kind=decision.kind)
    for period in scheme.periods:
        if period.start <= decision.issued.earliest and (not period.until or decision.issued.latest < period.until):
            levels = [level.level for level in period.stars if level.stars == stars]
            if levels and decision.level not in levels:
                details = {"stars": stars, "level": decision.level, "right": levels[0], "law": period.law}
                yield shaped.problem("certificate.level", (*path, "decision"), severity=WARNING, **details)


def _spirit(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    """What a spirit's record says and its page will not show (Law 44/2019/QH14)."""
    product = shaped.record
    if catalogue.showing(shaped.entry.id).is_restrained:
        hidden: list[FieldPath] = [("packs", i, "price") for i, pack in enumerate(product.packs) if pack.price]
        hidden += [("links", i) for i, link in enumerate(product.links) if link.kind == "shop"]
        hidden += [(field,) for field in ("goes_with", "gift", "season") if getattr(product, field)]
        for path in hidden:
            yield shaped.problem("care.spirit", path, severity=WARNING, field=str(path[0]))
        return
    for index, other in enumerate(product.goes_with):
        if other in catalogue.products and catalogue.showing(other).is_restrained:
            yield shaped.problem("care.spirit-beside", ("goes_with", index), severity=WARNING, found=other)


def _household(shaped: Shaped[Producer], catalogue: Catalogue) -> Iterator[Problem]:
    """What is kept back as a home's address or a person's number must not stand in a text instead."""
    producer = shaped.record
    if producer.consent and producer.consent.on > catalogue.today:
        yield shaped.problem("date.future", ("consent", "on"), value=producer.consent.on.isoformat())
    if not kept_secret(producer):
        return
    kept = {words for address in producer.addresses if address.line for _, words in address.line}
    kept |= {number.removeprefix("+84") for number in (producer.phone, producer.zalo) if number}
    for path, _, text in marked(producer, TextField):
        if path[0] != "addresses":
            for _, words in text:
                if any(secret in words or secret in re.sub(r"[ .-]", "", words) for secret in kept):
                    yield shaped.problem("care.household", path)
    if any(secret in (producer.website or "") for secret in kept):
        yield shaped.problem("care.household", ("website",))


def _prefix(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    """A new code that begins otherwise than this catalogue's is a slip that would be kept for ever."""
    code, prefix = shaped.record.code, catalogue.site.code_prefix
    if code not in catalogue.codes and code.rstrip("0123456789") != prefix:
        yield shaped.problem("code.prefix", ("code",), severity=WARNING, found=code, prefix=prefix)


def _product_links(shaped: Shaped[Product]) -> Iterator[Problem]:
    for field in ("goes_with", "contains"):
        for index, other in enumerate(getattr(shaped.record, field)):
            if other == shaped.entry.id:
                yield shaped.problem("reference.itself", (field, index), found=other)


def _points(shaped: Shaped[Any], bounds: Bounds | None) -> Iterator[Problem]:
    """A point outside the area, perhaps because latitude and longitude changed places."""
    if bounds is None:
        return
    area = Area.within(bounds)
    for path, _, point in marked(shaped.record, PointField):
        if not area.holds(point):
            swapped = area.holds(Point(point.longitude, point.latitude))
            code = "point.swapped-inside" if swapped else "point.outside"
            yield shaped.problem(code, path, severity=WARNING)


def _outlines(outlines: Outlines, bounds: Bounds | None) -> Iterator[Problem]:
    """Map files of somewhere else. One area that touches the province is enough: others may lie around it."""
    files = {shape.file for shape in outlines.shapes}
    here = {shape.file for shape in outlines.shapes if bounds is None or area_of(shape).meets(Area.within(bounds))}
    for file in sorted(files - here):
        yield Problem("outline.elsewhere", Location(file), severity=WARNING)


def _health(shaped: Shaped[Any], care: Care) -> Iterator[Problem]:
    """In the texts of a record, and in the body of a Markdown file."""
    yield from _told_words(shaped, None, shaped.entry.body, shaped.entry.language or "", care)
    for path, _, text in marked(shaped.record, TextField):
        for language, words in text:
            yield from _told_words(shaped, path, words, language, care)


def _told_words(
    shaped: Shaped[Any], path: FieldPath | None, words: str, language: str, care: Care
) -> Iterator[Problem]:
    for _, wording in health_words(words, language, care):
        yield problem_in_text(shaped, path, wording, "care.health-word", severity=WARNING, found=wording)

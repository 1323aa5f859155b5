"""Whether a certificate can be true: its dates weighed against each other, its decision and the law of their period.

Decision 26/2026/QĐ-TTg: a term of 36 months (Art. 4.3) that runs from the decision (Art. 12.1), continued for at most
180 days (Art. 12.3), revoked by a decision of its own (Art. 8).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.localities import is_former_authority
from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.terms import term_of
from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.base import FieldPath
from ocop_site.records.decision import Decision, DecisionKind, Level
from ocop_site.records.descriptions import meaning
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.product import Product
from ocop_site.records.scheme import Period, Scheme
from ocop_site.records.values.dates import PartialDate, add_months

WARNING = Severity.WARNING


def certificate_problems(shaped: Shaped[Product], catalogue: Catalogue) -> Iterator[Problem]:
    """Of all certificates of a product, told at the date or reference that cannot hold."""
    for index, claim in enumerate(catalogue.claims(shaped.record)):
        path: FieldPath = ("certificates", index)
        yield from _in_its_time(shaped, path, claim, catalogue.scheme)
        yield from _term(shaped, path, claim, catalogue)
        yield from _continuation(shaped, path, claim, catalogue.scheme)
        yield from _revocation(shaped, path, claim, catalogue)
        if claim.decision:
            yield from _decision(shaped, path, claim.certificate, claim.decision, catalogue.scheme)
    yield from _twice(shaped)


def decided(shaped: Shaped[Product], catalogue: Catalogue) -> tuple[str, ...]:
    """What stands for the decisions that a product's certificates name."""
    named = (
        name for each in shaped.record.certificates for name in (each.decision, each.revoked and each.revoked.decision)
    )
    return tuple(catalogue.record_sources.digest("decisions", name) for name in named if name)


def waits_for_its_day(product: Product) -> bool:
    """Whether a term that ends has no beginning that is known: it is today at the latest."""
    return any(
        each.expires and not (each.issued or each.issued_by or each.as_of or each.decision)
        for each in product.certificates
    )


def decision_problems(shaped: Shaped[Decision], catalogue: Catalogue) -> Iterator[Problem]:
    """A district's decision of a day on which there were no districts any more; an issuer of another level or time."""
    decision, last = shaped.record, catalogue.scheme.districts_until
    if decision.level == "district" and decision.issued.earliest > last:
        yield shaped.problem("decision.district", ("level",), last=last.isoformat())
    for language, words in decision.issuer:
        path: FieldPath = ("issuer", language)
        levels = {level for level, pattern in _LEVELS.items() if pattern.search(words)}
        if levels and decision.level not in levels:
            yield shaped.problem("decision.issuer", path, severity=WARNING, found=words)
            return
        changed_on = catalogue.gazetteer.localities.changed_on
        if decision.issued.earliest >= changed_on and is_former_authority(words, catalogue.gazetteer):
            details = {"found": words, "changed": changed_on.isoformat()}
            yield shaped.problem("decision.former-issuer", path, severity=WARNING, **details)


_LEVELS = {
    "district": re.compile(r"\b(?:huyện|quận|thị xã|district|town)\b", re.IGNORECASE),
    "province": re.compile(r"\b(?:tỉnh|province|provincial)\b", re.IGNORECASE),
    "ministry": re.compile(r"^\W*(?:bộ|ministry|minister|trung ương|the central)\b", re.IGNORECASE),
}
"""How authorities of each level are called. A city may be of two levels, so that its word says nothing."""


def _in_its_time(shaped: Shaped[Product], path: FieldPath, claim: Claim, scheme: Scheme) -> Iterator[Problem]:
    """Nothing was given before the programme began, and nothing said of a certificate before it was given."""
    certificate = claim.certificate
    for field in ("issued", "issued_by", "expires", "as_of"):
        if (known := getattr(certificate, field)) and known.latest < scheme.begun:
            details = {"found": str(known), "start": scheme.begun.isoformat()}
            yield shaped.problem("certificate.before-programme", (*path, field), **details)
    begun = claim.begun
    for field in ("as_of", "checked"):
        known = getattr(certificate, field)
        if begun and known and _latest(known) < begun.earliest:
            details = {"found": str(known), "begun": str(begun)}
            yield shaped.problem("certificate.known-before", (*path, field), severity=WARNING, **details)


def _term(shaped: Shaped[Product], path: FieldPath, claim: Claim, catalogue: Catalogue) -> Iterator[Problem]:
    """`expires` at most 36 months after the latest day on which it can have been issued (Art. 4.3)."""
    certificate, months = claim.certificate, catalogue.scheme.validity.months
    if certificate.expires is None:
        return
    latest = add_months(_issued_at_latest(claim, catalogue), months)
    details = {"found": str(certificate.expires), "months": months}
    if certificate.expires.earliest > latest:
        yield shaped.problem("certificate.term", (*path, "expires"), latest=latest.isoformat(), **details)
    elif certificate.issued and certificate.expires.latest < (end := add_months(certificate.issued.earliest, months)):
        at = (*path, "expires")
        yield shaped.problem("certificate.term-short", at, severity=WARNING, latest=end.isoformat(), **details)


def _issued_at_latest(claim: Claim, catalogue: Catalogue) -> date:
    certificate, days = claim.certificate, timedelta(days=catalogue.scheme.validity.issue_days)
    known = [each.latest for each in (certificate.issued, certificate.issued_by, certificate.as_of) if each]
    decided = [claim.decision.issued.latest + days] if claim.decision else []
    return min([*known, *decided], default=catalogue.today)


def _decision(
    shaped: Shaped[Product], path: FieldPath, certificate: Certificate, decision: Decision, scheme: Scheme
) -> Iterator[Problem]:
    """It recognises, by those who could give such stars that day, and the certificate follows within 60 days."""
    at = (*path, "decision")
    if decision.kind != "recognition":
        yield shaped.problem("certificate.decision-kind", at, kind=meaning(DecisionKind, decision.kind))
    for field in ("issued", "issued_by", "expires"):
        if (known := getattr(certificate, field)) and known.latest < decision.issued.earliest:
            details = {"found": str(known), "decided": str(decision.issued)}
            yield shaped.problem("certificate.before-decision", (*path, field), **details)
    days = scheme.validity.issue_days
    if certificate.issued and certificate.issued.earliest > decision.issued.latest + timedelta(days=days):
        details = {"found": str(certificate.issued), "decided": str(decision.issued)}
        yield shaped.problem("certificate.long-after-decision", (*path, "issued"), days=days, **details)
    first = min((period.start for period in scheme.periods), default=scheme.begun)
    if decision.issued.latest < first:
        details = {"found": str(decision.issued), "start": first.isoformat()}
        yield shaped.problem("certificate.before-programme", at, **details)
    elif decision.level == "district" and _decided_from(certificate, decision, scheme) > scheme.districts_until:
        if decision.issued.earliest <= scheme.districts_until:  # else the decision itself is told
            yield shaped.problem("decision.district", at, last=scheme.districts_until.isoformat())
    else:
        yield from _level(shaped, at, decision, certificate.stars, scheme)


def _decided_from(certificate: Certificate, decision: Decision, scheme: Scheme) -> date:
    """The earliest day of a decision that is dated coarsely: its certificates follow within 60 days."""
    if certificate.issued is None:
        return decision.issued.earliest
    return max(decision.issued.earliest, certificate.issued.earliest - timedelta(days=scheme.validity.issue_days))


def _level(shaped: Shaped[Product], at: FieldPath, decision: Decision, stars: int, scheme: Scheme) -> Iterator[Problem]:
    """Who could give such stars on that day, by the scheme's periods, the last day of which is part of them."""
    then = [period for period in scheme.periods if _covers(period, decision.issued)]
    able = [(level.level, period.law) for period in then for level in period.stars if level.stars == stars]
    if able and decision.level not in [level for level, _ in able]:
        right, law = able[0]
        levels = {"level": meaning(Level, decision.level), "right": meaning(Level, right)}
        yield shaped.problem("certificate.level", at, stars=stars, law=law, **levels)


def _continuation(shaped: Shaped[Product], path: FieldPath, claim: Claim, scheme: Scheme) -> Iterator[Problem]:
    """Of a term that ended under the law that knows continuations, and for no longer than that law says."""
    certificate, validity = claim.certificate, scheme.validity
    term = term_of(certificate, validity)
    if certificate.extended_until is None or term is None:
        return
    at, latest = (*path, "extended_until"), term.latest + timedelta(days=validity.continuation_days)
    if not term.earliest < certificate.extended_until <= latest:
        details = {"days": validity.continuation_days, "latest": latest.isoformat()}
        yield shaped.problem("certificate.continuation", at, **details)
    elif term.latest < validity.continuation_from:
        details = {"end": term.latest.isoformat(), "start": validity.continuation_from.isoformat()}
        yield shaped.problem("certificate.continuation-unknown", at, **details)


def _revocation(shaped: Shaped[Product], path: FieldPath, claim: Claim, catalogue: Catalogue) -> Iterator[Problem]:
    """After it was given, and by a decision that revokes."""
    revoked, begun = claim.certificate.revoked, claim.begun
    if revoked is None:
        return
    at = (*path, "revoked")
    if begun and revoked.on.latest < begun.earliest:
        yield shaped.problem("certificate.revoked-before", (*at, "on"), found=str(revoked.on), begun=str(begun))
    if revoked.decision is None:
        return
    decision = catalogue.decisions[revoked.decision]
    if decision.kind != "revocation":
        kind = meaning(DecisionKind, decision.kind)
        yield shaped.problem("certificate.revocation-kind", (*at, "decision"), kind=kind)
    if revoked.on.latest < decision.issued.earliest:
        details = {"found": str(revoked.on), "begun": str(decision.issued)}
        yield shaped.problem("certificate.revoked-before", (*at, "on"), **details)


def _twice(shaped: Shaped[Product]) -> Iterator[Problem]:
    """Two of one day: with other stars they contradict each other, with the same ones it is written twice."""
    seen: list[Certificate] = []
    for index, certificate in enumerate(shaped.record.certificates):
        for other in seen:
            if _same_day(certificate, other):
                code = "certificate.twice" if certificate.stars == other.stars else "certificate.contradicts"
                stars = sorted((certificate.stars, other.stars))
                yield shaped.problem(code, ("certificates", index), low=stars[0], high=stars[1])
                break
        seen.append(certificate)


def _same_day(one: Certificate, other: Certificate) -> bool:
    keys = [(each.issued, each.issued_by, each.decision, each.as_of) for each in (one, other)]
    if keys[0] == keys[1]:
        return any(keys[0])
    return one.issued is not None and one.issued.day is not None and one.issued == other.issued


def _latest(known: PartialDate | date) -> date:
    return known if isinstance(known, date) else known.latest


def _covers(period: Period, issued: PartialDate) -> bool:
    """Whether it may have been issued in this period, as far as its date is known."""
    return period.start <= issued.latest and (period.until is None or issued.earliest <= period.until)

"""Certificates, whatever is recorded: no solid stars without proof or out of time, in any order, and none revived."""

from datetime import date, timedelta
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.status import SOLID, CertificateState, status_on
from ocop_site.records.decision import Decision
from ocop_site.records.products.certificate import Certificate, Revocation
from ocop_site.records.scheme import Validity
from ocop_site.records.values.dates import PartialDate
from ocop_site.text.language import Text

Drawn = TypeVar("Drawn")

BASIS = Text({"vi": "Điều 12.3"})

RECOGNITION = Decision.model_validate(
    {"number": "201/QĐ-UBND", "kind": "recognition", "issuer": "UBND tỉnh", "level": "province", "issued": "2020"}
    | {"sources": ["s-gazette"]}
).model_copy(update={"sources": ()})

ANCHORS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
AROUND = (-400, -1, 0, 1, 31, 365, 914, 915, 916, 1094, 1095, 1096, 1097, 1274, 1275, 1276, 1277, 1500)
"""Days from an anchor, most of them where a term that began there has its edges."""


def mostly(usual: Drawn, *rare: Drawn) -> st.SearchStrategy[Drawn]:
    return st.sampled_from([usual] * 5 * len(rare) + list(rare))


def to_precision(day: date, parts: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@st.composite
def claims(draw: st.DrawFn, anchor: date) -> Claim:
    days = [anchor + timedelta(days=days) for days in AROUND]
    dates = [to_precision(day, parts) for day in days for parts in (3, 3, 3, 2, 1)]
    perhaps_dated = st.sampled_from([*[None] * len(dates), *dates])
    issued = draw(st.sampled_from([to_precision(anchor, parts) for parts in (3, 3, 3, 2, 1)]) | perhaps_dated)
    expires, revoked = draw(perhaps_dated), draw(mostly(None, *dates))
    certificate = Certificate(
        stars=draw(st.sampled_from([3, 4, 5])),
        issued=issued,
        issued_by=draw(perhaps_dated),
        expires=None if issued and expires and expires.latest < issued.earliest else expires,
        revoked=Revocation(on=revoked) if revoked else None,
        as_of=draw(perhaps_dated),
        checked=draw(st.sampled_from([None, *days])),
        sources=draw(st.sampled_from([("s-gazette",), ()])),
    )
    basis = draw(st.sampled_from([BASIS, None]))
    continuation = {"extended_until": draw(st.sampled_from([None, *days])), "basis": basis}
    return Claim(certificate.model_copy(update=continuation), draw(mostly(RECOGNITION, None) | decisions(dates)))


def decisions(dates: list[PartialDate]) -> st.SearchStrategy[Decision]:
    """Those that lack something, or that are dated somehow."""
    lacks = {
        "kind": mostly("recognition", "revocation", "extension"),
        "issuer": mostly(RECOGNITION.issuer, Text({"vi": ""})),
        "issued": st.sampled_from([RECOGNITION.issued, *dates]),
        "sources": st.sampled_from([(), ("s-gazette",)]),
    }
    return st.fixed_dictionaries(lacks).map(lambda found: RECOGNITION.model_copy(update=found))


def surely_last_day(certificate: Certificate) -> date | None:
    """The earliest day that may be the term's last, reckoned without the program."""
    if certificate.expires:
        return certificate.expires.earliest
    if not certificate.issued:
        return None
    first = certificate.issued.earliest
    return date(first.year + 3, 2, 28) if (first.month, first.day) == (2, 29) else first.replace(year=first.year + 3)


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Claim], date]:
    anchor = draw(ANCHORS)
    made = draw(st.lists(claims(anchor), min_size=1, max_size=2))
    return made, anchor + timedelta(days=draw(st.sampled_from(AROUND)))


@settings(max_examples=1000, deadline=None)
@given(situations())
def test_nothing_yields_solid_stars_without_proof_or_out_of_time(situation: tuple[list[Claim], date]) -> None:
    made, day = situation
    found = status_on(made, day, Validity())
    if found.state not in SOLID:
        assert found.until is None
        return
    assert found.claim
    certificate, decision = found.claim.certificate, found.claim.decision
    assert decision
    assert decision.kind == "recognition"
    assert decision.issuer
    assert certificate.sources or decision.sources
    assert any(known and known.day for known in (certificate.issued, certificate.expires))
    assert decision.issued.earliest <= day
    assert (certificate.issued or decision.issued).latest <= day
    last = surely_last_day(certificate)
    assert last
    if found.state is CertificateState.CONTINUED:
        assert certificate.basis
        assert certificate.extended_until
        assert last < day <= min(certificate.extended_until, last + timedelta(days=180))
    else:
        assert day <= last
        assert (found.state is CertificateState.ENDING) == ((last - day).days <= 180)
    assert not certificate.revoked or certificate.revoked.on.earliest > day


def dated_claims() -> st.SearchStrategy[list[Claim]]:
    """Claims with a full date of issue each, no two with the same."""
    issues = st.lists(ANCHORS, unique=True, min_size=1, max_size=4)
    return issues.flatmap(lambda days: st.tuples(*(claims_of(day) for day in days)).map(list))


def claims_of(day: date) -> st.SearchStrategy[Claim]:
    dates = {"issued": to_precision(day, 3), "expires": None}
    return claims(day).map(lambda made: Claim(made.certificate.model_copy(update=dates), made.decision))


@settings(max_examples=150, deadline=None)
@given(dated_claims(), ANCHORS, st.randoms(use_true_random=False))
def test_the_order_of_certificates_does_not_matter(made: list[Claim], day: date, random: Random) -> None:
    shuffled = random.sample(made, len(made))
    first, second = status_on(made, day, Validity()), status_on(shuffled, day, Validity())
    assert (first.state, first.until) == (second.state, second.until)
    assert first.state is CertificateState.REVOKED or first == second


@settings(max_examples=150, deadline=None)
@given(dated_claims(), ANCHORS, st.integers(0, 400), st.integers(0, 400))
def test_a_revoked_newest_never_revives_an_older_one(made: list[Claim], issue: date, kept: int, since: int) -> None:
    older = [c for c in made if c.certificate.issued and c.certificate.issued.latest < issue]
    on = issue + timedelta(days=kept)
    record = {"stars": "4", "issued": issue.isoformat(), "revoked": {"on": on.isoformat()}}
    newest = Claim(Certificate.model_validate(record), RECOGNITION)
    assert status_on([*older, newest], on + timedelta(days=since), Validity()).state is CertificateState.REVOKED

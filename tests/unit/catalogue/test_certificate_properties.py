"""Certificates, whatever is recorded: no solid stars without proof or out of time, in any order, and none revived."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.catalogue.certificate import SOLID, Claim, Standing, worth
from ocop_site.language import Text
from ocop_site.records.certificate import Certificate, Revocation
from ocop_site.records.dates import PartialDate
from ocop_site.records.decision import Decision
from ocop_site.records.scheme import Validity

Drawn = TypeVar("Drawn")

RECOGNITION = Decision.model_validate(
    {"number": "201/QĐ-UBND", "kind": "recognition", "issuer": "UBND tỉnh", "level": "province", "issued": "2020"}
    | {"sources": ["s-gazette"]}
).model_copy(update={"sources": ()})

FIRST_DAY = date(2022, 11, 1)
DAYS = st.integers(0, 1950).map(lambda days: FIRST_DAY + timedelta(days=days))


def mostly(usual: st.SearchStrategy[Drawn], rare: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn]:
    return st.sampled_from([usual] * 5 + [rare]).flatmap(lambda chosen: chosen)


def to_precision(day: date, parts: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:parts])


DATED = st.builds(to_precision, DAYS, st.sampled_from([3, 3, 3, 3, 2, 1]))
MAYBE_DATED = st.none() | DATED


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    issued, expires = draw(mostly(DATED, st.none())), draw(st.none() | MAYBE_DATED)
    certificate = Certificate(
        stars=draw(st.sampled_from([3, 4, 5])),
        issued=issued,
        issued_by=draw(MAYBE_DATED),
        expires=None if issued and expires and expires.latest < issued.earliest else expires,
        revoked=draw(mostly(st.none(), st.builds(Revocation, on=DATED))),
        as_of=draw(MAYBE_DATED),
        checked=draw(st.none() | DAYS),
        sources=draw(mostly(st.just(("s-gazette",)), st.just(()))),
    )
    if (last := surely_last_day(certificate)) and (days := draw(st.none() | st.integers(-5, 200))):
        basis = draw(mostly(st.just(Text({"vi": "Điều 12.3"})), st.none()))
        certificate = certificate.model_copy(update={"extended_until": last + timedelta(days=days), "basis": basis})
    return Claim(certificate, draw(mostly(decisions(), st.none())))


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    lacks = {
        "kind": draw(mostly(st.just("recognition"), st.sampled_from(["revocation", "extension"]))),
        "issuer": draw(mostly(st.just(RECOGNITION.issuer), st.just(Text({"vi": ""})))),
        "issued": draw(mostly(st.just(RECOGNITION.issued), DATED)),
        "sources": draw(st.sampled_from([(), ("s-gazette",)])),
    }
    return RECOGNITION.model_copy(update=lacks)


def surely_last_day(certificate: Certificate) -> date | None:
    """The earliest day that may be the term's last, reckoned without the program."""
    if certificate.expires:
        return certificate.expires.earliest
    if not certificate.issued:
        return None
    first = certificate.issued.earliest
    return date(first.year + 3, 2, 28) if (first.month, first.day) == (2, 29) else first.replace(year=first.year + 3)


def edges_of(certificate: Certificate) -> Iterator[date]:
    """Days on which something begins or ends, and their neighbours."""
    if issued := certificate.issued:
        yield from (issued.earliest - timedelta(days=1), issued.earliest, issued.latest)
    if last := surely_last_day(certificate):
        yield from (last + timedelta(days=days) for days in (-181, -180, 0, 1, 180, 181))
    if until := certificate.extended_until:
        yield from (until, until + timedelta(days=1))


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Claim], date]:
    made = draw(st.lists(claims(), min_size=1, max_size=2))
    edges = [day for one in made for day in edges_of(one.certificate)]
    return made, draw(st.sampled_from(edges) | DAYS if edges else DAYS)


@settings(max_examples=1500, deadline=None)
@given(situations())
def test_nothing_yields_solid_stars_without_proof_or_out_of_time(situation: tuple[list[Claim], date]) -> None:
    made, day = situation
    found = worth(made, day, Validity())
    if found.standing not in SOLID:
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
    if found.standing is Standing.CONTINUED:
        assert certificate.basis
        assert certificate.extended_until
        assert last < day <= min(certificate.extended_until, last + timedelta(days=180))
    else:
        assert day <= last
        assert (found.standing is Standing.ENDING) == ((last - day).days <= 180)
    assert not certificate.revoked or certificate.revoked.on.earliest > day


def dated_claims() -> st.SearchStrategy[list[Claim]]:
    """Claims with a full date of issue each, no two with the same."""
    issues = st.lists(DAYS, unique=True, min_size=1, max_size=4)
    return issues.flatmap(lambda days: st.tuples(*(claims_of(day) for day in days)).map(list))


def claims_of(day: date) -> st.SearchStrategy[Claim]:
    dates = {"issued": PartialDate(day.year, day.month, day.day), "expires": None}
    return claims().map(lambda made: Claim(made.certificate.model_copy(update=dates), made.decision))


@settings(max_examples=150, deadline=None)
@given(dated_claims(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_certificates_does_not_matter(made: list[Claim], day: date, random: Random) -> None:
    shuffled = random.sample(made, len(made))
    first, second = worth(made, day, Validity()), worth(shuffled, day, Validity())
    assert (first.standing, first.until) == (second.standing, second.until)
    assert first.standing is Standing.REVOKED or first == second


@settings(max_examples=150, deadline=None)
@given(dated_claims(), DAYS, st.integers(0, 400), st.integers(0, 400))
def test_a_revoked_newest_never_revives_an_older_one(made: list[Claim], issue: date, kept: int, since: int) -> None:
    older = [c for c in made if c.certificate.issued and c.certificate.issued.latest < issue]
    on = issue + timedelta(days=kept)
    record = {"stars": "4", "issued": issue.isoformat(), "revoked": {"on": on.isoformat()}}
    newest = Claim(Certificate.model_validate(record), RECOGNITION)
    assert worth([*older, newest], on + timedelta(days=since), Validity()).standing is Standing.REVOKED

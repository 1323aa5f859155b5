"""Certificates: what the stars of a record are worth on a day, at every boundary that the law and the sources leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

import pytest
from pydantic import ValidationError

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.status import OUTLINED, SOLID, CertificateState, CertificateStatus, status_on
from ocop_site.records.decision import Decision
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.scheme import Validity
from ocop_site.records.values.dates import PartialDate
from tests.support import some

VALID, ENDING, CONTINUED = CertificateState.VALID, CertificateState.ENDING, CertificateState.CONTINUED
TERM_OVER, LAPSED, REVOKED = CertificateState.TERM_OVER, CertificateState.LAPSED, CertificateState.REVOKED
UNVERIFIED, NONE = CertificateState.UNVERIFIED, CertificateState.NONE

GIVEN = {"number": "201/QĐ-UBND", "kind": "recognition", "issuer": "UBND tỉnh", "level": "province", "sources": ["s"]}
DECISIONS: Mapping[str, dict[str, Any]] = {
    "given": {**GIVEN, "issued": "2019-12-20"},
    "given-2023": {**GIVEN, "issued": "2023-01-10"},
    "given-february": {**GIVEN, "issued": "2023-02-01"},
    "given-in-2023": {**GIVEN, "issued": "2023"},
    "given-2025": {**GIVEN, "issued": "2025-06-01"},
    "revoking": {**GIVEN, "issued": "2019-12-20", "kind": "revocation"},
    "extending": {**GIVEN, "issued": "2019-12-20", "kind": "extension"},
    "by-nobody": {**GIVEN, "issued": "2019-12-20", "issuer": {"vi": ""}},
}

Said = dict[str, Any]


def said(**fields: Any) -> Said:
    """A record that lacks nothing, issued on 10 January 2023, with these fields instead; None: not said."""
    whole = {"stars": "3", "decision": "given", "issued": "2023-01-10", "sources": ["s-gazette"], **fields}
    return {field: value for field, value in whole.items() if value is not None}


def claim(record: Said) -> Claim:
    certificate = Certificate.model_validate(record)
    written = DECISIONS.get(certificate.decision or "")
    return Claim(certificate, Decision.model_validate(written) if written else None)


@dataclass(frozen=True)
class Case:
    says: str
    record: tuple[Said, ...]
    day: str
    standing: CertificateState
    until: str | None = None
    stars: int | None = 3
    months: int = 36


WHOLE = (said(),)
LEAP = (said(issued="2024-02-29"),)
AFTER_FEBRUARY = (said(issued="2021-02-28"),)
SHORT = (said(expires="2025-12-31"),)
LONG = (said(expires="2026-06-30"),)
ONLY_EXPIRES = (said(issued=None, expires="2026-01-10", decision="given-2023"),)
DECIDED_IN_2023 = (said(issued=None, expires="2026-01-10", decision="given-in-2023"),)
EXPIRES_IN_JANUARY = (said(expires="2026-01"),)
BEGUN_IN_2023 = (said(issued="2023", expires="2026-06-30"),)
JANUARY = (said(issued="2023-01"),)
YEAR = (said(issued="2023"),)
BY = (said(issued=None, issued_by="2023-01-10"),)
BY_YEAR = (said(issued=None, issued_by="2023"),)
AS_OF = (said(issued=None, as_of="2025-01"),)
LATE = (said(extended_until="2026-05-01", basis="Điều 12.3"),)
LATEST = (said(extended_until="2026-07-09", basis="Điều 12.3"),)
TOO_LATE = (said(extended_until="2026-12-31", basis="Điều 12.3"),)
NO_DECISION = (said(decision=None),)

TERM = [
    Case("no certificate", (), "2024-01-01", NONE, stars=None),
    Case("the day before its issue", WHOLE, "2023-01-09", NONE, stars=None),
    Case("the day of its issue", WHOLE, "2023-01-10", VALID, "2026-01-10"),
    Case("181 days left", WHOLE, "2025-07-13", VALID, "2026-01-10"),
    Case("180 days left", WHOLE, "2025-07-14", ENDING, "2026-01-10"),
    Case("one day left", WHOLE, "2026-01-09", ENDING, "2026-01-10"),
    Case("the last day, to its end", WHOLE, "2026-01-10", ENDING, "2026-01-10"),
    Case("the day after the last", WHOLE, "2026-01-11", TERM_OVER),
    Case("years after, and nothing heard", WHOLE, "2031-01-01", TERM_OVER),
    Case("29 February ends on the 28th", LEAP, "2027-02-28", ENDING, "2027-02-28"),
    Case("29 February does not reach 1 March", LEAP, "2027-03-01", TERM_OVER),
    Case("28 February ends on the 28th of a leap year", AFTER_FEBRUARY, "2024-02-28", ENDING, "2024-02-28"),
    Case("28 February does not reach the 29th", AFTER_FEBRUARY, "2024-02-29", TERM_OVER),
    Case("31 December ends on the 31st", (said(issued="2022-12-31"),), "2025-12-31", ENDING, "2025-12-31"),
    Case("31 December does not reach the new year", (said(issued="2022-12-31"),), "2026-01-01", TERM_OVER),
    Case("31 August and 18 months", (said(issued="2023-08-31"),), "2025-02-28", ENDING, "2025-02-28", months=18),
    Case("31 August and 18 months, over", (said(issued="2023-08-31"),), "2025-03-01", TERM_OVER, months=18),
    Case("31 August, into a leap year", (said(issued="2022-08-31"),), "2024-02-29", ENDING, "2024-02-29", months=18),
    Case("31 March and 3 months", (said(issued="2023-03-31"),), "2023-06-30", ENDING, "2023-06-30", months=3),
    Case("five stars are read as such", (said(stars="5"),), "2024-01-01", VALID, "2026-01-10", stars=5),
    Case("a printed end counts where it is sooner", SHORT, "2025-12-31", ENDING, "2025-12-31"),
    Case("after a sooner printed end", SHORT, "2026-01-01", TERM_OVER),
    Case("a printed end counts where it is later", LONG, "2026-06-30", ENDING, "2026-06-30"),
    Case("181 days before a printed end", LONG, "2025-12-31", VALID, "2026-06-30"),
    Case("after a later printed end", LONG, "2026-07-01", TERM_OVER),
    Case("only a printed end, before the decision", ONLY_EXPIRES, "2023-01-09", NONE, stars=None),
    Case("only a printed end, on the decision's day", ONLY_EXPIRES, "2023-01-10", VALID, "2026-01-10"),
    Case("only a printed end, on it", ONLY_EXPIRES, "2026-01-10", ENDING, "2026-01-10"),
    Case("only a printed end, after it", ONLY_EXPIRES, "2026-01-11", TERM_OVER),
]

COARSE = [
    Case("a month's first day may be the printed end", EXPIRES_IN_JANUARY, "2026-01-01", ENDING, "2026-01-01"),
    Case("within a printed month the end may be past", EXPIRES_IN_JANUARY, "2026-01-02", UNVERIFIED),
    Case("a printed month's last day", EXPIRES_IN_JANUARY, "2026-01-31", UNVERIFIED),
    Case("after a printed month", EXPIRES_IN_JANUARY, "2026-02-01", TERM_OVER),
    Case("a year of issue, perhaps not yet given", BEGUN_IN_2023, "2023-12-30", UNVERIFIED),
    Case("a year of issue, surely given", BEGUN_IN_2023, "2023-12-31", VALID, "2026-06-30"),
    Case("a decision of a year, perhaps not yet given", DECIDED_IN_2023, "2023-12-30", UNVERIFIED),
    Case("a decision of a year, surely given", DECIDED_IN_2023, "2023-12-31", VALID, "2026-01-10"),
    Case("before the month of issue", JANUARY, "2022-12-31", NONE, stars=None),
    Case("within the month of issue", JANUARY, "2023-01-15", UNVERIFIED),
    Case("a month of issue, surely within its term", JANUARY, "2024-06-01", UNVERIFIED),
    Case("the earliest end of a month's term", JANUARY, "2026-01-01", UNVERIFIED),
    Case("the latest end of a month's term", JANUARY, "2026-01-31", UNVERIFIED),
    Case("after the latest end of a month's term", JANUARY, "2026-02-01", TERM_OVER),
    Case("before the year of issue", YEAR, "2022-12-31", NONE, stars=None),
    Case("the first day of the year of issue", YEAR, "2023-01-01", UNVERIFIED),
    Case("the latest end of a year's term", YEAR, "2026-12-31", UNVERIFIED),
    Case("after the latest end of a year's term", YEAR, "2027-01-01", TERM_OVER),
    Case("February of a leap year, latest end", (said(issued="2024-02"),), "2027-02-28", UNVERIFIED),
    Case("February of a leap year, over", (said(issued="2024-02"),), "2027-03-01", TERM_OVER),
    Case("issued by a day, on it", BY, "2023-01-10", UNVERIFIED),
    Case("issued by a day, its latest end", BY, "2026-01-10", UNVERIFIED),
    Case("issued by a day, surely over", BY, "2026-01-11", TERM_OVER),
    Case("issued by a year, its latest end", BY_YEAR, "2026-12-31", UNVERIFIED),
    Case("issued by a year, surely over", BY_YEAR, "2027-01-01", TERM_OVER),
    Case("only named by a source", AS_OF, "2025-02-01", UNVERIFIED),
    Case("only named by a source, long ago", AS_OF, "2035-01-01", UNVERIFIED),
    Case("stars and nothing else", ({"stars": "4"},), "2024-01-01", UNVERIFIED, stars=4),
]

LATER_NEWS = [
    Case("listed within the term", (said(as_of="2024-01"),), "2026-01-11", TERM_OVER),
    Case("listed on the last day", (said(as_of="2026-01-10"),), "2026-02-01", TERM_OVER),
    Case("listed in the month of the end, perhaps before", (said(as_of="2026-01"),), "2026-02-01", TERM_OVER),
    Case("listed the day after the end", (said(as_of="2026-01-11"),), "2026-02-01", UNVERIFIED),
    Case("listed in the month after the end", (said(as_of="2026-02"),), "2026-03-01", UNVERIFIED),
    Case("a year's term, listed in its last year", (said(issued="2021", as_of="2024"),), "2026-01-01", TERM_OVER),
    Case("a year's term, listed the year after", (said(issued="2021", as_of="2025-01"),), "2026-01-01", UNVERIFIED),
    Case("checked within the term", (said(checked="2024-01-01"),), "2024-02-01", VALID, "2026-01-10"),
    Case("checked within the term, which then ended", (said(checked="2024-01-01"),), "2027-01-01", TERM_OVER),
    Case("checked on the 180th day after", (said(checked="2026-07-09"),), "2027-01-01", TERM_OVER),
    Case("checked on the 181st day after", (said(checked="2026-07-10"),), "2027-01-01", LAPSED),
    Case("on the day of the check", (said(checked="2026-07-10"),), "2026-07-10", LAPSED),
    Case("the day before the check", (said(checked="2026-07-10"),), "2026-07-09", TERM_OVER),
    Case("a year's term, checked on the 180th day", (said(issued="2023", checked="2027-06-29"),), "2028-01-01",
         TERM_OVER),
    Case("a year's term, checked on the 181st day", (said(issued="2023", checked="2027-06-30"),), "2028-01-01", LAPSED),
    Case("without a decision, but checked", (said(decision=None, checked="2026-07-10"),), "2027-01-01", LAPSED),
]  # fmt: skip

CONTINUATION = [
    Case("continued, but still within the term", LATE, "2026-01-10", ENDING, "2026-01-10"),
    Case("the first day of the continuation", LATE, "2026-01-11", CONTINUED, "2026-05-01"),
    Case("the last day of the continuation", LATE, "2026-05-01", CONTINUED, "2026-05-01"),
    Case("after the continuation", LATE, "2026-05-02", TERM_OVER),
    Case("continued for all of 180 days", LATEST, "2026-07-09", CONTINUED, "2026-07-09"),
    Case("181 days after the term", LATEST, "2026-07-10", TERM_OVER),
    Case("continued for longer than the law allows", TOO_LATE, "2026-07-09", CONTINUED, "2026-07-09"),
    Case("the law's 180 days are over", TOO_LATE, "2026-07-10", TERM_OVER),
    Case("continued until a day within the term", (said(extended_until="2025-12-01", basis="x"),), "2026-01-11",
         TERM_OVER),
    Case("continued after a printed end", (said(expires="2025-12-31", extended_until="2026-02-01", basis="x"),),
         "2026-02-01", CONTINUED, "2026-02-01"),
    Case("180 days from the earliest day of a printed month",
         (said(expires="2026-01", extended_until="2026-07-30", basis="x"),), "2026-06-30", CONTINUED, "2026-06-30"),
    Case("continued without a decision", (said(decision=None, extended_until="2026-05-01", basis="x"),),
         "2026-03-01", UNVERIFIED),
    Case("continued, then checked", (said(extended_until="2026-05-01", basis="x", checked="2026-07-10"),),
         "2026-07-10", LAPSED),
    Case("continued and revoked", (said(extended_until="2026-05-01", basis="x", revoked={"on": "2026-02-01"}),),
         "2026-03-01", REVOKED),
]  # fmt: skip

LACKS = [
    Case("no decision", NO_DECISION, "2024-01-01", UNVERIFIED),
    Case("no decision, the last day", NO_DECISION, "2026-01-10", UNVERIFIED),
    Case("no decision, surely over", NO_DECISION, "2026-01-11", TERM_OVER),
    Case("a decision that is not there", (said(decision="unheard-of"),), "2024-01-01", UNVERIFIED),
    Case("a decision that revokes", (said(decision="revoking"),), "2024-01-01", UNVERIFIED),
    Case("a decision that extends", (said(decision="extending"),), "2024-01-01", UNVERIFIED),
    Case("a decision without an issuer", (said(decision="by-nobody"),), "2024-01-01", UNVERIFIED),
    Case("no source of its own, the decision has one", (said(sources=None),), "2024-01-01", VALID, "2026-01-10"),
    Case("dated before its decision, on its own date", (said(decision="given-february"),), "2023-01-31", NONE,
         stars=None),
    Case("dated before its decision, on the decision's", (said(decision="given-february"),), "2023-02-01", VALID,
         "2026-01-10"),
]  # fmt: skip


def revoked(on: str, **fields: Any) -> Said:
    return said(revoked={"on": on}, **fields)


REVOCATION = [
    Case("the day before the revocation", (revoked("2024-05-02"),), "2024-05-01", VALID, "2026-01-10"),
    Case("the day of the revocation", (revoked("2024-05-02"),), "2024-05-02", REVOKED),
    Case("after the revocation", (revoked("2024-05-02"),), "2024-05-03", REVOKED),
    Case("revoked, and its term over too", (revoked("2024-05-02"),), "2030-01-01", REVOKED),
    Case("revoked, and checked", (revoked("2024-05-02", checked="2027-01-01"),), "2030-01-01", REVOKED),
    Case("before the month of the revocation", (revoked("2024-05"),), "2024-04-30", VALID, "2026-01-10"),
    Case("perhaps revoked already", (revoked("2024-05"),), "2024-05-01", REVOKED),
    Case("revoked without a decision", (revoked("2024-05-02", decision=None),), "2024-06-01", REVOKED),
    Case("revoked on the day of its issue", (revoked("2023-01-10"),), "2023-01-10", REVOKED),
    Case("before its issue and its revocation", (revoked("2024-05-02"),), "2023-01-09", NONE, stars=None),
    Case("superseded before it was revoked", (revoked("2024-05-02"), said(stars="4", issued="2024-05-01")),
         "2024-06-01", VALID, "2027-05-01", stars=4),
    Case("superseded by what only a rumour tells",
         (revoked("2024-05-02"), said(issued=None, stars="4", as_of="2024-04")), "2024-06-01", REVOKED),
    Case("a newer one issued on its day", (revoked("2024-05-02"), said(stars="4", issued="2024-05-02")),
         "2024-06-01", VALID, "2027-05-02", stars=4),
    Case("a newer one issued after it", (revoked("2024-05-02"), said(stars="4", issued="2024-05-03")),
         "2024-06-01", VALID, "2027-05-03", stars=4),
    Case("a newer one, not yet issued", (revoked("2024-05-02"), said(stars="4", issued="2024-07-01")),
         "2024-06-30", REVOKED),
    Case("a newer one, perhaps issued before it", (revoked("2024-05-02"), said(stars="4", issued="2024-05")),
         "2024-06-01", UNVERIFIED, stars=4),
    Case("a newer one, issued in a later month", (revoked("2024-05-02"), said(stars="4", issued="2024-06")),
         "2024-07-01", UNVERIFIED, stars=4),
    Case("a newer one, only issued by a day", (revoked("2024-05-02"), said(issued=None, issued_by="2025-01")),
         "2025-02-01", REVOKED),
    Case("revoked in a year, a newer one of that year", (revoked("2024"), said(stars="4", issued="2024-08-01")),
         "2025-01-01", VALID, "2027-08-01", stars=4),
    Case("revoked in a year, a newer one of the next", (revoked("2024"), said(stars="4", issued="2025-01-01")),
         "2025-01-01", VALID, "2028-01-01", stars=4),
    Case("the newest revoked, an older one not", (said(), revoked("2024-05-02", stars="4", issued="2024-01-10")),
         "2024-06-01", REVOKED, stars=4),
    Case("the newest not revoked yet", (said(), revoked("2024-05-02", stars="4", issued="2024-01-10")),
         "2024-05-01", VALID, "2027-01-10", stars=4),
    Case("revoked, and an older one without dates", (said(issued=None), revoked("2024-05-02", stars="4")),
         "2024-06-01", REVOKED, stars=4),
    Case("an undated one revoked, a newer one since", (revoked("2022-05-02", issued=None), said(stars="4")),
         "2024-01-01", VALID, "2026-01-10", stars=4),
]  # fmt: skip

OLD, UPGRADE = said(issued="2020-01-10"), said(stars="4", issued="2022-06-01")
SEVERAL = [
    Case("renewed before the end", (OLD, said(stars="4")), "2023-01-10", VALID, "2026-01-10", stars=4),
    Case("renewal not given yet", (OLD, said(stars="4")), "2023-01-09", ENDING, "2023-01-10"),
    Case("a gap between two terms", (OLD, said(stars="4", issued="2023-03-01")), "2023-02-01", TERM_OVER),
    Case("three, the newest counts", (OLD, UPGRADE, said(stars="5")), "2024-01-01", VALID, "2026-01-10", stars=5),
    Case("three, before the newest", (OLD, UPGRADE, said(stars="5")), "2023-01-01", VALID, "2025-06-01", stars=4),
    Case("the newest over, an older one printed longer", (said(issued="2020-01-10", expires="2030-01-10"), UPGRADE),
         "2025-06-02", TERM_OVER, stars=4),
    Case("the newest lacks a decision, an older one does not", (UPGRADE, said(stars="5", decision=None)),
         "2024-01-01", UNVERIFIED, stars=5),
    Case("the newest is only issued by a day", (UPGRADE, said(stars="5", issued=None, issued_by="2023-01-10")),
         "2024-01-01", UNVERIFIED, stars=5),
    Case("the newest has only its year", (UPGRADE, said(stars="5", issued="2023")), "2024-01-01", UNVERIFIED, stars=5),
    Case("perhaps given later in the same year", (UPGRADE, said(issued="2022")), "2024-01-01", UNVERIFIED),
    Case("another has no date at all", (said(stars="5", issued=None), UPGRADE), "2024-01-01", VALID, "2025-06-01",
         stars=4),
    Case("an article is older than the certificate", (said(issued=None, decision=None, as_of="2021-05"), UPGRADE),
         "2024-01-01", VALID, "2025-06-01", stars=4),
    Case("a decision's date places one among the others", (UPGRADE, said(issued=None, decision="given-2025")),
         "2025-06-01", UNVERIFIED),
    Case("a decision's date, before it", (UPGRADE, said(issued=None, decision="given-2025")),
         "2025-05-31", ENDING, "2025-06-01", stars=4),
    Case("a newer one whose printed end is sooner", (UPGRADE, said(stars="5", issued=None, expires="2025-01-10",
         decision="given-2023")), "2025-02-01", TERM_OVER, stars=5),
    Case("a printed end alone places one among the others",
         (OLD, said(stars="4", issued=None, expires="2026-01-10", decision=None)), "2024-01-01", UNVERIFIED, stars=4),
    Case("two of one day, the lower is told", (said(), said(stars="4")), "2024-01-01", VALID, "2026-01-10"),
    Case("two without dates, the lower is told", ({"stars": "4"}, {"stars": "3"}), "2024-01-01", UNVERIFIED),
]  # fmt: skip

CASES = [*TERM, *COARSE, *LATER_NEWS, *CONTINUATION, *LACKS, *REVOCATION, *SEVERAL]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.says} ({case.day})")
def test_what_a_record_is_worth_on_a_day(case: Case) -> None:
    for order in some(permutations(case.record)):
        found = status_on(
            [claim(record) for record in order], date.fromisoformat(case.day), Validity(months=case.months)
        )
        until = found.until and found.until.isoformat()
        assert (found.state, until, found.stars) == (case.standing, case.until, case.stars)


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.says for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("standing", CertificateState)
def test_stars_are_solid_outlined_or_not_shown(standing: CertificateState) -> None:
    shown = {VALID: "solid", ENDING: "solid", CONTINUED: "solid", TERM_OVER: "outlined", UNVERIFIED: "outlined"}
    look = "solid" if standing in SOLID else "outlined" if standing in OUTLINED else None
    assert look == shown.get(standing)
    assert CertificateStatus(standing, 3).shows_stars == (look is not None)


def test_an_extension_without_a_basis_is_refused() -> None:
    with pytest.raises(ValidationError, match="basis"):
        Certificate.model_validate(said(extended_until="2026-05-01"))


def test_an_extension_without_a_basis_continues_nothing() -> None:
    certificate = claim(LATE[0]).certificate.model_copy(update={"basis": None})
    given_by = claim(WHOLE[0]).decision
    assert status_on([Claim(certificate, given_by)], date(2026, 1, 11), Validity()).state is TERM_OVER


def test_what_no_source_tells_is_not_verified() -> None:
    unsourced = claim(said(sources=None))
    assert unsourced.decision
    nowhere_told = Claim(unsourced.certificate, unsourced.decision.model_copy(update={"sources": ()}))
    assert status_on([nowhere_told], date(2024, 1, 1), Validity()).state is UNVERIFIED


def test_an_end_before_the_issue_is_refused() -> None:
    with pytest.raises(ValidationError, match="order"):
        Certificate.model_validate(said(expires="2023-01-09"))


def test_the_schemes_own_terms_count() -> None:
    terms = Validity(months=12, continuation_days=10, ending_days=30)
    found = {day: status_on([claim(TOO_LATE[0])], day, terms).state for day in (date(2023, 12, 10), date(2023, 12, 11))}
    assert found == {date(2023, 12, 10): VALID, date(2023, 12, 11): ENDING}
    assert status_on([claim(TOO_LATE[0])], date(2024, 1, 20), terms).until == date(2024, 1, 20)
    assert status_on([claim(TOO_LATE[0])], date(2024, 1, 21), terms).state is TERM_OVER


def test_a_newer_decision_counts_although_its_certificate_has_no_date() -> None:
    old = Claim(
        Certificate(stars=5, issued=PartialDate(2025, 6, 10), sources=("s",)),
        Decision.model_validate({**GIVEN, "issued": "2025-06-01"}),
    )
    new = Claim(Certificate(stars=3, sources=("s",)), Decision.model_validate({**GIVEN, "issued": "2026-01-05"}))
    told = status_on([old, new], date(2026, 2, 1), Validity())
    assert (told.state, told.stars) == (CertificateState.UNVERIFIED, 3)


def test_of_two_certificates_of_one_day_the_lower_counts() -> None:
    claims = [Claim(Certificate(stars=stars, issued=PartialDate(2025, 6, 10), sources=("s",))) for stars in (3, 5)]
    for ordered in (claims, claims[::-1]):
        assert status_on(ordered, date(2026, 2, 1), Validity()).stars == 3


def counted(day: date, *records: Said) -> CertificateStatus:
    """What the records are worth, the same in any order."""
    claims = [
        Claim(Certificate.model_validate(record), Decision.model_validate(DECISIONS[record["decision"]]))
        if "decision" in record
        else Claim(Certificate.model_validate(record))
        for record in records
    ]
    told = [status_on(ordered, day, Validity()) for ordered in permutations(claims)]
    assert len({(one.state, one.stars, one.until) for one in told}) == 1
    return told[0]


def test_of_two_certificates_of_one_day_the_less_certain_counts() -> None:
    assert counted(date(2024, 1, 1), said(), said(decision=None)).state is UNVERIFIED
    assert counted(date(2025, 6, 1), said(), said(expires="2025-01-10")).state is TERM_OVER


def test_of_two_revocations_the_last_is_told() -> None:
    first = said(revoked={"on": "2024-01-01"})
    last = said(stars="4", issued="2023-06-10", revoked={"on": "2024-06-01"})
    told = counted(date(2025, 1, 1), first, last)
    assert told.state is REVOKED
    assert told.stars == 4


def test_a_mistyped_date_of_a_revoked_certificate_revives_no_older_one() -> None:
    older, revoked = said(issued="2022-06-01"), said(issued="2042-06-01", revoked={"on": "2025-01-01"})
    assert counted(date(2025, 2, 1), older, revoked).state is REVOKED


def test_a_continuation_of_a_coarse_term_leaves_it_open() -> None:
    record = said(issued="2023", extended_until="2027-05-01", basis="Điều 12.3")
    assert counted(date(2027, 2, 1), record).state is UNVERIFIED

"""What stars will be worth: the days on which their worth changes, and no day on which the timeline says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.status import status_on
from ocop_site.catalogue.timeline import timeline
from ocop_site.records.scheme import Validity
from tests.unit.catalogue.test_status import Said, claim, said
from tests.unit.catalogue.test_status_properties import situations


def told(first: str, *records: Said) -> list[str]:
    stages = timeline([claim(record) for record in records], date.fromisoformat(first), Validity())
    return [f"{stage.starts} {stage.status.state}" for stage in stages]


@pytest.mark.parametrize(
    ("says", "record", "stages"),
    [
        (
            "a term that ends is over on the day after its last",
            said(),
            ["2025-06-01 valid", "2025-07-14 ending", "2026-01-11 term_over"],
        ),
        (
            "a continuation begins where the term ends, and ends as stated",
            said(extended_until="2026-05-01", basis="Điều 12.3"),
            ["2025-06-01 valid", "2025-07-14 ending", "2026-01-11 continued", "2026-05-02 term_over"],
        ),
        (
            "a continuation ends after 180 days, whatever is stated",
            said(extended_until="2026-12-31", basis="Điều 12.3"),
            ["2025-06-01 valid", "2025-07-14 ending", "2026-01-11 continued", "2026-07-10 term_over"],
        ),
        (
            "what is not verified is over when it has surely ended",
            said(issued="2023"),
            ["2025-06-01 unverified", "2027-01-01 term_over"],
        ),
        (
            "what was issued some day of a year has surely begun on its last",
            said(issued="2025", expires="2026-06-30"),
            ["2025-06-01 unverified", "2025-12-31 valid", "2026-01-01 ending", "2026-07-01 term_over"],
        ),
        ("what nothing dates stays as it is", said(issued=None, as_of="2025-01"), ["2025-06-01 unverified"]),
        (
            "what the office looked up later counts from that day",
            said(issued="2021-03-01", decision=None, checked="2025-08-01"),
            ["2025-06-01 term_over", "2025-08-01 lapsed"],
        ),
        (
            "a revocation decided already counts from its day",
            said(revoked={"on": "2025-09-01"}),
            ["2025-06-01 valid", "2025-07-14 ending", "2025-09-01 revoked"],
        ),
        (
            "a certificate decided already counts from its day",
            said(issued="2025-06-15", expires="2025-12-31"),
            ["2025-06-01 none", "2025-06-15 valid", "2025-07-04 ending", "2026-01-01 term_over"],
        ),
    ],
)
def test_a_worth_changes_on_its_day(says: str, record: Said, stages: list[str]) -> None:
    assert told("2025-06-01", record) == stages, says


def test_a_newer_certificate_takes_over_on_its_day() -> None:
    renewed = said(issued="2025-12-01", decision="given-2025")
    assert told("2025-11-30", said(), renewed)[:2] == ["2025-11-30 ending", "2025-12-01 valid"]


def test_without_a_certificate_nothing_is_to_come() -> None:
    assert told("2025-06-01") == ["2025-06-01 none"]


@settings(max_examples=100, deadline=None)
@given(situations())
def test_on_no_day_does_the_timeline_say_other_than_the_certificates_do(situation: tuple[list[Claim], date]) -> None:
    made, first = situation
    stages = list(timeline(made, first, Validity()))
    day, last = first, stages[-1].starts + timedelta(days=800)
    stage = stages.pop(0)
    while day <= last:
        if stages and stages[0].starts == day:
            assert stages[0].status != stage.status
            stage = stages.pop(0)
        assert stage.status == status_on(made, day, Validity()), day
        day += timedelta(days=1)
    assert stages == []

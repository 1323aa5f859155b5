"""Events follow from the records: each on its own day, and none undone by what came later, but of what has left."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.history import Event, events
from tests.support import catalogue_of

LAST = date(2026, 11, 23)


@pytest.fixture(scope="module")
def on() -> Callable[[date], Catalogue]:
    """The example on a day."""
    content = Path(__file__).parents[2] / "example" / "content"
    return lambda day: catalogue_of(content, today=day)


def lasting(found: list[Event]) -> list[Event]:
    return [event for event in found if event.kind not in ("recall", "warning")]


def test_what_happened_by_a_day_has_happened_on_every_later_day(on: Callable[[date], Catalogue]) -> None:
    now = lasting(events(on(LAST)))
    left = {event.subject for event in now if event.kind == "withdrawn"}
    for weeks in range(0, 160, 8):
        day = LAST - timedelta(weeks=weeks)
        then = [event for event in lasting(events(on(day))) if event.subject not in left or event.kind == "withdrawn"]
        assert then == [event for event in now if event.day <= day]


def test_the_kinds_of_event_are_told_by_their_records(on: Callable[[date], Catalogue]) -> None:
    assert {event.kind for event in events(on(LAST))} == {
        "certified", "upgraded", "lapsed", "revoked", "withdrawn", "recall",
    }  # fmt: skip


def test_a_term_that_is_over_is_no_event_until_somebody_has_looked_it_up(on: Callable[[date], Catalogue]) -> None:
    lapsed = [event for event in events(on(LAST)) if event.kind == "lapsed"]
    assert [(event.subject, event.day) for event in lapsed] == [("mau-hat", date(2026, 10, 1))]

"""What machines are told of every certificate of the example, on days of many years, is what its page shows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ocop_site.editions.edition import Edition
from ocop_site.pages.schema_org.product import certification
from ocop_site.views import StatusLine
from tests.support import catalogue_of, editions_of, some

FIRST = date(2023, 9, 14)

DAYS = [FIRST + timedelta(days=37 * step) for step in range(60)]
"""Over six years: before the first certificate of the example, until after the last."""

STATUS = {"valid": "Active", "ending": "Active", "continued": "Active", "lapsed": "Inactive", "revoked": "Inactive"}


def on(day: date, content: Path, folder: Path) -> Edition:
    """The example as it is told on a day, without its pictures."""
    return editions_of(catalogue_of(content, today=day), folder)["vi"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[date, StatusLine, dict[str, Any]]]:
    """Day, what the page shows, what machines are told, for each product."""
    content = Path(__file__).parents[2] / "example" / "content"
    folder = tmp_path_factory.mktemp("pictures")
    return [each for day in DAYS for each in _told_on(day, on(day, content, folder))]


def _told_on(day: date, edition: Edition) -> Iterator[tuple[date, StatusLine, dict[str, Any]]]:
    for product_id in edition.catalogue.products:
        yield day, edition.status.of(product_id), certification(edition, edition.catalogue.status(product_id)) or {}


def test_its_status_is_that_of_the_page(told: list[tuple[date, StatusLine, dict[str, Any]]]) -> None:
    for day, shown, certificate in told:
        status = certificate.get("certificationStatus", "").removeprefix("https://schema.org/Certification")
        assert status == STATUS.get(shown.state, ""), (day, shown)
    assert {shown.state for _, shown, _ in told} >= {*STATUS, "term_over", "unverified", "none"}


def test_its_class_is_told_where_it_is_in_force(told: list[tuple[date, StatusLine, dict[str, Any]]]) -> None:
    for day, shown, certificate in some(told):
        in_force = shown.stars if shown.solid else None
        assert certificate.get("certificationRating", {}).get("ratingValue") == in_force, (day, shown)


def test_it_is_active_within_its_days_only(told: list[tuple[date, StatusLine, dict[str, Any]]]) -> None:
    for day, shown, certificate in some(told):
        if shown.state in ("valid", "ending", "continued"):
            assert certificate.get("validFrom", "") <= day.isoformat() <= certificate["expires"], shown
            assert certificate["expires"] == shown.until
        elif "expires" in certificate:
            assert certificate["expires"] < day.isoformat(), shown


def test_no_day_is_told_that_is_not_known(told: list[tuple[date, StatusLine, dict[str, Any]]]) -> None:
    for _, _, certificate in some(told):
        for name in {"datePublished", "validFrom", "expires"} & set(certificate):
            assert date.fromisoformat(certificate[name]), certificate

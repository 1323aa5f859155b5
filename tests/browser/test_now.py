"""What is so at this moment: open places first, the season of the site's month, and what is near, for who asks."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

SITE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(scope="module")
def origin(example_origin: str) -> str:
    return example_origin


def at(visitor: Open, origin: str, moment: datetime, **options: object) -> Page:
    page = visitor("vi-VN", **options)
    page.clock.set_fixed_time(moment)
    page.goto(f"{origin}/vi/bay-gio/", wait_until="load")
    return page


def places(page: Page) -> list[str]:
    return [line.inner_text() for line in page.locator("[data-places] .entry__name").all()]


@pytest.mark.parametrize(
    ("moment", "first", "open_now"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=SITE), "Nhà trưng bày Mẫu", 1),
        (datetime(2026, 11, 28, 11, 45, tzinfo=SITE), "Gian hàng Mẫu", 1),
        (datetime(2026, 11, 29, 9, tzinfo=SITE), "Nhà trưng bày Mẫu", 0),
    ],
)
def test_places_that_are_open_come_first(
    visitor: Open, origin: str, moment: datetime, first: str, open_now: int
) -> None:
    page = at(visitor, origin, moment, timezone_id="America/Los_Angeles")
    assert places(page)[0] == first
    assert page.get_by_text("Đang mở cửa, đến").locator("visible=true").count() == open_now


def test_where_the_visitor_is_is_asked_on_a_tap_alone_and_goes_nowhere(visitor: Open, origin: str) -> None:
    here = {"latitude": 10.6, "longitude": 106.4}
    page = at(visitor, origin, datetime(2026, 11, 23, 9, tzinfo=SITE), geolocation=here, permissions=["geolocation"])
    assert "km" not in page.locator("[data-places]").inner_text()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-nearest]").click()
    expect(page.locator("[data-places] [data-far]").first).to_contain_text("km")
    assert asked == []


def test_a_phone_that_does_not_tell_where_it_is_leaves_the_order(visitor: Open, origin: str) -> None:
    page = at(visitor, origin, datetime(2026, 11, 23, 9, tzinfo=SITE), permissions=[])
    before = places(page)
    page.locator("[data-nearest]").click()
    expect(page.locator("[data-nearest-said]")).to_contain_text("không cho biết vị trí")
    assert places(page) == before


def test_the_season_is_that_of_the_sites_month(visitor: Open, origin: str) -> None:
    for moment, month in (
        (datetime(2026, 11, 30, 23, tzinfo=SITE), "11"),
        (datetime(2026, 12, 1, 1, tzinfo=SITE), "12"),
    ):
        page = at(visitor, origin, moment, timezone_id="Europe/London")
        shown = page.locator("[data-month]").locator("visible=true")
        assert [section.get_attribute("data-month") for section in shown.all()] == [month]

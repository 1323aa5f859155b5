"""A trail in a visitor's hand: the hours of the day one goes on, keys at the thumb, all there without script."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.support import some


@pytest.fixture(scope="module")
def origin(example_origin: str) -> str:
    return example_origin


def hours(page: Page) -> list[str]:
    return [line.inner_text() for line in page.locator(".river__hours li").locator("visible=true").all()]


def test_the_hours_of_the_chosen_day_stand_at_each_stop(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/trails/mot-ngay/", wait_until="load")
    assert hours(page) == ["Monday–Friday: 07:30–11:30, 13:00–17:00", "Saturday: 08:00–11:30", "Sunday: closed"]
    page.get_by_label("Going on").select_option("Sunday")
    assert hours(page) == ["Sunday: closed"]
    page.get_by_label("Going on").select_option("Wednesday")
    assert hours(page) == ["Monday–Friday: 07:30–11:30, 13:00–17:00"]
    page.get_by_label("Going on").select_option("any day")
    assert len(hours(page)) == 3


def test_without_script_the_hours_of_all_days_stand_there(visitor: Open, origin: str) -> None:
    page = visitor("en-GB", java_script_enabled=False)
    page.goto(f"{origin}/en/trails/mot-ngay/")
    assert len(hours(page)) == 3
    assert page.locator("[data-trail-day]").is_hidden()


@pytest.mark.parametrize("path", ["/en/trails/mot-ngay/", "/en/places/nha-trung-bay/", "/en/producers/htx-mau/"])
def test_what_one_does_next_is_at_the_thumb(visitor: Open, origin: str, path: str) -> None:
    page = visitor("en-GB")
    page.set_viewport_size({"width": 360, "height": 560})
    page.goto(origin + path, wait_until="load")
    for key in some(page.locator(".thumb .action").locator("visible=true").all()):
        box = key.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 560
        assert box["height"] >= 44

"""A phone in the hand: what scripts add to the example's pages, that nothing moves, and what stands without them."""

from datetime import datetime, timedelta, timezone

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import WATCH, Open
from tests.support import some

BASE = "/thu"
SITE = timezone(timedelta(hours=7))

SHEET = "navigator.share = (shared) => { window.shared = shared; return Promise.resolve(); };"

NO_SHEET = """
  delete Navigator.prototype.share;
  Object.defineProperty(navigator, "clipboard", { value: {
    writeText: (text) => { window.copied = text; return Promise.resolve(); },
  } });
"""


@pytest.fixture(scope="module")
def origin(example_origin: str) -> str:
    return example_origin


def moved(page: Page) -> float:
    return float(page.evaluate("window.moved"))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T07:29", "Closed, opens again 7:30 today"),  # a Monday
        ("2026-11-23T07:30", "Open now, until 11:30"),
        ("2026-11-23T11:30", "Closed, opens again 13:00 today"),
        ("2026-11-27T16:59", "Open now, until 17:00"),
        ("2026-11-28T08:00", "Open now, until 11:30"),
        ("2026-11-28T13:00", "Closed, opens again 7:30 on Monday"),
        ("2026-11-29T10:00", "Closed, opens again 7:30 on Monday"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_a_place_is_open_by_the_sites_own_clock(visitor: Open, origin: str, moment: str, said: str, zone: str) -> None:
    page = visitor("en-GB", timezone_id=zone)
    page.add_init_script(WATCH)
    page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=SITE))
    for path in ("/en/", "/en/places/", "/en/places/nha-trung-bay/"):
        page.goto(origin + path, wait_until="load")
        assert page.locator(".now > :visible").first.inner_text() == said, path
        assert moved(page) == 0


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-28T17:59", "Closed, opens again 18:00 today"),  # a Saturday
        ("2026-11-28T18:00", "Open now, until 2:00"),
        ("2026-11-28T23:59", "Open now, until 2:00"),
        ("2026-11-29T01:59", "Open now, until 2:00"),
        ("2026-11-29T02:00", "Closed, opens again 18:00 today"),
        ("2026-11-27T01:00", "Closed, opens again 7:30 today"),
        ("2026-11-30T01:00", "Open now, until 2:00"),
        ("2026-11-30T03:00", None),
    ],
)
def test_a_night_market_is_open_past_midnight(visitor: Open, origin: str, moment: str, said: str | None) -> None:
    page = visitor("en-GB")
    page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=SITE))
    page.goto(f"{origin}/en/places/nha-trung-bay/", wait_until="load")
    hours = "1-4=07:30-17:00;5-6=18:00-02:00"
    page.locator("[data-hours]").first.evaluate("(place, hours) => place.setAttribute('data-hours', hours)", hours)
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    seen = page.locator(".meet__now .now > :visible")
    assert [words.inner_text() for words in seen.all()] == ([said] if said else [])


def test_when_it_opens_again_is_not_guessed_over_days_that_are_not_told(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.clock.set_fixed_time(datetime(2026, 11, 23, 12, tzinfo=SITE))
    page.goto(f"{origin}/en/places/nha-trung-bay/", wait_until="load")
    page.locator("[data-hours]").first.evaluate(
        "place => place.setAttribute('data-hours', '0-0=07:30-11:30;2-2=08:00-09:00')"
    )
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert page.locator(".now > :visible").first.inner_text() == "Closed now"


def test_a_page_left_open_is_told_when_the_door_closes(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.clock.install(time=datetime(2026, 11, 23, 16, 58, tzinfo=SITE))
    page.goto(f"{origin}/en/places/nha-trung-bay/", wait_until="load")
    assert page.locator(".meet__now .now > :visible").inner_text() == "Open now, until 17:00"
    page.clock.run_for(180_000)
    assert page.locator(".meet__now .now > :visible").inner_text() == "Closed, opens again 7:30 on Tuesday"


def test_without_script_the_hours_stand_and_nothing_is_claimed_of_now(visitor: Open, origin: str) -> None:
    page = visitor("en-GB", java_script_enabled=False)
    page.goto(f"{origin}/en/")
    card = page.locator(".entry", has_text="Sample Showroom").first
    assert "Monday–Friday: 07:30–11:30, 13:00–17:00" in card.inner_text()
    assert page.locator(".now > :visible").count() == 0


def test_a_page_is_handed_to_the_phones_own_sheet(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.add_init_script(WATCH + SHEET)
    page.goto(f"{origin}/en/products/mau-gao/", wait_until="load")
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == "https://example.org/thu/en/products/mau-gao/"
    assert shared["title"] == page.title()
    assert moved(page) == 0


def test_without_such_a_sheet_the_address_is_copied_and_that_is_said(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.add_init_script(NO_SHEET)
    page.goto(f"{origin}/en/products/mau-gao/", wait_until="load")
    page.get_by_role("button", name="Share").click()
    page.get_by_text("Address copied.").wait_for()
    assert page.evaluate("window.copied") == "https://example.org/thu/en/products/mau-gao/"


def test_without_script_no_button_is_there_that_does_nothing(visitor: Open, origin: str) -> None:
    page = visitor("en-GB", java_script_enabled=False)
    page.goto(f"{origin}/en/products/mau-gao/")
    assert page.locator("main button:visible").count() == 0


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_is_shown_to_the_seller_fills_the_screen_without_script(visitor: Open, origin: str, width: int) -> None:
    page = visitor("en-GB", width, java_script_enabled=False)
    page.goto(f"{origin}/en/products/mau-gao/")
    assert not page.locator("#_seller").is_visible()
    page.get_by_role("link", name="Show this to the seller").click()
    box = page.locator("#_seller").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, width, 800)
    assert "Tôi muốn mua sản phẩm này, giá bao nhiêu?" in page.locator("#_seller").inner_text()
    page.get_by_role("link", name="Back to the page").click()
    assert not page.locator("#_seller").is_visible()


@pytest.mark.parametrize("typed", ["VD001", "vd001", " vd-001 ", "vd 001"])
def test_a_code_typed_on_the_home_page_leads_to_its_product(visitor: Open, origin: str, typed: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/", wait_until="load")
    page.get_by_label("Type the code on the label").fill(typed)
    page.get_by_role("button", name="Go").click()
    page.wait_for_url("**/p/VD001/")


def test_without_script_a_typed_code_leads_to_the_list_of_codes(visitor: Open, origin: str) -> None:
    page = visitor("en-GB", java_script_enabled=False)
    page.goto(f"{origin}/en/")
    page.get_by_label("Type the code on the label").fill("VD001")
    page.get_by_role("button", name="Go").click()
    assert page.url == f"{origin}/en/codes/?code=VD001"
    page.get_by_role("link", name="VD001 · Sample rice").click()
    assert page.url == f"{origin}/en/products/mau-gao/"


ON_NAMES = """
  () => [...document.querySelectorAll(".card:has(.card__keep)")].filter((card) => {
    const text = document.createRange();
    text.selectNodeContents(card.querySelector(".cover a"));
    const heart = getComputedStyle(card.querySelector(".card__keep"), "::before");
    const corner = card.querySelector(".card__keep").getBoundingClientRect();
    return text.getBoundingClientRect().top < corner.top + (corner.height + parseFloat(heart.height)) / 2;
  }).map((card) => card.textContent.trim())
"""


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", ["/en/products/", "/vi/san-pham/"])
def test_no_heart_lies_on_the_name_of_what_has_no_picture(visitor: Open, origin: str, path: str, width: int) -> None:
    page = visitor("en-GB", width)
    page.goto(origin + path, wait_until="load")
    page.wait_for_selector(".card__keep:not([hidden])")
    page.evaluate("document.querySelectorAll('.card:not(:has(.cover))').forEach(card => card.remove())")
    assert page.locator(".card .cover").count() > 3
    assert page.evaluate(ON_NAMES) == []


@pytest.mark.parametrize("path", ["/en/products/", "/en/producers/"])
def test_a_name_on_a_cover_keeps_clear_of_its_edges(visitor: Open, origin: str, path: str) -> None:
    page = visitor("en-GB", 320)
    page.goto(origin + path, wait_until="load")
    for cover in some(page.locator("h2.cover, h3.cover").all()):
        least = cover.evaluate("""cover => {
          const text = document.createRange();
          text.selectNodeContents(cover.firstElementChild);
          const [outer, inner] = [cover.getBoundingClientRect(), text.getBoundingClientRect()];
          return Math.min(inner.top - outer.top, outer.bottom - inner.bottom);
        }""")
        assert least >= 6

"""What stars are worth on the visitor's day: words change when they should, nothing moves, no wrong clock revives."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from tests.browser.conftest import SETTLED, WATCH, Open, serving
from tests.conftest import Building
from tests.support import PROJECT, Task, build

BASE = "/thu"
BUILT = date(2025, 3, 1)
SITE = timezone(timedelta(hours=7))

Told = tuple[str, str]

NOT_YET = ("", "Not OCOP-recognised.")

STAGES: dict[str, dict[str, Told]] = {
    "mau-banh": {
        "": ("3 in_force", "3 stars. Certificate valid until 15 September 2026."),
        "2026-09-16": (
            "3 in_force",
            "3 stars. Validity continued until 14 March 2027. Basis: Sample article, late dossier.",
        ),
        "2027-03-15": ("3 over", "3 stars. Recorded term over (14 March 2027), no news of renewal."),
    },
    "mau-bia": {
        "": NOT_YET,
        "2025-09-01": ("3 in_force", "3 stars. Certificate valid until 1 September 2028."),
        "2028-09-02": ("3 over", "3 stars. Recorded term over (1 September 2028), no news of renewal."),
    },
    "mau-gao": {
        "": ("3 in_force", "3 stars. Certificate valid until 15 September 2026."),
        "2025-03-20": ("5 in_force", "5 stars. Certificate valid until 20 March 2028."),
        "2028-03-21": ("5 over", "5 stars. Recorded term over (20 March 2028), no news of renewal."),
    },
    "mau-hat": {
        "": ("3 told", "3 stars according to Sổ giấy mẫu. Whether it still holds could not be verified."),
        "2025-03-02": ("3 over", "3 stars. Recorded term over (1 March 2025), no news of renewal."),
        "2026-10-01": ("ended", "Certificate no longer in force (1 March 2025)."),
    },
    "mau-thit": {
        "": ("4 in_force", "4 stars. Certificate valid until 10 February 2027."),
        "2025-04-15": ("ended", "Certificate revoked (15 April 2025). By decision 40/QĐ-UBND."),
    },
    "mau-trung": {
        "": ("3 told", "3 stars according to Sổ giấy mẫu. Whether it still holds could not be verified."),
        "2027-12-21": (
            "3 over",
            "3 stars. Recorded term over (by 20 December 2027 at the latest), no news of renewal.",
        ),
    },
    "mau-hop-qua": {"": NOT_YET},
}
"""What a page of the example, built on 1 March 2025, says from when on: how many stars, solid or not, and the words."""

CHANGES = [
    (product, date.fromisoformat(day), before, after)
    for product, stages in STAGES.items()
    for (_, before), (day, after) in zip(stages.items(), list(stages.items())[1:], strict=False)
]


def known_on(day: date, content: Path, copy: Path) -> Path:
    """The example's content as it was on a day before one of its producers agreed to be shown."""
    shutil.copytree(content, copy)
    household = copy / "producers" / "ho-cong-khai.yaml"
    household.write_text(household.read_text("utf-8").replace("on: 2026-10-01", f"on: {day}"), "utf-8")
    return copy


@pytest.fixture(scope="module")
def origin(building: Building, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    content = known_on(BUILT, example, tmp_path_factory.mktemp("old") / "content")
    site = building("today", BASE.strip("/"), content, today=BUILT)
    with serving(site.folder.parent, BASE) as address:
        yield address


@pytest.fixture
def page(visitor: Open) -> Page:
    return watched(visitor("en-GB"))


def watched(page: Page) -> Page:
    """A page that counts what moves on it."""
    page.add_init_script(WATCH)
    return page


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), SITE)


def at(page: Page, address: str, moment: datetime) -> Page:
    """The page as somebody opens it at that moment."""
    page.clock.set_fixed_time(moment)
    page.goto(address, wait_until="load")
    page.evaluate(SETTLED)
    return page


def later(page: Page, moment: datetime) -> Page:
    """The same page, looked at again."""
    page.clock.set_fixed_time(moment)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate(SETTLED)
    return page


def told(scope: Page | Locator, badge: str = ".worth") -> Told:
    """The seal and the words of the one badge that is to be seen."""
    seen = scope.locator(f"{badge}:visible")
    seals = seen.locator(".seal").evaluate_all("(seals) => seals.map((seal) => seal.dataset.seal)")
    return " ".join(seals), " ".join(seen.inner_text().split())


def cards(page: Page) -> dict[str, Told]:
    return {
        (link.get_attribute("href") or "").split("/")[-2]: told(card, ".card__worth")
        for card in page.locator(".card").all()
        for link in card.locator("a").all()
    }


def first_told(product: str) -> Told:
    return STAGES[product][""]


def test_the_words_change_on_their_day_and_nothing_moves(page: Page, origin: str) -> None:
    for product, day, before, after in CHANGES:
        address = f"{origin}/en/products/{product}/"
        assert told(at(page, address, noon(day - timedelta(days=1)))) == before, (product, day)
        assert told(later(page, noon(day))) == after, (product, day)
        assert page.evaluate("moved") == 0
        assert told(at(page, address, noon(day))) == after, (product, day)
        assert page.evaluate("moved") == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_cards_change_with_the_pages_they_lead_to(visitor: Open, origin: str, width: int) -> None:
    page = watched(visitor("en-GB", width))
    first = cards(at(page, f"{origin}/en/products/", noon(BUILT)))
    assert first["mau-gao"] == ("3 in_force", "valid until 15 September 2026")
    assert first["mau-thit"] == ("4 in_force", "valid until 10 February 2027")
    then = cards(later(page, noon(date(2027, 3, 15))))
    assert then["mau-gao"] == ("5 in_force", "valid until 20 March 2028")
    assert then["mau-thit"] == ("ended", "certificate revoked")
    assert then["mau-banh"] == ("3 over", "term over, renewal unknown")
    assert then["mau-hat"] == ("ended", "certificate not in force")
    assert page.evaluate("moved") == 0


def test_a_printed_code_changes_on_the_same_days(page: Page, origin: str) -> None:
    address = f"{origin}/p/VD009/?choose"
    part = page.locator("section[lang=vi]")
    at(page, address, noon(date(2025, 4, 14)))
    assert told(part)[0] == "4 in_force"
    words = "Giấy chứng nhận đã bị thu hồi (15/04/2025). Theo quyết định 40/QĐ-UBND."
    later(page, noon(date(2025, 4, 15)))
    assert told(part) == ("ended", words)
    assert page.evaluate("moved") == 0


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "Asia/Ho_Chi_Minh"])
def test_the_day_begins_when_it_begins_at_the_site_wherever_the_visitor_is(
    visitor: Open, origin: str, zone: str
) -> None:
    page = visitor("en-GB", timezone_id=zone)
    address, midnight = f"{origin}/en/products/mau-banh/", datetime(2027, 3, 14, 17, tzinfo=UTC)
    stages = list(STAGES["mau-banh"].values())
    assert told(at(page, address, midnight - timedelta(seconds=1))) == stages[1]
    assert told(at(page, address, midnight)) == stages[2]


@pytest.mark.parametrize("lacking", ["the zone", "Intl"])
def test_a_browser_that_does_not_know_the_zone_reckons_by_its_distance(
    visitor: Open, origin: str, lacking: str
) -> None:
    page = visitor("en-GB", timezone_id="America/Los_Angeles")
    if lacking == "Intl":
        page.add_init_script("delete window.Intl")
    page.route("**/mau-banh/", with_unknown_zone)
    address, midnight = f"{origin}/en/products/mau-banh/", datetime(2027, 3, 14, 17, tzinfo=UTC)
    stages = list(STAGES["mau-banh"].values())
    assert told(at(page, address, midnight - timedelta(seconds=1))) == stages[1]
    assert told(at(page, address, midnight)) == stages[2]
    assert page.evaluate("typeof Intl") == ("undefined" if lacking == "Intl" else "object")


def with_unknown_zone(route: Route) -> None:
    html = route.fetch().text()
    route.fulfill(
        content_type="text/html", body=html.replace('data-zone="Asia/Ho_Chi_Minh"', 'data-zone="Asia/Nowhere"')
    )


@pytest.mark.parametrize("wrong", ["1970-01-01", "2019-06-01", "2025-02-28"])
def test_a_clock_that_is_behind_revives_nothing(page: Page, origin: str, wrong: str) -> None:
    for product in STAGES:
        at(page, f"{origin}/en/products/{product}/", noon(date.fromisoformat(wrong)))
        assert told(page) == first_told(product)


def test_without_script_a_page_says_what_was_so_when_it_was_built(visitor: Open, origin: str) -> None:
    page = visitor("en-GB", java_script_enabled=False)
    for product in STAGES:
        page.goto(f"{origin}/en/products/{product}/")
        assert told(page) == first_told(product)


def test_the_room_is_the_same_with_script_and_without(visitor: Open, page: Page, origin: str) -> None:
    address = f"{origin}/en/products/mau-thit/"
    plain = visitor("en-GB", java_script_enabled=False)
    plain.goto(address)
    at(page, address, noon(date(2026, 1, 1)))
    assert page.locator("footer").bounding_box() == plain.locator("footer").bounding_box()


def test_a_page_that_is_left_open_changes_after_midnight(page: Page, origin: str) -> None:
    stages = list(STAGES["mau-banh"].values())
    page.clock.install(time=datetime(2027, 3, 14, 23, 55, tzinfo=SITE))
    page.goto(f"{origin}/en/products/mau-banh/", wait_until="load")
    assert told(page) == stages[1]
    page.clock.fast_forward("20:00")
    assert told(page) == stages[2]


def test_a_screen_reader_is_told_what_is_so_and_nothing_else(page: Page, origin: str) -> None:
    at(page, f"{origin}/en/products/mau-banh/", noon(date(2026, 9, 16)))
    heard = page.locator(".by-day").first.aria_snapshot()
    assert "continued until" in heard
    assert "valid until" not in heard
    assert "term over" not in heard


def test_it_works_from_a_folder_too(browser: Browser, example: Path, cache: Path, tmp_path: Path) -> None:
    content, site = known_on(BUILT, example, tmp_path / "content"), tmp_path / "site"
    url = f"https://example.org{site.as_posix()}/"
    assert build(Task(content, PROJECT / "themes", site, cache=cache, today=BUILT, url=url)).change
    page = browser.new_page(locale="en-GB")
    for day, stage in ((date(2025, 4, 14), 0), (date(2025, 4, 15), 1)):
        at(page, (site / "en" / "products" / "mau-thit" / "index.html").as_uri(), noon(day))
        assert told(page) == list(STAGES["mau-thit"].values())[stage]
    page.close()

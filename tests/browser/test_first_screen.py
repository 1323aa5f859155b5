"""What a visitor sees who has just scanned a code: all that is asked first, on a small telephone's first screen."""

from typing import Any

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import SETTLED, WATCH, Open
from tests.conftest import BuiltSite
from tests.support import some

SCREEN = 560

PARTS = {"name": "h1, .entrance__name", "maker": ".product__who", "seal": ".worth", "price": ".product__price"}

LOOKED_AT = """
  (parts) => {
    const keys = document.querySelector(".thumb");
    const end = keys ? keys.getBoundingClientRect().top : innerHeight;
    const below = Object.entries(parts).filter(([, selector]) => {
      const part = document.querySelector("main " + selector);
      return part && part.getBoundingClientRect().bottom > end;
    });
    const what = document.querySelector("main .product__what");
    const line = what && parseFloat(getComputedStyle(what).lineHeight);
    if (what && what.getBoundingClientRect().top + line > end) below.push(["what it is"]);
    return below.map(([name]) => name);
  }
"""
"""The parts that do not end above the keys; of what it is one line is enough."""


@pytest.fixture(scope="module")
def origin(sample_origin: str) -> str:
    return sample_origin


@pytest.mark.parametrize("folder", ["/vi/san-pham/", "/en/products/"])
def test_a_product_says_on_the_first_screen_what_is_asked_first(
    visitor: Open, origin: str, sample: BuiltSite, folder: str
) -> None:
    page = visitor()
    page.set_viewport_size({"width": 360, "height": SCREEN})
    below: dict[str, Any] = {}
    for path in some(sorted(path for path in sample.paths if path.startswith(folder) and path.count("/") == 4)):
        page.goto(origin + path, wait_until="load")
        if found := page.evaluate(LOOKED_AT, PARTS):
            below[path] = found
        assert page.locator(".thumb .action:visible").count() == 3, path
    assert below == {}


@pytest.mark.parametrize(
    ("home", "language"), [("/vi/san-pham/", "vi-VN"), ("/en/products/", "en-GB"), ("/p/", "vi-VN"), ("/p/", "en-GB")]
)
def test_whatever_a_certificate_is_worth_the_first_screen_tells_it(
    visitor: Open, example_origin: str, built: BuiltSite, home: str, language: str
) -> None:
    page = visitor(language)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    below: dict[str, Any] = {}
    seals: set[str] = set()
    for path in some(sorted(i for i in built.paths if i.startswith(home) and built.page(i).css_matches("main .worth"))):
        page.goto(example_origin + path, wait_until="load")
        worth = page.locator("main .worth:visible").first
        seals.add(str(worth.get_attribute("class")).split("--")[-1])
        if found := page.evaluate(LOOKED_AT, PARTS):
            below[path] = found
    assert below == {}
    assert seals >= {"in_force", "told", "over", "ended", "recalled"}


@pytest.mark.parametrize("path", ["/p/LA008/", "/p/LA042/"])
def test_a_scan_is_answered_on_the_first_screen(visitor: Open, origin: str, path: str) -> None:
    page = visitor("vi-VN")
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.goto(origin + path, wait_until="load")
    assert page.evaluate(LOOKED_AT, PARTS) == []
    door = page.locator(".entrance__door").first.bounding_box()
    assert door
    assert door["y"] + 44 <= SCREEN


def test_what_a_link_leads_to_is_unfolded(visitor: Open, origin: str) -> None:
    page = visitor("vi-VN", 1280)
    page.goto(f"{origin}/vi/san-pham/lap-xuong-tuoi-co-chau/", wait_until="load")
    evidence, source = page.locator("#_record .facts").first, page.locator("#_source-1")
    assert not evidence.is_visible()
    page.locator(".why summary").click()
    page.locator(".index a[href='#_record']").click()
    expect(evidence).to_be_visible()
    assert not source.is_visible()
    page.locator("a[href='#_source-1']").first.click()
    expect(source).to_be_visible()


@pytest.mark.parametrize(
    ("folder", "screens"), [("/vi/san-pham/", 5.5), ("/en/products/", 5.5), ("/vi/", 5), ("/en/", 5)]
)
def test_pages_end_before_one_has_had_enough(
    visitor: Open, origin: str, sample: BuiltSite, folder: str, screens: float
) -> None:
    page = visitor()
    page.set_viewport_size({"width": 360, "height": 640})
    products = (path for path in sample.paths if path.startswith(folder) and path.count("/") == 4)
    too_long: dict[str, float] = {}
    for path in some(sorted([folder] if folder.count("/") == 2 else products)):
        page.goto(origin + path, wait_until="load")
        height = float(page.evaluate("document.documentElement.scrollHeight")) / 640
        if height > screens:
            too_long[path] = round(height, 2)
    assert too_long == {}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/en/", "/404.html", "/vi/danh-sach-cua-toi/"])
def test_however_late_pictures_and_scripts_come_nothing_moves(
    visitor: Open, origin: str, path: str, width: int
) -> None:
    page, held = visitor("en-GB", width), list[Route]()
    page.add_init_script(WATCH)
    page.route("**/pictures/*", lambda route: held.append(route))
    page.goto(origin + path, wait_until="domcontentloaded")
    page.evaluate(SETTLED)
    page.route("**/pictures/*", lambda route: route.continue_())
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    assert page.evaluate("moved") == 0

"""By keyboard alone from home to a product, its maker, where it is made, and back; one always sees where one is."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

BASE = "/ocop-long-an"

PATIENCE = 200
"""Steps after which nobody would look any further."""

WAYS = {
    "vi": {
        "home": "/vi/",
        "products": "/vi/san-pham/",
        "product": "/vi/san-pham/lap-xuong-tuoi-co-chau/",
        "maker": r"/vi/chu-the/[a-z0-9-]+/",
        "locality": r"/vi/(xa-phuong|huyen-cu)/[a-z0-9-]+/",
        "places": "/vi/dia-diem/",
        "place": r"/vi/dia-diem/[a-z0-9-]+/",
    },
    "en": {
        "home": "/en/",
        "products": "/en/products/",
        "product": "/en/products/lap-xuong-tuoi-co-chau/",
        "maker": r"/en/producers/[a-z0-9-]+/",
        "locality": r"/en/(communes|former-districts)/[a-z0-9-]+/",
        "places": "/en/places/",
        "place": r"/en/places/[a-z0-9-]+/",
    },
}

FOCUSED = """async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const node = document.activeElement;
    if (!node || node === document.body) {
        return null;
    }
    const {left, top, width, height} = node.getClientRects()[0] ?? node.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const drawn = [getComputedStyle(node), getComputedStyle(node, "::after")];
    const pin = node.querySelector(".pin__shape"), piece = node.querySelector(".wheel__piece");
    const above = document.elementFromPoint(x, y);
    return {
        name: node.outerHTML.slice(0, 120), href: node.href?.baseVal ?? node.href ?? "",
        role: node.localName, text: node.textContent.trim(),
        ring: Math.max(...drawn.map((style) => style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)),
            pin ? parseFloat(getComputedStyle(pin).strokeWidth) - 3 : 0,
            piece && getComputedStyle(piece).stroke !== "none" ? parseFloat(getComputedStyle(piece).strokeWidth) : 0),
        isOnScreen: width > 0 && x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
        isOnTop: !!above && (node.contains(above) || above.contains(node)),
        isInMain: !!node.closest("main"),
    };
}"""


@pytest.fixture(scope="module")
def origin(sample_origin: str) -> str:
    return sample_origin


def step(page: Page, key: str = "Tab") -> dict[str, Any]:
    """What has the focus after one more press; it has to be seen."""
    page.keyboard.press(key)
    focused: dict[str, Any] | None = page.evaluate(FOCUSED)
    assert focused, f"{page.url}: the focus left the page"
    assert focused["isOnScreen"], f"{page.url}: not on the screen: {focused['name']}"
    assert focused["isOnTop"], f"{page.url}: something lies on it: {focused['name']}"
    assert focused["ring"] >= 2, f"{page.url}: no ring: {focused['name']}"
    return focused


def go(page: Page, to: str, *, past_menu: bool = True) -> str:
    """Steps on to the first link that leads to such an address, and follows it; the link's words."""
    focused = past_the_menu(page) if past_menu else step(page)
    for _ in range(PATIENCE):
        if focused["role"] == "a" and re.fullmatch(f".*{re.escape(BASE)}{to}", focused["href"].partition("#")[0]):
            page.keyboard.press("Enter")
            page.wait_for_url(re.compile(f"{re.escape(BASE)}{to}$"))
            return str(focused["text"])
        focused = step(page)
    raise AssertionError(f"{page.url}: no way to {to}")


def past_the_menu(page: Page) -> dict[str, Any]:
    """The first thing on a page leads past what is the same on every page."""
    first = step(page)
    assert first["href"].endswith("#_main"), f"{page.url}: begins with {first['name']}"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#_main$"))
    focused = step(page)
    assert focused["isInMain"], f"{page.url}: what is skipped to is not the main part"
    return focused


@pytest.mark.parametrize("language", WAYS)
@pytest.mark.parametrize("width", [360, 1280])
def test_from_home_to_a_product_its_maker_where_it_is_made_and_back(
    visitor: Open, origin: str, language: str, width: int
) -> None:
    ways = WAYS[language]
    page = visitor(width=width)
    page.goto(f"{origin}/{language}/", wait_until="load")
    go(page, ways["products"])
    name = go(page, ways["product"])
    assert page.get_by_role("heading", level=1).inner_text() == name
    go(page, ways["maker"])
    assert page.get_by_role("heading", level=1).is_visible()
    go(page, ways["locality"])
    assert page.get_by_role("link", name=name, exact=True).count() == 1
    go(page, ways["product"])
    assert page.get_by_role("heading", level=1).inner_text() == name
    go(page, ways["home"], past_menu=False)
    assert page.get_by_role("heading", level=1).is_visible()


@pytest.mark.parametrize("language", WAYS)
def test_from_home_to_a_place_by_the_menu(visitor: Open, origin: str, language: str) -> None:
    page = visitor()
    page.goto(f"{origin}/{language}/", wait_until="load")
    go(page, WAYS[language]["places"], past_menu=False)
    name = go(page, WAYS[language]["place"])
    assert page.get_by_role("heading", level=1).inner_text() == name


@pytest.mark.parametrize("path", ["/vi/", "/vi/san-pham/lap-xuong-tuoi-co-chau/", "/vi/ban-do/", "/en/programme/"])
def test_every_stop_of_a_page_can_be_seen_and_the_last_one_lets_go(visitor: Open, origin: str, path: str) -> None:
    page = visitor()
    page.goto(origin + path, wait_until="load")
    if page.locator("[data-filters]").count():
        page.locator("[data-filters] summary").first.click()
        expect(page.locator("[data-list=tools]")).to_be_visible()
        page.locator("h1").click()
        page.evaluate("document.activeElement.blur()")
    stops = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
            .filter((node) => node.checkVisibility({visibilityProperty: true}) && node.tabIndex >= 0).length"""
    )
    assert stops > 20
    for _ in range(stops):
        step(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body || document.activeElement.matches('.skip')")


@pytest.mark.parametrize("path", ["/vi/san-pham/", "/en/products/", "/vi/nganh/thuc-pham/"])
def test_a_lists_first_card_is_within_five_stops_of_the_skip_link(visitor: Open, origin: str, path: str) -> None:
    page = visitor()
    page.goto(origin + path, wait_until="load")
    before = page.evaluate(
        """() => {
            const main = document.querySelector("main");
            const stops = [...main.querySelectorAll("a[href], button, input, summary, select")]
                .filter((node) => node.checkVisibility({visibilityProperty: true}));
            return stops.indexOf(main.querySelector(".card a"));
        }"""
    )
    assert 0 <= before < 5

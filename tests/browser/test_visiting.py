"""The site in a browser: where a visitor is sent, what works without script, that nothing is blocked or too wide."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open

BASE = "/ocop-long-an"


@pytest.fixture(scope="module")
def origin(sample_origin: str) -> str:
    return sample_origin


@pytest.mark.parametrize(
    ("locale", "home"), [("vi-VN", "/vi/"), ("en-GB", "/en/"), ("ko-KR", "/en/"), ("fr-FR", "/en/"), ("vi", "/vi/")]
)
def test_the_root_sends_each_visitor_to_a_language_the_site_has(visit: Open, locale: str, home: str) -> None:
    visit("/", locale, to=home)


def test_without_script_the_root_lets_choose(visit: Open) -> None:
    page = visit("/", "ko-KR", java_script_enabled=False)
    assert page.url.endswith(BASE + "/")
    assert page.locator("main a[hreflang]").count() == 2
    page.locator("main a[hreflang=vi]").click()
    assert page.url.endswith("/vi/")


@pytest.mark.parametrize(("locale", "name"), [("vi-VN", "Lạp xưởng tươi Cô Châu"), ("de-DE", "Chinese sausage, fresh")])
def test_a_printed_code_is_answered_in_the_visitors_language(visit: Open, locale: str, name: str) -> None:
    box = visit("/p/LA008/", locale).locator(".entrance__name", has_text=name).bounding_box()
    assert box
    assert 0 <= box["y"] < 400


def test_a_language_chosen_before_is_kept_for_the_next_code(visit: Open) -> None:
    page = visit("/vi/san-pham/lap-xuong-tuoi-co-chau/", "vi-VN")
    page.locator("a[hreflang=en]").first.click()
    page.wait_for_url("**/en/products/**")
    page.goto(page.url.split("/en/")[0] + "/p/LA042/", wait_until="load")
    box = page.locator("section[lang=en] .entrance__name").bounding_box()
    assert box
    assert 0 <= box["y"] < 400


def test_a_code_typed_in_small_letters_finds_its_way(visit: Open) -> None:
    visit("/p/la008", "vi-VN", to="/p/LA008/")


def test_the_switch_leads_to_the_same_thing_in_the_other_language(visit: Open) -> None:
    page = visit("/vi/san-pham/khac/../lap-xuong-tuoi-co-chau/")
    page.locator("nav a[hreflang=en]").first.click()
    assert page.url.endswith("/en/products/lap-xuong-tuoi-co-chau/")


PATHS = [
    "/vi/", "/en/", "/vi/san-pham/", "/vi/san-pham/lap-xuong-tuoi-co-chau/", "/en/products/de-go-den-31/",
    "/vi/chu-the/ngoc-lan/", "/vi/dia-diem/lang-noi-tan-lap/", "/en/programme/", "/vi/dia-phuong/", "/vi/a-z/",
    "/vi/ban-do/", "/en/map/", "/en/glossary/", "/vi/tin-tuc/hoi-nghi-2019/", "/en/decisions/201-qd-ubnd-2023/",
    "/vi/doi-tac/",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_sideways(visit: Open, width: int) -> None:
    page = visit(PATHS[0], to=PATHS[0], width=width)
    wide = []
    for path in PATHS:
        page.goto(page.url.split("/vi/")[0].split("/en/")[0] + path, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []


def test_whole_pages_stand_without_script(visit: Open) -> None:
    page = visit("/vi/san-pham/lap-xuong-tuoi-co-chau/", java_script_enabled=False)
    assert page.locator("h1").inner_text() == "Lạp xưởng tươi Cô Châu"
    assert page.locator("a[hreflang=en]").first.is_visible()


def test_without_script_lists_filters_languages_and_the_map_lead_on(visit: Open) -> None:
    page = visit("/vi/", java_script_enabled=False)
    page.get_by_role("link", name="Xem cả 41 sản phẩm").click()
    page.locator("[data-filters] > summary").click()
    page.locator("summary", has_text="Ngành hàng").click()
    page.locator(".facets").get_by_role("link", name="Thực phẩm").click()
    assert page.url.endswith("/vi/nganh/thuc-pham/")
    page.get_by_role("link", name="Gạo đặc sản ST25 - Bảy Sánh").click()
    page.locator(".switch a[hreflang=en]").click()
    assert page.url.endswith("/en/products/gao-dac-san-st25-bay-sanh/")
    page.locator(".menu-key summary").click()
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Map").click()
    page.locator("a.mark").first.click()
    assert re.search("/en/(places|communes|former-districts)/", page.url)
    assert page.locator("h1").is_visible()


def test_everything_comes_from_the_site_itself(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{origin}/en/products/lap-xuong-tuoi-co-chau/", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(origin)] == []
    assert context.cookies() == []
    context.close()

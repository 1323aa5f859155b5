"""The copy for a USB stick: opened from a folder, without a server, everything but the network's own is there."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.conftest import DAY
from tests.support import PROJECT, Task, build, once, some


@pytest.fixture(scope="module")
def stick(example: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        outcome = build(Task(example, PROJECT / "themes", folder, cache, today=DAY, is_portable=True))
        assert outcome.change, outcome.problems[:3]

    return once(tmp_path_factory.getbasetemp().parent / "stick", make)


@pytest.fixture
def opened(visitor: Open, stick: Path) -> Page:
    page = visitor("vi-VN")
    page.goto(f"{stick.as_uri()}/vi/index.html")
    return page


def drawn(page: Page) -> bool:
    picture = page.locator("main picture img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("(img) => img.complete && img.naturalWidth > 0", arg=picture.element_handle())
    return True


def test_the_folder_leads_into_a_language(visitor: Open, stick: Path) -> None:
    page = visitor("vi-VN")
    page.goto(f"{stick.as_uri()}/index.html")
    page.wait_for_url("**/vi/index.html")


def test_from_home_one_comes_to_a_product_with_its_pictures_and_to_the_other_language(opened: Page) -> None:
    assert drawn(opened)
    opened.locator(".menu-key summary").click()
    opened.locator(".menu a").first.click()
    opened.locator("main .card a").first.click()
    assert opened.locator("h1").inner_text()
    here = opened.url
    opened.locator("a[data-language=en]").first.click()
    assert opened.url != here
    assert opened.locator("html").get_attribute("lang") == "en"


def test_search_finds_and_leads_on(opened: Page) -> None:
    opened.locator("#_search").fill("gao")
    expect(opened.locator("[role=option]").first).to_be_visible()
    opened.locator("[role=option]", has_text="Mẫu gạo").click()
    opened.wait_for_url("**/mau-gao/index.html")
    opened.locator("#_search").fill("mam")
    opened.locator("#_search").press("Enter")
    opened.wait_for_url("**/tim/index.html?q=mam")
    expect(opened.locator("[data-results] li").first).to_be_visible()


def test_filters_narrow_a_list(opened: Page) -> None:
    opened.locator(".menu-key summary").click()
    opened.locator(".menu a").first.click()
    opened.locator("[data-filters] > summary").click()
    opened.locator("a[data-filter^='suits']").first.click()
    expect(opened.locator("[data-list=found] .card").first).to_be_visible()
    opened.locator("[data-list=found] .card a").first.click()
    assert opened.locator("h1").inner_text()


def test_a_code_leads_to_its_product_and_the_list_is_kept(opened: Page) -> None:
    opened.locator("input[name=code]").fill("vd 001")
    opened.locator("input[name=code]").press("Enter")
    opened.wait_for_url("**/p/VD001/index.html")
    opened.locator("main a[data-language=vi]").click()
    opened.locator(".keep").click()
    opened.locator(".menu-key summary").click()
    opened.locator("[data-list]").first.click()
    expect(opened.locator(".pick")).to_have_count(1)
    opened.locator(".pick a").first.click()
    opened.wait_for_url("**/mau-gao/index.html")


def test_nothing_in_the_folder_asks_for_a_server(stick: Path) -> None:
    pages = some(stick.rglob("*.html"))
    assert [page for page in pages if 'href="/' in page.read_text("utf-8") or 'src="/' in page.read_text("utf-8")] == []
    assert not (stick / "sw.js").exists()
    assert not (stick / "_headers").exists()


def test_the_kiosk_opens_its_doors_in_the_folder(visitor: Open, stick: Path) -> None:
    page = visitor("vi-VN", width=1080)
    page.goto(f"{stick.as_uri()}/kiosk/nha-trung-bay/index.html")
    page.wait_for_function("document.getElementById('_kiosk-idle')")
    page.locator(".kiosk-doors a").first.click()
    page.wait_for_url("**/vi/index.html")
    page.locator("[data-kiosk=start]").click()
    page.wait_for_url("**/kiosk/nha-trung-bay/index.html")

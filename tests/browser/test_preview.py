"""The preview in a browser, as who writes sees it: page and overlay while files are saved, and on a telephone."""

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from ocop_site.preview.doors import NoNetwork, network_address
from tests.browser.conftest import Open, serving
from tests.support import PROJECT
from tests.unit.preview.running import DEADLINE, RICE_PAGE, Running, previewed
from tests.unit.small import CAKE, RICE, SAUCE, written

RICE_FILE = "products/gao.yaml"

MARKED = "() => (window.marked = true)"
"""Gone when the page was loaded anew."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    written(tmp_path / "content", RICE, SAUCE)
    shutil.copytree(PROJECT / "themes", tmp_path / "themes")
    return tmp_path


@contextmanager
def beside(site: Path, address: str = "") -> Iterator[Running]:
    """A preview in a thread of its own: in that of the test the browser's own loop runs."""
    begun, over, running = Event(), Event(), list[Running]()

    async def story() -> None:
        async with previewed(site, address=address) as each:
            running.append(each)
            begun.set()
            await asyncio.to_thread(over.wait, DEADLINE)

    with ThreadPoolExecutor(1) as thread:
        told = thread.submit(asyncio.run, story())
        try:
            while not begun.wait(0.1) and not told.done():
                pass
            yield running[0]
        finally:
            over.set()
            told.result()


@pytest.fixture
def running(site: Path) -> Iterator[Running]:
    with beside(site) as running:
        yield running


@pytest.fixture
def page(running: Running, visitor: Open) -> Page:
    """The page of the rice, open and listening."""
    return opened(visitor(), running.address + RICE_PAGE)


def opened(page: Page, address: str) -> Page:
    page.set_default_timeout(DEADLINE * 1000)
    expect.set_options(timeout=DEADLINE * 1000)
    with page.expect_websocket() as talk:
        page.goto(address)
    talk.value.wait_for_event("framereceived")
    page.evaluate(MARKED)
    return page


def leave(*pages: Page) -> None:
    """Closes what holds the pages: Chromium may never tell that it closed one which was being loaded anew."""
    for page in pages:
        page.context.close()


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("() => window.marked === true"))


def overlay(page: Page) -> str:
    return page.locator("ocop-preview main").inner_text()


def test_a_change_is_seen_and_a_page_that_tells_nothing_of_it_stays(running: Running, page: Page) -> None:
    running.edit("products/mam.yaml", "Để thử.", "Mắm khác.")
    running.edit(RICE_FILE, "Để thử.", "Gạo khác.")
    expect(page.get_by_text("Gạo khác.").first).to_be_visible()
    page.evaluate(MARKED)
    running.edit("products/mam.yaml", "Mắm khác.", "Mắm mới.")
    running.edit(RICE_FILE, "Gạo khác.", "Gạo mới.")
    expect(page.get_by_text("Gạo mới.").first).to_be_visible()
    assert not is_marked(page)


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(running: Running, page: Page) -> None:
    running.edit(RICE_FILE, "producer: nha", "producer: nobody")
    page.locator("ocop-preview main").wait_for()
    assert "content/products/gao.yaml:3:11" in overlay(page)
    assert "nobody" in overlay(page)
    assert is_marked(page)
    assert page.get_by_text("Để thử.").first.is_visible()
    page.locator("ocop-preview button").click()
    assert overlay(page).strip() == "1 chỗ sai"
    running.edit(RICE_FILE, "producer: nobody", "producer: nha")
    page.locator("ocop-preview main").wait_for(state="detached")
    assert is_marked(page)


def test_the_overlay_is_there_on_the_next_page_too_and_stays_folded(running: Running, page: Page) -> None:
    running.edit(RICE_FILE, "producer: nha", "producer: nobody")
    page.locator("ocop-preview button").click()
    page.goto(running.address + "vi/")
    page.locator("ocop-preview main.folded").wait_for()
    running.edit(RICE_FILE, "producer: nobody", "producer: none")
    page.locator("ocop-preview main:not(.folded)").wait_for()


def test_a_style_sheet_is_swapped_under_what_was_typed(page: Page, site: Path) -> None:
    field = page.locator("form[data-search] input").first
    field.fill("đang gõ dở")
    sheet = site / "themes/dong-bang/assets/css/base.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n@layer base { body { outline: 7px solid red } }\n", "utf-8")
    page.wait_for_function("() => getComputedStyle(document.body).outlineWidth === '7px'")
    assert field.input_value() == "đang gõ dở"
    assert is_marked(page)
    page.wait_for_function("() => document.querySelectorAll('link[rel=stylesheet][href*=\"site.css\"]').length === 1")


def test_new_renamed_and_deleted_files_are_followed(running: Running, visitor: Open) -> None:
    page = opened(visitor(), running.address + "vi/san-pham/banh/")
    assert page.locator("h1", has_text="Banh").count() == 0
    written(running.content, CAKE)
    expect(page.locator("h1", has_text="Banh")).to_be_visible()
    (running.content / "products/banh.yaml").rename(running.content / "products/banh-moi.yaml")
    expect(page.locator("h1", has_text="Banh")).to_have_count(0)
    page.goto(running.address + "vi/san-pham/banh-moi/")
    expect(page.locator("h1", has_text="Banh")).to_be_visible()
    (running.content / "products/banh-moi.yaml").unlink()
    expect(page.locator("h1", has_text="Banh")).to_have_count(0)


def test_saves_that_come_while_others_are_read_are_all_seen(running: Running, page: Page) -> None:
    before = "Để thử."
    for number in range(12):
        running.edit(RICE_FILE, before, f"Lần {number}.")
        before = f"Lần {number}."
        page.wait_for_timeout(40 * (number % 4))
    expect(page.get_by_text(before).first).to_be_visible()


def test_a_draft_is_marked(running: Running, visitor: Open) -> None:
    written(running.content, CAKE, files={"products/banh.yaml": "draft: true\n"})
    page = visitor()
    page.set_default_timeout(DEADLINE * 1000)
    while "Banh" not in page.goto(running.address + "vi/san-pham/banh/").text():  # type: ignore[union-attr]
        page.wait_for_timeout(50)
    expect(page.locator("ocop-preview .draft")).to_have_text("Bản nháp, chưa công bố")


def test_before_there_is_a_site_its_mistakes_are_the_page(site: Path, visitor: Open) -> None:
    (site / "content" / RICE_FILE).write_text("", "utf-8")
    with beside(site) as running:
        page = opened(visitor(), running.address + RICE_PAGE)
        assert "gao.yaml" in page.locator("main").inner_text()
        assert page.evaluate("() => getComputedStyle(document.querySelector('main')).borderTopWidth") == "4px"
        running.save(RICE_FILE, RICE.text())
        expect(page.locator("h1", has_text="Gao")).to_be_visible()
        leave(page)


def test_a_page_from_elsewhere_hears_and_reads_nothing(running: Running, site: Path, browser: Browser) -> None:
    """Of another port, which is another origin, however near."""
    (site / "evil").mkdir()
    (site / "evil/index.html").write_text("<title>evil</title>", "utf-8")
    with serving(site / "evil", "") as evil:
        page = browser.new_page()
        page.goto(f"{evil}/")
        host = running.host
        closed = page.evaluate(
            f"""() => new Promise((done) => {{
              const talk = new WebSocket("ws://{host}/livereload");
              talk.onopen = () => done("open");
              talk.onclose = () => done("closed");
            }})"""
        )
        read = page.evaluate(f"() => fetch('http://{host}/preview/problems').then(() => 'read', () => 'refused')")
        assert (closed, read) == ("closed", "refused")
        page.close()


def test_a_telephone_sees_each_save_and_nothing_of_what_is_wrong(site: Path, visitor: Open) -> None:
    try:
        address = network_address("127.0.0.2")
    except NoNetwork:
        pytest.skip("this machine has one address alone")
    with beside(site, address) as running:
        page = opened(visitor(), running.doors.guests_url + RICE_PAGE)
        own = opened(visitor(), running.address + RICE_PAGE)
        running.edit("products/mam.yaml", "producer: nha", "producer: nobody")
        own.locator("ocop-preview main").wait_for()
        assert page.locator("ocop-preview").count() == 0
        running.edit("products/mam.yaml", "producer: nobody", "producer: nha")
        running.edit(RICE_FILE, "Để thử.", "Gạo khác.")
        expect(page.get_by_text("Gạo khác.").first).to_be_visible()
        leave(page, own)

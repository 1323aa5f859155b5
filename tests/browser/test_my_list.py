"""A visitor's own list: marked, kept, grouped, undone, shared, printed; nothing that comes from outside changes it."""

import io
import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect
from pypdfium2 import PdfDocument

from tests.browser.conftest import WATCH, Open
from tests.browser.test_everybody import RUN, STANDARDS
from tests.conftest import ADDRESS, DAY
from tests.support import PROJECT, Task, build

BASE = "/thu"

MINE = ["VD001", "VD005", "VD002", "VD015", "VD018", "VD006"]
"""Of the example: on two shelves, on one, a spirit, a service at a place, withdrawn, with no place known."""

REFUSING = """
  Object.defineProperty(window, "localStorage", {get() { throw new DOMException("refused", "SecurityError"); }});
"""

List = Callable[..., Page]


@pytest.fixture(scope="module")
def origin(example_origin: str) -> str:
    return example_origin


@pytest.fixture
def my_list(visitor: Open, origin: str) -> List:
    """The page of the list in a browser that keeps some codes; `after` is what stands behind the address."""

    def opened(
        codes: list[str] | str | None = None, after: str = "", path: str = "/en/my-list/", **options: Any
    ) -> Page:
        page = visitor("en-GB", **options)
        page.clock.set_fixed_time(datetime.fromisoformat("2026-11-23T12:00:00+07:00"))
        if codes is not None:
            page.goto(f"{origin}/en/map/")
            keep(page, codes)
        page.goto(f"{origin}{path}{after}", wait_until="load")
        return page

    return opened


def keep(page: Page, codes: list[str] | str) -> None:
    """Codes, or any text at all, as the browser has kept them."""
    page.evaluate("text => localStorage.setItem('list', text)", codes if isinstance(codes, str) else json.dumps(codes))


def kept(page: Page) -> Any:
    return json.loads(page.evaluate("localStorage.getItem('list')") or "null")


def shown(page: Page) -> list[str]:
    """The codes on the list in their order."""
    return [line.split(" ")[0] for line in page.locator(".pick__told > .pick__line:first-child").all_inner_texts()]


def stops(page: Page) -> dict[str, list[str]]:
    """Where to buy what."""
    return {
        stop.locator("h2").inner_text(): re.findall(r"VD\d+(?= ·)", stop.inner_text())
        for stop in page.locator(".stop").all()
    }


def count(page: Page) -> str:
    return page.locator("[data-list-count]").inner_text()


# --- marking ----------------------------------------------------------------------------------------------------------


def test_a_product_is_marked_with_one_press_and_still_is_after_a_while(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/products/mau-gao/")
    button = page.get_by_role("button", name="Keep in my list")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator(".keep__said").inner_text().startswith("Kept in your list.")
    page.reload()
    assert button.get_attribute("aria-pressed") == "true"
    assert count(page) == "(1)"
    button.click()
    page.locator(".menu-key summary").click()
    page.get_by_role("link", name="My list").first.click()
    assert shown(page) == []
    page.get_by_text("There is nothing on it yet.").wait_for()
    assert kept(page) == []


def test_the_list_is_one_press_away_from_where_it_was_marked(visitor: Open, origin: str) -> None:
    page = visitor("vi-VN")
    page.goto(f"{origin}/vi/san-pham/mau-gao/")
    page.get_by_role("button", name="Ghi lại vào danh sách").click()
    page.locator(".keep__said a").click()
    page.wait_for_url("**/vi/danh-sach-cua-toi/")
    assert shown(page) == ["VD001"]


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_script_comes(visitor: Open, origin: str, width: int) -> None:
    page = visitor("vi-VN", width)
    page.add_init_script(WATCH)
    page.goto(f"{origin}/vi/ban-do/")
    keep(page, [f"VD{number:03}" for number in range(1, 101)])
    for path in ("/vi/san-pham/mau-gao/", "/vi/"):
        page.goto(f"{origin}{path}", wait_until="networkidle")
        assert count(page) == "(100)"
        assert page.evaluate("moved") == 0


def test_a_full_list_takes_no_more(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/products/mau-gao/")
    full = [f"VD{number}" for number in range(100, 200)]
    keep(page, full)
    page.get_by_role("button", name="Keep in my list").click()
    assert page.locator(".keep__said").inner_text().startswith("Your list is full")
    assert kept(page) == full


def test_no_button_stands_on_what_is_withdrawn(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/products/mau-ra-di/")
    assert page.locator("[data-keep][data-code=VD018]").count() == 0


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_it_is_grouped_by_where_to_buy_with_the_fewest_stops(my_list: List) -> None:
    page = my_list(MINE)
    assert stops(page) == {
        "Sample Showroom": ["VD001", "VD006"],
        "Sample Island": ["VD015"],
        "To remember": ["VD005", "VD002", "VD018"],
    }
    assert "shelf A3, out of stock" in page.locator(".pick", has_text="VD006").inner_text()
    rice = page.locator(".pick", has_text="VD001").inner_text()
    assert "shelf A1" in rice
    assert "Also at: Sample Stall (shelf B1)" in rice
    assert "OCOP certificate valid until 20 March 2028." in rice


def test_of_a_spirit_it_says_the_laws_words_and_no_place_to_buy(my_list: List) -> None:
    page = my_list(["VD002"])
    assert "Sample warning." in page.locator(".stop").inner_text()
    assert page.locator(".stop a").evaluate_all("links => links.map(link => link.pathname)") == [
        "/thu/en/products/mau-ruou-31/",
        "/thu/en/producers/htx-mau/",
    ]
    assert not my_list(["VD001"]).get_by_text("Sample warning.").is_visible()


def test_it_tells_of_what_has_left_and_of_what_was_recalled(my_list: List) -> None:
    page = my_list(MINE)
    assert "No longer in the catalogue (since 30 June 2026)." in page.locator(".pick", has_text="VD018").inner_text()
    assert "Product recall (1 November 2026)" in page.locator(".pick", has_text="VD005").inner_text()


def test_no_star_stands_on_it(my_list: List) -> None:
    page = my_list(MINE)
    assert page.locator("main .seal[data-seal*=' ']").count() == 0
    assert not re.search(r"star|★", page.locator("main").inner_text())


def test_what_a_certificate_is_worth_is_told_as_of_the_visitors_day(my_list: List) -> None:
    page = my_list(["VD001"])
    page.clock.set_fixed_time(datetime.fromisoformat("2028-03-21T00:00:01+07:00"))
    page.reload(wait_until="load")
    told = page.locator(".pick").inner_text()
    assert "Recorded OCOP term over, no news of renewal." in told
    assert "valid until" not in told


def test_unknown_codes_are_passed_over_without_a_word(my_list: List) -> None:
    page = my_list(["VD001", "ZZ999", "VD020"])
    assert shown(page) == ["VD001"]
    assert page.get_by_text("could not be loaded").is_hidden()
    assert kept(page) == ["VD001", "ZZ999", "VD020"]


def test_it_says_so_where_the_products_could_not_be_loaded(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.goto(f"{origin}/en/map/")
    keep(page, ["VD001"])
    page.route("**/lists/*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{origin}/en/my-list/", wait_until="load")
    assert page.get_by_text("could not be loaded").is_visible()
    assert page.get_by_text("There is nothing on it yet.").is_hidden()


def test_without_script_it_says_what_one_can_do(my_list: List) -> None:
    page = my_list(path="/vi/danh-sach-cua-toi/", java_script_enabled=False)
    assert page.locator("noscript p").is_visible()
    assert "chép mã sản phẩm ra giấy" in page.locator("noscript p").inner_text()
    assert page.locator("main button:visible").count() == 0
    page.goto(page.url.replace("/danh-sach-cua-toi/", "/san-pham/mau-gao/"))
    assert page.locator("[data-keep]").is_hidden()


def test_it_works_from_a_folder_too(browser: Browser, example: Path, cache: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    url = f"https://example.org{site.as_posix()}/"
    assert build(Task(example, PROJECT / "themes", site, cache=cache, today=DAY, url=url)).change
    page = browser.new_page(locale="vi-VN")
    page.goto((site / "vi/san-pham/mau-gao/index.html").as_uri())
    page.get_by_role("button", name="Ghi lại vào danh sách").click()
    page.goto((site / "vi/danh-sach-cua-toi/index.html").as_uri() + "#VD005", wait_until="load")
    assert shown(page) == ["VD005"]
    page.get_by_role("button", name="Ghi tất cả vào danh sách của tôi").click()
    assert shown(page) == ["VD001", "VD005"]
    page.close()


# --- changing it ------------------------------------------------------------------------------------------------------


def test_what_is_removed_can_be_brought_back_and_the_focus_stays_near(my_list: List) -> None:
    page = my_list(MINE)
    page.get_by_role("button", name="Remove: Sample fish sauce").click()
    assert "VD005" not in kept(page)
    assert page.locator(".told [role=status]").inner_text() == "Sample fish sauce removed."
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove: Sample spirit thirty-one"
    page.get_by_role("button", name="Undo").click()
    assert kept(page) == MINE
    assert "VD005" in shown(page)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_role("button", name="Remove: Sample that left").click()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove: Sample spirit thirty-one"


def test_clearing_asks_nothing_and_is_undone_with_one_press(my_list: List) -> None:
    page = my_list(MINE)
    page.get_by_role("button", name="Clear the list").click()
    assert kept(page) == []
    assert page.get_by_text("There is nothing on it yet.").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "Undo"
    page.keyboard.press("Enter")
    assert kept(page) == MINE
    assert len(shown(page)) == len(MINE)


def test_two_tabs_show_the_same_list(my_list: List, origin: str) -> None:
    page = my_list(["VD001"])
    other = page.context.new_page()
    other.goto(f"{origin}/en/products/mau-mam/")
    other.locator(".keep").click()
    expect(page.locator(".pick")).to_have_count(2)
    expect(page.locator("[data-list-count]")).to_have_text("(2)")
    page.get_by_role("button", name="Remove: Sample fish sauce").click()
    expect(other.locator(".keep")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(
    "garbage",
    [
        "{", "null", "7", '"VD001"', '{"length": 3}', '["VD001", 5, null, {}, ["VD005"], "vd005", "<b>", "VD001"]',
        '{"__proto__": ["VD001"]}', '["__proto__", "constructor", "toString"]', '["' + "A" * 100_000 + '"]',
    ],
)  # fmt: skip
def test_of_garbage_that_a_browser_keeps_only_codes_are_read(my_list: List, garbage: str) -> None:
    page = my_list(garbage)
    whole = ["VD001"] if garbage.startswith('["VD001"') else []
    assert shown(page) == whole
    page.goto(page.url.replace("/my-list/", "/products/mau-dau/"))
    page.get_by_role("button", name="Keep in my list").click()
    assert kept(page) == [*whole, "VD012"]


def test_a_browser_that_keeps_nothing_has_the_list_while_the_page_is_open_and_says_so(
    visitor: Open, origin: str
) -> None:
    page = visitor("en-GB")
    page.add_init_script(REFUSING)
    page.goto(f"{origin}/en/products/mau-gao/")
    button = page.get_by_role("button", name="Keep in my list")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert count(page) == "(1)"
    assert "This browser keeps nothing" in page.locator(".keep__said").inner_text()
    page.locator(".keep__said a").click()
    page.wait_for_url("**/my-list/#VD001")
    assert shown(page) == ["VD001"]
    page.get_by_role("button", name="Take these into my list").click()
    assert page.get_by_text("the list lasts until this page is closed").is_visible()
    assert shown(page) == ["VD001"]
    page.get_by_role("button", name="Remove").click()
    assert shown(page) == []


# --- sharing it -------------------------------------------------------------------------------------------------------


def test_a_list_goes_from_one_browser_to_another_by_its_link(my_list: List) -> None:
    page = my_list(["VD001", "VD005"], permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("[data-said]")).to_have_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{ADDRESS}/en/my-list/#VD001.VD005"
    other = my_list(["VD006"], after=link.removeprefix(f"{ADDRESS}/en/my-list/"))
    assert other.get_by_text("a list that somebody shared with you").is_visible()
    assert shown(other) == ["VD001", "VD005"]
    assert kept(other) == ["VD006"]
    assert other.get_by_role("button", name="Remove").count() == 0
    other.get_by_role("button", name="Take these into my list").click()
    assert kept(other) == ["VD006", "VD001", "VD005"]
    assert other.locator(".told [role=status]").inner_text() == "Taken into your list."
    assert other.get_by_text("a list that somebody shared with you").is_hidden()
    other.get_by_role("button", name="Undo").click()
    assert kept(other) == ["VD006"]


def test_a_shared_list_can_be_left_and_read_in_the_other_language(my_list: List) -> None:
    page = my_list(["VD006"], after="#VD001.VD005")
    page.locator("a[data-language=vi]").click()
    page.wait_for_url("**/vi/danh-sach-cua-toi/#VD001.VD005")
    assert shown(page) == ["VD001", "VD005"]
    page.get_by_role("link", name="Xem danh sách của tôi").click()
    page.wait_for_url("**/vi/danh-sach-cua-toi/")
    assert shown(page) == ["VD006"]


def test_the_skip_link_does_not_leave_a_shared_list(my_list: List) -> None:
    page = my_list(["VD006"], after="#VD001")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#_main")
    assert shown(page) == ["VD001"]


def test_where_there_is_no_clipboard_the_link_stands_there_to_be_copied(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false;")
    page.goto(f"{origin}/en/map/")
    keep(page, ["VD001"])
    page.goto(f"{origin}/en/my-list/")
    page.get_by_role("button", name="Copy the link").click()
    assert page.get_by_label("The link of this list").input_value() == f"{ADDRESS}/en/my-list/#VD001"
    assert page.evaluate("getSelection().toString() || document.activeElement.value").endswith("#VD001")


def test_a_telephones_own_sheet_is_used_where_there_is_one(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.add_init_script("navigator.share = (what) => { window.handed = what.url; return Promise.reject(); };")
    page.goto(f"{origin}/en/my-list/#VD005.VD001")
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("handed") == f"{ADDRESS}/en/my-list/#VD005.VD001"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_its_code_is_read_as_exactly_its_link(my_list: List, scheme: str, width: int) -> None:
    page = my_list(MINE, width=width, color_scheme=scheme)
    shot = Image.open(io.BytesIO(page.locator("[data-qr] svg").screenshot()))
    found = zxingcpp.read_barcode(shot)
    assert found
    assert found.text == f"{ADDRESS}/en/my-list/#{'.'.join(MINE)}"


def with_a_hundred_more(route: Route) -> None:
    entry = {"name": ["Sample"], "href": f"{BASE}/en/", "maker": [f"{BASE}/en/", "Maker"]}
    entries = {f"QQ{number}": entry for number in range(1000, 1100)}
    route.fulfill(content_type="text/javascript", body=f"ocop.listed({json.dumps(entries)})")


def test_a_list_too_long_for_a_code_says_so(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.route("**/lists/*.js", with_a_hundred_more)
    codes = [f"QQ{number}" for number in range(1000, 1100)]
    page.goto(f"{origin}/en/my-list/#{'.'.join(codes[:60])}")
    assert page.locator("[data-qr] svg").is_visible()
    page.goto(f"{origin}/en/map/")
    page.goto(f"{origin}/en/my-list/#{'.'.join(codes)}")
    assert len(shown(page)) == 100
    assert page.locator("[data-qr] svg").count() == 0
    assert page.get_by_text("too long for a QR code").is_visible()


HOSTILE = [
    "<script>alert(1)</script>", "%3Cimg src=x onerror=alert(1)%3E", "a" * 100_000, "A" * 100_000 + "000",
    "LA." * 30_000, "__proto__", "constructor.__proto__.toString.hasOwnProperty", "ZZ999.QQ12345",
    "javascript:alert(1)", "VD001%2EVD005", "VD001%00", "%56%44001", "vd001", "VD001<b>", "VD001,VD005",
    "VD0011111", "VD020", "ＶＤ001", "VD001 .VD005 x", "..//../..", "%", "%ZZ", "?code=VD001", "\u202eVD001",
    "/VD001/",
]  # fmt: skip


@pytest.mark.parametrize("own", [[], ["VD006"]], ids=["empty", "one"])
def test_a_hostile_link_changes_nothing_and_shows_nothing_of_its_own(my_list: List, own: list[str]) -> None:
    page = my_list(own)
    address, before = page.url, page.locator("body").inner_text()
    for hostile in HOSTILE:
        page.goto("about:blank")
        page.goto(f"{address}#{hostile}", wait_until="load")
        assert page.locator("body").inner_text() == before, hostile[:40]
        assert kept(page) == own, hostile[:40]


def test_of_a_link_that_is_partly_hostile_the_codes_are_shown(my_list: List) -> None:
    page = my_list([], after="#<b>.VD001.__proto__.VD001.ZZ999.javascript:alert(1).VD005")
    assert shown(page) == ["VD001", "VD005"]
    assert "proto" not in page.locator("body").inner_text()
    page.get_by_role("button", name="Take these into my list").click()
    assert kept(page) == ["VD001", "VD005"]


# --- on paper, and for everybody --------------------------------------------------------------------------------------


def test_on_paper_there_is_the_list_with_its_code_and_the_day_and_no_more(my_list: List) -> None:
    page = my_list(MINE)
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="My list").is_visible()
    for words in ("Sample Showroom", "shelf A1", "VD006", "Sample warning.", "Printed on 23 November 2026"):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.locator("[data-qr] svg").is_visible()
    for chrome in ("button", "nav", ".foot", ".my-list-link", ".told", "input"):
        assert page.locator(f"{chrome}:visible").count() == 0, chrome
    sheets = PdfDocument(page.pdf(format="A4"))
    assert len(sheets) == 1
    found = zxingcpp.read_barcode(sheets[0].render(scale=2).to_pil())
    assert found
    assert found.text == f"{ADDRESS}/en/my-list/#{'.'.join(MINE)}"
    page.emulate_media(media="screen")
    assert page.get_by_text("Printed on").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_keeps_nobody_out(my_list: List, npm_packages: Path, scheme: str, width: int) -> None:
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text("utf-8")
    page = my_list(MINE, width=width, color_scheme=scheme)
    page.get_by_role("button", name="Remove").first.click()
    for after in ("", "#VD001.VD002"):
        page.goto(page.url.split("#")[0] + after)
        page.evaluate(axe)
        assert page.evaluate(RUN, STANDARDS) == []
    page.goto(page.url.split("/my-list/")[0] + "/products/mau-gao/")
    page.get_by_role("button", name="Keep in my list").click()
    page.evaluate(axe)
    assert page.evaluate(RUN, STANDARDS) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_a_thumb_finds_every_button_and_nothing_is_too_wide(my_list: List, width: int) -> None:
    page = my_list(MINE, width=width)
    page.get_by_role("button", name="Remove").first.click()
    for button in page.locator("main button:visible").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, button.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

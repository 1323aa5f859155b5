"""A visitor with a label in hand: what a scanned code opens, and what a typed one finds, however it is typed."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import SETTLED, WATCH, Open
from tests.support import PROJECT, some

EXAMPLE = PROJECT / "tests" / "example" / "content"

RICE = {"vi": "/vi/san-pham/mau-gao/", "en": "/en/products/mau-gao/"}


@pytest.fixture(scope="module")
def origin(example_origin: str) -> str:
    return example_origin


@pytest.mark.parametrize("path", ["/p/VD001/", "/01/09520000000011/"])
@pytest.mark.parametrize(("locale", "language"), [("vi-VN", "vi"), ("en-US", "en"), ("ko-KR", "en"), ("vi", "vi")])
def test_a_scan_is_answered_in_the_visitors_language(visit: Open, path: str, locale: str, language: str) -> None:
    page = visit(path, locale)
    name = page.locator(f"section[lang={language}][data-voice] .entrance__name").bounding_box()
    assert name
    assert 0 <= name["y"] < 400
    page.locator(f"main a[data-language={language}]").click()
    assert page.url.endswith(RICE[language])


@pytest.mark.parametrize(("locale", "language"), [("vi-VN", "vi"), ("en-US", "en"), ("ko-KR", "en")])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_however_late_the_script_comes_the_whole_answer_is_the_visitors_and_nothing_moves(
    visitor: Open, origin: str, locale: str, language: str, width: int
) -> None:
    page, held = visitor(locale, width), list[Route]()
    page.add_init_script(WATCH)
    page.route("**/language*.js", lambda route: held.append(route))
    page.goto(f"{origin}/p/VD001/", wait_until="commit")
    page.wait_for_selector(".foot")
    page.evaluate(SETTLED)
    held[0].continue_()
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    around = page.locator("[data-reads]:not([hidden])")
    assert {each.get_attribute("lang") for each in some(around.all())} == {language}
    assert page.locator("[data-voice]").first.get_attribute("lang") == language
    assert page.evaluate("[scrollY, moved]") == [0, 0]


def test_whoever_has_begun_to_read_stays_there(visit: Open, origin: str) -> None:
    page = visit("/p/VD001/", "vi-VN")
    page.goto(f"{origin}/p/VD001/#_main", wait_until="networkidle")
    assert page.locator("section[lang=vi] .entrance__name").is_visible()
    assert page.url.endswith("/p/VD001/#_main")


@pytest.mark.parametrize("path", ["/p/VD001/", "/p/VD002/", "/p/VD005/", "/p/VD018/", "/01/09520000000011/"])
def test_without_script_the_page_stays_and_is_whole(visit: Open, origin: str, path: str) -> None:
    page = visit(path, "de-DE", java_script_enabled=False)
    assert page.url == origin + path
    doors = page.locator("main a[data-language]")
    assert doors.count() == 2
    for number in range(2):
        box = doors.nth(number).bounding_box()
        assert box
        assert box["height"] >= 64
        assert box["width"] >= 300
    doors.nth(1).click()
    assert "/en/products/" in page.url


TYPED = [
    "/p/vd001", "/p/VD-001", "/p/vd001/", "/p/ vd001/", "/P/VD001", "/P/vd 001/", "/p/ＶＤ００１", "/p/VDOO1",
    "/p/vd001/index.html", "/vd001", "/VD-001/", "/p//vd001",
]  # fmt: skip


@pytest.mark.parametrize("path", TYPED)
def test_a_code_typed_as_people_type_finds_its_way(visit: Open, path: str) -> None:
    visit(quote(path), "en-GB", to="/p/VD001/")


@pytest.mark.parametrize("path", ["/01/9520000000011", "/01/9520000000011/", "/01/09520000000011/10/AB-7"])
def test_a_barcode_of_thirteen_digits_or_with_a_lot_finds_its_way(visit: Open, path: str) -> None:
    visit(path, "en-GB", to="/01/09520000000011/")


@pytest.mark.parametrize("path", ["/p/VD999/", "/p/vd999", "/p/chao", "/01/1234567890128/", "/khong/co/vd001/o-day/"])
def test_what_is_no_code_of_the_catalogue_stays_on_the_page_that_says_so(visit: Open, path: str) -> None:
    page = visit(path)
    assert page.locator("h1").inner_text() == "Không tìm thấy trang"
    if path.startswith("/p/"):
        assert page.locator("input[name=code]").input_value() == path.strip("/").split("/")[1].upper()
        assert page.locator("[data-code-wrong]").first.is_visible()


@pytest.mark.parametrize("typed", ["VD001", " vd 001 ", "vd-001", "https://example.org/thu/p/VD001/", "ｖｄ００１"])
def test_a_code_typed_into_the_field_opens_its_product(visit: Open, typed: str) -> None:
    page = visit("/khong-co/", "en-GB")
    page.get_by_label("Type the code on the label").fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/VD001/")


def test_what_cannot_be_a_code_is_said_beside_the_field_in_every_language(visit: Open) -> None:
    page = visit("/khong-co/")
    wrong = page.locator("[data-code-wrong]")
    assert not wrong.first.is_visible()
    field = page.locator("input[name=code]")
    field.fill("gạo")
    page.locator("[data-code-form] button").click()
    assert [wrong.nth(number).is_visible() for number in range(2)] == [True, True]
    assert field.get_attribute("aria-invalid") == "true"
    field.press("End")
    field.type("1")
    assert not wrong.first.is_visible()


def test_without_script_the_page_says_the_address_to_type(visit: Open) -> None:
    page = visit("/khong-co/", java_script_enabled=False)
    assert not page.locator("form[data-code-form]").is_visible()
    text = page.locator("main").inner_text()
    assert "example.org/thu/p/" in text
    assert "Or type in the address bar" in text


@pytest.mark.parametrize("path", ["/vi/ma-san-pham/?code=vd%20001", "/en/codes/?code=VD001"])
def test_a_code_in_the_address_of_the_page_of_codes_goes_on(visit: Open, path: str) -> None:
    visit(path, "en-GB", to="/p/VD001/")

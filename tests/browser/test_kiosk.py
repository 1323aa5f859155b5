"""A showroom's touch screen: it comes back by itself, forgets whoever was there, and nothing leads out of it."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import SETTLED, Open, serving
from tests.conftest import Building
from tests.support import some

BASE = "/thu"
PLACE = "nha-trung-bay"
START = f"/kiosk/{PLACE}/"
PRODUCT = "/vi/san-pham/mau-gao/"

DATA = "/en/about/ve-du-lieu/"

PHOTO = "photos: [{file: mau.png, alt: {vi: Ô vuông, en: A square}}]\n"

Kiosk = Callable[..., Page]

CONTROLS = "a[href], button, summary, input, select, textarea"

SMALL = """
  (controls) => {
    const small = [];
    for (const control of document.querySelectorAll(controls)) {
      const style = getComputedStyle(control);
      if (!control.checkVisibility({ visibilityProperty: true }) || style.pointerEvents === "none") continue;
      if (control.closest(".prose, .sketch")) continue;
      control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = [...control.getClientRects()].sort((a, b) => b.width - a.width)[0];
      const x = box.x + box.width / 2, y = box.y + box.height / 2;
      const hit = (x, y) => {
        const found = document.elementFromPoint(x, y);
        return found && found.closest(controls) === control;
      };
      const reach = (dx, dy) => {
        let steps = 0;
        while (steps < 64 && hit(x + dx * steps, y + dy * steps)) steps++;
        return steps;
      };
      const width = reach(-1, 0) + reach(1, 0) - 1, height = reach(0, -1) + reach(0, 1) - 1;
      if (width < 64 || height < 64) small.push(`${width} x ${height}: ${control.textContent.trim()}`);
    }
    return small;
  }
"""
"""Controls of which a finger finds less than 64 px in width or height.

Links within a text are no controls; a mark on a map is too near to others, and has its number in the list beside it.
"""

SHORTENED = """
  (controls) => {
    for (const control of document.querySelectorAll(controls)) {
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      for (let one = "i"; texts.nextNode(); ) {
        if (!texts.currentNode.data.trim()) continue;
        texts.currentNode.data = one;
        one = "";
      }
    }
  }
"""
"""Leaves each control one thin letter."""

CONTROLLED = [
    *(START, "/vi/", "/en/", "/vi/san-pham/", PRODUCT, f"/vi/dia-diem/{PLACE}/", "/vi/san-pham/mau-thit/"),
    *("/en/about/ve-du-lieu/", "/en/industries/", "/en/map/", "/en/partners/", "/en/trails/mot-ngay/"),
]
"""Pages with controls of every kind."""


@pytest.fixture(scope="module")
def site(building: Building, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a few more pictures, so that the loop has something to change to and something to leave out."""
    content = tmp_path_factory.mktemp("kiosk") / "content"
    shutil.copytree(example, content)
    for product in ("mau-mam", "mau-hat", "mau-banh"):
        with (content / "products" / f"{product}.yaml").open("a", encoding="utf-8") as record:
            record.write(PHOTO)
    return building("kiosk", BASE.strip("/"), content).folder


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    with serving(site.parent, BASE) as address:
        yield address


@pytest.fixture
def kiosk(visitor: Open, origin: str) -> Kiosk:
    """A screen that has begun at its first page, with a clock that the test turns where it asks for one."""

    def opened(path: str = "", width: int = 1080, clock: bool = False, **options: object) -> Page:
        page = visitor(width=width, **options)
        if clock:
            page.clock.install()
        page.goto(origin + START)
        page.wait_for_function("document.getElementById('_kiosk-idle')")
        if path:
            at(page, origin + path)
        return page

    return opened


def at(page: Page, address: str) -> Page:
    page.goto(address, wait_until="load")
    page.wait_for_function("document.querySelector('.kiosk-bar [data-language]')")
    return page


def kept(page: Page) -> dict[str, str]:
    """What the browser keeps of the visit."""
    found: dict[str, str] = page.evaluate("({ ...localStorage, ...sessionStorage })")
    return found


def code_on(page: Page) -> str:
    """What a phone reads from the screen's dialog."""
    page.locator("#_kiosk-take [data-kiosk=code] svg").wait_for()
    found = zxingcpp.read_barcodes(Image.open(BytesIO(page.locator("#_kiosk-take").screenshot())))
    assert len(found) == 1
    return found[0].text


# --- where it begins ----------------------------------------------------------------------------------------------


def test_the_first_page_has_a_large_door_into_each_language(kiosk: Kiosk, origin: str) -> None:
    page = kiosk()
    doors = page.locator(".kiosk-doors a")
    assert [door.get_attribute("lang") for door in doors.all()] == ["vi", "en"]
    assert all((box := door.bounding_box()) and box["height"] >= 96 for door in doors.all())
    doors.nth(1).click()
    page.wait_for_url(f"{origin}/en/")
    assert "kiosk" in (page.locator("html").get_attribute("class") or "")


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080)])
def test_all_of_the_first_page_is_on_the_screen_and_what_stands_in_the_room_a_touch_away(
    kiosk: Kiosk, origin: str, width: int, height: int
) -> None:
    page = kiosk()
    page.set_viewport_size({"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    things = page.locator(".shelf-thing")
    expect(things.first).to_be_in_viewport()
    assert "Kệ A1" in (things.first.text_content() or "")
    things.first.click()
    page.wait_for_url(origin + PRODUCT)


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080)])
def test_doors_and_the_year_are_on_the_first_page_and_a_finger_hits_each(
    kiosk: Kiosk, origin: str, width: int, height: int
) -> None:
    page = kiosk()
    page.set_viewport_size({"width": width, "height": height})
    for one in some(page.locator(".way").all()):
        expect(one).to_be_in_viewport(ratio=1)
    expect(page.locator("a.wheel__month").first).to_be_in_viewport(ratio=1)
    assert page.evaluate(SMALL, CONTROLS) == []
    page.locator("a.wheel__month[aria-current]").click()
    page.wait_for_url(re.compile(f"^{origin}/vi/"))
    assert page.url != origin + START


def test_what_is_looked_for_is_typed_on_the_first_page_too(kiosk: Kiosk, origin: str) -> None:
    page = kiosk()
    page.locator("#_search").click()
    for letter in "gao":
        page.locator(f".kiosk-keys [value={letter}]").click()
    page.locator(".search__list").get_by_text("Mẫu gạo", exact=True).first.click()
    page.wait_for_url(origin + PRODUCT)


@pytest.mark.parametrize("path", ["", "/vi/", PRODUCT, "/en/products/mau-gao/", f"/vi/dia-diem/{PLACE}/", DATA])
def test_nothing_for_an_office_or_for_machines_is_in_sight(kiosk: Kiosk, path: str) -> None:
    page = kiosk(path)
    offices = "a[href^='mailto:'], a[href*='/data/'], a[href*='feed.'], .origin__report a, .foot__words a"
    assert [link.get_attribute("href") for link in page.locator(offices).all() if link.is_visible()] == []


def test_pictures_change_slowly_and_none_is_of_a_spirit_or_of_what_is_recalled(kiosk: Kiosk) -> None:
    page = kiosk(clock=True)
    names = page.locator(".loop__slide strong").all_text_contents()
    assert names[0] == "Mẫu gạo"
    assert {"Mẫu bánh", "Mẫu hạt"} <= set(names)
    assert not {name for name in names if "rượu" in name or "mắm" in name}
    shown = page.locator(".loop__slide.is-shown strong")
    for name in [*names, names[0]]:
        assert shown.all_text_contents() == [name]
        page.clock.run_for(8000)


def test_the_pictures_can_be_stopped_and_started_again(kiosk: Kiosk) -> None:
    page = kiosk(clock=True)
    shown, pause = page.locator(".loop__slide.is-shown strong"), page.locator("[data-kiosk=pause]")
    first = shown.text_content()
    pause.click()
    page.clock.run_for(60_000)
    assert shown.text_content() == first
    pause.click()
    page.clock.run_for(8000)
    assert shown.text_content() != first


def test_pictures_stand_still_where_the_system_asks_for_calm(kiosk: Kiosk) -> None:
    page = kiosk(clock=True, reduced_motion="reduce")
    shown = page.locator(".loop__slide.is-shown strong")
    first = shown.text_content()
    page.clock.run_for(60_000)
    assert shown.text_content() == first
    assert page.locator("[data-kiosk=pause]").is_hidden()
    assert page.locator(".loop__slide").first.evaluate("(slide) => getComputedStyle(slide).transitionDuration") == "0s"


def test_the_first_page_never_asks_and_still_forgets_the_size_of_the_text(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(clock=True)
    page.locator("[data-kiosk=text]").click()
    assert page.locator("html.kiosk--large").count() == 1
    page.clock.run_for(200_000)
    assert page.url == origin + START
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("html.kiosk--large").count() == 0
    assert kept(page) == {"kiosk": PLACE}


# --- back when nobody is there ------------------------------------------------------------------------------------


def test_after_a_while_it_asks_then_goes_back_and_nothing_of_the_visitor_is_left(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(clock=True)
    page.locator("[data-language=en]").click()
    page.wait_for_url(f"{origin}/en/")
    at(page, f"{origin}/en/products/mau-gao/")
    page.locator(".kiosk-bar [data-kiosk=text]").click()
    page.locator("[data-keep]").click()
    page.evaluate("sessionStorage.sought = 'gao'; scrollTo(0, 500)")
    assert kept(page).keys() >= {"language", "list", "sought", "kiosk-text"}
    page.clock.run_for(91_000)
    assert page.locator("#_kiosk-idle").is_visible()
    assert "Are you still there?" in page.locator("#_kiosk-idle").inner_text()
    page.clock.run_for(15_000)
    page.wait_for_url(origin + START)
    assert kept(page) == {"kiosk": PLACE}
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.locator("html.kiosk--large").count() == 0


@pytest.mark.parametrize("answer", ["the button", "beside it", "Escape"])
def test_whoever_is_still_there_says_so_and_stays(kiosk: Kiosk, origin: str, answer: str) -> None:
    page = kiosk(PRODUCT, clock=True)
    page.clock.run_for(95_000)
    dialog = page.locator("#_kiosk-idle")
    assert dialog.is_visible()
    if answer == "the button":
        page.locator("[data-kiosk=stay]").click()
    elif answer == "beside it":
        page.mouse.click(5, 5)
    else:
        page.keyboard.press("Escape")
    assert dialog.is_hidden()
    page.clock.run_for(80_000)
    assert dialog.is_hidden()
    assert page.url == origin + PRODUCT
    page.clock.run_for(15_000)
    assert dialog.is_visible()


def test_whoever_reads_and_touches_now_and_then_is_not_asked(kiosk: Kiosk) -> None:
    page = kiosk(PRODUCT, clock=True)
    for sign in ("wheel", "touchstart", "keydown", "pointerdown", "scroll"):
        page.clock.run_for(80_000)
        page.evaluate("(sign) => dispatchEvent(new Event(sign))", sign)
        assert page.locator("#_kiosk-idle").is_hidden()


def test_a_page_of_a_visit_before_is_never_shown_again(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    page.locator(".kiosk-bar [data-kiosk=start]").click()
    page.wait_for_url(origin + START)
    with page.expect_navigation(url=origin + START):
        page.evaluate("setTimeout(() => history.back())")  # it answers before the page is gone
    page.wait_for_function("document.getElementById('_kiosk-idle')")
    assert kept(page) == {"kiosk": PLACE}


def test_back_goes_back_and_start_over_begins_anew(kiosk: Kiosk, origin: str) -> None:
    page = kiosk("/vi/san-pham/")
    at(page, origin + PRODUCT)
    page.locator(".kiosk-bar [data-kiosk=back]").click()
    page.wait_for_url(f"{origin}/vi/san-pham/")
    page.locator(".kiosk-bar [data-kiosk=start]").click()
    page.wait_for_url(origin + START)


# --- no way out ---------------------------------------------------------------------------------------------------


def test_what_would_lead_out_is_shown_as_a_code_that_holds_the_exact_address(kiosk: Kiosk, origin: str) -> None:
    page = kiosk()
    seen = set()
    for path in (PRODUCT, "/vi/chu-the/htx-mau/", f"/vi/dia-diem/{PLACE}/", "/vi/thong-tin/ve-du-lieu/"):
        at(page, origin + path)
        for link in some(page.locator("main a[href]").all()):
            address = link.get_attribute("href") or ""
            if not link.is_visible() or address in seen or re.fullmatch(rf"({BASE}/.*/)?(#.*)?", address):
                continue
            seen.add(address)
            link.focus()
            page.keyboard.press("Enter")
            assert code_on(page) == (f"https://example.org{address}" if address.startswith("/") else address)
            page.locator("#_kiosk-take [data-kiosk=close]").click()
            assert page.url == origin + path
    assert {"https", "tel"} <= {urlsplit(address).scheme for address in seen}


def test_the_code_goes_with_escape_and_with_the_visitor(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT, clock=True)
    outside = page.locator("main a[rel~=external]").first
    outside.click()
    page.keyboard.press("Escape")
    assert page.locator("#_kiosk-take").is_hidden()
    outside.click()
    page.clock.run_for(106_000)
    page.wait_for_url(origin + START)
    assert page.locator("dialog[open]").count() == 0


def test_no_other_button_or_key_opens_anything(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    opened: list[Page] = []
    page.context.on("page", lambda one: opened.append(one))
    link = page.locator("main a[rel~=external]").first
    for press in ({"button": "middle"}, {"modifiers": ["Control"]}, {"modifiers": ["Shift"]}, {"modifiers": ["Alt"]}):
        link.click(**press)
        page.locator("#_kiosk-take [data-kiosk=close]").click()
    own = page.locator(".product__who a").first
    own.click(modifiers=["Control"])
    page.wait_for_url("**/chu-the/**")
    at(page, origin + PRODUCT)
    told = "(event) => !event.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))"
    assert link.evaluate(told)
    assert page.evaluate("window.open('https://example.com/') === null")
    assert code_on(page) == "https://example.com/"
    assert opened == []


def test_what_scripts_and_forms_set_off_does_not_lead_out_either(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    page.evaluate("location.href = 'https://example.com/elsewhere'")
    assert code_on(page) == "https://example.com/elsewhere"
    page.locator("#_kiosk-take [data-kiosk=close]").click()
    page.evaluate("""
      const form = document.createElement("form");
      form.action = "mailto:a@example.org";
      form.innerHTML = '<input name="subject" value="VD 001"><button>Gửi</button>';
      document.querySelector("main").prepend(form);
    """)
    page.locator("main form button").click()
    assert code_on(page) == "mailto:a@example.org?subject=VD%20001"
    assert page.url == origin + PRODUCT


@pytest.mark.parametrize(
    "address",
    ["https://example.com:99999/bai", "KIOSK/#leave", "KIOSK/", "STAFF", "OTHER", "javascript:void(window.open('/'))"],
)
def test_a_link_from_the_content_neither_ends_the_kiosk_nor_breaks_it(kiosk: Kiosk, origin: str, address: str) -> None:
    page = kiosk(PRODUCT)
    places = {"KIOSK/": START, "STAFF": "/kiosk/", "OTHER": "/kiosk/gian-hang/"}
    for name, path in places.items():
        address = address.replace(name, origin + path)
    page.evaluate(
        """(address) => {
          const link = document.createElement("a");
          link.href = address;
          link.textContent = "Xem";
          document.querySelector("main").prepend(link);
        }""",
        address,
    )
    page.locator("main > a").click()
    page.evaluate(SETTLED)
    assert page.url in (origin + PRODUCT, origin + START)
    assert page.evaluate("sessionStorage.getItem('kiosk')") == PLACE


def test_three_hundred_taps_at_random_never_leave_the_site(kiosk: Kiosk, site: Path, origin: str) -> None:
    page = kiosk()
    chance = random.Random(20261123)
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("index.html"))
    pages = [path.removesuffix("index.html") for path in pages if not path.startswith(("kiosk/index", "p/", "01/"))]
    asked: list[str] = []
    opened: list[Page] = []
    page.context.on("page", lambda one: opened.append(one))
    protocol = page.context.new_cdp_session(page)
    protocol.send("Page.enable")
    protocol.on("Page.frameRequestedNavigation", lambda event: asked.append(event["url"]))
    page.on("framenavigated", lambda frame: asked.append(frame.url))
    for tap in range(300):
        if tap % 6 == 0:
            arrive(page, f"{origin}/{chance.choice(pages)}")
            page.mouse.wheel(0, chance.randrange(4000))
        page.mouse.click(chance.randrange(1080), chance.randrange(800))
        settle(page)
    assert [address for address in asked if not address.startswith(f"{origin}/")] == []
    assert opened == []
    assert len(asked) > 60


def settle(page: Page) -> None:
    """What a tap has set off has happened: a page that goes away meanwhile has another one after it."""
    while True:
        try:
            page.evaluate(SETTLED)
            page.wait_for_load_state("load")
            return
        except Error:
            continue


def arrive(page: Page, address: str) -> None:
    """There and drawn, even where the last tap is still leading elsewhere: a wheel turned before that has no answer."""
    try:
        page.goto(address, wait_until="load")
    except Error:
        settle(page)
        page.goto(address, wait_until="load")
    settle(page)


# --- what it shows more of ----------------------------------------------------------------------------------------


def test_a_product_says_on_which_shelf_of_this_place_it_stands(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    assert page.locator(".at-hand:visible").all_inner_texts() == ["Kệ A1, ở ngay đây"]
    at(page, f"{origin}/en/products/mau-gao/")
    assert page.locator(".at-hand:visible").all_inner_texts() == ["Shelf A1, right here"]
    for elsewhere in ("mau-banh", "mau-hat", "mau-ruou-31"):
        at(page, f"{origin}/vi/san-pham/{elsewhere}/")
        assert page.locator(".at-hand:visible").count() == 0


def test_a_product_can_be_taken_along_by_its_permanent_address(kiosk: Kiosk) -> None:
    page = kiosk(PRODUCT)
    code = page.locator(".take img")
    code.scroll_into_view_if_needed()
    code.evaluate("(image) => image.decode()")
    found = zxingcpp.read_barcodes(Image.open(BytesIO(page.locator(".take").screenshot())))
    assert [one.text for one in found] == ["https://example.org/thu/p/VD001/"]


def test_on_a_large_screen_the_code_to_take_along_is_in_sight_and_nobody_is_asked_to_call(kiosk: Kiosk) -> None:
    page = kiosk(PRODUCT, width=1920)
    page.set_viewport_size({"width": 1920, "height": 1080})
    bar = page.locator(".kiosk-bar").bounding_box()
    code = page.locator(".take img").bounding_box()
    assert bar
    assert code
    assert code["y"] + code["height"] <= bar["y"]
    assert page.locator(".thumb a[href^='tel:']:visible").count() == 0
    maker, place = (link.bounding_box() for link in page.locator(".product__who a").all())
    assert maker
    assert place
    assert maker["y"] == place["y"]


def test_text_grows_and_goes_along_to_the_next_page(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    size = "parseFloat(getComputedStyle(document.querySelector('.product__what')).fontSize)"
    before = page.evaluate(size)
    key = page.locator(".kiosk-bar [data-kiosk=text]")
    key.click()
    assert key.get_attribute("aria-pressed") == "true"
    assert page.evaluate(size) > before * 1.2
    at(page, f"{origin}/en/products/mau-gao/")
    assert page.evaluate(size) > before * 1.2


def test_the_key_of_the_place_leads_to_what_is_here(kiosk: Kiosk, origin: str) -> None:
    page = kiosk("/en/products/mau-gao/")
    page.locator(".kiosk-bar [data-kiosk=place]").click()
    page.wait_for_url(f"{origin}/en/places/{PLACE}/#_here")
    expect(page.locator("#_here .card").first).to_be_in_viewport()


def test_a_list_is_taken_along_by_its_code_and_nothing_else(kiosk: Kiosk, origin: str) -> None:
    page = kiosk("/en/products/mau-gao/")
    page.locator("[data-keep]").click()
    at(page, f"{origin}/en/my-list/")
    page.locator(".carry__qr svg").wait_for()
    assert page.locator("[data-do=share], [data-do=print]").filter(visible=True).count() == 0
    page.locator(".carry__qr").scroll_into_view_if_needed()
    found = zxingcpp.read_barcodes(Image.open(BytesIO(page.locator(".carry").screenshot())))
    assert [one.text for one in found] == ["https://example.org/thu/en/my-list/#VD001"]
    assert page.evaluate(SMALL, CONTROLS) == []


@pytest.mark.parametrize("path", CONTROLLED)
@pytest.mark.parametrize(("visitor", "width"), [("usual", 1080), ("narrow", 1920)], indirect=["visitor"], ids=str)
def test_a_finger_hits_every_control_whatever_its_words_and_the_font(
    kiosk: Kiosk, origin: str, path: str, width: int
) -> None:
    page = kiosk(width=width)
    page.goto(origin + path, wait_until="load")
    page.wait_for_function("document.getElementById('_kiosk-idle')")
    assert page.locator(CONTROLS).count() > 3
    assert page.evaluate(SMALL, CONTROLS) == []
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.evaluate(SHORTENED, CONTROLS)
    assert page.evaluate(SMALL, CONTROLS) == []


# --- everybody else -----------------------------------------------------------------------------------------------


def test_other_visitors_see_nothing_of_it(visitor: Open, origin: str) -> None:
    page = visitor()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(origin + PRODUCT, wait_until="networkidle")
    assert "kiosk" not in (page.locator("html").get_attribute("class") or "")
    assert page.locator(".kiosk-bar, .kiosk-dialog, .take:visible, .at-hand:visible").count() == 0
    assert [address for address in asked if re.search(r"kiosk|qr\.svg", address)] == []
    assert kept(page) == {}
    assert page.evaluate("history.state") is None


def test_staff_leave_by_an_address(kiosk: Kiosk, origin: str) -> None:
    page = kiosk(PRODUCT)
    page.goto(f"{origin}{START}#leave")
    page.wait_for_url(f"{origin}/vi/")
    assert page.locator("html.kiosk").count() == 0
    assert kept(page) == {}


def test_the_first_page_stands_without_script(visitor: Open, origin: str) -> None:
    page = visitor(width=1080, java_script_enabled=False)
    page.goto(origin + START)
    assert page.locator(".loop__slide:visible").count() == 1
    assert page.locator(".kiosk-doors a:visible").count() == 2
    assert page.locator(".kiosk-start__keys button:visible").count() == 0
    assert page.locator(".shelf-thing:visible").count() > 0


def test_a_kiosk_has_keys_of_its_own_for_what_is_looked_for(kiosk: Kiosk) -> None:
    page = kiosk("/vi/ban-do/")
    field = page.locator("#_search")
    field.click()
    keys = page.get_by_role("group", name="Bàn phím")
    expect(keys).to_be_visible()
    for letter in "gao":
        keys.get_by_role("button", name=letter, exact=True).click()
    assert field.input_value() == "gao"
    expect(page.get_by_role("option", name="Mẫu gạo").first).to_be_visible()
    keys.get_by_role("button", name="Xóa một chữ").click()
    assert field.input_value() == "ga"
    keys.get_by_role("button", name="o", exact=True).click()
    keys.get_by_role("button", name="Tìm", exact=True).click()
    page.wait_for_url("**/vi/tim/?q=gao")
    expect(page.locator("[data-results] li").first).to_be_visible()

"""The catalogue without a network: any page that is kept, versions whole or none, a recall before everything else."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open, serving
from tests.conftest import DAY
from tests.support import PROJECT, Task, build

BASE = "/thu"

KEPT = "async () => (await navigator.serviceWorker.ready).active && Boolean(navigator.serviceWorker.controller)"

RECALL = """\
kind: recall
date: 2026-11-20
products: [mau-gao]
text: {vi: Thu hồi lô 77., en: Batch 77 is recalled.}
"""


class Office:
    """A catalogue that is published again and again, and the folder that a server shows."""

    def __init__(self, content: Path, folder: Path, cache: Path) -> None:
        self.content, self.site, self._cache = content, folder / "thu", cache

    def publish(self, today: date = DAY) -> None:
        outcome = build(Task(self.content, PROJECT / "themes", self.site, self._cache, today=today))
        assert outcome.change, outcome.problems[:3]


@pytest.fixture
def office(example: Path, cache: Path, tmp_path: Path) -> Office:
    shutil.copytree(example, tmp_path / "content")
    return Office(tmp_path / "content", tmp_path / "served", cache)


@pytest.fixture
def origin(office: Office) -> Iterator[str]:
    office.publish()
    with serving(office.site.parent, BASE) as address:
        yield address


def kept(page: Page) -> BrowserContext:
    """Until the worker keeps the site and answers for it."""
    page.wait_for_function(KEPT)
    return page.context


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text()


@pytest.fixture
def phone(visitor: Open, origin: str) -> Page:
    """A visitor's phone, on whose home page the worker has come."""
    page = visitor("vi-VN", service_workers="allow")
    page.goto(f"{origin}/vi/", wait_until="load")
    kept(page)
    return page


def test_without_a_network_every_product_is_there_in_both_languages(phone: Page, origin: str, office: Office) -> None:
    phone.context.set_offline(True)
    products = sorted(path.parent.name for path in (office.site / "vi/san-pham").glob("mau-*/index.html"))
    assert len(products) > 10
    for product in products:
        for path in (f"vi/san-pham/{product}/", f"en/products/{product}/"):
            phone.goto(f"{origin}/{path}")
            assert heading(phone), path


def test_without_a_network_one_searches_filters_and_keeps_a_list(phone: Page, origin: str) -> None:
    phone.context.set_offline(True)
    phone.goto(f"{origin}/vi/san-pham/")
    phone.locator("#_search").fill("gao")
    expect(phone.locator("[role=option]").first).to_be_visible()
    phone.keyboard.press("Escape")
    phone.locator("[data-filters] > summary").click()
    phone.locator("[data-filter^='suits']").first.click()
    expect(phone.locator("[data-list=found] .card").first).to_be_visible()
    phone.locator("[data-list=found] [data-keep]").first.click()
    phone.goto(f"{origin}/vi/danh-sach-cua-toi/")
    expect(phone.locator(".pick")).to_have_count(1)
    phone.goto(f"{origin}/p/VD001/")
    expect(phone.locator("h1")).to_have_text("Mẫu gạo")


def test_without_a_network_a_picture_that_was_not_kept_is_shown_small(phone: Page, origin: str) -> None:
    phone.context.set_offline(True)
    phone.goto(f"{origin}/vi/san-pham/mau-gao/")
    picture = phone.locator("main picture img").first
    picture.scroll_into_view_if_needed()
    phone.wait_for_function("(img) => img.complete && img.naturalWidth > 0", arg=picture.element_handle())


def test_what_is_not_kept_says_so_and_leads_home(phone: Page, origin: str) -> None:
    phone.context.set_offline(True)
    phone.goto(f"{origin}/vi/khong-co/")
    assert "hãy mở lại khi có mạng" in phone.locator("body").inner_text()
    phone.locator("a").first.click()
    assert heading(phone)


def test_without_a_network_the_kiosk_goes_on(visitor: Open, origin: str) -> None:
    page = visitor("vi-VN", service_workers="allow", width=1080)
    page.goto(f"{origin}/kiosk/nha-trung-bay/", wait_until="load")
    kept(page)
    page.context.set_offline(True)
    page.goto(f"{origin}/kiosk/nha-trung-bay/")
    page.locator(".kiosk-doors a").first.click()
    expect(page.locator(".kiosk-bar")).to_be_visible()
    page.goto(f"{origin}/en/products/mau-gao/")
    expect(page.locator(".kiosk-bar")).to_be_visible()


def test_a_new_version_replaces_the_old_as_a_whole(phone: Page, origin: str, office: Office) -> None:
    """Every page tells the day that it was made on, so a mixture would show."""
    office.publish(DAY + timedelta(days=1))
    phone.reload(wait_until="load")
    expect(phone.locator(".kept--new")).to_be_visible()
    phone.context.set_offline(True)
    for path in ("vi/", "vi/san-pham/", "vi/san-pham/mau-gao/", "en/", "en/products/mau-tra/", "vi/ban-do/", "vi/a-z/"):
        phone.goto(f"{origin}/{path}")
        assert phone.locator("html").get_attribute("data-built") == "2026-11-24", path


def test_a_worker_that_fails_leaves_the_version_before(phone: Page, origin: str, office: Office) -> None:
    office.publish(DAY + timedelta(days=1))
    victim = office.site / "en/products/mau-gao/index.html"
    victim.write_text(victim.read_text("utf-8") + "<!-- half a deployment -->", "utf-8")
    phone.reload(wait_until="load")
    phone.evaluate(
        """async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            await registration.update().catch(() => {});
            const worker = registration.installing;
            if (worker) await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
        }"""
    )
    phone.context.set_offline(True)
    for path in ("vi/", "vi/san-pham/mau-gao/", "en/products/mau-gao/"):
        phone.goto(f"{origin}/{path}")
        assert phone.locator("html").get_attribute("data-built") == "2026-11-23", path
    assert phone.locator(".kept--new").count() == 0


def test_a_recall_that_was_published_meanwhile_is_the_first_thing_seen(
    phone: Page, origin: str, office: Office
) -> None:
    phone.context.set_offline(True)
    (office.content / "notices" / "thu-hoi-moi.yaml").write_text(RECALL, "utf-8")
    office.publish()
    phone.goto(f"{origin}/vi/san-pham/mau-tra/")
    assert phone.locator(".kept--notice").count() == 0
    phone.context.set_offline(False)
    phone.goto(f"{origin}/vi/san-pham/mau-tra/")
    notice = phone.locator("body > :first-child")
    expect(notice).to_have_class("kept kept--notice")
    expect(notice).to_contain_text("Thu hồi sản phẩm: Mẫu gạo")
    notice.get_by_role("link").click()
    expect(phone.locator("main")).to_contain_text("Thu hồi lô 77.")


def test_a_recall_that_is_amended_is_told_anew(phone: Page, origin: str, office: Office) -> None:
    file = office.content / "notices" / "thu-hoi-moi.yaml"
    file.write_text(RECALL, "utf-8")
    office.publish()
    phone.reload(wait_until="load")
    expect(phone.locator(".kept--new")).to_be_visible()
    phone.context.set_offline(True)
    file.write_text(RECALL.replace("[mau-gao]", "[mau-gao, mau-dau]"), "utf-8")
    office.publish()
    phone.context.set_offline(False)
    phone.goto(f"{origin}/vi/san-pham/mau-dau/")
    expect(phone.locator(".kept--notice")).to_contain_text("Mẫu gạo")


def test_what_was_taken_along_stays_over_new_versions(phone: Page, office: Office) -> None:
    phone.locator("[data-take] button").click()
    expect(phone.locator("[data-take] [role=status]")).to_have_text("Mọi thứ đã có trong máy.")
    office.publish(DAY + timedelta(days=1))
    phone.reload(wait_until="load")
    expect(phone.locator(".kept--new")).to_be_visible()
    phone.reload(wait_until="load")
    expect(phone.locator("[data-take] [role=status]")).to_have_text("Mọi thứ đã có trong máy.")


def test_without_a_network_buyers_get_their_sheet(phone: Page, origin: str) -> None:
    phone.context.set_offline(True)
    phone.goto(f"{origin}/vi/san-pham/?suits=gift")
    phone.locator("button[data-list=sheet]").click()
    expect(phone.locator("[data-list=table] tbody tr").first).to_be_visible()


def test_a_page_that_is_older_than_a_month_says_how_old_it_is(visitor: Open, origin: str) -> None:
    page = visitor("en-GB")
    page.clock.set_fixed_time(DAY.isoformat() + "T12:00:00+07:00")
    page.goto(f"{origin}/en/products/mau-gao/")
    assert page.locator(".kept--old").count() == 0
    page.clock.set_fixed_time((DAY + timedelta(days=40)).isoformat() + "T12:00:00+07:00")
    page.reload()
    expect(page.locator(".kept--old")).to_contain_text("23 November 2026, 40 days ago")


def test_the_whole_showroom_can_be_taken_along(phone: Page) -> None:
    button = phone.locator("[data-take] button")
    expect(button).to_contain_text("MB")
    button.click()
    expect(phone.locator("[data-take] [role=status]")).to_have_text("Mọi thứ đã có trong máy.")


def test_the_site_can_be_put_on_a_phones_first_screen(phone: Page, origin: str) -> None:
    told = phone.evaluate("async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json()")
    assert told["start_url"] == told["scope"] == f"{BASE}/"
    assert {icon["sizes"] for icon in told["icons"]} == {"any"}, "the site's own mark, as large as one likes"
    for icon in told["icons"]:
        assert phone.request.get(origin.removesuffix(BASE) + icon["src"]).ok

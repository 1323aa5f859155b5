"""Filters of a list: they add up, count what the records say at every step, stand in the address, and lead back."""

import random
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ocop_site.catalogue.catalogue import Catalogue
from tests.browser.conftest import Open
from tests.conftest import DAY
from tests.support import good_catalogue_of, some


@pytest.fixture(scope="module")
def origin(golden_origin: str) -> str:
    return golden_origin


PRICES = (50_000, 100_000, 200_000, 500_000)

FACET = {"in_force": "stars", "told": "stars"}
"""Kinds of which any value is enough together; every other is a facet of its own."""

FOODS = ["industries thuc-pham", "in_force 4"]

Keys = Mapping[str, frozenset[str]]
"""What can be said of each product, as keys of filters: `suits gift`."""


@pytest.fixture(scope="module")
def catalogue(golden: Path) -> Catalogue:
    found = good_catalogue_of(golden, today=DAY, ledgers_bind=False)
    assert found
    return found


@pytest.fixture(scope="module")
def keys(catalogue: Catalogue) -> Keys:
    """By another hand than the index: from the records of what is listed."""
    return {i: frozenset(said_of(catalogue, i)) for i in some(catalogue.listed)}


def said_of(catalogue: Catalogue, product_id: str) -> list[str]:
    product, showing = catalogue.products[product_id], catalogue.showing(product_id)
    found = [f"producers {product.producer}"]
    if product.set:
        found += [f"sets {product.set}", f"industries {catalogue.sets[product.set].industry.id}"]
    if showing.stars and not showing.recalls:
        found.append(
            f"{'in_force' if showing.status.state in ('valid', 'ending', 'continued') else 'told'} {showing.stars}"
        )
    place = catalogue.locality(product_id)
    found += [f"communes {place.commune.id}"] if place and place.commune else []
    found += [f"districts {place.district.id}"] if place and place.district else []
    if not showing.is_restrained and not showing.recalls:
        prices = [pack.price.start for pack in product.packs if pack.price]
        found += [f"prices {most}" for most in PRICES if prices and min(prices) <= most]
    if not showing.is_restrained and not showing.notices:
        found += [f"seasons {month}" for month in product.season]
        found += ["suits gift"] if product.gift else []
        found += ["suits vegetarian"] if product.diet else []
    return found


def passing(keys: Keys, chosen: list[str]) -> set[str]:
    """One of each facet's chosen values, all of the uses."""
    found = set(keys)
    for facet in {FACET.get(key.split()[0], key.split()[0]) for key in chosen}:
        wanted = {key for key in chosen if FACET.get(key.split()[0], key.split()[0]) == facet}
        enough = wanted.issubset if facet == "suits" else lambda said, wanted=wanted: not wanted.isdisjoint(said)
        found = {i for i in found if enough(keys[i])}
    return found


def counted(keys: Keys, chosen: list[str], key: str) -> int:
    """How many there would be with a value: beside those of its facet, or, of uses, asked for too."""
    facet = FACET.get(key.split()[0], key.split()[0])
    others = [each for each in chosen if FACET.get(each.split()[0], each.split()[0]) != facet or facet == "suits"]
    return sum(key in keys[i] for i in passing(keys, others))


def begun(page: Page) -> Page:
    """The filters are there once somebody has touched them."""
    unfolded(page).locator("[data-filters] .facets summary").first.click()
    expect(page.locator("[data-list=tools]")).to_be_visible()
    return page


def unfolded(page: Page) -> Page:
    page.locator("[data-filters] > summary").click()
    return page


def shown(page: Page) -> dict[str, int]:
    """The count beside each value, of the boxes."""
    told: list[list[str]] = page.evaluate(
        """() => Array.from(document.querySelectorAll(".boxes input"), (input) =>
            [input.value, input.parentElement.querySelector(".count").textContent])"""
    )
    return {key: int(count) for key, count in told}


def chosen_in(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => Array.from(document.querySelectorAll('.boxes input:checked'), (input) => input.value)"
    )
    return found


def total(page: Page) -> int:
    found = re.search(r"\d+", page.locator("[data-list=said]").inner_text())
    assert found
    return int(found[0])


@pytest.mark.parametrize("seed", range(6))
def test_counts_are_those_of_the_records_at_every_step_back_and_forth(visit: Open, keys: Keys, seed: int) -> None:
    page, chance = begun(visit("/vi/san-pham/")), random.Random(seed)
    for _ in range(8):
        page.evaluate("(key) => ocop.filters.turn(key)", chance.choice(some(enabled(page))))
        page.wait_for_timeout(30)
        agrees(page, keys)
    for _ in range(5):
        page.go_back()
        page.wait_for_timeout(60)
        agrees(page, keys)
    page.go_forward()
    page.wait_for_timeout(60)
    agrees(page, keys)


def enabled(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => Array.from(document.querySelectorAll('.boxes input:enabled'), (input) => input.value)"
    )
    return found


def agrees(page: Page, keys: Keys) -> None:
    """What is counted, told and shown is what a plain count finds; no value that would leave nothing can be chosen."""
    chosen = chosen_in(page)
    counts = shown(page)
    assert counts == {key: counted(keys, chosen, key) for key in some(counts)}
    assert total(page) == len(passing(keys, chosen))
    assert {key for key in enabled(page) if not counts[key]} <= set(chosen)
    in_address = {
        f"{kind} {value}" for kind, told in re.findall(r"[?&](\w+)=([^&]+)", page.url) for value in told.split(",")
    }
    assert in_address == set(chosen)


def test_an_address_with_filters_opens_the_narrowed_list(visit: Open, keys: Keys) -> None:
    page = visit("/vi/san-pham/?in_force=4&industries=thuc-pham&suits=gift")
    expect(page.locator("[data-list=found]")).to_be_visible()
    wanted = passing(keys, ["in_force 4", "industries thuc-pham", "suits gift"])
    assert total(page) == len(wanted) > 0
    cards = page.locator("[data-list=found] .card a")
    found = {str(card.get_attribute("href")).rstrip("/").rpartition("/")[2] for card in cards.all()}
    assert found <= wanted
    assert len(found) == min(len(wanted), 24)


def test_what_an_address_asks_for_that_is_not_there_is_left_out(visit: Open, keys: Keys) -> None:
    page = visit("/vi/san-pham/?suits=gift,nothing&__proto__=1&sort=evil&industries=%3Cscript%3E")
    expect(page.locator("[data-list=found]")).to_be_visible()
    assert chosen_in(page) == ["suits gift"]
    assert total(page) == len(passing(keys, ["suits gift"]))


@pytest.mark.parametrize(
    ("start", "taps", "wanted"),
    [
        ("/vi/huyen-cu/can-duoc/", FOODS, ["districts can-duoc", *FOODS]),
        ("/vi/san-pham/", ["suits gift", "prices 200000"], ["suits gift", "prices 200000"]),
        ("/vi/san-pham/", ["suits vegetarian"], ["suits vegetarian"]),
    ],
)  # fmt: skip
def test_what_people_ask_for_is_at_most_three_taps_away(
    visit: Open, keys: Keys, start: str, taps: list[str], wanted: list[str]
) -> None:
    """With the one that opens the filters: the foods of Cần Đước with four stars, a gift below 200,000 đ, no meat."""
    page = unfolded(visit(start))
    assert 1 + len(taps) <= 3
    for key in taps:
        page.locator(f"[data-filter='{key}']").first.click()
        expect(page.locator(f"a[data-filter='{key}'][aria-pressed=true]").first).to_be_attached()
    assert total(page) == len(passing(keys, wanted)) > 0


def test_without_script_every_filter_is_a_list(visit: Open) -> None:
    page = unfolded(visit("/vi/huyen-cu/can-duoc/", java_script_enabled=False))
    page.locator("[data-filter='suits gift']").first.click()
    assert page.url.endswith("/vi/phu-hop/gift/")


def test_the_language_switch_keeps_the_filters(visit: Open, keys: Keys) -> None:
    page = visit("/vi/san-pham/?suits=gift")
    expect(page.locator("[data-list=found]")).to_be_visible()
    page.locator("a[data-language=en]").first.click()
    expect(page.locator("[data-list=found]")).to_be_visible()
    assert page.url.endswith("/en/products/?suits=gift")
    assert total(page) == len(passing(keys, ["suits gift"]))


def test_a_list_is_ordered_by_price_with_what_is_not_known_last(visit: Open, catalogue: Catalogue) -> None:
    page = visit("/vi/san-pham/?sort=prices")
    expect(page.locator("[data-list=found]")).to_be_visible()
    cards = page.locator("[data-list=found] .card a")
    expect(cards.first).to_be_attached()
    ids = [str(card.get_attribute("href")).rstrip("/").rpartition("/")[2] for card in cards.all()]
    prices = [min(p.price.start for p in catalogue.products[i].packs if p.price) for i in some(ids)]
    assert prices == sorted(prices)


def test_products_are_compared_side_by_side(visit: Open) -> None:
    page = begun(visit("/vi/san-pham/?suits=gift", width=1280))
    page.locator("[data-list=pick]").click()
    for number in range(4):
        page.locator("[data-found=pick]").nth(number).click()
    assert page.locator("[data-found=pick]:checked").count() == 3
    page.locator("button[data-list=compare]").click()
    expect(page.locator("[data-list=table] tr:nth-child(2) a")).to_have_count(3)
    page.locator("[data-table=close]").click()
    expect(page.locator("[data-list=table]")).to_be_hidden()


def test_buyers_take_a_sheet_along(visit: Open, keys: Keys, tmp_path: Path) -> None:
    page = begun(visit("/vi/san-pham/?suits=vegetarian"))
    page.locator("button[data-list=sheet]").click()
    wanted = passing(keys, ["suits vegetarian"])
    expect(page.locator("[data-list=table] tbody tr")).to_have_count(len(wanted))
    with page.expect_download() as download:
        page.locator("[data-table=file]").click()
    download.value.save_as(tmp_path / "ocop.csv")
    text = (tmp_path / "ocop.csv").read_bytes().decode("utf-8-sig")
    assert text.count("\r\n") == 1 + len(wanted)
    assert text.startswith('"Mã","Tên"')
    assert "₫" in text


def test_a_product_leads_buyers_to_the_sheet_of_all(visit: Open, keys: Keys) -> None:
    page = visit("/vi/san-pham/")
    page.locator(".card a").first.click()
    page.get_by_role("link", name="Bảng cho người mua sỉ").click()
    expect(page.locator("[data-list=table] tbody tr")).to_have_count(len(keys))


def test_where_the_index_does_not_come_a_chip_is_the_link_that_it_was(visit: Open) -> None:
    page = visit("/vi/san-pham/")
    page.route("**/search/words*", lambda route: route.fulfill(status=404, body=""))
    unfolded(page)
    page.locator("a[data-filter='suits gift']").first.click()
    page.wait_for_url("**/vi/phu-hop/gift/")


def test_after_a_connection_that_broke_the_filters_come_when_they_are_asked_for_again(visit: Open) -> None:
    page = visit("/vi/san-pham/?suits=gift")
    expect(page.locator("[data-list=found]")).to_be_visible()
    page.route("**/search/parts/cards*", lambda route: route.fulfill(status=404, body=""))
    page.goto(page.url)
    page.unroute("**/search/parts/cards*")
    unfolded(page)
    page.locator("a[data-filter='suits vegetarian']").first.click()
    expect(page.locator("[data-list=found] .card").first).to_be_visible()


def test_the_space_bar_turns_a_chip(visit: Open) -> None:
    page = begun(visit("/vi/san-pham/"))
    page.locator("a[data-filter='suits gift']").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("a[data-filter='suits gift'][aria-pressed=true]").first).to_be_visible()


def test_a_table_closes_when_the_list_changes(visit: Open) -> None:
    page = begun(visit("/vi/san-pham/?suits=gift"))
    page.locator("button[data-list=sheet]").click()
    expect(page.locator("[data-list=table]")).to_be_visible()
    page.locator("button[data-list=clear]").click()
    expect(page.locator("[data-list=table]")).to_be_hidden()

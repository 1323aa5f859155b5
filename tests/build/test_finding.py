"""Ways to a product without script: by season, by use, by maker, by the code on the label, from the home page."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import BuiltSite

LISTS = {
    "/vi/mua-vu/11/": {"mau-gao", "mau-bia"},
    "/vi/mua-vu/12/": {"mau-gao"},
    "/vi/phu-hop/gift/": {"mau-gao", "mau-gom"},
    "/vi/phu-hop/vegan/": {"mau-gao"},
    "/vi/phu-hop/vegetarian/": {"mau-gao"},
    "/vi/phu-hop/keeps/": {"mau-gao"},
    "/vi/phu-hop/halal/": {"mau-gao"},
    "/vi/phu-hop/organic/": {"mau-gao"},
}
"""The spirits and the draft are in season or gifts too, by their records; the gift box is not OCOP-recognised."""


def one(within: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    (found,) = within.css(selector)
    return found


def products(built: BuiltSite, path: str) -> set[str]:
    cards = built.page(path).css("main .card a")
    return {(card.attributes["href"] or "").rstrip("/").rpartition("/")[2] for card in cards}


@pytest.mark.parametrize("path", LISTS)
def test_a_list_holds_just_what_its_records_say_and_no_spirit(built: BuiltSite, path: str) -> None:
    assert products(built, path) == LISTS[path]
    assert (
        products(built, path.replace("/vi/mua-vu/", "/en/seasons/").replace("/vi/phu-hop/", "/en/suits/"))
        == (LISTS[path])
    )


def test_no_month_and_no_use_without_a_product_has_a_page(built: BuiltSite) -> None:
    found = {path for path in built.paths if path.startswith(("/vi/mua-vu/", "/vi/phu-hop/"))}
    assert found == {*LISTS, "/vi/mua-vu/", "/vi/phu-hop/"}


def test_the_list_of_all_products_leads_to_each_way_of_looking_with_its_count(built: BuiltSite) -> None:
    facets = {
        built.own_path(link.attributes["href"] or ""): " ".join(count.text() for count in link.css(".count"))
        for link in built.page("/vi/san-pham/").css(".facets a")
    }
    assert [path for path, count in facets.items() if not count and "/hang-sao/" not in path] == []
    assert facets["/vi/mua-vu/11/"] == "2"
    assert facets["/vi/phu-hop/gift/"] == "2"
    assert {path.split("/")[2] for path in facets} == {
        "nganh", "hang-sao", "huyen-cu", "mua-vu", "phu-hop", "gia", "chu-the"
    }  # fmt: skip


def test_every_code_stands_with_its_name_and_leads_to_its_product(built: BuiltSite) -> None:
    links = {
        link.text(): built.own_path(link.attributes["href"] or "")
        for link in built.page("/en/codes/").css("main .links a")
    }
    assert links["VD001 · Sample rice"] == "/en/products/mau-gao/"
    assert len(links) == 18
    assert list(links) == sorted(links)


def test_a_code_is_asked_for_on_the_home_page_and_the_form_works_without_script(built: BuiltSite) -> None:
    form = one(built.page("/vi/"), "form[data-code-form]")
    assert form.attributes["method"] == "get"
    assert built.own_path(form.attributes["action"] or "") == "/vi/ma-san-pham/"
    assert one(form, "input").attributes["name"] == "code"


def test_the_home_page_lays_no_picture_on_its_table_twice(sample: BuiltSite) -> None:
    pictures = [image.attributes["src"] for image in sample.page("/en/").css(".still-life img")]
    assert len(pictures) == len(set(pictures)) > 1


def test_a_maker_and_the_showroom_stand_on_the_home_page_trails_beside_places(built: BuiltSite) -> None:
    links = built.links("/en/")
    assert {"/en/producers/htx-mau/", "/en/places/nha-trung-bay/"} <= links
    assert "/en/trails/mot-ngay/" in built.links("/en/places/")
    assert "/en/producers/ho-kin-dao/" not in links


def test_readers_of_english_are_told_the_native_words_and_what_to_show_to_the_seller(built: BuiltSite) -> None:
    page = built.page("/en/products/mau-gao/")
    seller = one(page, "#_seller")
    assert [run.text(strip=True) for run in seller.css("[lang=vi]")] == [
        "Mẫu gạo", "Tôi muốn mua sản phẩm này, giá bao nhiêu?"
    ]  # fmt: skip
    assert "VD001" in seller.text()
    assert [term.text(strip=True) for term in page.css(".glosses dt")] == ["Mẫu"]
    assert built.page("/vi/san-pham/mau-gao/").css_first("#_seller") is None
    assert built.page("/vi/san-pham/mau-gao/").css_first(".glosses") is None


@pytest.mark.parametrize("spirit", ["mau-ruou-31", "mau-ruou-khong-ro"])
def test_nobody_is_helped_to_buy_a_spirit(built: BuiltSite, spirit: str) -> None:
    assert built.page(f"/en/products/{spirit}/").css_first("#_seller") is None

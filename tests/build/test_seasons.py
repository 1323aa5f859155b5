"""The wheel of the year as pages show it: its links, and that the words beside it say the same."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import BuiltSite
from tests.support import some

PAGES = ("/vi/", "/vi/mua-vu/", "/en/", "/en/seasons/")


def wheel_of(page: LexborHTMLParser) -> LexborNode:
    (wheel,) = page.css("main svg.wheel")
    return wheel


def hrefs(within: LexborNode) -> list[str]:
    return [link.attributes["href"] or "" for link in within.css("a")]


@pytest.mark.parametrize("path", PAGES)
def test_the_wheel_has_twelve_months_and_each_that_brings_something_is_a_link(built: BuiltSite, path: str) -> None:
    wheel = wheel_of(built.page(path))
    assert [number.text() for number in wheel.css(".wheel__number")] == [str(month) for month in range(1, 13)]
    assert len(wheel.css("a")) == 2
    now = wheel.css(".wheel__month--now")
    assert [(each.tag, each.attributes.get("aria-current")) for each in now] == [("a", "date")]


@pytest.mark.parametrize("path", PAGES)
def test_the_words_beside_the_wheel_say_the_same(built: BuiltSite, path: str) -> None:
    page = built.page(path)
    titles = [title.text() for title in wheel_of(page).css("a > title")]
    rows = page.css(".wheel-table tr")
    assert len(titles) == len(rows) == 2
    for title, row in zip(titles, rows, strict=True):
        month, _, told = title.partition(": ")
        (heading,) = row.css("th a")
        links = row.css("td a")
        assert heading.text() == month
        if len(links) == 1:
            assert links[0].text() == told
        else:
            assert str(len(links)) in told


def test_each_month_leads_to_its_list_however_many_it_holds(built: BuiltSite) -> None:
    found = [built.own_path(href) for href in hrefs(wheel_of(built.page("/vi/")))]
    assert found == ["/vi/mua-vu/11/", "/vi/mua-vu/12/"]


def test_the_page_of_the_seasons_tells_each_product_once_with_its_months(built: BuiltSite) -> None:
    cards = built.page("/vi/mua-vu/").css("main .card")
    found = {card.css("a")[0].text(): " ".join(card.css(".card__months")[0].text().split()) for card in some(cards)}
    assert len(found) == len(cards)
    assert found["Mẫu gạo"] == "tháng 11 – tháng 12"


def test_no_spirit_and_no_draft_stands_by_the_wheel(built: BuiltSite) -> None:
    for path in PAGES:
        told = built.page(path).css(".year a[href]")
        slugs = {(link.attributes["href"] or "").rstrip("/").rpartition("/")[2] for link in some(told)}
        assert not {"mau-ruou-31", "mau-nhap"} & slugs


def test_the_legend_names_the_day_of_tet_and_then_the_seasons(built: BuiltSite) -> None:
    lines = [" ".join(line.text().split()) for line in built.page("/vi/").css(".wheel-legend li")]
    assert lines == [
        "tháng này",
        "Tết: 06/02/2027",
        "Mùa nước mẫu: tháng 10 – tháng 11",
        "Mùa khô mẫu: tháng 12 – tháng 2",
    ]
    english = built.page("/en/").css(".wheel-legend li")
    assert [(run.text(), run.attributes["lang"]) for run in english[3].css("[lang]")] == [("Mùa khô mẫu", "vi")]


def test_a_product_tells_its_months_in_one_go_and_who_says_so(built: BuiltSite) -> None:
    page = built.page("/vi/san-pham/mau-gao/")
    rows = [row for row in page.css(".facts div") if "lúa mẫu chín" in row.text()]
    assert len(rows) == 1
    words = re.sub(r"\s+", " ", rows[0].text())
    assert "tháng 11 – tháng 12" in words
    (number,) = rows[0].css("a.source-number")
    assert words.endswith(f"theo nguồn {number.text()}")
    (source,) = page.css(number.attributes["href"] or "")
    assert "Bài báo mẫu" in source.text()

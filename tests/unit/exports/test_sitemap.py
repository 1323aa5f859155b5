"""The sitemap names what search engines may show, in parts where it is long, and robots.txt says where it is."""

from xml.etree import ElementTree

import pytest

from ocop_site.editions.edition import Editions
from ocop_site.exports.sitemap import URLS_PER_FILE, documents, fact
from ocop_site.views import Alternate, Head, Page
from tests.unit.small import RICE, linked, told

SITE = "https://example.org/thu"

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def page(path: str, canonical: str = "", *alternates: Alternate, is_indexed: bool = True) -> Page:
    return Page(path, "vi", Head("", "", canonical or SITE + path, alternates, (), is_indexed=is_indexed), object())


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("sitemap")
    return told(linked(folder / "content", RICE), folder)


def files(editions: Editions, *pages: Page) -> dict[str, bytes]:
    facts = [known for each in pages if (known := fact(each))]
    return {document.path: document.body for document in documents(editions, facts)}


def listed(body: bytes) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(body).iterfind(".//s:loc", NAMES)]


def test_what_is_not_indexed_or_stands_elsewhere_is_left_out(editions: Editions) -> None:
    pages = [page("/vi/"), page("/vi/b/", is_indexed=False), page("/p/VD001/", f"{SITE}/vi/san-pham/gao/")]
    assert listed(files(editions, *pages)["sitemap.xml"]) == [f"{SITE}/vi/"]


def test_versions_in_other_languages_are_told_and_everything_is_escaped(editions: Editions) -> None:
    other = Alternate("en", f'{SITE}/en/?a="1"&b=<2>')
    body = files(editions, page("/vi/a&b/", "", other))["sitemap.xml"]
    (link,) = ElementTree.fromstring(body).iterfind(".//x:link", NAMES)
    assert (link.attrib["hreflang"], link.attrib["href"]) == ("en", other.href)
    assert listed(body) == [f"{SITE}/vi/a&b/"]


def test_robots_are_told_where_it_is(editions: Editions) -> None:
    assert files(editions)["robots.txt"].endswith(b"Sitemap: https://example.org/thu/sitemap.xml\n")


def test_a_long_one_is_parts_under_an_index_and_no_address_is_lost(editions: Editions) -> None:
    count = URLS_PER_FILE + 1
    found = files(editions, *(page(f"/vi/{number}/") for number in range(count)))
    parts = listed(found["sitemap.xml"])
    assert parts == [f"{SITE}/sitemap-1.xml", f"{SITE}/sitemap-2.xml"]
    lists = [listed(found[part.removeprefix(f"{SITE}/")]) for part in parts]
    assert [len(each) for each in lists] == [URLS_PER_FILE, 1]
    assert len({address for each in lists for address in each}) == count

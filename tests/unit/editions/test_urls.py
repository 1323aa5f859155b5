"""Addresses: their words are the language's, what is printed has none, and a site lives below a path."""

import pytest

from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import HOME, file_of
from ocop_site.records.values.identifiers import Code, Gtin
from tests.unit.small import RICE, SAUCE, linked, told


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("urls")
    return told(linked(folder / "content", RICE, SAUCE), folder)


@pytest.mark.parametrize(
    ("key", "language", "page", "path"),
    [
        (HOME, "vi", 1, "/vi/"),
        (("products", ""), "en", 1, "/en/products/"),
        (("products", "gao"), "vi", 1, "/vi/san-pham/gao/"),
        (("products", ""), "vi", 3, "/vi/san-pham/trang-3/"),
        (("products", "a b"), "en", 1, "/en/products/a%20b/"),
    ],
)
def test_a_path_is_made_of_the_languages_own_words(
    editions: Editions, key: tuple[str, str], language: str, page: int, path: str
) -> None:
    assert editions.site_urls.path(key, language, page) == path


def test_links_stand_below_the_path_that_the_site_lives_under(editions: Editions) -> None:
    urls = editions.site_urls
    assert (urls.base, urls.origin) == ("/thu", "https://example.org")
    assert editions["en"].urls.href(("products", "gao")) == "/thu/en/products/gao/"
    assert urls.absolute(urls.code(Code("VD001"))) == "https://example.org/thu/p/VD001/"


def test_what_is_printed_has_no_language_and_no_name_in_it(editions: Editions) -> None:
    assert editions.site_urls.code(Code("VD001")) == "/p/VD001/"
    assert editions.site_urls.gtin(Gtin("09520000000011")) == "/01/09520000000011/"


def test_the_default_edition_is_that_of_the_first_language(editions: Editions) -> None:
    assert editions.default is editions["vi"]
    assert list(editions) == ["vi", "en"]
    assert all(edition.editions is editions for edition in editions.values())


def test_a_path_of_a_folder_is_served_from_its_index() -> None:
    assert file_of("/vi/san-pham/") == "vi/san-pham/index.html"
    assert file_of("/sitemap.xml") == "sitemap.xml"

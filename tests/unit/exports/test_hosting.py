"""What hosts are told: with which file which header, and where an address of before leads."""

import re
from dataclasses import replace

import pytest

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import SiteUrls
from ocop_site.exports.hosting.headers import FOR_EVER, FRESH, MOST_REDIRECTS, everywhere, fact, redirects, rules
from ocop_site.exports.hosting.server_files import server_files
from ocop_site.exports.hosting.server_rules import ServerRules
from ocop_site.text.language import TextRun
from ocop_site.views import Head, Link, MovedView, Page
from tests.unit.small import RICE, linked, told

STYLES = ["'sha256-A='", "'sha256-B='"]

LEDGER = """\
words:
  vi: {products: [mat-hang]}
records:
  products:
    gao: {since: 2025-01-01}
    lua: {since: 2024-01-01, moved: gao}
"""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("hosting")
    return told(linked(folder / "content", RICE, files={"published.yaml": LEDGER}), folder)


@pytest.fixture(scope="module")
def catalogue(editions: Editions) -> Catalogue:
    return editions.default.catalogue


@pytest.fixture(scope="module")
def urls(editions: Editions) -> SiteUrls:
    return editions.site_urls


def server_rules(urls: SiteUrls) -> ServerRules:
    headers = {urls.link(path): told for path, told in rules(urls, STYLES).items()}
    return ServerRules("example.org", urls.base, (), (), headers)


@pytest.mark.parametrize(
    ("path", "kept", "kind"),
    [
        ("/thu/vi/", FRESH["Cache-Control"], None),
        ("/thu/assets/site.css", FOR_EVER["Cache-Control"], None),
        ("/thu/search/words.js", FRESH["Cache-Control"], None),
        ("/thu/search/parts/postings-0.0123456789.js", FOR_EVER["Cache-Control"], None),
        ("/thu/data/products.csv", FRESH["Cache-Control"], "text/csv; charset=utf-8"),
        ("/thu/vi/feed.atom", FRESH["Cache-Control"], "application/atom+xml; charset=utf-8"),
    ],
)
def test_a_file_is_told_by_its_own_rule_and_by_those_of_the_folders_above(
    urls: SiteUrls, path: str, kept: str, kind: str | None
) -> None:
    told = server_rules(urls).headers(path)
    assert everywhere(STYLES).items() <= told.items()
    assert (told["Cache-Control"], told.get("Content-Type")) == (kept, kind)


def test_no_file_is_told_by_two_rules_how_long_it_is_kept(urls: SiteUrls) -> None:
    """Hosts join what both say, and Caddy takes the more general one."""
    kept = [path for path, headers in rules(urls, STYLES).items() if "Cache-Control" in headers]
    below = [(one, other) for one in kept for other in kept if one != other and one.startswith(other.rstrip("*"))]
    assert len(kept) > 5
    assert below == []


def test_what_is_below_the_path_of_the_site_alone_has_rules(urls: SiteUrls) -> None:
    ways = server_rules(urls)
    assert ways.everywhere == everywhere(STYLES)
    assert len(ways.special) == len(ways.rules) - 1
    assert all(path.startswith("/thu/") for path in ways.special)
    assert ServerRules("example.org", "/a.b", (), (), {}).pattern == r"/a\.b"


def moved(old: str) -> Page:
    return Page(old, "vi", Head("", "", "", (), ()), MovedView(Link("/thu/vi/san-pham/gao/", TextRun("Gạo"))))


def hosting(editions: Editions, *pages: Page) -> dict[str, bytes]:
    facts = [known for each in pages if (known := fact(each))]
    return {document.path: document.body for document in redirects(editions, facts)}


def test_what_moved_is_told_and_without_a_move_there_is_no_such_file(editions: Editions) -> None:
    assert hosting(editions) == {}
    assert hosting(editions, moved("/vi/mat-hang/gao/"))["_redirects"] == (
        b"/thu/vi/mat-hang/gao/ /thu/vi/san-pham/gao/ 301\n"
    )


def test_no_more_redirects_are_told_than_hosts_take(editions: Editions) -> None:
    pages = (moved(f"/vi/{number}/") for number in range(MOST_REDIRECTS + 5))
    assert hosting(editions, *pages)["_redirects"].count(b"\n") == MOST_REDIRECTS


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_server_is_told_of_words_and_names_of_before_and_of_codes_in_small_letters(
    catalogue: Catalogue, name: str
) -> None:
    text = {document.path: document.body.decode() for document in server_files(catalogue, STYLES)}[name]
    for old, new in (
        ("/thu/vi/mat-hang/gao/", "/thu/vi/san-pham/gao/"),
        ("/thu/vi/san-pham/lua/", "/thu/vi/san-pham/gao/"),
        ("/thu/en/products/lua", "/thu/en/products/gao/"),
        ("/thu/p/vd001/", "/thu/p/VD001/"),
    ):
        assert any(new in re.split(r"[\s;]", line) for line in text.splitlines() if old in line), old


def test_addresses_under_a_path_of_before_lead_on_where_the_host_is_the_same(catalogue: Catalogue) -> None:
    former = ("https://example.org/", "https://example.org/cu.1/", "https://khac.example.org/thu/")
    site = catalogue.site.model_copy(update={"former_urls": former})
    nginx, caddy = (file.body.decode() for file in server_files(replace(catalogue, site=site), STYLES))
    assert 'location ~ "^/((?:p|01|vi|en)/.*)$" { return 301 /thu/$1; }' in nginx
    assert 'location ~ "^/cu\\.1/((?:p|01|vi|en)/.*)$" { return 301 /thu/$1; }' in nginx
    assert "\t@former1 path_regexp former1 ^/cu\\.1/((?:p|01|vi|en)/.*)$\n" in caddy
    assert "\tredir @former1 /thu/{re.former1.1} 301\n" in caddy
    assert "khac" not in nginx + caddy
    assert not re.match(r"^/((?:p|01|vi|en)/.*)$", "/thu/p/VD001/")

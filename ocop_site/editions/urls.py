"""Every address of the site comes from here. The words are the site's; ids never change."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, urlsplit

from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.records.site import Site
from ocop_site.records.values.identifiers import Code, Gtin
from ocop_site.text.language import Text, TextRun
from ocop_site.views import Link

Key = tuple[str, str]
"""What a page is about, whatever its language: a kind and an id, such as ("products", "lap-xuong")."""

HOME: Key = ("home", "")


@dataclass(frozen=True)
class SiteUrls:
    """Paths begin with a slash and are told from the site's own root; links add the path the site lives under."""

    site: Site

    @cached_property
    def base(self) -> str:
        """The path that the site lives under: empty, or such as `/ocop`."""
        return urlsplit(self.site.url).path.rstrip("/")

    @cached_property
    def origin(self) -> str:
        """Scheme and host: `https://example.org`."""
        parts = urlsplit(self.site.url)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        return {language: spec.addresses for language, spec in self.site.languages.items()}

    def path(self, key: Key, language: str, page: int = 1) -> str:
        """`/vi/san-pham/lap-xuong/`, the index of a kind where the id is empty, `/vi/san-pham/trang-2/` further on."""
        paths = self._paths[language]
        if page > 1:
            return self.path_by_words(key, language, self.words[language], page)
        if key not in paths:
            paths[key] = self.path_by_words(key, language, self.words[language])
        return paths[key]

    @cached_property
    def _paths(self) -> Mapping[str, dict[Key, str]]:
        """What was asked for, by language: most addresses are asked for many times."""
        return {language: {} for language in self.words}

    def path_by_words(self, key: Key, language: str, words: Mapping[str, str], page: int = 1) -> str:
        """The same under other address words, such as those of years ago."""
        kind, name = key
        word = words[kind] if kind != "home" else ""
        further = _step(f"{words['page']}-{page}") if page > 1 else ""
        return f"/{_step(language)}{_step(word)}{_step(name)}{further}"

    def code(self, code: Code) -> str:
        """What a printed code leads to; no name, place, star or language in it, so that it can live for ever."""
        return f"/p/{code}/"

    def kiosk(self, place_id: str = "") -> str:
        """Where the kiosk of a place begins, one for all languages; without a place the page of those who set it up."""
        return f"/kiosk/{place_id}/" if place_id else "/kiosk/"

    def gtin(self, gtin: Gtin) -> str:
        """Where a barcode of fourteen digits leads: the path of GS1 Digital Link (URI Syntax 1.4, primary key 01)."""
        return f"/01/{gtin}/"

    def link_set(self, gtin: Gtin) -> str:
        """What is known of a barcode's product elsewhere, for machines."""
        return f"/01/{gtin}/linkset.json"

    def feed(self, language: str, name: str) -> str:
        """`/vi/feed.atom`: no kind's word has a dot in it."""
        return f"/{language}/{name}"

    def data(self, name: str) -> str:
        """`/data/products.csv`: one for all languages."""
        return f"/data/{name}"

    def link(self, path: str) -> str:
        """A path as a page writes it."""
        return self.base + path

    def absolute(self, path: str) -> str:
        return self._root + path

    def within_query(self, path: str) -> str:
        """The absolute address of a path as the value of a query: what a path is written with but two needs no more."""
        return self._quoted_root + path.replace("%", "%25").replace("/", "%2F")

    @cached_property
    def _quoted_root(self) -> str:
        return quote(self._root, safe="")

    @cached_property
    def _root(self) -> str:
        return self.site.url.rstrip("/")


@dataclass(frozen=True, eq=False)
class EditionUrls:
    """The addresses of one edition's pages, as its pages link to them."""

    localized: LocalizedCatalogue
    site: SiteUrls

    def href(self, key: Key, page: int = 1) -> str:
        return self.site.link(self.site.path(key, self.localized.language, page))

    def link(self, key: Key, label: TextRun | Text | str, count: int | None = None) -> Link:
        if isinstance(label, str):
            label = TextRun(label)
        return Link(self.href(key), self.localized.run(label) if isinstance(label, Text) else label, count)

    @cached_property
    def home(self) -> Link:
        return self.link(HOME, self.localized.said("home.crumb"))

    def menu_link(self, kind: str) -> Link:
        if kind not in self._menu:
            self._menu[kind] = self.link((kind, ""), self.localized.said(f"{kind}.menu"))
        return self._menu[kind]

    @cached_property
    def _menu(self) -> dict[str, Link]:
        return {}


@lru_cache(maxsize=100_000)
def _step(name: str) -> str:
    """A step of a path with its slash; nothing for nothing."""
    return f"{quote(name)}/" if name else ""


def file_of(path: str) -> str:
    """The file that a path is served from."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")

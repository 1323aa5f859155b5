"""One language's edition of the catalogue: its words, names, addresses and order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.language import Run, Text, collation_key
from ocop_site.pictures.gallery import Gallery
from ocop_site.plan.urls import HOME, Addresses, Key
from ocop_site.plan.views import Link, Qr
from ocop_site.showroom.qr import QrCode, path_data
from ocop_site.wording import Wording, load_words

WORDS = load_words(Path(__file__).with_name("words.yaml"))


@dataclass(frozen=True)
class Edition:
    catalogue: Catalogue
    addresses: Addresses
    gallery: Gallery
    codes: Mapping[str, QrCode]
    language: str

    @cached_property
    def words(self) -> Wording:
        return Wording(self.language, (WORDS,))

    @cached_property
    def first_words(self) -> Wording:
        """The words of the site's first language, for those who sell and read no other."""
        return Wording(self.catalogue.site.first_language, (WORDS,))

    @cached_property
    def title(self) -> str:
        return self.catalogue.site.title.run(self.language).text

    def run(self, text: Text) -> Run:
        return text.run(self.language)

    def maybe(self, text: Text | None) -> Run | None:
        return text.run(self.language) if text else None

    def native(self, name: str) -> Run:
        """A name that is kept in one language: the site's first, as its letters show."""
        first = self.catalogue.site.first_language
        return Run(name) if name.isascii() or self.language == first else Run(name, first)

    def others(self, text: Text) -> tuple[Run, ...]:
        """The words of a name in the site's other languages, where they differ from those shown."""
        shown = self.run(text)
        return tuple(Run(words, lang) for lang, words in text if lang != self.language and words != shown.text)

    def href(self, key: Key, page: int = 1) -> str:
        return self.addresses.link(self.addresses.path(key, self.language, page))

    def link(self, key: Key, label: Run | Text | str, count: int | None = None) -> Link:
        if isinstance(label, str):
            label = Run(label)
        return Link(self.href(key), self.run(label) if isinstance(label, Text) else label, count)

    @cached_property
    def home(self) -> Link:
        return self.link(HOME, self.words("home.crumb"))

    def qr(self, code: str) -> Qr:
        """The printed code as a page draws it."""
        path = self.addresses.code(code)
        drawn = self.codes[self.addresses.absolute(path)]
        link = self.addresses.link(path)
        return Qr(drawn.side, path_data(drawn), f"{link}qr.svg", f"{link}qr.png")

    def menu_link(self, kind: str) -> Link:
        return self.link((kind, ""), self.words(f"{kind}.menu"))

    @cached_property
    def product_order(self) -> dict[str, int]:
        """The rank of every product by its name in this language, in Vietnamese order."""
        products = self.catalogue.products
        ranked = sorted(products, key=lambda i: (collation_key(self.run(products[i].name).text), i))
        return {i: rank for rank, i in enumerate(ranked)}

    def in_order(self, product_ids: Iterable[str]) -> list[str]:
        return sorted(product_ids, key=self.product_order.__getitem__)

    def distinct(self, kind: str, record_id: str, name: str) -> str:
        """A name as a title; where records of a kind share it, with the id."""
        shared = self._names[kind][name] > 1
        return self.words("title.twin", title=name, id=record_id) if shared else name

    @cached_property
    def _names(self) -> dict[str, Counter[str]]:
        catalogue = self.catalogue
        named: dict[str, Iterable[Text]] = {
            "producers": (r.name for r in catalogue.producers.values()),
            "places": (r.name for r in catalogue.places.values()),
            "trails": (r.name for r in catalogue.trails.values()),
            "news": (a.title for a in catalogue.news.values()),
            "pages": (a.title for a in catalogue.pages.values()),
        }
        return {kind: Counter(self.run(name).text for name in names) for kind, names in named.items()}

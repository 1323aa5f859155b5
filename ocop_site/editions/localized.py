"""The catalogue as one language tells it: its words, its texts, its names and their order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.dependencies import Tracked
from ocop_site.facts import fact
from ocop_site.text.language import Text, TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.text.wording import Wording, load_words

WORDS = load_words(Path(__file__).with_name("words.yaml"))
"""The words of titles, descriptions and headings, which no theme has to bring."""


ProductOrder = tuple[tuple[str, str, str], str]
"""By what products are sorted."""


@dataclass(frozen=True, eq=False)
class LocalizedCatalogue:
    """A catalogue with the language that it is told in."""

    catalogue: Catalogue
    language: str

    @cached_property
    def words(self) -> Wording:
        return self.wording(self.language)

    @cached_property
    def first_words(self) -> Wording:
        """The words of the site's first language, for those who sell and read no other."""
        return self.wording(self.catalogue.site.first_language)

    def wording(self, language: str) -> Wording:
        """What a language of the site has words for, the office's own among them."""
        return Wording(language, (self.catalogue.words, WORDS), self.catalogue.site.fallbacks)

    @cached_property
    def title(self) -> str:
        return self.run(self.catalogue.site.title).text

    @cached_property
    def first_language(self) -> str:
        """The site's, in which every text is."""
        return self.catalogue.site.first_language

    def run(self, text: Text) -> TextRun:
        if words := text.words.get(self.language):
            return TextRun(words)
        return text.run(self.language, *self.catalogue.site.fallbacks)

    def said(self, key: str, **values: object) -> TextRun:
        """The words of a key, marked where they are another language's."""
        return self.words.said(key, **values)

    def maybe(self, text: Text | None) -> TextRun | None:
        return None if text is None or not text else self.run(text)

    def native(self, name: str) -> TextRun:
        """A name that is kept in one language: the site's first, as its letters show."""
        is_plain = name.isascii() or self.language == self.first_language
        return TextRun(name) if is_plain else TextRun(name, self.first_language)

    def others(self, text: Text) -> tuple[TextRun, ...]:
        """The words of a name in the site's other languages, as far as they say more than those shown."""
        shown = self.run(text).text
        others = ((lang, _beyond(words, shown)) for lang, words in text if lang != self.language)
        return tuple(TextRun(words, lang) for lang, words in others if words)

    def in_order(self, product_ids: Iterable[str]) -> list[str]:
        """Products in Vietnamese order of their names in this language, equal ones by their ids."""
        return sorted(product_ids, key=self.order_of)

    @property
    @fact
    def all_in_order(self) -> list[str]:
        """Every product."""
        return self.in_order(self.catalogue.products)

    @fact
    def order_of(self, product_id: str) -> ProductOrder:
        """Where a product stands among others."""
        name = self.run(self.catalogue.products[product_id].name).text
        return collation_key(name), product_id

    def by_name(self, named: Mapping[str, Text]) -> list[str]:
        """The ids of named things in Vietnamese order of their names, equal ones by their ids."""
        return sorted(named, key=lambda i: (collation_key(self.run(named[i]).text), i))

    def distinct(self, kind: str, record_id: str, name: str) -> str:
        """A name as a title; where records of a kind share it, with the id."""
        shared = self._bearers(kind)[name] > 1
        return self.words("title.twin", title=name, id=record_id) if shared else name

    @fact
    def _bearers(self, kind: str) -> Mapping[str, int]:
        """How many records of a kind bear each name."""
        return Tracked(Counter(self.title_of(kind, i).text for i in self.catalogue.of(kind)))

    def title_of(self, kind: str, record_id: str) -> TextRun:
        """What names a record, whatever its kind."""
        title = self.catalogue.title(kind, record_id)
        return self.run(title) if isinstance(title, Text) else TextRun(title)


def _beyond(words: str, shown: str) -> str:
    """What a name says that another one does not: `Tân Lập (Floating Village)` beyond `Tân Lập` what is in brackets."""
    if words == shown or shown.startswith(f"{words} ("):
        return ""
    repeats = words.startswith(f"{shown} (") and words.endswith(")")
    return words[len(shown) + 2 : -1] if repeats else words

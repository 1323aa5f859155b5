"""The letters that a display face is needed for: an alphabet that is the same for every site, and what names add to it.

So a face is cut anew only when a name brings a letter that no name had before, hardly ever.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.text.language import Text
from ocop_site.text.wording import Words, WordTable

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"

ALPHABET = frozenset(
    [chr(code) for code in range(0x20, 0x7F)]
    + [unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES]
    + [*"đĐ\u00a0°·×–—‘’“”…₫"]
)
"""English and Vietnamese letters, each composed; figures, and the signs between them."""


def letters_beyond(catalogue: Catalogue, words: Iterable[WordTable]) -> str:
    """Those of all names, titles and words that are not in the alphabet, in order."""
    site = catalogue.site
    texts = [site.title, site.short_title, site.invitation, *_titles(catalogue)]
    told = [*_runs(texts), *_words(words, site.languages)]
    return "".join(sorted(letter for letter in {*"".join(told)} - ALPHABET if letter.isprintable()))


def _titles(catalogue: Catalogue) -> Iterator[Text | str | None]:
    for kind in PAGE_KINDS:
        yield from (catalogue.title(kind, record_id) for record_id in catalogue.records.get(kind, ()))
    for industry in catalogue.scheme.industries:
        yield industry.name
        for group in industry.groups:
            yield from (group.name, *(each.name for each in group.sets))


def _runs(texts: Iterable[Text | str | None]) -> Iterator[str]:
    for text in texts:
        if isinstance(text, Text):
            yield from text.words.values()
        elif text:
            yield text


def _words(tables: Iterable[WordTable], languages: Iterable[str]) -> Iterator[str]:
    spoken = set(languages)
    for table in tables:
        for by_language in table.values():
            yield from (form for language in spoken for form in _forms(by_language.get(language, "")))


def _forms(words: Words) -> Iterable[str]:
    return words.values() if isinstance(words, Mapping) else (words,)

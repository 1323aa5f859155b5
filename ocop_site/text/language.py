"""Texts in several languages, a text as one language has it, and the direction in which a language is written."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from ocop_site.frozen import frozen

if TYPE_CHECKING:
    from babel import Locale

Direction = Literal["ltr", "rtl"]

PROGRAMS_OWN = ("vi", "en")
"""The languages that the program speaks; what is said in them need not wait for Babel to come in."""

FIRST_STRONG, LEFT_TO_RIGHT, ISOLATE_END = "\u2068", "\u2066", "\u2069"
"""Signs around a part that has a direction of its own: as its first letter says, or given (Unicode Annex 9)."""


@frozen
class TextRun:
    """A text as one language has it. `language` is set only where it is not the language that was asked for."""

    text: str
    language: str | None = None


@frozen
class Text:
    """One text in several languages; the site's first language is always among them."""

    words: Mapping[str, str]

    def __str__(self) -> str:
        raise TypeError("a Text has no language of its own: ask for one with `text.run(language)`")

    def __bool__(self) -> bool:
        return any(self.words.values())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.words.items())

    def __hash__(self) -> int:
        return hash(tuple(self.words.items()))

    def has(self, language: str) -> bool:
        return bool(self.words.get(language))

    def run(self, language: str, *fallbacks: str) -> TextRun:
        """The words in `language`, else in the first fallback that has any, or the site's first, marked as such."""
        if words := self.words.get(language):
            return TextRun(words)
        first = next(iter(self.words))
        other = next((each for each in fallbacks if self.words.get(each)), first)
        return TextRun(self.words[other], other)


def locale_of(language: str) -> "Locale":
    """What is known of a language by its code, such as `zh-hant`. ValueError and babel's UnknownLocaleError."""
    from babel import Locale

    return Locale.parse(language, sep="-")


@cache
def direction(language: str) -> Direction:
    """Whether a language is written from left to right, or as Arabic and Hebrew are."""
    if language in PROGRAMS_OWN:
        return "ltr"
    return "rtl" if locale_of(language).text_direction == "rtl" else "ltr"


def isolated(text: str, language: str) -> str:
    """Letters of the other direction within a line of `language`, so that what is beside them keeps its place.

    An address is whole as it is, and may be copied.
    """
    if direction(language) == "ltr" or "://" in text:
        return text
    is_other = any(unicodedata.bidirectional(sign) == "L" for sign in text)
    return f"{FIRST_STRONG}{text}{ISOLATE_END}" if is_other else text

"""A text as a reader sees it: without mark-up, entities, line breaks and what is unseen; and its words.

Words are the same whatever their case and wherever the tone mark stands (hòa, hoà). Where a script leaves no space,
every sign is a word.
"""

import html
import re
import unicodedata
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ocop_site.text.numerals import NUMBER_WORDS, in_digits
from ocop_site.text.vietnamese import TONES, fold

_BLANK = re.compile(r"[\u115f\u1160\u2800\u3164\uffa0]")
_UNSEEN = re.compile(r"[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s[^()]*)?\)|\[[^\[\]]*\])")
_TITLE = re.compile(r"\]\([^()\s]*\s+[\"']([^\"']+)[\"']\)")
_DIGIT_SIGN = re.compile(r"[\u2776-\u2793]")
_LINE_MARK = re.compile(r"^[ \t]*(?:(?:#{1,6}|>+|[-+]|\d{1,3}[.)])[ \t]+)+", re.MULTILINE)
_MARK_UP = re.compile(r"[*`~\\\[\]]|(?<!\w)_+|_+(?!\w)")
_MARKING = "*`~\\[]_"
_SPELLED = re.compile(
    r"(?<!\w)[^\W\d_](?:(?P<between> )[^\W\d_](?: [^\W\d_])+|(?P<mark>[.·_\-])[^\W\d_](?:(?P=mark)[^\W\d_])*)(?!\w)"
)
_SIGNS = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean."""

WORD = re.compile(rf"\d+|[{_SIGNS}]|[^\W\d_{_SIGNS}]+")
_SIGN = re.compile(f"[{_SIGNS}]")
_SMALL = "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.islower())
_LARGE = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
_HUMP = re.compile(f"(?<=[{_SMALL}])(?=[{_LARGE}][{_SMALL}])")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁАЕОРСУХІЈЅВКМНТαορυνΑΒΕΗΙΚΜΝΟΡΤΧɑօ", "aeopcyxijshdAEOPCYXIJSBKMHTaopuvABEHIKMNOPTXao"
)
_ODD = re.compile(
    f"[{_BLANK.pattern[1:-1]}{_UNSEEN.pattern[1:-1]}{_DIGIT_SIGN.pattern[1:-1]}{''.join(map(chr, _LOOK_ALIKES))}]"
)
_PLAIN_WORD = re.compile(r"[a-z]+|[0-9]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_TONE = re.compile(f"[{''.join(TONES)}]")


class Word(NamedTuple):
    """A word of a text: where it stands, in small letters with its tone mark behind it, and folded."""

    start: int
    end: int
    typed: str
    bare: str


class PlainText:
    """A text without what a reader does not see of it, on one line; `unparted` as it was typed, `line` with such words
    as `GiaiDoc` parted and letters that only look Latin turned. `source` is all of it, without entities;
    `possible` what may be found in it, by who looked.
    """

    def __init__(self, source: str) -> None:
        self.possible: dict[object, dict[str, tuple[tuple[str, ...], ...]]] = {}
        self.source = html.unescape(source) if "&" in source else source
        text = unicodedata.normalize("NFKC", self.source)
        is_odd = not text.isascii() and bool(_ODD.search(text))
        if is_odd:
            text = _UNSEEN.sub("", _BLANK.sub(" ", text))
            text = _DIGIT_SIGN.sub(lambda match: str(unicodedata.digit(match[0])), text)
        self.unparted = text = " ".join(_without_mark_up(text).split())
        if is_odd:
            text = text.translate(_LOOK_ALIKES)
        if _HUMP.search(text):
            text = " ".join(_HUMP.sub(" ", text).split())
        self.line = _SPELLED.sub(lambda match: match[0].replace(match["between"] or match["mark"], ""), text)

    @cached_property
    def words(self) -> list[Word]:
        return [Word(m.start(), m.end(), typed_form(m[0]), bare_form(m[0])) for m in WORD.finditer(self.line)]

    @cached_property
    def in_digits(self) -> str:
        """The line with its numbers in digits."""
        return self.line if NUMBER_WORDS.isdisjoint(self.vocabulary) else in_digits(self.line)

    @cached_property
    def small(self) -> str:
        """The line in small letters."""
        return self.line.lower()

    @cached_property
    def typed(self) -> frozenset[str]:
        """The words that are there at all, as `words` have them typed."""
        return frozenset(map(typed_form, WORD.findall(self.line)))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that are there at all, folded."""
        if _SIGN.search(self.line):
            return frozenset(word.bare for word in self.words)
        if self.line.isascii():
            return frozenset(_PLAIN_WORD.findall(self.line.lower()))
        plain = unicodedata.normalize("NFD", self.line.replace("đ", "d").replace("Đ", "D").casefold())
        return frozenset(_PLAIN_WORD.findall(_MARKS.sub("", plain)))


def _without_mark_up(text: str) -> str:
    """Each step only where a sign of it is there at all."""
    if "[" in text:
        text = _LINK.sub(r"\1", "; ".join([text, *_TITLE.findall(text)]))
    text = _LINE_MARK.sub("", text)
    return _MARK_UP.sub("", text) if any(sign in text for sign in _MARKING) else text


@lru_cache(maxsize=4096)
def plain_text(source: str) -> PlainText:
    """The same for all that look through a record, one after the other, and for a preview that looks again."""
    return PlainText(source)


@cache
def typed_form(word: str) -> str:
    """A word in small letters, its tone behind it, wherever it was put."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tone = _TONE.search(parts)
    return unicodedata.normalize("NFC", _TONE.sub("", parts)) + (tone[0] if tone else "")


@cache
def bare_form(word: str) -> str:
    """A word folded."""
    return fold(word)


@cache
def untoned(typed: str) -> str:
    """A typed form without its tone."""
    return _TONE.sub("", typed)

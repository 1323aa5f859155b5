"""Phrases found in a text as a reader sees it: whatever its mark-up, entities, line breaks, spaces or missing tones.

A phrase is a line of words; `#` in it stands for a number from three to five, as a digit or a word, `~` for a few
words of the same sentence, or none. Words are the same whatever their case and wherever the tone mark stands (hòa,
hoà). A word typed without its tone, without any mark, or with hỏi for ngã, is taken for the word that it may be where
another word of the phrase stands beside it: `chua benh` is `chữa bệnh`, `chua` alone is sour. Words that are glued
together are found too. Where a script leaves no space, every sign is a word.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ocop_site.text.numerals import NUMBER_WORDS, in_digits
from ocop_site.text.vietnamese import TONES, fold

SHORTEST_GLUED = 7
"""Letters of words glued together without marks below which they may be another word."""

GAP = 6
"""Words that `~` stands for at most."""

NUMBERS = (
    "3",
    "4",
    "5",
    "03",
    "04",
    "05",
    "iv",
    "ba",
    "bốn",
    "bon",
    "tư",
    "năm",
    "three",
    "four",
    "five",
    "三",
    "四",
    "五",
)

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

_WORD = re.compile(rf"\d+|[{_SIGNS}]|[^\W\d_{_SIGNS}]+")
_PARTS = re.compile(rf"[#~]|{_WORD.pattern}")
_SIGN = re.compile(f"[{_SIGNS}]")
_SMALL = "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.islower())
_LARGE = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
_HUMP = re.compile(f"(?<=[{_SMALL}])(?=[{_LARGE}][{_SMALL}])")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁАЕОРСУХІЈЅВКМНТαορυνΑΒΕΗΙΚΜΝΟΡΤΧɑօ", "aeopcyxijshdAEOPCYXIJSBKMHTaopuvABEHIKMNOPTXao"
)
_ODD = re.compile(
    f"[{_BLANK.pattern[1:-1]}{_UNSEEN.pattern[1:-1]}{_DIGIT_SIGN.pattern[1:-1]}{''.join(map(chr, _LOOK_ALIKES))}]"
)
_PLAIN_WORD = re.compile(r"[a-z]+|[0-9]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_TONE = re.compile(f"[{''.join(TONES)}]")
_OTHER_WORDS = {"chưa"}
"""What is typed for no other word in haste: it is too common by itself."""

_HOI_AND_NGA = ("\u0309", "\u0303")


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
        return [Word(m.start(), m.end(), _typed(m[0]), _bare(m[0])) for m in _WORD.finditer(self.line)]

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
        return frozenset(map(_typed, _WORD.findall(self.line)))

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


class Phrases:
    """Phrases to look for, but not inside of `harmless` ones, which mean something else."""

    def __init__(self, phrases: Iterable[str], harmless: Iterable[str] = ()) -> None:
        self._phrases, self._spared = _Index(phrases), harmless

    @classmethod
    def joined(cls, parts: Iterable["Phrases"]) -> "Phrases":
        """All phrases of several, none of which has harmless ones."""
        whole = cls(())
        for part in parts:
            whole._phrases.add_all(part._phrases)
        return whole

    def may_be_in(self, text: PlainText) -> bool:
        """Whether all words of a phrase are in a text somewhere, quickly told."""
        return bool(self._phrases.possible(text))

    def found_in(self, text: PlainText) -> Iterator[str]:
        """The wording of each phrase that a reader finds in a text."""
        if not (possible := self._phrases.possible(text)) or not (spans := list(_spans(possible, text))):
            return
        harmless = list(_spans(self._harmless.possible(text), text))
        for span in spans:
            if not any(each.start <= span.start and span.stop <= each.stop for each in harmless):
                yield text.line[text.words[span.start].start : text.words[span.stop - 1].end]

    @cached_property
    def _harmless(self) -> "_Index":
        """Made where something was found at all."""
        return _Index(self._spared)


_Phrase = tuple[str, ...]

_OPEN = ("#", "~")
"""What stands for words that are not told."""


class _Index:
    """Phrases by their folded first word, or `#`, and their last. Words glued together are a phrase of one word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, dict[str, list[_Phrase]]] = {}
        self._ranks: dict[_Phrase, int] = {}
        for phrase in sorted(dict.fromkeys(phrases), key=len, reverse=True):
            if words := _PARTS.findall(phrase):
                self._add(_bare(words[0]), tuple(map(_typed, words)))
            if len(words) > 1 and "#" not in words and "~" not in words:
                self._add_glued(words)

    @cached_property
    def _begins(self) -> frozenset[str]:
        return frozenset(self._by_first) | (_BARE_NUMBERS if "#" in self._by_first else frozenset())

    def add_all(self, other: "_Index") -> None:
        """The phrases of another, behind its own."""
        for first, by_last in other._by_first.items():
            mine = self._by_first.setdefault(first, {})
            for last, phrases in by_last.items():
                mine.setdefault(last, []).extend(phrases)
        for phrase in other._ranks:
            self._ranks.setdefault(phrase, len(self._ranks))

    def _add(self, first: str, phrase: _Phrase) -> None:
        last = next((_bare(_untoned(word)) for word in reversed(phrase) if word not in _OPEN), "")
        self._by_first.setdefault(first, {}).setdefault(last, []).append(phrase)
        self._ranks.setdefault(phrase, len(self._ranks))

    def _add_glued(self, words: list[str]) -> None:
        typed, bare = _typed_glued(words), "".join(map(_bare, words))
        if typed != bare:
            self._add(bare, (typed,))
        if len(bare) >= SHORTEST_GLUED:
            self._add(bare, (bare,))

    def possible(self, text: PlainText) -> dict[str, tuple[_Phrase, ...]]:
        """The phrases of which all words are in the text somewhere, the longest first; asked once of a text."""
        if (known := text.possible.get(self)) is None:
            known = text.possible[self] = self._possible(text)
        return known

    def _possible(self, text: PlainText) -> dict[str, tuple[_Phrase, ...]]:
        if self._begins.isdisjoint(words := text.vocabulary):
            return {}
        begun = [*(words & self._by_first.keys()), *(["#"] if "#" in self._by_first else [])]
        found = {first: self._whole(self._by_first[first], text) for first in begun}
        return {first: phrases for first, phrases in found.items() if phrases}

    def _whole(self, by_last: dict[str, list[_Phrase]], text: PlainText) -> tuple[_Phrase, ...]:
        ended = [*(text.vocabulary & by_last.keys()), *([""] if "" in by_last else [])]
        found = [phrase for last in ended for phrase in by_last[last] if _is_there(phrase, text)]
        return tuple(sorted(found, key=self._ranks.__getitem__) if len(found) > 1 else found)


def _is_there(phrase: _Phrase, text: PlainText) -> bool:
    """Whether each word of a phrase is somewhere in a text, as it is or as it is typed in haste."""
    if not _needed(phrase) <= text.vocabulary:
        return False
    if len(phrase) == 1:
        return phrase[0] in text.typed or phrase[0] == "#"
    return all(word in text.typed or not _writings(word).isdisjoint(text.typed) for word in phrase if word not in _OPEN)


@cache
def _needed(phrase: _Phrase) -> frozenset[str]:
    return frozenset(_bare(_untoned(word)) for word in phrase if word not in _OPEN)


def _typed_glued(words: list[str]) -> str:
    """Words glued together as `_typed` would have them: in small letters, with the first tone of them behind."""
    typed = [_typed(word) for word in words]
    tone = next((word[-1] for word in typed if word[-1] in TONES), "")
    return "".join(map(_untoned, typed)) + tone


def _spans(index: dict[str, tuple[_Phrase, ...]], text: PlainText) -> Iterator[range]:
    """The words that each phrase covers, from left to right; of those that begin at one word the longest."""
    words, after = text.words if index else [], 0
    for start, word in enumerate(words):
        if start < after:
            continue
        for phrase in (*index.get(word.bare, ()), *(index.get("#", ()) if _is_number(word) else ())):
            stop = _end_of(phrase, 0, words, start)
            if stop and not _SENTENCE_END.search(text.line, word.end, words[stop - 1].start):
                yield range(start, stop)
                after = stop
                break


def _end_of(phrase: _Phrase, at: int, words: list[Word], start: int) -> int | None:
    """The index behind the last word of the phrase, of which the word `at` is looked for at `start`."""
    if at == len(phrase):
        return start
    if phrase[at] == "~":
        ends = (_end_of(phrase, at + 1, words, start + skipped) for skipped in range(GAP + 1))
        return next((end for end in ends if end), None)
    if start < len(words) and _is(words[start], phrase[at], alone=len(phrase) == 1):
        return _end_of(phrase, at + 1, words, start + 1)
    return None


def _is(word: Word, wanted: str, *, alone: bool) -> bool:
    if wanted == "#":
        return _is_number(word)
    return word.typed == wanted or (not alone and (word.typed in _writings(wanted)))


@cache
def _writings(word: str) -> frozenset[str]:
    """How a word is typed in haste: with a tone that sounds alike, without its tone, without any mark."""
    untoned = _untoned(word)
    tones = [word.replace(one, other) for one, other in (_HOI_AND_NGA, reversed(_HOI_AND_NGA))]
    return frozenset((*tones, untoned, _bare(untoned))) - _OTHER_WORDS


def _is_number(word: Word) -> bool:
    return word.typed in _NUMBERS


@cache
def _typed(word: str) -> str:
    """The word in small letters, its tone behind it, wherever it was put."""
    parts = unicodedata.normalize("NFD", word.casefold())
    tone = _TONE.search(parts)
    return unicodedata.normalize("NFC", _TONE.sub("", parts)) + (tone[0] if tone else "")


@cache
def _bare(word: str) -> str:
    return fold(word)


@cache
def _untoned(typed: str) -> str:
    return _TONE.sub("", typed)


_NUMBERS = frozenset(_typed(word) for word in NUMBERS)
_BARE_NUMBERS = frozenset(_bare(word) for word in NUMBERS)

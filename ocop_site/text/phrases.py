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
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

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
_SPELLED = re.compile(
    r"(?<!\w)[^\W\d_](?:(?P<between> )[^\W\d_](?: [^\W\d_])+|(?P<mark>[.·_\-])[^\W\d_](?:(?P=mark)[^\W\d_])*)(?!\w)"
)
_SIGNS = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean."""

_WORD = re.compile(rf"\d+|[{_SIGNS}]|[^\W\d_{_SIGNS}]+")
_SIGN = re.compile(f"[{_SIGNS}]")
_SMALL = "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.islower())
_LARGE = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
_HUMP = re.compile(f"(?<=[{_SMALL}])(?=[{_LARGE}][{_SMALL}])")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁАЕОРСУХІЈЅВКМНТαορυνΑΒΕΗΙΚΜΝΟΡΤΧɑօ", "aeopcyxijshdAEOPCYXIJSBKMHTaopuvABEHIKMNOPTXao"
)
_PLAIN_WORD = re.compile(r"[a-z]+|[0-9]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_TONE = re.compile(f"[{''.join(TONES)}]")
_OTHER_WORDS = {"chưa"}
"""What is typed for no other word in haste: it is too common by itself."""

_HOI_AND_NGA = ("\u0309", "\u0303")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, in small letters with its tone mark behind it, and folded."""

    start: int
    end: int
    typed: str
    bare: str


class PlainText:
    """A text without what a reader does not see of it, on one line; `unparted` as it was typed, `line` with such words
    as `GiaiDoc` parted and letters that only look Latin turned.
    """

    def __init__(self, source: str) -> None:
        text = _BLANK.sub(" ", unicodedata.normalize("NFKC", html.unescape(source)))
        text = _DIGIT_SIGN.sub(lambda match: str(unicodedata.digit(match[0])), _UNSEEN.sub("", text))
        text = "; ".join([text, *_TITLE.findall(text)])
        text = _MARK_UP.sub("", _LINE_MARK.sub("", _LINK.sub(r"\1", text)))
        self.unparted = " ".join(text.split())
        text = " ".join(_HUMP.sub(" ", text.translate(_LOOK_ALIKES)).split())
        self.line = _SPELLED.sub(lambda match: match[0].replace(match["between"] or match["mark"], ""), text)

    @cached_property
    def words(self) -> list[Word]:
        return [Word(m.start(), m.end(), _typed(m[0]), _bare(m[0])) for m in _WORD.finditer(self.line)]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that are there at all, folded."""
        if _SIGN.search(self.line):
            return frozenset(word.bare for word in self.words)
        plain = unicodedata.normalize("NFD", self.line.replace("đ", "d").replace("Đ", "D").casefold())
        return frozenset(_PLAIN_WORD.findall(_MARKS.sub("", plain)))


@lru_cache(maxsize=4096)
def plain_text(source: str) -> PlainText:
    """The same for all that look through a record, one after the other, and for a preview that looks again."""
    return PlainText(source)


class Phrases:
    """Phrases to look for, but not inside of `harmless` ones, which mean something else."""

    def __init__(self, phrases: Iterable[str], harmless: Iterable[str] = ()) -> None:
        self._phrases, self._harmless = _index(phrases), _index(harmless)

    def found_in(self, text: PlainText) -> Iterator[str]:
        """The wording of each phrase that a reader finds in a text."""
        if not (spans := list(_spans(_possible(self._phrases, text), text))):
            return
        harmless = list(_spans(_possible(self._harmless, text), text))
        for span in spans:
            if not any(each.start <= span.start and span.stop <= each.stop for each in harmless):
                yield text.line[text.words[span.start].start : text.words[span.stop - 1].end]


_Phrase = tuple[str, ...]
_Index = dict[str, tuple[tuple[_Phrase, frozenset[str]], ...]]
"""By the folded first word, or `#`: phrases with all their words, folded."""


def _index(phrases: Iterable[str]) -> _Index:
    """The longest first. Words glued together are a phrase of one word."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in sorted(set(phrases), key=len, reverse=True):
        words = re.findall(rf"[#~]|{_WORD.pattern}", phrase)
        if words:
            found.setdefault(_bare(words[0]), []).append(tuple(map(_typed, words)))
        if len(words) > 1 and not {"#", "~"} & set(words):
            glued = "".join(words)
            for writing in {_typed(glued), bare := _bare(glued)}:
                if writing != bare or len(bare) >= SHORTEST_GLUED:
                    found.setdefault(bare, []).append((writing,))
    return {first: tuple((phrase, _needed(phrase)) for phrase in each) for first, each in found.items()}


def _needed(phrase: _Phrase) -> frozenset[str]:
    return frozenset(_bare(_untoned(word)) for word in phrase if word not in ("#", "~"))


def _possible(index: _Index, text: PlainText) -> dict[str, tuple[_Phrase, ...]]:
    """The phrases of which all words are in the text somewhere."""
    words = text.vocabulary
    begun = [*(words & index.keys()), *(["#"] if "#" in index else [])]
    found = {first: tuple(phrase for phrase, needed in index[first] if needed <= words) for first in begun}
    return {first: phrases for first, phrases in found.items() if phrases}


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


def _untoned(typed: str) -> str:
    return _TONE.sub("", typed)


_NUMBERS = frozenset(_typed(word) for word in NUMBERS)

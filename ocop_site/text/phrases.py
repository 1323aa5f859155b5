"""Phrases found in a text as a reader sees it: whatever its mark-up, entities, line breaks, spaces or missing tones.

A phrase is a line of words; `#` in it stands for a number from three to five, as a digit or a word, `~` for a few
words of the same sentence, or none. A word typed without its tone, without any mark, or with hỏi for ngã, is taken for
the word that it may be where another word of the phrase stands beside it: `chua benh` is `chữa bệnh`, `chua` alone is
sour. Words that are glued together are found too.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from ocop_site.text.plain_text import WORD, PlainText, Word, bare_form, typed_form, untoned
from ocop_site.text.vietnamese import TONES

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

_PARTS = re.compile(rf"[#~]|{WORD.pattern}")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_OTHER_WORDS = {"chưa"}
"""What is typed for no other word in haste: it is too common by itself."""

_HOI_AND_NGA = ("\u0309", "\u0303")


_Phrase = tuple[str, ...]


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


_OPEN = ("#", "~")
"""What stands for words that are not told."""


_Ranked = tuple[int, list[str]]
"""A phrase as it was written, by its words; the first of several is looked for before the others."""


class _Sought(NamedTuple):
    """A phrase that is looked for, with the folded words that it needs."""

    rank: int
    phrase: _Phrase
    needed: frozenset[str]

    def is_there(self, text: PlainText) -> bool:
        """Whether each word of the phrase is somewhere in a text, as it is or as it is typed in haste."""
        if not self.needed <= text.vocabulary:
            return False
        if len(self.phrase) == 1:
            return self.phrase[0] in text.typed or self.phrase[0] == "#"
        words = (word for word in self.phrase if word not in _OPEN)
        return all(word in text.typed or not _writings(word).isdisjoint(text.typed) for word in words)


def _bare_words(phrase: Iterable[str]) -> Iterator[str]:
    """The folded words of a phrase, without those that are not told."""
    return (bare_form(untoned(word)) for word in phrase if word not in _OPEN)


class _Index:
    """Phrases by the folded word that each begins with, or `#`. Words glued together are a phrase of one word.

    There are thousands, and of most words that they begin with no text ever has any: so they are looked at closely
    when a text has such a word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._apart: dict[str, list[_Ranked]] = {}
        self._glued: dict[str, list[_Ranked]] = {}
        self._by_first: dict[str, dict[str, list[_Sought]]] = {}
        self._count = 0
        for phrase in sorted(dict.fromkeys(phrases), key=len, reverse=True):
            if words := _PARTS.findall(phrase):
                self._add(words)

    def _add(self, words: list[str]) -> None:
        ranked, bare = (self._count, words), list(map(bare_form, words))
        self._apart.setdefault(bare[0], []).append(ranked)
        if len(words) > 1 and "#" not in words and "~" not in words:
            self._glued.setdefault("".join(bare), []).append(ranked)
        self._count += 1

    def add_all(self, other: "_Index") -> None:
        """The phrases of another, behind its own."""
        for mine, others in ((self._apart, other._apart), (self._glued, other._glued)):
            for first, ranked in others.items():
                mine.setdefault(first, []).extend((self._count + rank, words) for rank, words in ranked)
        self._count += other._count

    @cached_property
    def _begins(self) -> frozenset[str]:
        return frozenset(chain(self._apart, self._glued, _BARE_NUMBERS if "#" in self._apart else ()))

    def possible(self, text: PlainText) -> dict[str, tuple[_Phrase, ...]]:
        """The phrases of which all words are in the text somewhere, the longest first; asked once of a text."""
        if (known := text.possible.get(self)) is None:
            known = text.possible[self] = self._possible(text)
        return known

    def _possible(self, text: PlainText) -> dict[str, tuple[_Phrase, ...]]:
        if not (begun := self._begins & text.vocabulary):
            return {}
        found: dict[str, tuple[_Phrase, ...]] = {}
        for first in (*begun, "#") if "#" in self._apart else begun:
            if phrases := self._whole(self._sought(first), text):
                found[first] = phrases
        return found

    def _sought(self, first: str) -> dict[str, list[_Sought]]:
        """The phrases that begin with a word, by the last word of each."""
        if (known := self._by_first.get(first)) is None:
            known = self._by_first[first] = {}
            for rank, phrase in self._phrases(first):
                last = next(_bare_words(reversed(phrase)), "")
                known.setdefault(last, []).append(_Sought(rank, phrase, frozenset(_bare_words(phrase))))
        return known

    def _phrases(self, first: str) -> Iterator[tuple[int, _Phrase]]:
        """Each as texts have it: the words as they are typed, or what is typed of them as one."""
        for rank, words in self._apart.get(first, ()):
            yield rank, tuple(map(typed_form, words))
        for rank, words in self._glued.get(first, ()):
            if (typed := _typed_glued(words)) != first:
                yield rank, (typed,)
            if len(first) >= SHORTEST_GLUED:
                yield rank, (first,)

    def _whole(self, by_last: dict[str, list[_Sought]], text: PlainText) -> tuple[_Phrase, ...]:
        ended = by_last.keys() & text.vocabulary
        if "" in by_last:
            ended.add("")
        found = [each for last in ended for each in by_last[last] if each.is_there(text)]
        return tuple(each.phrase for each in sorted(found, key=attrgetter("rank"))) if found else ()


def _typed_glued(words: list[str]) -> str:
    """Words glued together as `typed_form` would have them: in small letters, with the first tone of them behind."""
    typed = [typed_form(word) for word in words]
    tone = next((word[-1] for word in typed if word[-1] in TONES), "")
    return "".join(map(untoned, typed)) + tone


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
    without = untoned(word)
    tones = [word.replace(one, other) for one, other in (_HOI_AND_NGA, reversed(_HOI_AND_NGA))]
    return frozenset((*tones, without, bare_form(without))) - _OTHER_WORDS


def _is_number(word: Word) -> bool:
    return word.typed in _NUMBERS


_NUMBERS = frozenset(typed_form(word) for word in NUMBERS)
_BARE_NUMBERS = frozenset(bare_form(word) for word in NUMBERS)

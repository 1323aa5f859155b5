"""Words for the same thing: what is called by one is found by the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ocop_site.text.folding import spelled, words_of

Spelling = tuple[str, ...]

ABBREVIATIONS = {
    "hợp tác xã": ["htx"],
    "tổ hợp tác": ["tht"],
    "hộ kinh doanh": ["hkd"],
    "cơ sở": ["cs"],
    "công ty": ["cty"],
    "trách nhiệm hữu hạn": ["tnhh"],
    "thành phố": ["tp"],
    "thị xã": ["tx"],
    "thị trấn": ["tt"],
}
"""How makers and units are written for short."""


@dataclass(frozen=True)
class SynonymIndex:
    """Synonyms as content tells them: a wording, and those that mean the same."""

    words: Mapping[str, Iterable[str]]

    def beside(self, text: Spelling) -> Iterator[Spelling]:
        """What the things that a text names are called too; what is part of a longer wording names nothing."""
        if self._longest.keys().isdisjoint(text):
            return
        after = 0
        for at, word in enumerate(text):
            if at >= after and word in self._longest and (found := self._at(text, at)):
                yield from self._same[found]
                after = at + len(found)

    def _at(self, text: Spelling, at: int) -> Spelling:
        for length in range(min(self._longest[text[at]], len(text) - at), 0, -1):
            if (wording := text[at : at + length]) in self._same:
                return wording
        return ()

    @cached_property
    def _same(self) -> Mapping[Spelling, tuple[Spelling, ...]]:
        same: dict[Spelling, dict[Spelling, None]] = {}
        for first, others in self.words.items():
            together = [spelling(each) for each in (first, *others)]
            for each in together:
                same.setdefault(each, {}).update(dict.fromkeys(other for other in together if other != each))
        return {each: tuple(others) for each, others in same.items()}

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """How many words the longest wording has that begins with a word."""
        longest: dict[str, int] = {}
        for wording in filter(None, self._same):
            longest[wording[0]] = max(len(wording), longest.get(wording[0], 0))
        return longest


def spelling(text: str) -> Spelling:
    return tuple(map(spelled, words_of(text)))

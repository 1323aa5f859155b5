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
        at = 0
        while at < len(text):
            found = self._at(text, at)
            yield from self._same.get(found, ())
            at += max(len(found), 1)

    def _at(self, text: Spelling, at: int) -> Spelling:
        for length in range(min(self._longest, len(text) - at), 0, -1):
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
    def _longest(self) -> int:
        return max(map(len, self._same), default=0)


def spelling(text: str) -> Spelling:
    return tuple(map(spelled, words_of(text)))

"""The words of all that can be found, each with where it stands: in which entries and groups, at which rank."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ocop_site.frozen import frozen
from ocop_site.search.entries import Rank, SearchEntry
from ocop_site.search.groups import SearchGroup
from ocop_site.search.synonyms import ABBREVIATIONS, SynonymIndex, spelling
from ocop_site.text.folding import folded

SYNONYM_RANKS = {Rank.NAME: Rank.OTHER_NAME, Rank.TRANSLATION: Rank.OTHER_NAME, Rank.OTHER_NAME: Rank.OTHER_NAME}
"""A synonym of a name is another name; of anything else it stands where that does."""

SPIRITS = (
    "rượu",
    "đế",
    "tửu",
    "spirit spirits liqueur liqueurs liquor liquors wine wines vodka whisky brandy rum gin alcohol",
)
"""What spirits are called, in the languages that visitors type."""

THINGS = (Rank.NAME, Rank.TRANSLATION, Rank.OTHER_NAME, Rank.THING, Rank.TEXT)
"""Where words are of things: in the name of a maker or of a place they mean nothing else."""

NAMES = (Rank.NAME, Rank.TRANSLATION, Rank.OTHER_NAME)
"""Where something is called, of which the length is told."""

NAMED = ("producers", "places", "communes", "districts", "former_provinces")
"""Kinds of pages about somebody or somewhere, not about things."""

_SHORT, _NO_SYNONYMS = SynonymIndex(ABBREVIATIONS), SynonymIndex({})

FILLING = (
    "a an and are at buy by find for from in is made of on or sold that the this to which who with where "
    "ở tại từ của và cho có là các những cái con loại với trong này nào mua bán tìm"
)
"""What people write between the words that they look for: where nothing has all their words, these may be missing."""


@dataclass(slots=True)
class SearchTerm:
    """A word in one spelling: the numbers of the entries that have it, by rank, and those of groups."""

    spelling: str
    entries: dict[Rank, list[int]] = field(default_factory=lambda: defaultdict(list))
    groups: list[int] = field(default_factory=list)


LONGEST_OTHER = 6
"""Of other names with more words than this it is not told how many they have."""


@frozen
class NameLengths:
    """How many words an entry's name has: in the site's first language, and in the others at least; 0: none.

    Of `others` the nth bit tells whether another name has n words.
    """

    own: int
    translated: int
    others: int


class _Terms(dict[str, SearchTerm]):
    """By the spelling, each made when it is met."""

    def __missing__(self, word: str) -> SearchTerm:
        term = self[word] = SearchTerm(word)
        return term


def terms(entries: Sequence[SearchEntry], groups: Sequence[SearchGroup], synonyms: SynonymIndex) -> list[SearchTerm]:
    """In the order of their bare letters, so that what begins alike stands together."""
    found = _Terms()
    for number, entry in enumerate(entries):
        for rank, words in _ranked(entry.texts, _NO_SYNONYMS if entry.kind in NAMED else synonyms).items():
            for word in words:
                found[word].entries[rank].append(number)
    for number, group in enumerate(groups):
        if group.rank is not None:
            for word in _ranked([(group.rank, name) for name in group.names], synonyms)[group.rank]:
                found[word].groups.append(number)
    return sorted(found.values(), key=lambda term: (folded(term.spelling), term.spelling))


def name_lengths(entry: SearchEntry) -> NameLengths:
    lengths = defaultdict(list)
    for rank, text in entry.texts:
        if rank in NAMES and (words := dict.fromkeys(spelling(text))):
            lengths[rank].append(len(words))
    others = sum(1 << (length - 1) for length in set(lengths[Rank.OTHER_NAME]) if length <= LONGEST_OTHER)
    return NameLengths(min(lengths[Rank.NAME], default=0), min(lengths[Rank.TRANSLATION], default=0), others)


def _ranked(texts: Iterable[tuple[Rank, str]], synonyms: SynonymIndex) -> Mapping[Rank, dict[str, None]]:
    """Each word once, at the ranks that tell something: not as another name, too, what stands in the name."""
    found: dict[Rank, dict[str, None]] = defaultdict(dict)
    for rank, text in texts:
        words = spelling(text)
        found[rank].update(dict.fromkeys(words))
        for other in (*_SHORT.beside(words), *(synonyms.beside(words) if rank in THINGS else ())):
            found[SYNONYM_RANKS.get(rank, rank)].update(dict.fromkeys(other))
    for rank in (Rank.OTHER_NAME, Rank.TEXT):
        better = set(chain.from_iterable(words for above, words in found.items() if above < rank))
        found[rank] = {word: None for word in found[rank] if word not in better}
    return found

"""The index: what is told of all that can be found, in parts that a query asks for one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, TypeVar

from ocop_site.codes.resolve import codes_of, gtins_of
from ocop_site.editions.edition import Edition, Editions
from ocop_site.facts import fact
from ocop_site.records.values.identifiers import Code, Gtin
from ocop_site.search.cards import CardRow, Cards, card_of_page
from ocop_site.search.entries import Rank, SearchEntry, code_parts
from ocop_site.search.filters import filters, sorts
from ocop_site.search.groups import SearchGroup, groups
from ocop_site.search.numbers import packed, packed_rising
from ocop_site.search.pages import page_entries
from ocop_site.search.products import SearchedProduct, searched_products
from ocop_site.search.synonyms import SynonymIndex
from ocop_site.search.terms import FILLING, SPIRITS, SearchTerm, name_lengths, terms
from ocop_site.text.folding import folded, spelled, words_of

PART_LENGTH = 24_000
"""About how long a part of the index is, in letters: what a typed word costs on the wire."""

CARDS = 64
"""How many of what may be found are shown by the rows of a part."""

FACTS = 128
"""How many products a part tells the facts of: only who compares them or writes them down asks."""

GTINS = 2_000
"""How many barcodes a part holds."""

GROUPS = len(Rank)
"""Behind the ranks: what a term says of groups."""

Part = tuple[str, Any]
"""A name such as `postings-3`, and what it tells."""

Item = TypeVar("Item")


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """One for all editions. `about` is what has to be known before anything is looked for, `parts` are all the rest."""

    editions: Editions

    @property
    def about(self) -> dict[str, Any]:
        lengths = [name_lengths(entry) for entry in self.entries]
        edition = self.editions.default
        return {
            "languages": list(self.editions),
            "fallback": list(self.editions).index(edition.catalogue.site.fallback),
            "kinds": [[kind, sum(1 for _ in its)] for kind, its in groupby(entry.kind for entry in self.entries)],
            "states": packed(_state(entry) for entry in self.entries),
            "names": packed(min(each.own, 15) for each in lengths),
            "translations": packed(min(each.translated, 15) for each in lengths),
            "others": packed(each.others for each in lengths),
            "asking": " ".join(dict.fromkeys(_asking(edition))),
            "cards": CARDS,
            "terms": " ".join(term.spelling for term in self.terms),
            "ignored": " ".join(dict.fromkeys(folded(spelled(word)) for word in words_of(FILLING))),
            "postings": [start for start, _ in self.postings],
            "groups": [start for start, _ in self.members],
            "ranks": _ranks(self.groups),
            "prefixes": list(dict.fromkeys(code_parts(code)[0] for code in _codes_of(edition))),
            "gtins": [first[0] for first, *_ in self.gtins],
        }

    @property
    def parts(self) -> Iterator[Part]:
        yield from _numbered("postings", (part for _, part in self.postings))
        yield from _numbered("groups", (part for _, part in self.members))
        cards = Cards()
        yield from _numbered("cards", (cards.rows(these) for these in _shares(self._card_rows, CARDS)))
        yield "worths", cards.worths
        yield "codes", self._codes()
        yield from _numbered("gtins", map(_gtins, self.gtins))
        yield "sorts", sorts(self.products)
        for place, (language, edition) in enumerate(self.editions.items()):
            yield f"filters-{language}", filters(edition, self.groups, self._numbers)
            told = [product.facts[place] for product in self.products]
            yield from _numbered(f"facts-{language}", _shares(told, FACTS))

    @cached_property
    def entries(self) -> tuple[SearchEntry, ...]:
        """The products first."""
        return (*(product.entry for product in self.products), *self.others)

    @cached_property
    def products(self) -> Sequence[SearchedProduct]:
        return searched_products(self.editions.default)

    @cached_property
    def others(self) -> Sequence[SearchEntry]:
        """What else has a page."""
        return tuple(page_entries(self.editions.default))

    @cached_property
    def groups(self) -> tuple[SearchGroup, ...]:
        return groups(self.editions)

    @cached_property
    def terms(self) -> list[SearchTerm]:
        synonyms = SynonymIndex(self.editions.default.catalogue.synonyms.words)
        return terms(self.entries, self.groups, synonyms)

    @cached_property
    def postings(self) -> list[tuple[int, list[str]]]:
        return _divided(self.terms, _posting)

    @cached_property
    def members(self) -> list[tuple[int, list[str]]]:
        lists = [packed_rising(sorted(self._numbers[i] for i in group.products)) for group in self.groups]
        return _divided(lists, str)

    @cached_property
    def gtins(self) -> list[Sequence[tuple[str, int]]]:
        """Rising, each with the number of its product."""
        found = _gtins_of(self.editions.default).items()
        return list(_shares(sorted((gtin, self._numbers[i]) for gtin, i in found), GTINS))

    @cached_property
    def _card_rows(self) -> Sequence[CardRow]:
        others = (card_of_page(self.editions, entry) for entry in self.others)
        return [*(product.card for product in self.products), *others]

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {product.entry.id: number for number, product in enumerate(self.products)}

    def _codes(self) -> list[list[Any]]:
        """`[letters, numbers, entries]`, rising by number: those that products bear, and those that they bore."""
        borne = {code: self._numbers[i] for code, i in _codes_of(self.editions.default).items()}
        parted = sorted((*code_parts(code), number) for code, number in borne.items())
        return [_lettered(letters, list(its)) for letters, its in groupby(parted, lambda each: each[0])]


@fact
def _codes_of(edition: Edition) -> Mapping[Code, str]:
    return codes_of(edition.catalogue)


@fact
def _gtins_of(edition: Edition) -> Mapping[Gtin, str]:
    return gtins_of(edition.catalogue)


def _state(entry: SearchEntry) -> int:
    return entry.state + 4 * entry.is_restrained + 8 * entry.is_listed


def _asking(edition: Edition) -> Iterator[str]:
    """The words by which spirits are asked for, spelled; whoever types none of them sees no spirit."""
    spirits = edition.catalogue.scheme.care.spirits
    told = (*SPIRITS, *(words for each in (spirits.words.values() if spirits else ()) for words in each))
    return (spelled(word) for words in told for word in words_of(words))


def _lettered(letters: str, coded: Sequence[tuple[str, int, int]]) -> list[Any]:
    return [letters, packed_rising(number for _, number, _ in coded), packed(entry for *_, entry in coded)]


def _ranks(shared: Sequence[SearchGroup]) -> list[list[int]]:
    """`[rank, how many groups]` of those by which something is found."""
    ranked = [group.rank for group in shared if group.rank is not None]
    return [[int(rank), sum(1 for _ in its)] for rank, its in groupby(ranked)]


def _posting(term: SearchTerm) -> str:
    """For each rank: it, how many entries, which; then the groups."""
    lists = [(int(rank), numbers) for rank, numbers in sorted(term.entries.items())]
    if term.groups:
        lists.append((GROUPS, term.groups))
    return "".join(packed((rank, len(numbers))) + packed_rising(numbers) for rank, numbers in lists)


def _gtins(numbered: Sequence[tuple[str, int]]) -> list[str]:
    return ["".join(gtin for gtin, _ in numbered), packed(number for _, number in numbered)]


def _divided(items: Sequence[Item], told: Callable[[Item], str]) -> list[tuple[int, list[str]]]:
    """The items in parts of about the same length, each with the number of its first item."""
    found: list[tuple[int, list[str]]] = []
    length = PART_LENGTH
    for number, item in enumerate(items):
        text = told(item)
        if length >= PART_LENGTH:
            found.append((number, []))
            length = 0
        found[-1][1].append(text)
        length += len(text) + 3
    return found


def _shares(items: Sequence[Item], length: int) -> Iterator[Sequence[Item]]:
    return (items[at : at + length] for at in range(0, len(items), length))


def _numbered(kind: str, told: Iterable[Any]) -> Iterator[Part]:
    return ((f"{kind}-{number}", part) for number, part in enumerate(told))

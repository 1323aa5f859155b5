"""The index as scripts, since a page from a folder may fetch nothing: each calls `ocop.told` with its name and words.

A browser asks for `words` when somebody begins to search, then for those parts alone that hold what was typed; of a
small site all stands in that one script.
"""

import json
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, TypeVar

from ocop_site.codes.resolve import codes_of, gtins_of
from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions, once
from ocop_site.search.cards import Cards
from ocop_site.search.entries import Rank, SearchEntry, code_parts, product_entries
from ocop_site.search.facts import facts
from ocop_site.search.filters import filters, sorts
from ocop_site.search.groups import SearchGroup, groups
from ocop_site.search.numbers import packed, packed_rising
from ocop_site.search.pages import page_entries
from ocop_site.search.synonyms import SynonymIndex
from ocop_site.search.terms import FILLING, SPIRITS, SearchTerm, name_lengths, terms
from ocop_site.text.folding import folded, spelled, words_of

FOLDER = "search"

PART_LENGTH = 24_000
"""About how long a part of the index is, in letters: what a typed word costs on the wire."""

CARDS = 64
"""How many of what may be found are shown by the rows of a part."""

FACTS = 128
"""How many products a part tells the facts of: only who compares them or writes them down asks."""

GTINS = 2_000

TOGETHER = 120_000
"""A site whose whole index is no longer than this has it in one script."""

GROUPS = len(Rank)
"""Behind the ranks: what a term says of groups."""

Part = tuple[str, Any]
"""A name such as `postings-3`, and what it tells."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class SearchScripts:
    """What the index is published as; `first` is the script that a page asks for."""

    documents: tuple[Document, ...]

    @property
    def first(self) -> Document:
        return self.documents[0]


def search_scripts(edition: Edition) -> SearchScripts:
    """One index for all editions: what is typed is found in whatever language it is."""
    return _scripts(edition.editions.default)


@once
def _scripts(edition: Edition) -> SearchScripts:
    editions = edition.editions
    found = (*product_entries(edition), *page_entries(edition))
    shared = groups(editions)
    numbers = {entry.id: number for number, entry in enumerate(found) if entry.code}
    words = terms(found, shared, SynonymIndex(edition.catalogue.synonyms.words))
    lists = [packed_rising(sorted(numbers[i] for i in group.products)) for group in shared]
    postings = _divided(words, _posting)
    members = _divided(lists, str)
    parts: list[Part] = [(f"postings-{number}", part) for number, (_, part) in enumerate(postings)]
    parts += [(f"groups-{number}", part) for number, (_, part) in enumerate(members)]
    cards = Cards(editions)
    parts += [(f"cards-{n}", cards.rows(found[at : at + CARDS])) for n, at in enumerate(range(0, len(found), CARDS))]
    parts += [("worths", cards.worths), ("codes", _codes(edition, numbers))]
    gtins = sorted((gtin, numbers[i]) for gtin, i in gtins_of(edition.catalogue).items())
    parts += [(f"gtins-{n}", _gtins(gtins[at : at + GTINS])) for n, at in enumerate(range(0, len(gtins), GTINS))]
    parts += [(f"filters-{each.language}", filters(each, shared, found)) for each in editions.values()]
    parts.append(("sorts", sorts(edition.catalogue, found)))
    parts += _facts(editions, [entry for entry in found if entry.code])
    about = {
        **_about(edition, found),
        "terms": " ".join(term.spelling for term in words),
        "ignored": " ".join(dict.fromkeys(folded(spelled(word)) for word in words_of(FILLING))),
        "postings": [start for start, _ in postings],
        "groups": [start for start, _ in members],
        "ranks": _ranks(shared),
        "prefixes": list(dict.fromkeys(code_parts(code)[0] for code in codes_of(edition.catalogue))),
        "gtins": [gtins[at][0] for at in range(0, len(gtins), GTINS)],
    }
    return SearchScripts(tuple(_documents(about, parts)))


def _about(edition: Edition, found: Sequence[SearchEntry]) -> dict[str, Any]:
    """What has to be known of every entry before any is looked at."""
    lengths = [name_lengths(entry) for entry in found]
    return {
        "languages": list(edition.editions),
        "kinds": [[kind, sum(1 for _ in its)] for kind, its in groupby(found, lambda entry: entry.kind)],
        "states": packed(entry.state + 4 * entry.is_restrained + 8 * entry.is_listed for entry in found),
        "names": packed(min(each.own, 15) for each in lengths),
        "translations": packed(min(each.translated, 15) for each in lengths),
        "others": packed(each.others for each in lengths),
        "asking": " ".join(dict.fromkeys(_asking(edition))),
        "cards": CARDS,
    }


def _asking(edition: Edition) -> Iterator[str]:
    """The words by which spirits are asked for, spelled; whoever types none of them sees no spirit."""
    spirits = edition.catalogue.scheme.care.spirits
    told = (*SPIRITS, *(words for each in (spirits.words.values() if spirits else ()) for words in each))
    return (spelled(word) for words in told for word in words_of(words))


def _facts(editions: Editions, products: Sequence[SearchEntry]) -> Iterator[Part]:
    for language, edition in editions.items():
        for number, at in enumerate(range(0, len(products), FACTS)):
            yield f"facts-{language}-{number}", facts(edition, products[at : at + FACTS])


def _codes(edition: Edition, numbers: Mapping[str, int]) -> list[list[Any]]:
    """`[letters, numbers, entries]`, rising by number: those that products bear, and those that they bore."""
    borne = {code: numbers[i] for code, i in codes_of(edition.catalogue).items()}
    parted = sorted((*code_parts(code), number) for code, number in borne.items())
    return [_lettered(letters, list(its)) for letters, its in groupby(parted, lambda each: each[0])]


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


def _documents(about: Mapping[str, Any], parts: Sequence[Part]) -> Iterator[Document]:
    """The first is the one that knows the others by name."""
    bodies = {name: _call(name, told) for name, told in parts}
    together = [name for name in bodies if not name.startswith("facts-")]
    if sum(len(bodies[name]) for name in together) > TOGETHER:
        together = []
    files = {name: _document(name, body) for name, body in bodies.items() if name not in together}
    names = {name: posixpath.relpath(file.path, FOLDER) for name, file in files.items()}
    yield _document("words", "".join((_call("words", {**about, "files": names}), *(bodies[i] for i in together))))
    yield from files.values()


def _call(name: str, told: Any) -> str:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Old browsers end a line at these two even in a string.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'ocop.told("{name}",{text});\n'


def _document(name: str, text: str) -> Document:
    body, folder = text.encode(), "facts" if name.startswith("facts-") else FOLDER
    return Document(f"{folder}/{name}.{sha256(body).hexdigest()[:10]}.js", body)

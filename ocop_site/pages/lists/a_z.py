"""Every product by its name, and under what it is: who knows neither a name nor a maker looks for sausage, or tea."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import page_count, share
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.folding import spelled, words_of
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key, heading, slug
from ocop_site.views import AlphabetLine, AlphabetView, CodedLink, Letter, Link, Picture

INDEXES = ("a_z",)

LINES_PER_PAGE = 120
"""How many names a page holds: they are one short line each, and the letters lead to the other pages."""


Place = tuple[tuple[str, str, str], bool]
"""Where a line stands in the alphabet."""


@frozen
class IndexLine:
    """A product under its own letter, or under the headword of what it is."""

    letter: str
    product_id: str
    headword: TextRun | None = None


def keys(edition: Edition) -> Iterator[PageKey]:
    return numbered("a_z", "", len(index_lines(edition)), LINES_PER_PAGE)


def plan(edition: Edition, key: PageKey) -> Sheet:
    """One that is not OCOP-recognised stands there too, since people search by name."""
    lines, title = index_lines(edition), edition.said("a_z.title")
    view = AlphabetView(
        heading=title,
        jump=_jump(edition),
        letters=_letters(edition, share(lines, key.number, LINES_PER_PAGE)),
        turns=edition.parts.turns(len(lines), key.thing, key.number, LINES_PER_PAGE),
    )
    return index_sheet(edition, key, view, title, edition.words("a_z.description"), pages=_pages(edition))


def _pages(edition: Edition) -> tuple[tuple[str, int], ...]:
    """In each language there are as many as it has names of things."""
    editions = edition.editions.values()
    return tuple((each.language, page_count(len(index_lines(each)), LINES_PER_PAGE)) for each in editions)


@fact
def _jump(edition: Edition) -> tuple[Link, ...]:
    """To each letter where it begins; where all of them stand on one page that needs no other address."""
    lines = index_lines(edition)
    begins = {line.letter: place // LINES_PER_PAGE + 1 for place, line in reversed([*enumerate(lines)])}
    return tuple(_to_letter(edition, letter, begins[letter]) for letter in dict.fromkeys(line.letter for line in lines))


def _to_letter(edition: Edition, letter: str, number: int) -> Link:
    return Link(f"{edition.urls.href(('a_z', ''), number)}#{_anchor(letter)}", TextRun(letter))


@fact
def index_lines(edition: Edition) -> list[IndexLine]:
    """Headwords and names in one order, that of the alphabet.

    A name that begins with the same word as its headword stands there alone: the two would be neighbours.
    """
    under = list(_under_headwords(edition))
    told = {line.product_id for line in under if line.headword and _is_beside(edition, line.product_id, line.headword)}
    names = (IndexLine(heading(_name(edition, i)), i) for i in _by_name(edition) if i not in told)
    lines = [*under, *names]
    first = _first_of_each(edition, lines)
    return sorted(lines, key=lambda line: (first[line.letter], *_place(edition, line)))


def _under_headwords(edition: Edition) -> Iterator[IndexLine]:
    """A product that is the only one of its thing needs no headword where its name says the thing first."""
    for headword, product_ids in sorted(_by_thing(edition), key=lambda each: collation_key(each[0].text)):
        if len(product_ids) > 1 or not _is_beside(edition, product_ids[0], headword):
            yield from (IndexLine(heading(headword.text), i, headword) for i in product_ids)


def _by_thing(edition: Edition) -> Iterable[tuple[TextRun, list[str]]]:
    """Products by what they are, whatever the case in which that is written."""
    found: dict[str, tuple[TextRun, list[str]]] = {}
    for product_id in _by_name(edition):
        if name := edition.catalogue.products[product_id].generic_name:
            run = edition.run(name)
            found.setdefault(run.text.casefold(), (run, []))[1].append(product_id)
    return found.values()


def _is_beside(edition: Edition, product_id: str, headword: TextRun) -> bool:
    return _first_word(_name(edition, product_id)) == _first_word(headword.text)


def _first_word(text: str) -> str:
    return next(map(spelled, words_of(text)), "")


def _first_of_each(edition: Edition, lines: Iterable[IndexLine]) -> dict[str, Place]:
    """By letter, where it stands in the alphabet: where the first of what begins with it does."""
    first: dict[str, Place] = {}
    for line in lines:
        place = _place(edition, line)
        first[line.letter] = min(first.get(line.letter, place), place)
    return first


def _place(edition: Edition, line: IndexLine) -> Place:
    """A headword stands before a product that has its name."""
    text = line.headword.text if line.headword else _name(edition, line.product_id)
    return collation_key(text), line.headword is None


@fact
def _by_name(edition: Edition) -> list[str]:
    present = frozenset(edition.catalogue.present)
    return [i for i in edition.all_in_order if i in present]


def _name(edition: Edition, product_id: str) -> str:
    return edition.run(edition.catalogue.products[product_id].name).text


def _letters(edition: Edition, lines: Sequence[IndexLine]) -> tuple[Letter, ...]:
    by_letter: dict[str, list[IndexLine]] = {}
    for line in lines:
        by_letter.setdefault(line.letter, []).append(line)
    return tuple(_letter(edition, letter, its) for letter, its in by_letter.items())


def _letter(edition: Edition, letter: str, lines: Sequence[IndexLine]) -> Letter:
    together = groupby(lines, key=lambda line: line.headword or line.product_id)
    its = (_line(edition, its_lines) for _, its_lines in together)
    return Letter(letter, _anchor(letter), tuple(its))


def _line(edition: Edition, lines: Iterable[IndexLine]) -> AlphabetLine:
    first, *others = lines
    product_ids = [line.product_id for line in (first, *others)]
    picture = _picture(edition, product_ids) if first.headword else None
    return AlphabetLine(first.headword, _coded(edition, product_ids), picture)


def _picture(edition: Edition, product_ids: Sequence[str]) -> Picture | None:
    """Of the first that has one and may be recommended."""
    cards = edition.parts.promoted(product_ids)
    return next((picture for card in cards if (picture := card.cut_out or card.picture)), None)


def _coded(edition: Edition, product_ids: Iterable[str]) -> tuple[CodedLink, ...]:
    cards = {product_id: edition.parts.card(product_id) for product_id in product_ids}
    return tuple(
        CodedLink(card.code, Link(card.href, edition.parts.named(product_id, card.name)))
        for product_id, card in cards.items()
    )


def _anchor(letter: str) -> str:
    """An id for a letter: `a`, `aa` for Â, `aw` for Ă, as people type them; of other writings its number."""
    typed = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "so"}
    return f"chu-{typed.get(letter) or slug(letter) or f'{ord(letter):x}'}"

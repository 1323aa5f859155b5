"""The printed catalogue: cover, what it is, an industry after the other, the makers, the index.

The map and the year face each other where the middle sheet lies open.

Blocks are of one height, three a page, so that the index knows its page numbers. Pages are a multiple of four.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ocop_site.frozen import frozen
from ocop_site.paper.booklet.block import block
from ocop_site.paper.booklet.cover import back, cover
from ocop_site.paper.booklet.fillings import filling_pages
from ocop_site.paper.booklet.front import imprint
from ocop_site.paper.booklet.heading import HEAD, heading
from ocop_site.paper.booklet.index import index_pieces
from ocop_site.paper.booklet.makers import maker_pages
from ocop_site.paper.booklet.map_page import map_pages
from ocop_site.paper.booklet.year_page import year_pages
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import LinkedCode
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.text.language import Text, TextRun
from ocop_site.units import MM
from ocop_site.views.paper import BookletView, Leaf, Piece, Writing

PAGE = (148.0 * MM, 210.0 * MM)
"""A5: two side by side are a sheet of A4, folded once."""

MARGIN = 12.0 * MM
"""Around what is printed on a page."""

PER_PAGE = 3
"""Blocks."""

_FOOT = PAGE[1] - 7.0 * MM
"""Where page numbers stand."""


@frozen
class _Page:
    """What is on a page, none where it is one of the index; the products on it."""

    pieces: tuple[Piece, ...]
    products: tuple[str, ...] = ()
    is_numbered: bool = True


@frozen
class Chapter:
    """The products of an industry, in the order of their names; `pattern` is its id."""

    name: Text | None
    pattern: str
    products: tuple[str, ...]


def booklet(print_edition: PrintEdition, product_ids: Sequence[str], codes: dict[str, LinkedCode]) -> BookletView:
    """The printed catalogue of the products, with the code of each; the index names their pages."""
    content = Box(MARGIN, MARGIN, PAGE[0] - 2 * MARGIN, PAGE[1] - 2 * MARGIN)
    pages = _in_order(print_edition, product_ids, codes, content)
    numbers = {i: number for number, each in enumerate(pages, start=1) for i in each.products}
    found = iter(index_pieces(print_edition, numbers, content, PAGE))
    shown = [each if each.pieces else _Page((next(found),)) for each in pages]
    leaves = tuple(
        Leaf(*PAGE, (*each.pieces, *_number(n))) if each.is_numbered else Leaf(*PAGE, each.pieces)
        for n, each in enumerate(shown, start=1)
    )
    return BookletView(f"{print_edition.first.title} – {print_edition.first.words('print.booklet.title')}", leaves)


def chapters(print_edition: PrintEdition, product_ids: Iterable[str]) -> Iterator[Chapter]:
    """The chapters in the order of the scheme's industries; products without a set come last."""
    edition = print_edition.first
    products, sets = edition.catalogue.products, edition.catalogue.sets
    industries = [industry.id for industry in edition.catalogue.scheme.industries]

    def rank(product_id: str) -> int:
        number = products[product_id].set
        return industries.index(sets[number].industry.id) if number else len(industries)

    for place, group in groupby(sorted(edition.in_order(product_ids), key=rank), key=rank):
        if place < len(industries):
            industry = edition.catalogue.scheme.industries[place]
            yield Chapter(industry.name, industry.id, tuple(group))
        else:
            yield Chapter(None, "", tuple(group))


def _in_order(
    print_edition: PrintEdition, product_ids: Sequence[str], codes: dict[str, LinkedCode], content: Box
) -> list[_Page]:
    """All pages, those of the index yet without a piece; on the middle sheet the map lies left and the year right."""
    pages = [
        _Page((cover(print_edition, len(product_ids), PAGE),), is_numbered=False),
        _Page((imprint(print_edition, content, PAGE),)),
        *_product_pages(print_edition, product_ids, codes, content),
        *map(_Page, maker_pages(print_edition, product_ids, content, PAGE)),
    ]
    index = [_Page(()) for _ in index_pieces(print_edition, dict.fromkeys(product_ids, 0), content, PAGE)]
    left, right = ([_Page(each) for each in of(print_edition, content, PAGE)] for of in (map_pages, year_pages))
    used = len(pages) + len(left) + len(right) + len(index) + 1
    filling = [_Page(each) for each in filling_pages(print_edition, used, content, PAGE)]
    half = (used + len(filling)) // 2 - len(left)
    inside = [*pages, *index, *filling]
    inside[half:half] = [*left, *right]
    return [*inside, _Page((back(print_edition, PAGE),), is_numbered=False)]


def _product_pages(
    print_edition: PrintEdition, product_ids: Sequence[str], codes: dict[str, LinkedCode], content: Box
) -> Iterator[_Page]:
    for chapter in chapters(print_edition, product_ids):
        for group in _thirds(chapter.products):
            yield _Page(tuple(_chapter_page(print_edition, chapter, group, codes, content)), group)


def _thirds(products: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for first in range(0, len(products), PER_PAGE):
        yield tuple(products[first : first + PER_PAGE])


def _chapter_page(
    print_edition: PrintEdition, chapter: Chapter, group: Sequence[str], codes: dict[str, LinkedCode], content: Box
) -> Iterator[Piece]:
    names = print_edition.texts(chapter.name) if chapter.name else print_edition.words("print.booklet.other")
    title = TextRun(" · ".join(name.text for name in names))
    yield heading(title, chapter.pattern, content, PAGE)
    height = (content.height - HEAD - 3 * MM) / PER_PAGE
    for number, product_id in enumerate(group):
        box = Box(content.x, content.y + HEAD + number * height, content.width, height)
        yield block(print_edition, product_id, codes[product_id], box, is_last=number == len(group) - 1)


def _number(page: int) -> tuple[Piece, ...]:
    """At the outer edge."""
    x, anchor = (MARGIN, "start") if page % 2 == 0 else (PAGE[0] - MARGIN, "end")
    writing = Writing(x, 4.5 * MM, 3.0 * MM, TextRun(str(page)), "page", anchor=anchor)
    return (Piece(0 * MM, _FOOT - 4 * MM, PAGE[0], 8 * MM, writings=(writing,)),)

"""The index of the printed catalogue: names in Vietnamese order under their letters, each with its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ocop_site.editions.edition import Edition
from ocop_site.paper.geometry import Box
from ocop_site.paper.lettering import wrap
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key, initial
from ocop_site.views.paper import Piece, Rule, Writing

_SIZE, _LEADING, _COLUMNS, _GAP, _HEAD = 2.8, 4.0, 2, 8.0, 14.0

_NUMBER = 9.0
"""Millimetres at the end of a line that are the page number's."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A letter, or a name with its page; a name of two lines has its page on the second."""

    text: TextRun
    page: str = ""
    is_letter: bool = False


def index_pieces(
    paper: PrintEdition, pages: Mapping[str, int], content: Box, page: tuple[float, float]
) -> Iterator[Piece]:
    """A page of the index after the other, one language after the other."""
    width = (content.width - _GAP * (_COLUMNS - 1)) / _COLUMNS
    room = int((content.height - _HEAD - 6) / _LEADING)
    for edition in paper.editions:
        language = edition.language if edition is not paper.first else None
        columns = list(_columns(list(_lines(edition, pages, language, width)), room))
        for first in range(0, len(columns), _COLUMNS):
            heading = TextRun(edition.words("print.booklet.index"), language)
            yield _piece(columns[first : first + _COLUMNS], heading, content, page, width)


def _lines(edition: Edition, pages: Mapping[str, int], language: str | None, width: float) -> Iterator[list[_Line]]:
    """Lines that stay together: a letter with its first name."""
    names = {i: edition.run(edition.catalogue.products[i].name) for i in pages}
    ordered = sorted(names, key=lambda i: (collation_key(names[i].text), i))
    for letter, group in groupby(ordered, key=lambda i: initial(names[i].text)):
        together = [_Line(TextRun(letter), is_letter=True)]
        for product_id in group:
            *above, last = wrap(names[product_id].text, (width - _NUMBER) / _SIZE).lines
            marked = names[product_id].language or language
            together += [_Line(TextRun(line, marked)) for line in above]
            yield [*together, _Line(TextRun(last, marked), str(pages[product_id]))]
            together = []


def _columns(groups: Sequence[list[_Line]], room: int) -> Iterator[list[_Line]]:
    column: list[_Line] = []
    for group in groups:
        if column and len(column) + len(group) > room:
            yield column
            column = []
        column += group
    if column:
        yield column


def _piece(
    columns: Sequence[list[_Line]], heading: TextRun, content: Box, page: tuple[float, float], width: float
) -> Piece:
    writings = [Writing(content.x, content.y + 4, 3.4, heading, "heading", True)]
    for number, column in enumerate(columns):
        x = content.x + number * (width + _GAP)
        for row, line in enumerate(column):
            y = round(content.y + _HEAD + row * _LEADING, 3)
            writings.append(Writing(x, y, _SIZE, line.text, "heading" if line.is_letter else "index", line.is_letter))
            if line.page:
                writings.append(Writing(x + width, y, _SIZE, TextRun(line.page), "page", anchor="end"))
    edge = content.x + content.width
    return Piece(0, 0, *page, tuple(writings), rules=(Rule(content.x, content.y + 6.4, edge, content.y + 6.4),))

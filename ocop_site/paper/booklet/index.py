"""The index of the printed catalogue: names in Vietnamese order under their letters, each with its page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ocop_site.editions.edition import Edition
from ocop_site.frozen import frozen
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.lettering import wrap
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import LEAST_LETTERS
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key, initial
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Piece, Rule, Writing

_SIZE, _LEADING = LEAST_LETTERS, 4.0 * MM
"""The height of letters, and from line to line."""

_COLUMNS = 2

_GAP, _HEAD = 8.0 * MM, 14.0 * MM
"""Between two columns; above the first lines, for the heading."""

_NUMBER = 9.0 * MM
"""At the end of a line, for the page number."""


@frozen
class _Line:
    """A letter, or a name with its page; a name of two lines has its page on the second."""

    text: TextRun
    page: str = ""
    is_letter: bool = False


def index_pieces(
    print_edition: PrintEdition, pages: Mapping[str, int], content: Box, page: PaperSize
) -> Iterator[Piece]:
    """The pages of the index, one language after the other. `pages`: the page number of each product."""
    width = (content.width - _GAP * (_COLUMNS - 1)) / _COLUMNS
    rows = int((content.height - _HEAD - 6 * MM) / _LEADING)
    for edition in print_edition.editions:
        language = edition.language if edition is not print_edition.first else None
        columns = list(_columns(list(_lines(edition, pages, language, width)), rows))
        for first in range(0, len(columns), _COLUMNS):
            heading = TextRun(edition.words("print.booklet.index"), language)
            yield _piece(columns[first : first + _COLUMNS], heading, content, page, width)


def _lines(
    edition: Edition, pages: Mapping[str, int], language: str | None, width: Millimetre
) -> Iterator[list[_Line]]:
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


def _columns(groups: Sequence[list[_Line]], rows: int) -> Iterator[list[_Line]]:
    column: list[_Line] = []
    for group in groups:
        if column and len(column) + len(group) > rows:
            yield column
            column = []
        column += group
    if column:
        yield column


def _piece(columns: Sequence[list[_Line]], heading: TextRun, content: Box, page: PaperSize, width: Millimetre) -> Piece:
    writings = [Writing(content.x, content.y + 4 * MM, 3.4 * MM, heading, "heading", True)]
    for number, column in enumerate(columns):
        x = content.x + number * (width + _GAP)
        for row, line in enumerate(column):
            y = round(content.y + _HEAD + row * _LEADING, 3)
            writings.append(Writing(x, y, _SIZE, line.text, "heading" if line.is_letter else "index", line.is_letter))
            if line.page:
                writings.append(Writing(x + width, y, _SIZE, TextRun(line.page), "page", anchor="end"))
    edge = content.x + content.width
    return Piece(
        0 * MM,
        0 * MM,
        *page,
        tuple(writings),
        rules=(Rule(content.x, content.y + 6.4 * MM, edge, content.y + 6.4 * MM),),
    )

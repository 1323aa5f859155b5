"""What fills the pages that a booklet needs: four are a sheet of paper, folded and printed on both sides."""

from collections.abc import Iterator

from ocop_site.paper.booklet.heading import HEAD, heading
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Piece, Rule

SHEET = 4
"""Pages of a sheet."""

_LINE = 8.0 * MM
"""From line to line, for a pen."""


def filling_pages(print_edition: PrintEdition, used: int, content: Box, page: PaperSize) -> Iterator[tuple[Piece, ...]]:
    """Pages for notes until all sheets are full."""
    blank = (heading(_words(print_edition), "", content, page), _lines(content))
    yield from (blank for _ in range(-used % SHEET))


def _words(print_edition: PrintEdition) -> TextRun:
    return TextRun(" · ".join(run.text for run in print_edition.words("print.booklet.notes")))


def _lines(content: Box) -> Piece:
    high = content.height - HEAD - 8 * MM
    levels = [round(number * _LINE, 3) for number in range(1, int(high / _LINE) + 1)]
    rules = tuple(Rule(0 * MM, level, content.width, level, "pen") for level in levels)
    return Piece(content.x, content.y + HEAD, content.width, high, (), rules=rules)

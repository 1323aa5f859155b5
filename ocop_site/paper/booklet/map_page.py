"""The middle of the printed catalogue, beside the year: the map of water, with what its marks stand for."""

from collections.abc import Iterator
from itertools import chain

from ocop_site.paper.booklet.heading import HEAD, heading
from ocop_site.paper.country import map_piece
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Piece

_LEGEND = 27.0 * MM
"""Room below the map."""


def map_pages(print_edition: PrintEdition, content: Box, page: PaperSize) -> Iterator[tuple[Piece, ...]]:
    """A page, or none where nobody drew the map."""
    top = content.y + HEAD
    bottom = content.y + content.height - _LEGEND
    piece = map_piece(print_edition, Box(content.x, top, content.width, bottom - top))
    if piece:
        block = fit_block(tuple(_legend(print_edition)), content.width, _LEGEND - 3 * MM, 1.0, 0.7)
        legend = Piece(0 * MM, 0 * MM, *page, block.at(content.x, bottom + 3 * MM).writings)
        names = TextRun(" · ".join(run.text for run in print_edition.words("print.booklet.map")))
        yield heading(names, "", content, page), piece, legend


def _legend(print_edition: PrintEdition) -> Iterator[Paragraph]:
    """That it is no survey comes first."""
    drawn, marks = print_edition.words("print.map.drawn"), print_edition.words("print.map.marks")
    for run in chain.from_iterable(zip(drawn, marks, strict=True)):
        yield Paragraph(run, "aside" if run.language else "summary", 3.0, above=0.4)

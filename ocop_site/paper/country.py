"""The map of water on paper, its letters as small as they may be there, so that it holds as much as it can."""

from dataclasses import replace

from ocop_site.editions.edition import Edition
from ocop_site.pages.map.ground_names import TOWN
from ocop_site.pages.map.marks import marks
from ocop_site.pages.map.sheets import Marked, page_of
from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import LEAST_LETTERS
from ocop_site.units import MM, MapUnit
from ocop_site.views import MapSheet
from ocop_site.views.paper import Piece, PrintedMap

ONE = LEAST_LETTERS / float(TOWN)
"""A unit of the map: its smallest letters have 8 points."""


def map_piece(print_edition: PrintEdition, box: Box) -> Piece | None:
    """The map in the upper middle of the box, with what is crowded there once more below; None where nobody drew it."""
    sheet = map_sheet(print_edition.first, box)
    if sheet is None:
        return None
    width, height = (round(ONE * float(length), 2) for length in (sheet.width, sheet.height))
    printed = PrintedMap((box.width - width) / 2, 0 * MM, width, height, sheet)
    return Piece(box.x, box.y, box.width, height, (), maps=(printed,))


def map_sheet(edition: Edition, box: Box) -> MapSheet | None:
    marked = [_on_paper(edition, each) for each in marks(edition)]
    return page_of(edition, marked, MapUnit(box.width / ONE), MapUnit(box.height / ONE)) if marked else None


def _on_paper(edition: Edition, marked: Marked) -> Marked:
    """Leading nowhere, its picture beside the page."""
    if marked.picture is None:
        return replace(marked, href=None)
    src = marked.picture.src.removeprefix(edition.urls.site.link("/"))
    return replace(marked, href=None, picture=replace(marked.picture, src=src))

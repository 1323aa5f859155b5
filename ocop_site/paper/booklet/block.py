"""A product in the printed catalogue: picture, names, maker, what it is, its code. Of a spirit no praise."""

from collections.abc import Iterator
from itertools import chain

from ocop_site.paper.claims import claim
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import LinkedCode, placed_code
from ocop_site.paper.pictures import picture_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import LEAST_LETTERS, Paragraph
from ocop_site.text.language import Text, TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Piece, Rule

MODULE = 0.62 * MM
"""The width of a module; of a code that is longer than usual a little less, down to 0.5 mm."""

_PICTURE = (40.0 * MM, 30.0 * MM)
"""Width and height."""

_GAP = 4.0 * MM
"""The gap between the picture and the names."""


def block(print_edition: PrintEdition, product_id: str, code: LinkedCode, box: Box, is_last: bool) -> Piece:
    """A block of the booklet; all but the last of a page end in a line."""
    showing = print_edition.first.catalogue.showing(product_id)
    size = max(min(MODULE * code.qr.side, 26.0 * MM), 0.5 * MM * code.qr.side)
    printed_code, letters = placed_code(code, box.width - size, 0 * MM, size, letter=LEAST_LETTERS)
    picture = (
        picture_of(print_edition, product_id, Box(0 * MM, 1.5 * MM, *_PICTURE), use="card")
        if showing.may_be_praised
        else None
    )
    left = _PICTURE[0] + _GAP if picture else 0.0 * MM
    high = max(size + 4 * MM, picture.y + picture.height if picture else 0 * MM)
    names = fit_block(tuple(_names(print_edition, product_id)), box.width - size - left - 1 * MM, high, 1.0, 0.7).at(
        left, 0.6 * MM
    )
    paragraphs = (
        _warning(print_edition, showing.law_warning) if showing.law_warning else _summary(print_edition, product_id)
    )
    if showing.supplement_notice:
        paragraphs = chain(paragraphs, _warning(print_edition, showing.supplement_notice))
    below = fit_block(tuple(paragraphs), box.width, box.height - high - 4 * MM, 1.0, 0.8).at(0 * MM, high + 0.6 * MM)
    rule = () if is_last else (Rule(0 * MM, box.height - 2.2 * MM, box.width, box.height - 2.2 * MM),)
    return Piece(
        box.x, box.y, box.width, box.height,
        writings=(*names.writings, *below.writings, letters), codes=(printed_code,), seals=names.seals,
        rules=rule, pictures=(picture,) if picture else (),
    )  # fmt: skip


def _names(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    name, *others = print_edition.name(product_id)
    yield Paragraph(name, "name", 4.4, is_bold=True, most=3)
    for other in others:
        yield Paragraph(other, "other", 3.1, most=3, above=0.4)
    where, maker = print_edition.locality(product_id), print_edition.maker(product_id)
    yield Paragraph(maker, "maker", 2.8, most=2, above=1)
    if where:
        yield Paragraph(where, "maker", 2.8, most=1)
    yield from claim(print_edition, product_id, 2.83, above=0.8)


def _summary(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    for number, run in enumerate(print_edition.texts(print_edition.first.catalogue.products[product_id].summary)):
        yield Paragraph(run, "summary" if number == 0 else "aside", 2.75, most=4, above=0.8)


def _warning(print_edition: PrintEdition, warning: Text) -> Iterator[Paragraph]:
    for run in print_edition.texts(warning):
        yield Paragraph(TextRun(" ".join(run.text.split()), run.language), "warning", 2.5, most=4, above=1)

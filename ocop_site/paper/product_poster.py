"""A product's poster: one great picture over the river's bands, its name set large, the code for those who pass."""

from collections.abc import Iterator

from ocop_site.paper.claims import claim
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import DrawnLabel, LinkedCode, code_height, placed_code, quiet_zone_width
from ocop_site.paper.pictures import ground_in, picture_in
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.river import bands
from ocop_site.paper.showroom import showroom_lines
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Field, Piece, PrintedPicture, PrintedShape

_REFERENCE = 178.0 * MM
"""The width of A4 within its inset, which the sizes at scale 1 are made for."""

_HEAD, _COVER, _CODE = 0.56, 0.4, 0.27
"""Parts of the height: the picture's ground, the pattern in its place; of the width within the inset: the code."""


def product_poster(
    print_edition: PrintEdition, product_id: str, code: LinkedCode, box: Box, inset: Millimetre, large_print: bool
) -> DrawnLabel:
    """The poster of a product in its box."""
    inner = box.at_origin().within(inset)
    scale = inner.width / _REFERENCE
    fields, pictures, shapes = _head(print_edition, product_id, box)
    words = tuple(_invitation(print_edition)) if pictures else ()
    over = fit_block(words, inner.width, 14 * scale * MM, scale, 0.4).at(inner.x, inner.y)
    size, base = _CODE * inner.width * (1.15 if large_print else 1), inner.y + inner.height
    edge = inner.x + inner.width - size + quiet_zone_width(code.qr, size)
    printed_code, letters = placed_code(code, edge, base - code_height(size), size)
    top, beside = fields[0].height + 7 * scale * MM, inner.width - size - 4 * scale * MM
    high = base - code_height(size) - top - 2 * scale * MM
    names = fit_block(tuple(_names(print_edition, product_id)), inner.width, high, scale * 1.5, scale * 0.5)
    low = fit_block(tuple(_foot(print_edition, product_id)), beside, code_height(size), scale, scale * 0.5)
    under = top + names.height + 3 * scale * MM
    room = base - low.height - under - 3 * scale * MM
    said = fit_block(tuple(_summary(print_edition, product_id)), beside, room, scale, scale * 0.6)
    placed, below = names.at(inner.x, top), low.at(inner.x, base - low.height)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*over.writings, *placed.writings, *said.at(inner.x, under).writings, *below.writings, letters),
        codes=(printed_code,), seals=below.seals, fields=fields, pictures=pictures, shapes=shapes,
    )  # fmt: skip
    return DrawnLabel(piece, size / code.qr.side, names.is_whole and said.is_whole and low.is_whole)


def _head(
    print_edition: PrintEdition, product_id: str, box: Box
) -> tuple[tuple[Field], tuple[PrintedPicture, ...], tuple[PrintedShape, ...]]:
    product = print_edition.first.catalogue.products[product_id]
    pattern = print_edition.first.parts.pattern(product.set)
    part = Box(0 * MM, 0 * MM, box.width, round(_HEAD * box.height, 3))
    shown = Box(0.06 * box.width, part.height - 0.69 * box.width, 0.88 * box.width, 0.66 * box.width)
    if picture := picture_in(print_edition, product.photos, shown):
        water = Box(0 * MM, part.height * 0.7, box.width, part.height * 0.3)
        return (ground_in(product.photos, pattern, part),), (picture,), bands(water)
    return (Field(0 * MM, 0 * MM, box.width, round(_COVER * box.height, 3), pattern, is_printed=True),), (), ()


def _invitation(print_edition: PrintEdition) -> Iterator[Paragraph]:
    site = print_edition.first.catalogue.site
    yield Paragraph(print_edition.first.run(site.invitation or site.title), "invitation", 7.5, is_bold=True, most=2)


def _names(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    name, *others = print_edition.name(product_id)
    yield Paragraph(name, "name", 15, is_bold=True, most=3)
    for other in others:
        yield Paragraph(other, "other", 7.5, most=2, above=0.5)
    where, maker = print_edition.locality(product_id), print_edition.maker(product_id)
    yield Paragraph(TextRun(f"{maker.text} · {where.text}") if where else maker, "maker", 5.0, most=3, above=1.2)


def _summary(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    for number, run in enumerate(print_edition.texts(print_edition.first.catalogue.products[product_id].summary)):
        yield Paragraph(run, "aside" if number else "summary", 4.4 if number else 5.0, most=5, above=1.6 * number)


def _foot(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    yield from claim(print_edition, product_id, 4.6, above=0)
    yield from showroom_lines(print_edition, 4.6)
    for number, run in enumerate(print_edition.words("print.scan")):
        yield Paragraph(run, "hint", 4.6, above=0 if number else 2.5)

"""A shelf talker: its picture from edge to edge, names, who makes it and where, what it is, the code at the foot."""

from collections.abc import Iterator

from ocop_site.paper.claims import claim
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import DrawnLabel, LinkedCode, code_height, placed_code, quiet_zone_width
from ocop_site.paper.pictures import ground_in, picture_in
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Field, Piece, PrintedPicture, Rule

_REFERENCE = (89.0 * MM, 132.5 * MM)
"""Width and height of an A6 card within its inset, which the sizes at scale 1 are made for."""

_PICTURE, _COVER, _CODE = 0.5, 0.24, 0.36
"""Parts of a card's width: the height of the picture, or of the pattern in its place; the width of the code."""


def talker(
    print_edition: PrintEdition, product_id: str, code: LinkedCode, box: Box, inset: Millimetre, large_print: bool
) -> DrawnLabel:
    """The shelf talker of a product in its box."""
    inner = box.at_origin().within(inset)
    scale = min(inner.width / _REFERENCE[0], inner.height / _REFERENCE[1])
    fields, pictures = _head(print_edition, product_id, box, large_print)
    top = fields[0].height + 3.5 * scale * MM
    size = _CODE * inner.width
    foot = inner.y + inner.height - code_height(size)
    edge = inner.x + inner.width - size + quiet_zone_width(code.qr, size)
    printed_code, letters = placed_code(code, edge, foot, size)
    names = fit_block(
        tuple(_names(print_edition, product_id)), inner.width, foot - top - 2 * scale * MM,
        scale * (1.25 if large_print else 1), scale * 0.6,
    ).at(inner.x, top)  # fmt: skip
    beside, base = inner.width - size - 2 * scale * MM, inner.y + inner.height
    low = fit_block(tuple(_foot(print_edition, product_id)), beside, code_height(size), scale, 0.5)
    line = round(top + names.height + 2.2 * scale * MM, 3)
    middle = line + 1.4 * scale * MM
    room = base - low.height - middle - 1.2 * scale * MM
    summary = tuple(_summary(print_edition, product_id, large_print))
    words = fit_block(summary, inner.width, foot - middle, scale * 1.1, scale * 0.8)
    if words.left_out or not words.is_whole:
        words = fit_block(summary, beside, room, scale * 1.1, scale * 0.8)
    said, below = words.at(inner.x, middle), low.at(inner.x, base - low.height)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*names.writings, *said.writings, *below.writings, letters), codes=(printed_code,), seals=below.seals,
        rules=(Rule(inner.x, line, inner.x + inner.width, line), *below.rules), fields=fields, pictures=pictures,
    )  # fmt: skip
    is_whole = names.is_whole and words.is_whole and low.is_whole
    return DrawnLabel(piece, size / code.qr.side, is_whole, words.left_out)


def _head(
    print_edition: PrintEdition, product_id: str, box: Box, large_print: bool
) -> tuple[tuple[Field], tuple[PrintedPicture, ...]]:
    """The picture on its ground from edge to edge; the pattern of its industry where there is none."""
    product = print_edition.first.catalogue.products[product_id]
    pattern = print_edition.first.parts.pattern(product.set)
    part = Box(0 * MM, 0 * MM, box.width, round(_PICTURE * box.width * (0.8 if large_print else 1), 3))
    if picture := picture_in(print_edition, product.photos, part, enlarged=1.15):
        return (ground_in(product.photos, pattern, part),), (picture,)
    return (Field(0 * MM, 0 * MM, box.width, round(_COVER * box.width, 3), pattern, is_printed=True),), ()


def _names(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    name, *others = print_edition.name(product_id)
    yield Paragraph(name, "name", 7.6, is_bold=True, most=4)
    for other in others:
        yield Paragraph(other, "other", 4.5, most=3, above=0.4)
    where, maker = print_edition.locality(product_id), print_edition.maker(product_id)
    yield Paragraph(TextRun(f"{maker.text} · {where.text}") if where else maker, "maker", 3.4, most=3, above=0.8)


def _summary(print_edition: PrintEdition, product_id: str, large_print: bool) -> Iterator[Paragraph]:
    summaries = print_edition.texts(print_edition.first.catalogue.products[product_id].summary)
    for number, run in enumerate(summaries[:1] if large_print else summaries):
        role, size = ("aside", 3.2) if number else ("summary", 3.4)
        yield Paragraph(run, role, size, most=8, above=1.0 * number, worth=number)


def _foot(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    yield from claim(print_edition, product_id, 3.3, above=0)
    words, is_blank = print_edition.price_words(product_id)
    for line in words:
        yield Paragraph(line, "price", 4.2 if is_blank else 3.3, pen=is_blank, above=2.5 if is_blank else 0.8)
    for number, run in enumerate(print_edition.words("print.scan")):
        yield Paragraph(run, "hint", 2.9, above=0 if number else 1.6)

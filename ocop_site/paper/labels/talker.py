"""A shelf talker, or a product's poster: picture, names, who makes it and where, what it is, the code at the foot."""

from collections.abc import Iterator

from ocop_site.paper.claims import claim
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import DrawnLabel, LinkedCode, code_height, placed_code, quiet_zone_width
from ocop_site.paper.pictures import picture_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Field, Piece, Rule

_REFERENCE = 89.0 * MM
"""Width of an A6 card within its inset, which the sizes at scale 1 are made for."""

_PICTURE, _CODE = 0.5, 0.42
"""The height of the picture, which is 4:3, and the width of the code, as parts of the width of the card."""


def talker(
    print_edition: PrintEdition, product_id: str, code: LinkedCode, box: Box, inset: Millimetre, large_print: bool
) -> DrawnLabel:
    """The shelf talker of a product in its box."""
    inner = box.at_origin().within(inset)
    scale = min(inner.width / _REFERENCE, inner.height / (_REFERENCE * 1.3))
    size = _CODE * inner.width * (0.85 if large_print else 1)
    foot = inner.y + inner.height - code_height(size)
    printed_code, letters = placed_code(
        code, inner.x + inner.width - size + quiet_zone_width(code.qr, size), foot, size
    )
    field = Field(
        0 * MM,
        0 * MM,
        box.width,
        round(inset * 0.55, 3),
        print_edition.first.parts.pattern(_set(print_edition, product_id)),
    )
    high = _PICTURE * inner.width * (0.6 if large_print else 1)
    picture = picture_of(print_edition, product_id, Box(inner.x, inner.y, round(high * 4 / 3, 3), round(high, 3)))
    top = inner.y + (high + 3 * scale * MM if picture else 2 * scale * MM)
    enlarged = scale * (1.3 if large_print else 1.0 if picture else 1.35)
    block = fit_block(
        tuple(_texts(print_edition, product_id, large_print)),
        inner.width,
        foot - top - 3 * scale * MM,
        enlarged,
        scale * 0.5,
    )
    beside = inner.width - size - 3 * scale * MM
    low = fit_block(
        tuple(_foot(print_edition, product_id)), beside, code_height(size), scale * (1.25 if large_print else 1), 0.5
    )
    placed, price = block.at(inner.x, top), low.at(inner.x, inner.y + inner.height - low.height)
    hair = Rule(inner.x, round(foot - 1.2 * scale * MM, 3), inner.x + inner.width, round(foot - 1.2 * scale * MM, 3))
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*placed.writings, *price.writings, letters), codes=(printed_code,), seals=price.seals,
        rules=(hair, *price.rules), fields=(field,), pictures=(picture,) if picture else (),
    )  # fmt: skip
    return DrawnLabel(piece, size / code.qr.side, block.is_whole and low.is_whole)


def _texts(print_edition: PrintEdition, product_id: str, large_print: bool) -> Iterator[Paragraph]:
    name, *others = print_edition.name(product_id)
    yield Paragraph(name, "name", 8.6, is_bold=True, most=5)
    for other in others:
        yield Paragraph(other, "other", 5.4, most=5, above=0.6)
    where, maker = print_edition.locality(product_id), print_edition.maker(product_id)
    yield Paragraph(TextRun(f"{maker.text} · {where.text}") if where else maker, "maker", 4.0, most=3, above=1.6)
    summaries = print_edition.texts(print_edition.first.catalogue.products[product_id].summary)
    for number, run in enumerate(summaries[:1] if large_print else summaries):
        yield Paragraph(run, "summary" if number == 0 else "aside", 3.7, most=8, above=1.4)


def _foot(print_edition: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    yield from claim(print_edition, product_id, 3.4, above=0)
    words, is_blank = print_edition.price_words(product_id)
    for line in words:
        yield Paragraph(line, "price", 4.2 if is_blank else 3.4, pen=is_blank, above=5 if is_blank else 0.8)
    for number, run in enumerate(print_edition.words("print.scan")):
        yield Paragraph(run, "hint", 3.2, above=3 if number == 0 else 0)


def _set(print_edition: PrintEdition, product_id: str) -> int | None:
    return print_edition.first.catalogue.products[product_id].set

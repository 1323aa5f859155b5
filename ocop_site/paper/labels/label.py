"""A label: name, maker and price on the left, the code on the right with its letters under it.

Where all of it has no room in letters of 8 points, less is told. Of the price the other language goes; of the rest the
maker first, then the stars in the other language, the name in it, at last the stars. The name and the code stay.
"""

from collections.abc import Iterator
from math import sqrt

from ocop_site.codes.qr import QUIET_ZONE, QrCode
from ocop_site.frozen import frozen
from ocop_site.paper.claims import claim
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.lettering import LINE, RISE, width_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import LEAST_LETTERS, Block, Paragraph, set_block
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Piece, PrintedCode, Writing

PREFERRED_MODULE, LARGE_PRINT_MODULE = 0.72 * MM, 0.5 * MM
"""The width of a module: what is read at a glance; what still is, where large letters need the room."""

_REFERENCE = (30.0 * MM, 34.0 * MM)
"""Width and height of the text of the smallest sheet label, which the sizes at scale 1 are made for."""

SMALLEST = 0.74
"""The smallest scale, at which names still stand out: what does not fit at it is left out or cut, and that is told."""

DISPENSABLE = ("aside", "maker", "other", "price", "stars")
"""The roles of what a label or a shelf talker can do without."""

_FOOT = 6.0 * MM
"""Height of a line to write a price on, at scale 1: kept free where no price is told, so that labels look alike."""


@frozen
class DrawnLabel:
    """A label as drawn; `module` is the width of its code's modules, `is_whole` where nothing was cut.

    `left_out`: the roles of what has no room on it.
    """

    piece: Piece
    module: Millimetre
    is_whole: bool
    left_out: tuple[str, ...] = ()


@frozen
class LinkedCode:
    """A QR code to be printed, with the absolute address that it leads to and the letters under it."""

    qr: QrCode
    address: str
    letters: str


def label(
    print_edition: PrintEdition, product_id: str, code: LinkedCode, box: Box, inset: Millimetre, large_print: bool
) -> DrawnLabel:
    """The label of a product in its box."""
    inner = box.at_origin().within(inset)
    size = _code_size(inner, code.qr, large_print)
    printed_code, letters = placed_code(
        code, inner.x + inner.width - size, inner.y + inner.height - code_height(size), size
    )
    width = inner.width - size - (0 if inner.width < 70 * MM else 2) * MM
    low = _price(print_edition, product_id, width, inner.height, large_print)
    largest = _largest(width, inner.height, large_print)
    height = (
        inner.height - max(low.height, 0 * MM if print_edition.price == "none" else _FOOT * min(largest, 1)) - 1 * MM
    )
    block = fit_block(tuple(_texts(print_edition, product_id, large_print)), width, height, largest, SMALLEST)
    top, bottom = block.at(inner.x, inner.y), low.at(inner.x, inner.y + inner.height - low.height)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*top.writings, *bottom.writings, letters), codes=(printed_code,), seals=top.seals, rules=bottom.rules,
    )  # fmt: skip
    return DrawnLabel(piece, size / code.qr.side, block.is_whole and low.is_whole, block.left_out + low.left_out)


def placed_code(
    code: LinkedCode, x: Millimetre, y: Millimetre, size: Millimetre, letter: Millimetre = 0.0 * MM
) -> tuple[PrintedCode, Writing]:
    """The code, `size` wide with its quiet zone, and its letters in the middle under it, clear of that zone."""
    height = letter or _letters(size)
    middle, base = round(x + size / 2, 3), round(y + size + (RISE - 0.25) * height, 3)
    printed_code = PrintedCode(round(x, 3), round(y, 3), round(size, 3), code.qr.side, code.qr.path, code.address)
    return printed_code, Writing(middle, base, round(height, 3), TextRun(code.letters), "code", True, "middle")


def code_height(size: Millimetre) -> Millimetre:
    """The height of a code of this size with its letters."""
    return size + LINE * _letters(size)


def quiet_zone_width(qr: QrCode, size: Millimetre) -> Millimetre:
    """The width of a code's quiet zone: it may lie in a wide inset, so that the dark modules end where the words do."""
    return QUIET_ZONE * size / qr.side


def _letters(size: Millimetre) -> Millimetre:
    """The height of the letters under a code."""
    return min(max(LEAST_LETTERS, size * 0.115), 7.0 * MM)


def _code_size(inner: Box, qr: QrCode, large_print: bool) -> Millimetre:
    """The size of the code: as large as the label's height lets it be, and no more than its share of the width."""
    share, module = (0.32, LARGE_PRINT_MODULE) if large_print else (0.42, PREFERRED_MODULE)
    preferred = max(share * inner.width, min(module * qr.side, 0.48 * inner.width))
    size = min(preferred, inner.height)
    while code_height(size) > inner.height:
        size -= 0.1 * MM
    return size


def _largest(width: Millimetre, height: Millimetre, large_print: bool) -> float:
    """The largest scale of the text, by the area alone, so that all labels of a sheet look alike."""
    scale = sqrt(width * height / (_REFERENCE[0] * _REFERENCE[1]))
    return scale * (1.7 if large_print else 0.95)


def _texts(print_edition: PrintEdition, product_id: str, large_print: bool) -> Iterator[Paragraph]:
    """In large print the names have the room to themselves: who makes it is told by the page."""
    name, *others = print_edition.name(product_id)
    yield Paragraph(name, "name", 4.3, is_bold=True, most=6)
    for other in others:
        yield Paragraph(other, "other", 3.0, most=6, above=0.5, worth=2)
    if not large_print:
        yield Paragraph(print_edition.maker(product_id), "maker", 2.83, most=5, above=0.7, worth=4)
    yield from claim(print_edition, product_id, 2.83, above=0.9, worth=(1, 3))


def _price(
    print_edition: PrintEdition, product_id: str, width: Millimetre, height: Millimetre, large_print: bool
) -> Block:
    """The price at the foot: a third of the height, half of it where it would else be told in one language or none.

    Of a line to write on a good part stays free. A price is told whole or not at all.
    """
    words, is_blank = print_edition.price_words(product_id)
    if not words:
        return set_block((), width)
    size = 3.0 if is_blank else 2.83
    paragraphs = [
        Paragraph(run, "price", size, most=4, pen=is_blank, above=2 if is_blank else 0, worth=number + 1)
        for number, run in enumerate(words)
    ]
    largest = _largest(width, height, large_print)
    if is_blank:
        largest = min(largest, 0.5 * width / (width_of(words[0].text) * size * MM))
    usual = fit_block(paragraphs, width, height * 0.36, largest, SMALLEST)
    return fit_block(paragraphs, width, height * 0.5, SMALLEST, SMALLEST) if usual.left_out else usual

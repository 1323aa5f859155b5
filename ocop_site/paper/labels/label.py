"""A label: name, maker and price on the left, the code on the right with its letters under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from ocop_site.codes.qr import QUIET_ZONE, QrCode, path_data
from ocop_site.paper.geometry import Box
from ocop_site.paper.lettering import LINE, RISE, width_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Block, Paragraph, fit_block, set_block
from ocop_site.text.language import TextRun
from ocop_site.views.paper import Piece, PrintedCode, Writing

WISHED_MODULE, LARGE_PRINT_MODULE = 0.72, 0.5
"""Millimetres: what is read at a glance; what still is, where large letters need the room."""

_REFERENCE = (30.0, 34.0)
"""Width and height of the text of the smallest sheet label, which the sizes at scale 1 are made for."""


SMALLEST = 0.74
"""Scale at which the smallest letters are 5.2 points high; what does not fit at it is cut, and that is told."""


_FOOT = 6.0
"""Height of a line to write a price on, at scale 1: kept free where no price is told, so that labels look alike."""


@dataclass(frozen=True, slots=True)
class DrawnLabel:
    """A label as drawn; `module` is the width of its code's modules (mm), `is_whole` where nothing was cut."""

    piece: Piece
    module: float
    is_whole: bool


@dataclass(frozen=True, slots=True)
class CodeTarget:
    """What a code leads to: its drawing, its absolute address, and the letters under it."""

    code: QrCode
    address: str
    letters: str


def label(
    paper: PrintEdition, product_id: str, target: CodeTarget, box: Box, inset: float, large_print: bool
) -> DrawnLabel:
    inner = Box(0, 0, box.width, box.height).within(inset)
    size = _code_size(inner, target.code, large_print)
    code, letters = placed_code(target, inner.x + inner.width - size, inner.y + inner.height - code_height(size), size)
    width = inner.width - size - (0 if inner.width < 70 else 2)
    low = _price(paper, product_id, width, inner.height, large_print)
    largest = _largest(width, inner.height, large_print)
    height = inner.height - max(low.height, 0 if paper.price == "none" else _FOOT * min(largest, 1)) - 1
    block = fit_block(tuple(_texts(paper, product_id, large_print)), width, height, largest, SMALLEST)
    top, bottom = block.at(inner.x, inner.y), low.at(inner.x, inner.y + inner.height - low.height)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*top.writings, *bottom.writings, letters), codes=(code,), stars=top.stars, rules=bottom.rules,
    )  # fmt: skip
    return DrawnLabel(piece, size / target.code.side, block.is_whole and low.is_whole)


def placed_code(
    target: CodeTarget, x: float, y: float, size: float, letter: float = 0.0
) -> tuple[PrintedCode, Writing]:
    """The code with its letters in the middle under it; its quiet zone stays clear of them."""
    height = letter or _letters(size)
    middle, base = round(x + size / 2, 3), round(y + size + (RISE - 0.25) * height, 3)
    code = PrintedCode(
        round(x, 3), round(y, 3), round(size, 3), target.code.side, path_data(target.code), target.address
    )
    return code, Writing(middle, base, round(height, 3), TextRun(target.letters), "code", True, "middle")


def code_height(size: float) -> float:
    """A code with its letters."""
    return size + LINE * _letters(size)


def quiet(code: QrCode, size: float) -> float:
    """The width of its quiet zone: it may lie in a wide inset, so that the dark modules end where the words do."""
    return QUIET_ZONE * size / code.side


def _letters(size: float) -> float:
    return min(max(2.5, size * 0.115), 7.0)


def _code_size(inner: Box, code: QrCode, large_print: bool) -> float:
    """As large as the label's height lets it be, and no more than its share of the width."""
    share, module = (0.32, LARGE_PRINT_MODULE) if large_print else (0.42, WISHED_MODULE)
    wished = max(share * inner.width, min(module * code.side, 0.48 * inner.width))
    size = min(wished, inner.height)
    while code_height(size) > inner.height:
        size -= 0.1
    return size


def _largest(width: float, height: float, large_print: bool) -> float:
    """By the area there is, whatever stands on it: labels of one sheet look alike."""
    scale = sqrt(width * height / (_REFERENCE[0] * _REFERENCE[1]))
    return scale * (1.7 if large_print else 0.95)


def _texts(paper: PrintEdition, product_id: str, large_print: bool) -> Iterator[Paragraph]:
    """In large print the names have the room to themselves: who makes it is told by the page."""
    name, *others = paper.name(product_id)
    yield Paragraph(name, "name", 4.3, is_bold=True, most=6)
    for other in others:
        yield Paragraph(other, "other", 3.0, most=6, above=0.5)
    if not large_print:
        yield Paragraph(paper.maker(product_id), "maker", 2.7, most=5, above=0.9)
    if claimed := paper.claimed(product_id):
        for number, words in enumerate(paper.claim_words(claimed)):
            yield Paragraph(
                words, "stars", 2.5, most=2, above=0.7 if number == 0 else 0, stars=0 if number else claimed.stars
            )


def _price(paper: PrintEdition, product_id: str, width: float, height: float, large_print: bool) -> Block:
    """At the foot: a third of the height at most; of a line to write on a good part stays free."""
    words, is_blank = paper.price_words(product_id)
    if not words:
        return set_block((), width)
    size = 3.0 if is_blank else 2.5
    paragraphs = [Paragraph(run, "price", size, pen=is_blank, above=2 if is_blank else 0) for run in words]
    largest = _largest(width, height, large_print)
    if is_blank:
        largest = min(largest, 0.5 * width / (width_of(words[0].text) * size))
    return fit_block(paragraphs, width, height * 0.36, largest, SMALLEST)

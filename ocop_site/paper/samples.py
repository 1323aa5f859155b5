"""Samples to look at: every piece that bears a code says across it that it is none to be hung up."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ocop_site.paper.geometry import Box
from ocop_site.paper.lettering import LINE, width_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Piece, PrintView, Writing

AnyPrint = TypeVar("AnyPrint", bound=PrintView)

_SHARE = 0.92
"""How much of the room beside a code the words take, which must not lie under it."""


def as_sample(print_edition: PrintEdition, view: AnyPrint) -> AnyPrint:
    """The same sheets with the word for a sample, in each language of the paper, across whatever bears a code."""
    words = " / ".join(run.text for run in print_edition.words("print.sample"))
    leaves = tuple(
        replace(leaf, pieces=tuple(_marked(piece, words) if piece.codes else piece for piece in leaf.pieces))
        for leaf in view.leaves
    )
    return replace(view, leaves=leaves)


def _marked(piece: Piece, words: str) -> Piece:
    """As large as the largest room allows, beside the codes, above or below them, and under what is to be read."""
    box = max(_rooms(piece), key=lambda box: float(box.width) * box.height)
    size = _size(box, words)
    middle, base = box.x + box.width / 2, box.y + box.height / 2 + 0.35 * size
    writing = Writing(
        round(middle, 3), round(base, 3), round(size, 3), TextRun(words), "sample", is_bold=True, anchor="middle"
    )
    return replace(piece, writings=(writing, *piece.writings))


def _size(box: Box, words: str) -> Millimetre:
    return min(_SHARE * box.width / width_of(words, is_bold=True), _SHARE * box.height / LINE)


def _rooms(piece: Piece) -> Iterator[Box]:
    left, top = (min(getattr(code, name) for code in piece.codes) for name in "xy")
    right, bottom = (max(getattr(code, name) + code.size for code in piece.codes) for name in "xy")
    zero, width, height = 0 * MM, piece.width, piece.height
    yield Box(zero, zero, left, height)
    yield Box(right, zero, width - right, height)
    yield Box(zero, zero, width, top)
    yield Box(zero, bottom, width, height - bottom)

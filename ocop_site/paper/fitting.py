"""Paragraphs fitted into a box: as large as they may be; where there is no room for all, those of most worth."""

from collections.abc import Sequence
from dataclasses import replace

from ocop_site.paper.typesetting import Block, Paragraph, broken, set_block
from ocop_site.units import Millimetre

_STEPS = 0.96
"""From one size to the next smaller one that is tried."""


def fit_block(
    paragraphs: Sequence[Paragraph], width: Millimetre, height: Millimetre, largest: float = 1.0, smallest: float = 0.5
) -> Block:
    """The paragraphs at the largest scale at which they fit whole.

    Where none is, only those that have room at the smallest, taken in the order of their worth; lines are cut at last.
    """
    if block := _whole(paragraphs, width, height, largest, smallest):
        return block
    kept = _worthiest(paragraphs, width, height, smallest)
    left_out = tuple(dict.fromkeys(each.role for each in paragraphs if each not in kept))
    block = _whole(kept, width, height, largest, smallest) or _cut_to(kept, width, height, smallest)
    return replace(block, left_out=left_out)


def _worthiest(paragraphs: Sequence[Paragraph], width: Millimetre, height: Millimetre, scale: float) -> list[Paragraph]:
    """Of one role nothing is told in another language for which there was no room in the first."""
    kept = [each for each in paragraphs if each.worth == 0]
    missing: set[str] = set()
    for worth in sorted({each.worth for each in paragraphs} - {0}):
        roles = {each.role for each in paragraphs if each.worth == worth}
        more = [each for each in paragraphs if each in kept or each.worth == worth]
        if not roles & missing and _whole(more, width, height, scale, scale):
            kept = more
        else:
            missing |= roles
    return kept


def _whole(
    paragraphs: Sequence[Paragraph], width: Millimetre, height: Millimetre, largest: float, smallest: float
) -> Block | None:
    """The paragraphs at the largest scale at which they fit; None where they do not."""
    scale = largest
    while scale > smallest * _STEPS:
        scale = max(scale, smallest)
        block = set_block(paragraphs, width, scale)
        if block.is_whole and block.height <= height:
            return set_block(paragraphs, width, scale, balanced=True)
        scale *= _STEPS
    return None


def _cut_to(paragraphs: list[Paragraph], width: Millimetre, height: Millimetre, scale: float) -> Block:
    """The paragraphs cut line by line: in the one that has most lines, of equals the later one, in the first last."""
    is_whole = True
    while paragraphs and set_block(paragraphs, width, scale).height > height:
        lines = [len(broken(p, width, scale).lines) for p in paragraphs]
        longest = max(range(len(lines)), key=lambda i: (lines[i] > 1 and i > 0, lines[i], i))
        if lines[longest] > 1:
            paragraphs[longest] = replace(paragraphs[longest], most=lines[longest] - 1)
        else:
            paragraphs.pop()
        is_whole = False
    block = set_block(paragraphs, width, scale, balanced=True)
    return replace(block, is_whole=block.is_whole and is_whole)

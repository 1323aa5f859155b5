"""Paragraphs set below one another, never below 8 points, with lines broken by reckoned widths."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ocop_site.frozen import frozen
from ocop_site.paper.lettering import FALL, LINE, RISE, Wrapped, balance, width_of, wrap
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import PrintedSeal, Rule, Writing

LEAST_LETTERS = 2.83 * MM
"""8 points: whoever reads paper at arm's length reads these."""

SEAL, BESIDE_SEAL = 2.2, 2.6
"""The width of the seal, and where the words beside it begin, in heights of their letters."""

BALANCED = ("name", "other", "trail")
"""Roles of paragraphs whose lines are balanced."""


@frozen
class Paragraph:
    """A text to be set: in letters of `size` with the gap `above` it, both in millimetres at scale 1.

    What is longer than `most` lines is cut. The `seal` of so many stars stands before it and before those that follow
    `beside` it; a line to write on (`pen`) after the last line. `worth`: where
    there is no room for all, those of 0 have it first, then those of 1 and so on, all of one number together.
    """

    text: TextRun
    role: str
    size: float
    is_bold: bool = False
    most: int = 3
    above: float = 0.0
    seal: int = 0
    beside: bool = False
    pen: bool = False
    worth: int = 0


@frozen
class Block:
    """Paragraphs as they were set, below (0, 0). `is_whole` where no word was broken and nothing was cut.

    `left_out`: the roles of the paragraphs for which there was no room.
    """

    writings: tuple[Writing, ...]
    seals: tuple[PrintedSeal, ...]
    rules: tuple[Rule, ...]
    height: Millimetre
    is_whole: bool
    left_out: tuple[str, ...] = ()

    def at(self, x: Millimetre, y: Millimetre) -> "Block":
        """The same block with its upper left corner at `x` and `y`."""
        return replace(
            self,
            writings=tuple(replace(w, x=_round(w.x + x), y=_round(w.y + y)) for w in self.writings),
            seals=tuple(replace(s, x=_round(s.x + x), y=_round(s.y + y)) for s in self.seals),
            rules=tuple(Rule(r.x1 + x, _round(r.y1 + y), r.x2 + x, _round(r.y2 + y), r.role) for r in self.rules),
        )


def set_block(paragraphs: Iterable[Paragraph], width: Millimetre, scale: float = 1.0, balanced: bool = False) -> Block:
    """The paragraphs below one another at a scale; where `balanced`, lines of a name are about equally long."""
    writings: list[Writing] = []
    seals: list[PrintedSeal] = []
    rules: list[Rule] = []
    y, clear, is_whole = 0.0 * MM, 0.0 * MM, True
    for paragraph in paragraphs:
        size = _size(paragraph, scale)
        y = (y if paragraph.beside else max(y, clear)) + paragraph.above * scale * MM
        text = broken(paragraph, width, scale, balanced)
        is_whole = is_whole and not (text.is_broken or text.is_cut)
        if paragraph.seal:
            clear = y + SEAL * size
            seals.append(PrintedSeal(0 * MM, y, _round(SEAL * size), paragraph.seal))
        writings += _written(paragraph, text.lines, y, size)
        y += len(text.lines) * LINE * size
        if paragraph.pen:
            rules.append(_pen(paragraph, text.lines[-1], y, size, width))
    return Block(tuple(writings), tuple(seals), tuple(rules), max(y, clear), is_whole)


def broken(paragraph: Paragraph, width: Millimetre, scale: float, balanced: bool = False) -> Wrapped:
    """The lines of a paragraph at a scale, beside the seal if it has one."""
    setting = balance if balanced and paragraph.role in BALANCED else wrap
    room = width / _size(paragraph, scale) - _indent(paragraph)
    return setting(paragraph.text.text, room, paragraph.is_bold, paragraph.most)


def _size(paragraph: Paragraph, scale: float) -> Millimetre:
    return max(paragraph.size * scale * MM, LEAST_LETTERS)


def _indent(paragraph: Paragraph) -> float:
    """The room of the seal and a gap, in heights of letters."""
    return BESIDE_SEAL if paragraph.seal or paragraph.beside else 0.0


def _written(paragraph: Paragraph, lines: Sequence[str], y: Millimetre, size: Millimetre) -> Iterator[Writing]:
    for number, line in enumerate(lines):
        base = y + (RISE + number * LINE) * size
        text = replace(paragraph.text, text=line)
        yield Writing(_indent(paragraph) * size, base, _round(size), text, paragraph.role, paragraph.is_bold)


def _pen(paragraph: Paragraph, last: str, y: Millimetre, size: Millimetre, width: Millimetre) -> Rule:
    """A line to write on, from the end of the last line on, a little below it."""
    start = min((width_of(last, paragraph.is_bold) + 0.4) * size, width * 0.6)
    level = y - (LINE - RISE - FALL / 3) * size
    return Rule(start, level, width, level, "pen")


def _round(length: Millimetre) -> Millimetre:
    return round(length, 3)

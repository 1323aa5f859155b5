"""Paragraphs set into a box: as large as they fit, with lines broken by reckoned widths."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ocop_site.frozen import frozen
from ocop_site.paper.lettering import FALL, LINE, RISE, Wrapped, balance, width_of, wrap
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import PrintedStars, Rule, Writing

STAR = 1.15
"""The distance of two stars, in heights of a star."""

BALANCED = ("name", "other", "trail")
"""Roles of paragraphs whose lines are balanced."""

_STEPS = 0.96
"""From one size to the next smaller one that is tried."""


@frozen
class Paragraph:
    """A text to be set: in letters of `size` with the gap `above` it, both in millimetres at scale 1.

    What is longer than `most` lines is cut. `stars` stand before the first line, a line to write on (`pen`) after the
    last.
    """

    text: TextRun
    role: str
    size: float
    is_bold: bool = False
    most: int = 3
    above: float = 0.0
    stars: int = 0
    pen: bool = False


@frozen
class Block:
    """Paragraphs as they were set, below (0, 0). `is_whole` where no word was broken and nothing was cut."""

    writings: tuple[Writing, ...]
    stars: tuple[PrintedStars, ...]
    rules: tuple[Rule, ...]
    height: Millimetre
    is_whole: bool
    scale: float

    def at(self, x: Millimetre, y: Millimetre) -> "Block":
        """The same block with its upper left corner at `x` and `y`."""
        return replace(
            self,
            writings=tuple(replace(w, x=_round(w.x + x), y=_round(w.y + y)) for w in self.writings),
            stars=tuple(replace(s, x=_round(s.x + x), y=_round(s.y + y)) for s in self.stars),
            rules=tuple(Rule(r.x1 + x, _round(r.y1 + y), r.x2 + x, _round(r.y2 + y), r.role) for r in self.rules),
        )


def set_block(paragraphs: Iterable[Paragraph], width: Millimetre, scale: float = 1.0, balanced: bool = False) -> Block:
    """The paragraphs below one another at a scale; where `balanced`, lines of a name are about equally long."""
    writings: list[Writing] = []
    stars: list[PrintedStars] = []
    rules: list[Rule] = []
    y, is_whole = 0.0 * MM, True
    for paragraph in paragraphs:
        size = paragraph.size * scale * MM
        y += paragraph.above * scale * MM
        text = _broken(paragraph, width / size, balanced)
        is_whole = is_whole and not (text.is_broken or text.is_cut)
        if paragraph.stars:
            stars.append(PrintedStars(0 * MM, y + (RISE - 0.92) * size, size, paragraph.stars))
        writings += _written(paragraph, text.lines, y, size)
        y += len(text.lines) * LINE * size
        if paragraph.pen:
            rules.append(_pen(paragraph, text.lines[-1], y, size, width))
    return Block(tuple(writings), tuple(stars), tuple(rules), y, is_whole, scale)


def fit_block(
    paragraphs: Sequence[Paragraph], width: Millimetre, height: Millimetre, largest: float = 1.0, smallest: float = 0.5
) -> Block:
    """The paragraphs at the largest scale at which they fit whole; else at the smallest, cut until they fit."""
    scale = largest
    while scale > smallest:
        block = set_block(paragraphs, width, scale)
        if block.is_whole and block.height <= height:
            return set_block(paragraphs, width, scale, balanced=True)
        scale *= _STEPS
    return _cut_to(list(paragraphs), width, height, smallest)


def _cut_to(paragraphs: list[Paragraph], width: Millimetre, height: Millimetre, scale: float) -> Block:
    """The paragraphs cut line by line: in the one that has most lines, of equals the later one, in the first last."""
    is_whole = True
    while paragraphs and set_block(paragraphs, width, scale).height > height:
        lines = [len(_broken(p, width / (p.size * scale * MM), False).lines) for p in paragraphs]
        longest = max(range(len(lines)), key=lambda i: (lines[i] > 1 and i > 0, lines[i], i))
        if lines[longest] > 1:
            paragraphs[longest] = replace(paragraphs[longest], most=lines[longest] - 1)
        else:
            paragraphs.pop()
        is_whole = False
    block = set_block(paragraphs, width, scale, balanced=True)
    return replace(block, is_whole=block.is_whole and is_whole)


def _broken(paragraph: Paragraph, width: float, balanced: bool) -> Wrapped:
    setting = balance if balanced and paragraph.role in BALANCED else wrap
    return setting(paragraph.text.text, width, paragraph.is_bold, paragraph.most, _lead(paragraph))


def _lead(paragraph: Paragraph) -> float:
    """The room of the stars and a gap, in heights of letters."""
    return paragraph.stars * STAR + 0.35 if paragraph.stars else 0.0


def _written(paragraph: Paragraph, lines: Sequence[str], y: Millimetre, size: Millimetre) -> Iterator[Writing]:
    for number, line in enumerate(lines):
        x, base = 0.0 * MM if number else _lead(paragraph) * size, y + (RISE + number * LINE) * size
        text = replace(paragraph.text, text=line)
        yield Writing(x, base, _round(size), text, paragraph.role, paragraph.is_bold)


def _pen(paragraph: Paragraph, last: str, y: Millimetre, size: Millimetre, width: Millimetre) -> Rule:
    """A line to write on, from the end of the last line on, a little below it."""
    start = min((width_of(last, paragraph.is_bold) + 0.4) * size, width * 0.6)
    level = y - (LINE - RISE - FALL / 3) * size
    return Rule(start, level, width, level, "pen")


def _round(length: Millimetre) -> Millimetre:
    return round(length, 3)

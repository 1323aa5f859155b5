"""Where labels stand on their sheets, and where a sheet is to be cut, from its upper left corner."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ocop_site.frozen import frozen
from ocop_site.records.label_paper import LabelPaper
from ocop_site.units import MM, Millimetre

MARK, CLEAR = 3.0 * MM, 1.0 * MM
"""How long a cut mark is, and how far it stays from the labels."""

_TOUCHING = 0.1 * MM
"""Edges nearer than this are one cut."""

PaperSize = tuple[Millimetre, Millimetre]
"""Width and height."""

CutLine = tuple[Millimetre, Millimetre, Millimetre, Millimetre]
"""From x and y to x and y."""

Item = TypeVar("Item")


@frozen
class Box:
    """A rectangle on paper; `x` and `y` are its upper left corner."""

    x: Millimetre
    y: Millimetre
    width: Millimetre
    height: Millimetre

    def at_origin(self) -> "Box":
        """The box with its corner at (0, 0), as what stands in it is measured."""
        return Box(0 * MM, 0 * MM, self.width, self.height)

    def within(self, inset: Millimetre) -> "Box":
        """The box without a margin of `inset` on all four sides."""
        return Box(self.x + inset, self.y + inset, self.width - 2 * inset, self.height - 2 * inset)


def label_boxes(label_paper: LabelPaper) -> tuple[Box, ...]:
    """The boxes of all labels of a sheet, row by row."""
    (x, y), (step_x, step_y), (width, height) = label_paper.corner, label_paper.step, label_paper.label
    return tuple(
        Box(x + column * step_x, y + row * step_y, width, height)
        for row in range(label_paper.rows)
        for column in range(label_paper.columns)
    )


def on_sheets(
    label_paper: LabelPaper, items: Sequence[Item], start_at: int = 1
) -> Iterator[tuple[tuple[Box, Item], ...]]:
    """The items in their boxes, sheet by sheet; labels of the first sheet before `start_at` (from 1) are used up."""
    boxes = label_boxes(label_paper)
    free = label_paper.count - (start_at - 1)
    yield tuple(zip(boxes[start_at - 1 :], items[:free], strict=False))
    for first in range(free, len(items), label_paper.count):
        yield tuple(zip(boxes, items[first : first + label_paper.count], strict=False))


def cut_marks(label_paper: LabelPaper) -> tuple[CutLine, ...]:
    """Short lines at both ends of every cut: in the margin where there is one, else at the edge of the outer labels."""
    if label_paper.count == 1 and label_paper.label == label_paper.paper:
        return ()
    (x, y), (step_x, step_y), (width, height) = label_paper.corner, label_paper.step, label_paper.label
    right = x + (label_paper.columns - 1) * step_x + width
    bottom = y + (label_paper.rows - 1) * step_y + height
    across, down = _cuts(x, step_x, width, label_paper.columns), _cuts(y, step_y, height, label_paper.rows)
    upright = [(cut, start, cut, end) for cut in across for start, end in _ends(y, bottom, label_paper.paper[1])]
    level = [(start, cut, end, cut) for cut in down for start, end in _ends(x, right, label_paper.paper[0])]
    return tuple(line for line in (*upright, *level) if _is_on(line, label_paper.paper))


def _cuts(start: Millimetre, step: Millimetre, size: Millimetre, count: int) -> list[Millimetre]:
    edges = sorted(edge for i in range(count) for edge in (start + i * step, start + i * step + size))
    return [edge for edge, before in zip(edges, [-1.0 * MM, *edges], strict=False) if edge - before > _TOUCHING]


def _ends(first: Millimetre, last: Millimetre, paper: Millimetre) -> Iterator[tuple[Millimetre, Millimetre]]:
    for edge, outward, margin in ((first, -1, first), (last, 1, paper - last)):
        if margin > 2 * CLEAR:
            yield edge + outward * CLEAR, edge + outward * min(margin, CLEAR + MARK)
        else:
            yield edge, edge - outward * MARK


def _is_on(line: CutLine, paper: PaperSize) -> bool:
    """The paper's own edges are no cuts."""
    x, _, end_x, _ = line
    _, y, _, end_y = line
    at_side = x == end_x and not _TOUCHING < x < paper[0] - _TOUCHING
    at_top = y == end_y and not _TOUCHING < y < paper[1] - _TOUCHING
    return not (at_side or at_top)

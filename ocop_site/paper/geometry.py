"""Where labels stand on their sheets, and where the sheet is to be cut. Millimetres from the upper left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ocop_site.records.label_paper import LabelPaper

MARK, CLEAR = 3.0, 1.0
"""How long a cut mark is, and how far it stays from the labels."""

_TOUCHING = 0.1
"""Edges nearer than this are one cut."""

CutLine = tuple[float, float, float, float]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def within(self, inset: float) -> "Box":
        return Box(self.x + inset, self.y + inset, self.width - 2 * inset, self.height - 2 * inset)


def spots(stock: LabelPaper) -> tuple[Box, ...]:
    """Every label of a sheet, row by row."""
    (x, y), (step_x, step_y), (width, height) = stock.corner, stock.step, stock.label
    return tuple(
        Box(x + column * step_x, y + row * step_y, width, height)
        for row in range(stock.rows)
        for column in range(stock.columns)
    )


def on_sheets(stock: LabelPaper, items: Sequence[Item], start_at: int = 1) -> Iterator[tuple[tuple[Box, Item], ...]]:
    """The items on as many sheets as they need; the first sheet's labels before `start_at` are used up already."""
    places = spots(stock)
    free = stock.count - (start_at - 1)
    yield tuple(zip(places[start_at - 1 :], items[:free], strict=False))
    for first in range(free, len(items), stock.count):
        yield tuple(zip(places, items[first : first + stock.count], strict=False))


def cut_marks(stock: LabelPaper) -> tuple[CutLine, ...]:
    """A short line at each end of every cut: in the margin where there is one, else at the edge of the outer labels."""
    if stock.count == 1 and stock.label == stock.paper:
        return ()
    (x, y), (step_x, step_y), (width, height) = stock.corner, stock.step, stock.label
    right = x + (stock.columns - 1) * step_x + width
    bottom = y + (stock.rows - 1) * step_y + height
    across, down = _cuts(x, step_x, width, stock.columns), _cuts(y, step_y, height, stock.rows)
    upright = [(cut, start, cut, end) for cut in across for start, end in _ends(y, bottom, stock.paper[1])]
    level = [(start, cut, end, cut) for cut in down for start, end in _ends(x, right, stock.paper[0])]
    return tuple(line for line in (*upright, *level) if _is_on(line, stock.paper))


def _cuts(start: float, step: float, size: float, count: int) -> list[float]:
    edges = sorted(edge for i in range(count) for edge in (start + i * step, start + i * step + size))
    return [edge for edge, before in zip(edges, [-1.0, *edges], strict=False) if edge - before > _TOUCHING]


def _ends(first: float, last: float, paper: float) -> Iterator[tuple[float, float]]:
    for edge, outward, room in ((first, -1, first), (last, 1, paper - last)):
        if room > 2 * CLEAR:
            yield edge + outward * CLEAR, edge + outward * min(room, CLEAR + MARK)
        else:
            yield edge, edge - outward * MARK


def _is_on(line: CutLine, paper: tuple[float, float]) -> bool:
    """The paper's own edges are no cuts."""
    x, _, end_x, _ = line
    _, y, _, end_y = line
    at_side = x == end_x and not _TOUCHING < x < paper[0] - _TOUCHING
    at_top = y == end_y and not _TOUCHING < y < paper[1] - _TOUCHING
    return not (at_side or at_top)

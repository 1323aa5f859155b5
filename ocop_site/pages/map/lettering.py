"""Names as they stand on a sheet: in short lines beside a pin, or along the water."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox, box_around
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.simplify import number
from ocop_site.units import MapUnit

LETTERS, LEADING = MapUnit(26.0), MapUnit(30.0)
"""The height of letters beside a pin, 13 px on a screen of 360 px, and from one line to the next."""

LONGEST = 15
"""Letters in a line, if no word is longer."""

LETTER = 0.66
"""The width of an average letter as a part of its height, marks or none."""

CLEAR = MapUnit(7.0)
"""Between a pin and its name."""

SMALLEST = 0.78
"""In what part of their size a theme may draw pins with their names where there is more room, about a pin's middle."""

STRAIGHT = 0.955
"""A stretch of water along which a name is written is at least so straight, end to end in parts of its length."""


@frozen
class Label:
    """Where the lines of a name stand, from the middle of its pin."""

    lines: tuple[str, ...]
    x: MapUnit
    y: MapUnit
    anchor: str
    wide: MapUnit
    high: MapUnit

    def box(self, pin: Spot) -> BoundingBox[MapUnit]:
        """What it covers beside a pin, be both as large as on a telephone or smaller, as on a wide screen."""
        left = self.x - {"start": MapUnit(0), "middle": self.wide / 2, "end": self.wide}[self.anchor]
        top = self.y - LETTERS * 0.95
        right, bottom = left + self.wide, top + self.high
        left, top = (value * SMALLEST if value > 0 else value for value in (left, top))
        right, bottom = (value * SMALLEST if value < 0 else value for value in (right, bottom))
        return pin[0] + left, pin[1] + top, pin[0] + right, pin[1] + bottom


def wrapped(name: str) -> tuple[str, ...]:
    """A name in lines; what stands in brackets behind a long one is told elsewhere."""
    words = (name.partition(" (")[0] if len(name) > LONGEST else name).split()
    fewest = len(_lines(words, LONGEST))
    return next(lines for most in range(LONGEST + 1) if len(lines := _lines(words, most)) == fewest)


def _lines(words: Sequence[str], most: int) -> tuple[str, ...]:
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def labels(name: str, radius: MapUnit) -> list[Label]:
    """The ways to write a name beside a pin, the best first: below, to the right, to the left, above."""
    lines = wrapped(name)
    wide = width_of(max(lines, key=len), LETTERS)
    high = LEADING * len(lines)
    below, beside = radius + CLEAR + LETTERS * 0.85, radius + CLEAR
    middle = LETTERS * 0.85 - high / 2
    return [
        Label(lines, MapUnit(0), round(below, 1), "middle", wide, high),
        Label(lines, round(beside, 1), round(middle, 1), "start", wide, high),
        Label(lines, round(-beside, 1), round(middle, 1), "end", wide, high),
        Label(lines, MapUnit(0), round(-radius - CLEAR - high + LETTERS * 0.95, 1), "middle", wide, high),
    ]


def width_of(text: str, size: MapUnit) -> MapUnit:
    return size * LETTER * len(text)


def along(line: Sequence[Spot], aside: float, length: float) -> Iterator[tuple[Spot, Spot, Spot]]:
    """Gently bent ways of that length beside a line, read from left to right: beginning, middle and end."""
    way, far = [0.0], 0.0
    for a, b in pairwise(line):
        far += hypot(b[0] - a[0], b[1] - a[1])
        way.append(far)
    start = 0.0
    while start + length <= far:
        first, middle, last = (_at(line, way, start + part * length) for part in (0.0, 0.5, 1.0))
        if hypot(last[0] - first[0], last[1] - first[1]) >= STRAIGHT * length:
            if last[0] < first[0]:
                first, last = last, first
            for side in (-1, 1):
                yield _aside(first, middle, last, side * aside)
        start += 14


def bow(first: Spot, middle: Spot, last: Spot) -> str:
    """Path data of a bow through three spots."""
    over = [2 * middle[i] - (first[i] + last[i]) / 2 for i in (0, 1)]
    return f"M{_pair(*first)}Q{_pair(*over)} {_pair(*last)}"


def boxes_along(way: tuple[Spot, Spot, Spot], size: MapUnit) -> list[BoundingBox[MapUnit]]:
    """Boxes that cover letters of that size on such a way."""
    (x0, y0), (x1, y1), (x2, y2) = way
    found = []
    for step in range(9):
        t = step / 8
        a, b, c = (1 - t) * (1 - 2 * t), 4 * t * (1 - t), t * (2 * t - 1)
        spot = (MapUnit(a * x0 + b * x1 + c * x2), MapUnit(a * y0 + b * y1 + c * y2 - size * 0.3))
        found.append(box_around(spot, size * 0.75, size * 0.75))
    return found


def _aside(first: Spot, middle: Spot, last: Spot, aside: float) -> tuple[Spot, Spot, Spot]:
    length = hypot(last[0] - first[0], last[1] - first[1])
    across = (-(last[1] - first[1]) / length * aside, (last[0] - first[0]) / length * aside)
    moved = [(MapUnit(x + across[0]), MapUnit(y + across[1])) for x, y in (first, middle, last)]
    return moved[0], moved[1], moved[2]


def _at(line: Sequence[Spot], way: Sequence[float], far: float) -> Spot:
    i = next((i for i in range(1, len(way)) if way[i] >= far), len(way) - 1)
    part = (far - way[i - 1]) / ((way[i] - way[i - 1]) or 1.0)
    (x0, y0), (x1, y1) = line[i - 1], line[i]
    return MapUnit(x0 + (x1 - x0) * part), MapUnit(y0 + (y1 - y0) * part)


def _pair(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"

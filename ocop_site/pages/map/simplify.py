"""Outlines become path data: thinned to what can be seen, written short, never heavier than a page can bear."""

from collections.abc import Iterable, Sequence

from ocop_site.pages.boxes import apart_from_line
from ocop_site.pages.map.projection import Spot
from ocop_site.units import MapUnit

Ring = Sequence[Spot]
"""A closed line: its first spot is its last."""

FINEST = MapUnit(0.5)
"""What is nearer to the line than this is not seen to be missing."""

MOST_CHARACTERS = 72_000
"""Characters of path data; they pack to about half, so that a map's outlines stay below 40 kB as they travel."""


def thinned(groups: Sequence[Sequence[Ring]], most: int = MOST_CHARACTERS, finest: MapUnit = FINEST) -> list[str]:
    """Path data for each group of rings, all as coarse as it takes for their sum to be at most `most` characters."""
    tolerance, left = finest, groups
    while True:
        left = [[simplified(ring, tolerance) for ring in rings] for rings in left]
        paths = [path(rings) for rings in left]
        if (characters := sum(map(len, paths))) <= most:
            return paths
        tolerance *= max(1.3, characters / most)


def simplified(ring: Ring, tolerance: MapUnit) -> list[Spot]:
    """A ring by the rule of Douglas and Peucker, from its ends and the spot farthest from them; empty if too small."""
    ring = [spot for i, spot in enumerate(ring) if i == 0 or spot != ring[i - 1]]
    if len(ring) < 4:
        return []
    far = max(range(len(ring)), key=lambda i: (apart_from_line(ring[i], ring[0], ring[0]), -i))
    kept = sorted({0, far, len(ring) - 1, *_kept(ring, 0, far, tolerance), *_kept(ring, far, len(ring) - 1, tolerance)})
    spots = [ring[i] for i in kept]
    return spots if len(spots) >= 4 else []


def _kept(ring: Ring, first: int, last: int, tolerance: MapUnit) -> Iterable[int]:
    ranges = [(first, last)]
    while ranges:
        start, end = ranges.pop()
        between = range(start + 1, end)
        far = max(between, key=lambda i: (apart_from_line(ring[i], ring[start], ring[end]), -i), default=start)
        if far != start and apart_from_line(ring[far], ring[start], ring[end]) > tolerance:
            yield far
            ranges += [(start, far), (far, end)]


def path(rings: Iterable[Ring]) -> str:
    """Path data of closed rings, each step counted from the one before in tenths of a unit, so that nothing drifts."""
    return "".join(_closed(ring) for ring in rings if ring)


def dots(spots: Iterable[Spot]) -> str:
    """Path data of strokes without length, which round ends make dots."""
    return "".join(f"M{number(x)} {number(y)}h0" for x, y in spots)


def number(value: float) -> str:
    """A number to a tenth, as short as SVG allows: `12`, `.5`, `-.5`."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text.replace("-0", "0", 1)


def _closed(ring: Ring) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    x, y = tenths[0]
    steps = []
    for there in tenths[1:-1]:
        if there != (x, y):
            steps.append(_pair(there[0] - x, there[1] - y))
            x, y = there
    start = f"M{_pair(*tenths[0])}"
    return start + "l" + "".join(steps if not steps else [steps[0], *map(_spaced, steps[1:])]) + "z" if steps else ""


def _pair(x: int, y: int) -> str:
    first, second = number(x / 10), number(y / 10)
    return first + (second if second.startswith("-") else f" {second}")


def _spaced(pair: str) -> str:
    return pair if pair.startswith("-") else f" {pair}"

"""The bands of the river and the line of a trail, as drawn forms on paper: waves by a fixed rule, in millimetres."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ocop_site.paper.geometry import Box
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import PrintedShape

_WAVES = ((0.20, -0.9), (0.26, 0.8), (0.22, -0.7), (0.18, 1.0), (0.14, -0.6))
"""The width of each wave as a part of the whole, and its height as a part of the tallest."""


def bands(box: Box) -> tuple[PrintedShape, ...]:
    """Water in three bands over the lower part of a page, as seen from a landing; the last one is the bank."""
    parts = (("water", 0.0, 1), ("deep", 0.3, -1), ("bank", 0.74, 1))
    return tuple(
        _band(Box(box.x, box.y + part * box.height, box.width, box.height * (1 - part)), role, turn)
        for role, part, turn in parts
    )


def trail_line(x: Millimetre, heights: Sequence[Millimetre], reach: Millimetre) -> tuple[PrintedShape, ...]:
    """A line of water down a column through the stops, which are points on it."""
    if not heights:
        return ()
    line = "".join(_to_stop(heights, reach))
    dots = "".join(f"M{-reach:.2f} {y - heights[0]:.2f}a{reach:.2f} {reach:.2f} 0 1 0 {2 * reach:.2f} 0"
                   f"a{reach:.2f} {reach:.2f} 0 1 0 {-2 * reach:.2f} 0z" for y in heights)  # fmt: skip
    top = round(heights[0], 3)
    return PrintedShape(round(x, 3), top, line, "stream"), PrintedShape(round(x, 3), top, dots, "stops")


def _to_stop(heights: Sequence[Millimetre], reach: Millimetre) -> Iterator[str]:
    yield "M0 0"
    for number, (before, after) in enumerate(pairwise(heights)):
        way, aside = after - before, (reach if number % 2 else -reach)
        yield f"c{aside:.2f} {way * 0.35:.2f} {aside:.2f} {way * 0.65:.2f} 0 {way:.2f}"


def _band(box: Box, role: str, turn: int) -> PrintedShape:
    tall = min(box.width * 0.035, 9 * MM)
    waves = "".join(
        f"q{box.width * part / 2:.2f} {turn * lift * 2 * tall:.2f} {box.width * part:.2f} 0" for part, lift in _WAVES
    )
    path = f"M0 0{waves}V{box.height:.2f}H0z"
    return PrintedShape(round(box.x, 3), round(box.y, 3), path, role)

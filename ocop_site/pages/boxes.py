"""Upright boxes and straight lines on a drawing: what lies on what."""

from collections.abc import Iterable
from math import hypot

from ocop_site.pages.map.projection import Spot

BoundingBox = tuple[float, float, float, float]
"""Left, top, right, bottom, in units."""


def box_around(spot: Spot, wide: float, high: float) -> BoundingBox:
    """`wide` and `high` are half of its size."""
    return spot[0] - wide, spot[1] - high, spot[0] + wide, spot[1] + high


def is_free(box: BoundingBox, taken: Iterable[BoundingBox]) -> bool:
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def apart(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def apart_from_line(spot: Spot, start: Spot, end: Spot) -> float:
    """From a spot to the nearest of a straight line between two others."""
    along, across = end[0] - start[0], end[1] - start[1]
    length = along * along + across * across
    part = ((spot[0] - start[0]) * along + (spot[1] - start[1]) * across) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(spot[0] - start[0] - part * along, spot[1] - start[1] - part * across)

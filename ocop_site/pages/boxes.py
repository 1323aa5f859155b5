"""Upright boxes and straight lines on a drawing: what lies on what."""

from collections.abc import Iterable
from math import hypot
from typing import TypeVar

from ocop_site.units import ChartUnit, MapUnit

Unit = TypeVar("Unit", MapUnit, ChartUnit)

Position = tuple[Unit, Unit]
"""From the left and from the top."""

BoundingBox = tuple[Unit, Unit, Unit, Unit]
"""Left, top, right, bottom."""


def box_around(middle: Position[Unit], wide: Unit, high: Unit) -> BoundingBox[Unit]:
    """The box around a middle; `wide` and `high` are half of its size."""
    return middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high


def is_free(box: BoundingBox[Unit], taken: Iterable[BoundingBox[Unit]]) -> bool:
    """Whether a box lies on none of those that are taken; edges may touch."""
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def apart(one: Position[Unit], other: Position[Unit]) -> float:
    """The distance of two positions, in their unit."""
    return hypot(one[0] - other[0], one[1] - other[1])


def apart_from_line(position: Position[Unit], start: Position[Unit], end: Position[Unit]) -> float:
    """The distance of a position from a straight line between two others, in their unit."""
    along, across = end[0] - start[0], end[1] - start[1]
    length = along * along + across * across
    part = ((position[0] - start[0]) * along + (position[1] - start[1]) * across) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(position[0] - start[0] - part * along, position[1] - start[1] - part * across)

"""The shape of the year's wheel: pieces as if cut by hand, what lies on them, strokes of water and grains of rice.

All lengths are chart units, y grows downwards; angles are degrees clockwise from the top. Nothing is drawn by chance:
what looks uneven is so by a fixed rule, so that two builds are the same bytes.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from math import cos, radians, sin

from ocop_site.units import ChartUnit

_UNIT = ChartUnit(1)

SIZE = 360.0 * _UNIT

CENTRE = 180.0 * _UNIT

HUB, RIM = 56.0 * _UNIT, 159.0 * _UNIT
"""Where a month begins and ends, from the centre out."""

NOW_STANDS_OUT = 15.0 * _UNIT
"""How much further this month reaches."""

EDGE = 167.0 * _UNIT
"""The line around the wheel, on which feasts stand."""

NUMBERS, THINGS = 76.0 * _UNIT, 127.0 * _UNIT
"""How far from the centre the middle of a month's number is, and of what lies on it."""

WIDEST, HIGHEST = 63.0 * _UNIT, 46.0 * _UNIT
"""The largest box that never meets the one of the next month."""

GAP = 1.3 * _UNIT
"""Half of what is left free between two months."""

UNEVEN = 1.1 * _UNIT
"""How far the knife slips at most."""

Spot = tuple[ChartUnit, ChartUnit]

MONTH = 30.0


def angle_of(month: int) -> float:
    """The middle of a month."""
    return month % 12 * MONTH


def angle_of_day(day: date) -> float:
    """Where a day is on its month."""
    whole = monthrange(day.year, day.month)[1]
    return angle_of(day.month) + MONTH * ((day.day - 0.5) / whole - 0.5)


def spot(angle: float, radius: ChartUnit) -> Spot:
    turned = radians(angle)
    return round(CENTRE + radius * sin(turned), 1), round(CENTRE - radius * cos(turned), 1)


def piece(month: int, is_now: bool = False) -> str:
    """The outline of a month."""
    rim = RIM + NOW_STANDS_OUT if is_now else RIM
    return f"M{'L'.join(_written(each) for each in _outline(month, rim))}z"


def fitted(width: float, height: float) -> Spot:
    """A size of that proportion as large as a month has room for."""
    scale = min(WIDEST / width, HIGHEST / height)
    return round(width * scale, 1), round(height * scale, 1)


def waves(month: int) -> str:
    """Strokes of water over a month."""
    return "".join(_wave(angle, radius) for angle, radius in _strewn(month))


def grains(month: int) -> str:
    """Grains of rice over a month."""
    return "".join(_grain(angle, radius) for angle, radius in _strewn(month))


def _outline(month: int, rim: ChartUnit) -> Iterator[Spot]:
    middle, slip = angle_of(month), _slips(month)
    for step in range(-3, 4):
        yield _cut(middle, step / 3, rim + next(slip))
    for radius in (0.66, 0.33):
        yield _cut(middle, 1, HUB + (rim - HUB) * radius, next(slip))
    for step in (2, 0, -2):
        yield _cut(middle, step / 2, HUB + next(slip))
    for radius in (0.33, 0.66):
        yield _cut(middle, -1, HUB + (rim - HUB) * radius, next(slip))


def _cut(middle: float, side: float, radius: ChartUnit, slip: ChartUnit = 0.0 * _UNIT) -> Spot:
    """A point of an outline, at a part of the way to the side of a month; the gap is as wide further out."""
    gap = (GAP + slip / 2) / radius
    return spot(middle + side * (MONTH / 2 - gap * 180 / 3.14159), radius)


def _slips(month: int) -> Iterator[ChartUnit]:
    """How the knife slips along an outline."""
    step = 0
    while True:
        yield UNEVEN * sin(month * 12.9 + step * 78.2)
        step += 1


def _strewn(month: int) -> Iterator[tuple[float, ChartUnit]]:
    """Places on a month beside its number and around what lies on it."""
    middle, slip = angle_of(month), _slips(month)
    for aside, radius in ((-9, 151.0), (9.5, 148.0), (-10, 104.0), (10, 98.0), (-8.5, 128.0), (9, 124.0), (0, 100.0)):
        yield middle + aside + next(slip) / _UNIT, radius * _UNIT + 2 * next(slip)


def _wave(angle: float, radius: ChartUnit) -> str:
    x, y = spot(angle, radius)
    return f"M{_number(x - 7 * _UNIT)} {_number(y)}q3.5-5 7 0t7 0"


def _grain(angle: float, radius: ChartUnit) -> str:
    """A short stroke, no two beside each other in one direction."""
    x, y = spot(angle, radius)
    turned = radians(angle * 7)
    return f"M{_number(x)} {_number(y)}l{_number(5 * cos(turned) * _UNIT)} {_number(5 * sin(turned) * _UNIT)}"


def _written(place: Spot) -> str:
    return f"{_number(place[0])} {_number(place[1])}"


def _number(length: ChartUnit) -> str:
    """As SVG writes it, in tenths."""
    return f"{length:.1f}".removesuffix(".0")

"""Shapes of units as a map file has them: only to be drawn, they decide nothing."""

from ocop_site.frozen import frozen
from ocop_site.records.values.points import Point


@frozen
class Outline:
    """One unit: its code, as in `localities.yaml`, where the file has it, and its rings, holes among them."""

    file: str
    code: str
    rings: tuple[tuple[Point, ...], ...]


@frozen
class Outlines:
    """All that the map files hold; `credits` say whose work they are, and `digest` stands for the files."""

    shapes: tuple[Outline, ...] = ()
    credits: tuple[str, ...] = ()
    digest: str = ""


NO_OUTLINES = Outlines()

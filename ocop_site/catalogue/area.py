"""A box of degrees: what a province lies in, what a map shows."""

from collections.abc import Iterable
from typing import Self

from ocop_site.frozen import frozen
from ocop_site.records.localities import Bounds
from ocop_site.records.maps.outlines import Outline
from ocop_site.records.values.points import Point


@frozen
class Area:
    """A box between two latitudes and two longitudes, in degrees (WGS 84). None crosses the 180th meridian."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def within(cls, bounds: Bounds) -> Self:
        """The area between bounds."""
        return cls(float(bounds.south), float(bounds.west), float(bounds.north), float(bounds.east))

    @classmethod
    def around(cls, points: Iterable[Point]) -> Self | None:
        """The smallest area that holds all the points; None where there is none."""
        if not (found := list(points)):
            return None
        latitudes, longitudes = [point.latitude for point in found], [point.longitude for point in found]
        return cls(min(latitudes), min(longitudes), max(latitudes), max(longitudes))

    @property
    def corners(self) -> tuple[Point, Point]:
        """The south-west and the north-east corner."""
        return Point(self.south, self.west), Point(self.north, self.east)

    def clipped(self, other: "Area", margin: float) -> "Area":
        """The part that lies in another area, or around that as far as `margin` times its size."""
        high, wide = (other.north - other.south) * margin, (other.east - other.west) * margin
        return Area(
            max(self.south, other.south - high),
            max(self.west, other.west - wide),
            min(self.north, other.north + high),
            min(self.east, other.east + wide),
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the area."""
        return self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east

    def meets(self, other: "Area") -> bool:
        """Whether two areas have a point in common."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )


def area_of(shape: Outline) -> Area:
    """The area of an outline."""
    area = Area.around(point for ring in shape.rings for point in ring)
    assert area, "an outline has a ring, and a ring has points"
    return area

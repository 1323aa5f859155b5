"""A part of the Earth as a plate shows it: north at the top, as wide as the plate, as high as it needs to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians

from ocop_site.catalogue.area import Area
from ocop_site.pages.boxes import BoundingBox
from ocop_site.pages.map.projection import Spot
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit

NARROWEST = 0.09
"""Degrees: no window is narrower, some 10 km."""

FLATTEST, STEEPEST = (0.42, 0.045), (0.5, 0.075)
"""The height of a window in parts of its width, at least and at most: so much, and more for each that it holds."""

HIGHEST = 1.4
"""No window is higher than that many times its width."""


@dataclass(frozen=True)
class Window:
    """An area on a plate of that width."""

    area: Area
    width: MapUnit

    @cached_property
    def height(self) -> MapUnit:
        """The height of the plate."""
        return round((self.area.north - self.area.south) * self.scale, 1)

    @cached_property
    def scale(self) -> MapUnit:
        """The length of a degree of latitude."""
        return self.width / ((self.area.east - self.area.west) * narrowing(self.area))

    def spot(self, point: Point) -> Spot:
        """Where a point is drawn, on the plate or off it."""
        x = (point.longitude - self.area.west) * narrowing(self.area) * self.scale
        return round(x, 1), round((self.area.north - point.latitude) * self.scale, 1)

    def spots(self, points: Iterable[Point]) -> list[Spot]:
        """The same of several."""
        return [self.spot(point) for point in points]

    def frame_of(self, other: "Window") -> BoundingBox[MapUnit]:
        """The box of another window on this plate."""
        south_west, north_east = self.spots(other.area.corners)
        return south_west[0], north_east[1], north_east[0], south_west[1]


def window_around(points: Iterable[Point], width: MapUnit, margin: float, ratio: float | None = None) -> Window:
    """The window that holds all the points, with a margin in parts of its size; as high as `ratio` says, if at all."""
    held = list(points)
    area = Area.around(held)
    assert area, "a window is made around something"
    flattest, steepest = (min(HIGHEST, least + more * len(held)) for least, more in (FLATTEST, STEEPEST))
    wide = max(NARROWEST, (area.east - area.west) * narrowing(area)) * (1 + 2 * margin)
    high = max(NARROWEST * flattest, area.north - area.south) * (1 + 2 * margin)
    shape = ratio or min(steepest, max(flattest, high / wide))
    wide = max(wide, high / shape)
    return Window(_box(area, wide, wide * shape), width)


def narrowing(area: Area) -> float:
    """How long a degree of longitude is there in degrees of latitude."""
    return cos(radians((area.south + area.north) / 2))


def _box(area: Area, wide: float, high: float) -> Area:
    latitude, longitude = (area.south + area.north) / 2, (area.west + area.east) / 2
    half = wide / narrowing(area) / 2
    return Area(latitude - high / 2, longitude - half, latitude + high / 2, longitude + half)

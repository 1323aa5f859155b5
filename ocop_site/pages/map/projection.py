"""From degrees to the units of a drawing: equirectangular about the middle latitude, true enough for a province."""

from dataclasses import dataclass
from functools import cached_property
from math import cos, floor, log10, pi, radians

from ocop_site.catalogue.area import Area
from ocop_site.catalogue.unit_centres import EARTH_RADIUS
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit

KM_PER_DEGREE = EARTH_RADIUS * pi / 180
"""Kilometres a degree of latitude; of longitude the cosine of the latitude times as many."""

SMALLEST = 0.1
"""Degrees: what a map of a single place shows around it, some 11 km."""

WIDTH, TALLEST = MapUnit(720.0), MapUnit(960.0)
"""The width of every map, and the height that none exceeds."""

MARGIN = MapUnit(34.0)
"""Around what is drawn, so that a pin on its edge has room."""

Spot = tuple[MapUnit, MapUnit]
"""x from the left and y from the top, rounded to a tenth."""


@dataclass(frozen=True)
class Projection:
    """An area drawn as large as `WIDTH` and `TALLEST` allow, north at the top."""

    area: Area

    @cached_property
    def height(self) -> MapUnit:
        """The height of the map."""
        return round(self._degrees_high * self._scale + 2 * MARGIN, 1)

    @cached_property
    def units_per_km(self) -> MapUnit:
        """The length of a kilometre on the map."""
        return self._scale / KM_PER_DEGREE

    def spot(self, point: Point) -> Spot:
        """The spot where a point of the Earth is drawn."""
        x = WIDTH / 2 + (point.longitude - (self.area.west + self.area.east) / 2) * self._narrowing * self._scale
        y = self.height / 2 - (point.latitude - (self.area.south + self.area.north) / 2) * self._scale
        return round(x, 1), round(y, 1)

    @cached_property
    def _narrowing(self) -> float:
        return cos(radians((self.area.south + self.area.north) / 2))

    @cached_property
    def _degrees_wide(self) -> float:
        """The width of the area in degrees of latitude, like `_degrees_high`."""
        return max(SMALLEST, (self.area.east - self.area.west) * self._narrowing)

    @cached_property
    def _degrees_high(self) -> float:
        return max(SMALLEST, self.area.north - self.area.south)

    @cached_property
    def _scale(self) -> MapUnit:
        """The length of a degree of latitude on the map."""
        return min((WIDTH - 2 * MARGIN) / self._degrees_wide, (TALLEST - 2 * MARGIN) / self._degrees_high)


def round_length(units_per_km: MapUnit, most: MapUnit) -> int:
    """The kilometres of the longest scale bar within `most`: 1, 2 or 5 times a power of ten, 1 at least."""
    longest = max(1.0, most / units_per_km)
    power = 10 ** floor(log10(longest))
    return int(next(step * power for step in (5, 2, 1) if step * power <= longest))

"""Points, outlines and lines of the map's ground that lie elsewhere than the province."""

from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.area import Area, area_of
from ocop_site.content.shape import Shaped
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import marked
from ocop_site.records.fields import PointField
from ocop_site.records.localities import Bounds
from ocop_site.records.maps.ground import MapGround
from ocop_site.records.maps.outlines import Outlines
from ocop_site.records.values.points import Point

WARNING = Severity.WARNING


def point_problems(shaped: Shaped[Any], bounds: Bounds | None) -> Iterator[Problem]:
    """A point outside the area, perhaps because latitude and longitude changed places."""
    if bounds is None:
        return
    area = Area.within(bounds)
    for path, _, point in marked(shaped.record, PointField):
        if not area.holds(point):
            swapped = area.holds(Point(point.longitude, point.latitude))
            code = "point.swapped-inside" if swapped else "point.outside"
            yield shaped.problem(code, path, severity=WARNING)


def outline_problems(outlines: Outlines, bounds: Bounds | None) -> Iterator[Problem]:
    """Map files of somewhere else. One area that touches the province is enough: others may lie around it."""
    files = {shape.file for shape in outlines.shapes}
    here = {shape.file for shape in outlines.shapes if bounds is None or area_of(shape).meets(Area.within(bounds))}
    for file in sorted(files - here):
        yield Problem("outline.elsewhere", Location(file), severity=WARNING)


def ground_problems(shaped: Shaped[MapGround], bounds: Bounds | None) -> Iterator[Problem]:
    """Lines and areas that nobody would see."""
    ground = shaped.record
    reach = ground.bounds or bounds
    drawn = [(("rivers", i, "line"), each.line) for i, each in enumerate(ground.rivers)]
    drawn += [(("areas", i, "area"), each.area) for i, each in enumerate(ground.areas)]
    drawn += [(("roads", i, "line"), each.line) for i, each in enumerate(ground.roads)]
    drawn += [(("towns", i, "point"), (each.point,)) for i, each in enumerate(ground.towns)]
    drawn += [(("edges", i, "point"), (each.point,)) for i, each in enumerate(ground.edges)]
    for path, points in drawn:
        area = Area.around(points)
        if reach and area and not area.meets(Area.within(reach)):
            yield shaped.problem("map.elsewhere", path, severity=WARNING)

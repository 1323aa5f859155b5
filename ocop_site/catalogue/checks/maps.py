"""Points and outlines that lie elsewhere than the province."""

from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.area import Area, area_of
from ocop_site.content.shape import Shaped
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import marked
from ocop_site.records.fields import PointField
from ocop_site.records.localities import Bounds
from ocop_site.records.outlines import Outlines
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

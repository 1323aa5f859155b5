"""The ground of a plate: what `map.yaml` tells, as far as the plate's window reaches."""

from collections.abc import Iterable, Iterator, Sequence

from ocop_site.frozen import frozen
from ocop_site.pages.map.brush import (
    band,
    closed,
    curved,
    inked,
    inked_area,
    opened,
    seen,
    waves,
    waves_within,
    widths_along,
)
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.window import Window
from ocop_site.records.maps.ground import Expanse, MapGround, River, Road
from ocop_site.views import Ground


@frozen
class Stream:
    """A stretch of a river on a plate, with its widths."""

    river: River
    line: Sequence[Spot]
    widths: Sequence[float]


def streams(ground: MapGround, window: Window, broad: float) -> list[Stream]:
    """The stretches of all rivers on a plate, `broad` times as broad as the whole map has them."""
    return [stream for river in ground.rivers for stream in _stretches(river, window, broad)]


def ground_of(ground: MapGround, window: Window, broad: float = 1.0) -> Ground:
    """All of the ground on a plate."""
    found = streams(ground, window, broad)
    water = list(areas_of(ground, window, "water"))
    return Ground(
        water="".join(map(closed, water)) + "".join(band(each.line, each.widths) for each in found),
        ink="".join(map(inked_area, water)) + "".join(inked(each.line, each.widths) for each in found),
        waves="".join(waves_within(ring, window.width, window.height) for ring in water)
        + "".join(waves(each.line, each.widths) for each in found),
        reeds=_covered(ground, window, "reeds"),
        forest=_covered(ground, window, "forest"),
        fields=_covered(ground, window, "fields"),
        roads="".join(opened(line) for _, line in roads_of(ground, window)),
    )


def areas_of(ground: MapGround, window: Window, kind: str) -> Iterator[list[Spot]]:
    """The areas of a kind that meet a plate, with soft edges."""
    yield from (ring for _, ring in _areas(ground.areas, window, kind))


def named_areas(ground: MapGround, window: Window) -> Iterator[tuple[Expanse, list[Spot]]]:
    """Those that have a name."""
    yield from (found for found in _areas(ground.areas, window) if found[0].name)


def roads_of(ground: MapGround, window: Window) -> Iterator[tuple[Road, Sequence[Spot]]]:
    """The stretches of all roads on a plate."""
    for road in ground.roads:
        line = curved(window.spots(road.line))
        yield from ((road, stretch) for stretch, _ in seen(line, [0.0] * len(line), window.width, window.height))


def _stretches(river: River, window: Window, broad: float) -> Iterator[Stream]:
    line = curved(window.spots(river.line))
    widths = [width * broad for width in widths_along(line, *river.width)]
    for stretch, breadth in seen(line, widths, window.width, window.height):
        yield Stream(river, stretch, breadth)


def _areas(areas: Iterable[Expanse], window: Window, kind: str = "") -> Iterator[tuple[Expanse, list[Spot]]]:
    for area in areas:
        ring = curved(window.spots(area.area), is_closed=True)
        if (not kind or area.kind == kind) and _meets(ring, window):
            yield area, ring


def _meets(ring: Sequence[Spot], window: Window) -> bool:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs) < window.width and max(xs) > 0 and min(ys) < window.height and max(ys) > 0


def _covered(ground: MapGround, window: Window, kind: str) -> str:
    return "".join(map(closed, areas_of(ground, window, kind)))

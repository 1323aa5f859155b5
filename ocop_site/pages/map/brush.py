"""Water as a block print has it: bands of one colour, an uneven contour away from the light, a few waves."""

from collections.abc import Iterable, Iterator, Sequence
from math import hypot, sin

from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.simplify import number
from ocop_site.units import MapUnit

Line = Sequence[Spot]
Widths = Sequence[float]

STEPS = 3
"""Parts that each way between two points is curved in."""

AWAY = (0.6, 0.8)
"""The light comes from the upper left, so that ink lies at the lower right."""

THICKEST, THINNEST = 4.2, 0.8
"""Of the contour."""

HALF_WAVE = MapUnit(8)
OVER = MapUnit(60)
"""So far beyond the edge of a plate water is still drawn, since it is broad."""

WAVED, APART = 15.0, 62.0
"""A band narrower than this has no waves; so far are they from one another."""


def curved(line: Line, is_closed: bool = False) -> list[Spot]:
    """A soft line through the same spots (Catmull and Rom)."""
    if len(line) < 3:
        return list(line)
    before, after = (line[-1], (line[0], line[1])) if is_closed else (line[0], (line[-1],))
    spots = [before, *line, *after]
    found = [_between(spots[i - 1 : i + 3], step / STEPS) for i in range(1, len(spots) - 2) for step in range(STEPS)]
    return found if is_closed else [*found, line[-1]]


def widths_along(line: Line, first: float, last: float) -> list[float]:
    """The width at each spot of a band."""
    most = max(1, len(line) - 1)
    return [first + (last - first) * i / most for i in range(len(line))]


def seen(line: Line, widths: Widths, width: MapUnit, height: MapUnit) -> Iterator[tuple[Line, Widths]]:
    """The stretches of a line that lie on a plate, or reach just over its edge."""
    is_in = [-OVER <= x <= width + OVER and -OVER <= y <= height + OVER for x, y in line]
    start = None
    for i in range(len(line) + 1):
        here = i < len(line) and any(is_in[max(0, i - 1) : i + 2])
        if here and start is None:
            start = i
        elif not here and start is not None:
            if i - start > 1:
                yield line[start:i], widths[start:i]
            start = None


def band(line: Line, widths: Widths) -> str:
    """Path data of a line as broad as it is."""
    normals = list(_normals(line))
    right = [_moved(spot, n, w / 2) for spot, n, w in zip(line, normals, widths, strict=True)]
    left = [_moved(spot, n, -w / 2) for spot, n, w in zip(line, normals, widths, strict=True)]
    return closed([*right, *reversed(left)])


def inked(line: Line, widths: Widths) -> str:
    """Path data of the contour of a band, on whichever side lies away from the light."""
    normals = list(_normals(line))
    path, heavy = "", min(1.0, 0.4 + max(widths) / 40)
    for side in (1, -1):
        edge = [_moved(spot, n, side * w / 2) for spot, n, w in zip(line, normals, widths, strict=True)]
        path += _contour(edge, [(side * x, side * y) for x, y in normals], heavy)
    return path


def inked_area(ring: Line) -> str:
    """The same of an area, whichever way round it was drawn."""
    turn = 1 if _signed_area(ring) > 0 else -1
    line = [*ring, ring[0]]
    return _contour(line, [(turn * x, turn * y) for x, y in _normals(line)])


def waves(line: Line, widths: Widths) -> str:
    """Path data of short strokes on a broad band, now left and now right of its middle."""
    path, way, side = "", APART / 2, 1
    normals = list(_normals(line))
    for i in range(1, len(line)):
        way += hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1])
        if way >= APART and widths[i] >= WAVED:
            x, y = _moved(line[i], normals[i], side * widths[i] * 0.17)
            path += wave(x - HALF_WAVE, y)
            way, side = 0.0, -side
    return path


def wave(x: MapUnit, y: MapUnit) -> str:
    """One stroke that swells and sinks."""
    return f"M{number(x)} {number(y)}q4-4 8 0t8 0"


def waves_within(ring: Line, width: MapUnit, height: MapUnit) -> str:
    """Strokes here and there on a sheet of water."""
    rows = range(14, int(height), 30)
    spots = ((MapUnit(x + 17 * (row % 3)), MapUnit(y)) for row, y in enumerate(rows) for x in range(12, int(width), 58))
    return "".join(wave(x, y) for x, y in spots if is_within((x + HALF_WAVE, y), ring))


def closed(ring: Iterable[Spot]) -> str:
    """Path data of a closed line."""
    path = opened(ring)
    return path + "z" if path else ""


def opened(line: Iterable[Spot]) -> str:
    """Path data of a line, each step from the one before in tenths, so that nothing drifts."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in line]
    if len(tenths) < 2:
        return ""
    text, (x, y) = f"M{number(tenths[0][0] / 10)} {number(tenths[0][1] / 10)}l", tenths[0]
    steps = []
    for there in tenths[1:]:
        if there != (x, y):
            steps.append(f"{number((there[0] - x) / 10)} {number((there[1] - y) / 10)}")
            x, y = there
    return text + " ".join(steps).replace(" -", "-") if steps else ""


def is_within(spot: Spot, ring: Line) -> bool:
    """Whether a spot lies in an area: a ray from it crosses the edge an odd number of times."""
    x, y = spot
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _contour(edge: Line, normals: Sequence[tuple[float, float]], heavy: float = 1.0) -> str:
    """Slivers along an edge, as thick as it looks away from the light, never quite even."""
    thick = [
        max(0.0, n[0] * AWAY[0] + n[1] * AWAY[1]) * heavy * THICKEST * (0.78 + 0.22 * sin(i * 1.9))
        for i, n in enumerate(normals)
    ]
    path, start = "", None
    for i in range(len(edge) + 1):
        is_thick = i < len(edge) and thick[i] >= THINNEST
        if is_thick and start is None:
            start = i
        elif not is_thick and start is not None:
            inner = edge[start:i]
            outer = [_moved(edge[j], normals[j], thick[j]) for j in range(start, i)]
            path += closed([*inner, *reversed(outer)]) if len(inner) > 1 else ""
            start = None
    return path


def _normals(line: Line) -> Iterator[tuple[float, float]]:
    """The way across at each spot, to the right of the way along."""
    for i in range(len(line)):
        (x1, y1), (x2, y2) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        length = hypot(x2 - x1, y2 - y1) or 1.0
        yield -(y2 - y1) / length, (x2 - x1) / length


def _moved(spot: Spot, normal: tuple[float, float], way: float) -> Spot:
    return MapUnit(spot[0] + normal[0] * way), MapUnit(spot[1] + normal[1] * way)


def _signed_area(ring: Line) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return -sum(float(x1) * float(y2) - float(x2) * float(y1) for (x1, y1), (x2, y2) in pairs)


def _between(spots: Line, part: float) -> Spot:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = spots
    return _soft(x0, x1, x2, x3, part), _soft(y0, y1, y2, y3, part)


def _soft(a: MapUnit, b: MapUnit, c: MapUnit, d: MapUnit, t: float) -> MapUnit:
    return MapUnit(
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
    )

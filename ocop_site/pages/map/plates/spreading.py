"""How pins are spread over a sheet: on one plate, crowds in windows of their own, what is too near still in groups."""

from collections.abc import Collection, Sequence
from itertools import chain, product

from ocop_site.frozen import frozen
from ocop_site.pages.map.plates.gathering import Members, crowds
from ocop_site.pages.map.plates.plate import GAP, LETTER, Boxes, Marker, Names, PlateToFill, Spread, Taken
from ocop_site.pages.map.window import Window, window_around
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit

THICK, LOOSE, ONLY = (
    (45.0, 60.0, 80.0, 110.0, 150.0),
    (100.0, 110.0, 150.0, 60.0, 45.0),
    (80.0, 110.0, 150.0, 60.0, 45.0),
)
"""How near pins are that make a crowd, the best way to tell first: where many are left, few, for the only window."""

WIDEST = 0.62
"""A crowd wider than this part of the first plate gains little from a window."""

FEW = 12
"""So many pins on the first plate that the windows they need may each show more of the country."""

STRAYS = MapUnit(110.0), MapUnit(150.0), MapUnit(270.0)
"""How far a pin may stand from its spot: as a rule, before a further window is opened, and before pins are grouped."""

MARGIN = 0.2
"""Around what a window shows, in parts of its size."""


@frozen
class Windows:
    """How many windows there may be below the first plate; their height to their width, where that is fixed.

    `farthest`: so far a pin may stand from its spot before pins are grouped. `gap`: between things on a plate.
    """

    most: int
    ratio: float | None = None
    farthest: MapUnit = STRAYS[-1]
    gap: MapUnit = GAP


def spread_over(
    window: Window, markers: Sequence[Marker], names: Names, instruments: Boxes, allowed: Windows
) -> list[Spread]:
    """The first plate, then its windows."""
    main, windows = list(range(len(markers))), list[tuple[Window, list[int]]]()
    while True:
        frames = tuple(window.frame_of(each) for each, _ in windows)
        plate = PlateToFill(window, markers, names, Taken(instruments, frames, allowed.gap))
        first, lost = plate.freely([(i,) for i in main], STRAYS[:2] if windows else STRAYS[:1])
        crowd = _crowd(plate, main, lost, allowed) if lost and len(windows) < allowed.most else None
        if not crowd:
            break
        larger = window_around((markers[i].point for i in crowd), window.width, MARGIN, allowed.ratio)
        held = [i for i in main if i in crowd or larger.area.holds(markers[i].point)]
        windows.append((larger, held))
        main = [i for i in main if i not in held]
    strays = [min(each, allowed.farthest) for each in STRAYS]
    within = Taken((LETTER,), (), allowed.gap)
    below = [PlateToFill(each, markers, names, within).gathered(held, strays)[0] for each, held in windows]
    return [plate.gathered(main, strays)[0] if lost else first, *below]


def spread_on(
    window: Window, markers: Sequence[Marker], names: Names, instruments: Boxes = (), gap: MapUnit = GAP
) -> Spread:
    """All on one plate, in groups if need be."""
    plate = PlateToFill(window, markers, names, Taken(instruments, (), gap))
    return plate.gathered(range(len(markers)), STRAYS)[0]


def _crowd(
    plate: PlateToFill, main: Sequence[int], lost: Sequence[Members], allowed: Windows
) -> Collection[int] | None:
    """The crowd that most of those without room are part of, if a window of its own would help."""
    points = {i: plate.markers[i].point for i in main}
    spots, without_room = [plate.window.spot(point) for point in points.values()], set(chain(*lost))
    for fewest, near in product((3, 2), _near(len(main), allowed)):
        found = [[main[i] for i in crowd] for crowd in crowds(spots, near)]
        crowd = max(found, key=lambda crowd: len(without_room.intersection(crowd)))
        if len(crowd) >= fewest and _is_narrow(plate.window, [points[i] for i in crowd]):
            return frozenset(crowd)
    return None


def _near(left: int, allowed: Windows) -> Sequence[float]:
    if allowed.most == 1:
        return ONLY
    return LOOSE if left <= FEW else THICK


def _is_narrow(window: Window, points: Sequence[Point]) -> bool:
    box = window.frame_of(window_around(points, window.width, MARGIN))
    return box[2] - box[0] <= WIDEST * window.width

"""How pins are spread over a sheet: on one plate, crowds in windows of their own, what is too near still in groups."""

from collections.abc import Callable, Sequence
from itertools import chain, product

from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox, box_around
from ocop_site.pages.map.gathering import Members, crowds, gathered
from ocop_site.pages.map.pin_placement import PinsToPlace, PlacedPin
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.window import Window, window_around
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit
from ocop_site.views import GroundName

RADIUS = MapUnit(46.0)
"""Of a pin: 46 px across on a screen of 360 px, of which the sheet is as wide."""

THICK, LOOSE, ONLY = (
    (45.0, 60.0, 80.0, 110.0, 150.0),
    (100.0, 110.0, 150.0, 60.0, 45.0),
    (80.0, 110.0, 150.0, 60.0, 45.0),
)
"""How near pins are that make a crowd, the best way to tell first: where many are left, few, for the only window."""

FIRST_NEAR, FARTHER = 20.0, 1.35
"""How near pins are that are grouped first where there is no room; by how much more if that does not help."""

ALONE = -1.0
"""Nearer than anything is to itself."""

WIDEST = 0.62
"""A crowd wider than this part of the first plate gains little from a window."""

MOST_PINS, FEW = 18, 12
"""On a plate; and so many that the windows they need may each show more of the country."""

STRAYS = MapUnit(110.0), MapUnit(150.0), MapUnit(270.0)
"""How far a pin may stand from its spot: as a rule, before a further window is opened, and before pins are grouped."""

LETTER = (MapUnit(8), MapUnit(8), MapUnit(58), MapUnit(58))
"""The box of the letter of a window."""

GAP = MapUnit(10.0)
"""Between things on a plate: 5 px on a screen of 360 px, so that none seems to touch another."""

MARGIN = 0.2
"""Around what a window shows, in parts of its size."""

Boxes = Sequence[BoundingBox[MapUnit]]
Names = Callable[[Window, Boxes, Boxes], tuple[Sequence[GroundName], Boxes]]
"""The names that come first on a plate and what they cover, given what is taken and where pins would like to be."""


@frozen
class Windows:
    """How many windows there may be below the first plate; their height to their width, where that is fixed.

    `farthest`: so far a pin may stand from its spot before pins are grouped. `gap`: between things on a plate.
    """

    most: int
    ratio: float | None = None
    farthest: MapUnit = STRAYS[-1]
    gap: MapUnit = GAP


@frozen
class Marker:
    """What a pin is of; `weight` decides after which one a group is called."""

    point: Point
    name: str
    weight: int


@frozen
class PinGroup:
    """Those that share a pin, as numbers of markers; the first one names it."""

    members: Members
    pin: PlacedPin


@frozen
class Taken:
    """Where other things stand on a plate: instruments, and the frames of windows, through which names may run."""

    instruments: Boxes
    frames: Boxes = ()
    gap: MapUnit = GAP

    @property
    def for_pins(self) -> Boxes:
        """Where no pin may be."""
        return *self.instruments, *self.frames

    @property
    def for_names(self) -> Boxes:
        """Where no name may be."""
        return *self.instruments, *(edge for frame in self.frames for edge in _edges(*frame))


@frozen
class Spread:
    """A plate's window with its pins and its first names; `taken` is where nothing else may be."""

    window: Window
    groups: tuple[PinGroup, ...] = ()
    names: Sequence[GroundName] = ()
    taken: Boxes = ()


def spread_over(
    window: Window, markers: Sequence[Marker], names: Names, instruments: Boxes, allowed: Windows
) -> list[Spread]:
    """The first plate, then its windows."""
    main, windows = list(range(len(markers))), list[tuple[Window, list[int]]]()
    while True:
        taken = Taken(instruments, tuple(window.frame_of(each) for each, _ in windows), allowed.gap)
        first = _freely(window, markers, [(i,) for i in main], names, taken, STRAYS[:2] if windows else STRAYS[:1])
        is_full = len(windows) == allowed.most
        crowd = (
            _crowd(window, markers, main, first, _near(len(main), allowed)) if _lost(first) and not is_full else None
        )
        if not crowd:
            break
        larger = window_around((markers[i].point for i in crowd), window.width, MARGIN, allowed.ratio)
        held = [i for i in main if i in crowd or larger.area.holds(markers[i].point)]
        windows.append((larger, held))
        main = [i for i in main if i not in held]
    strays = [min(each, allowed.farthest) for each in STRAYS]
    done = first if not _lost(first) else _gathered(window, markers, main, names, taken, strays)
    in_window = Taken((LETTER,), (), allowed.gap)
    return [done[0], *(_gathered(each, markers, held, names, in_window, strays)[0] for each, held in windows)]


def spread_on(
    window: Window, markers: Sequence[Marker], names: Names, instruments: Boxes = (), gap: MapUnit = GAP
) -> Spread:
    """All on one plate, in groups if need be."""
    return _gathered(window, markers, range(len(markers)), names, Taken(instruments, (), gap), STRAYS)[0]


Tried = tuple[Spread, tuple[Members, ...]]
"""A plate, and the groups that found no room on it."""


def _try(
    window: Window, markers: Sequence[Marker], groups: Sequence[Members], names: Names, taken: Taken, stray: MapUnit
) -> Tried:
    if len(groups) > MOST_PINS:
        return Spread(window), tuple(groups)
    spots = [window.spot(markers[group[0]].point) for group in groups]
    wanted = [box_around(spot, RADIUS, RADIUS) for spot in spots]
    written, covered = names(window, taken.for_names, wanted)
    size: Spot = (window.width, window.height)
    called = [markers[group[0]].name for group in groups]
    pins = PinsToPlace(spots, called, RADIUS, size, [*taken.for_pins, *covered], stray, taken.gap).placed()
    done = tuple(PinGroup(group, pin) for group, pin in zip(groups, pins, strict=True) if pin)
    lost = tuple(group for group, pin in zip(groups, pins, strict=True) if not pin)
    boxes = (box for group in done for box in group.pin.boxes(RADIUS))
    return Spread(window, done, written, (*taken.for_names, *covered, *boxes)), lost


def _freely(
    window: Window,
    markers: Sequence[Marker],
    groups: Sequence[Members],
    names: Names,
    taken: Taken,
    strays: Sequence[MapUnit],
) -> Tried:
    """The plate with its pins as near to their spots as they can all be."""
    for stray in strays:
        tried = _try(window, markers, groups, names, taken, stray)
        if not _lost(tried):
            break
    return tried


def _edges(left: MapUnit, top: MapUnit, right: MapUnit, bottom: MapUnit) -> Boxes:
    """The sides of a frame, and its letter."""
    thin = MapUnit(3)
    return (
        (left - thin, top, left + thin, bottom),
        (right - thin, top, right + thin, bottom),
        (left, top - thin, right, top + thin),
        (left, bottom - thin, right, bottom + thin),
        (left, top, left + LETTER[2], top + LETTER[3]),
    )


def _lost(tried: Tried) -> tuple[Members, ...]:
    return tried[1]


def _gathered(
    window: Window,
    markers: Sequence[Marker],
    held: Sequence[int],
    names: Names,
    taken: Taken,
    strays: Sequence[MapUnit],
) -> Tried:
    """The plate with as few groups as it takes for all to find room."""
    spots = [window.spot(markers[i].point) for i in held]
    weights, near = [markers[i].weight for i in held], ALONE
    while True:
        groups = [tuple(held[i] for i in group) for group in gathered(spots, weights, near)]
        tried = _freely(window, markers, groups, names, taken, strays)
        if not _lost(tried) or len(groups) <= 1:
            return tried
        near = max(near * FARTHER, FIRST_NEAR)


def _crowd(
    window: Window, markers: Sequence[Marker], main: Sequence[int], tried: Tried, nears: Sequence[float]
) -> frozenset[int] | None:
    """The crowd that most of those without room are part of, if a window of its own would help."""
    spots, lost = [window.spot(markers[i].point) for i in main], set(chain(*_lost(tried)))
    for fewest, near in product((3, 2), nears):
        found = [[main[i] for i in crowd] for crowd in crowds(spots, near)]
        crowd = max(found, key=lambda crowd: len(lost.intersection(crowd)))
        if len(crowd) >= fewest and _is_narrow(window, [markers[i].point for i in crowd]):
            return frozenset(crowd)
    return None


def _near(left: int, allowed: Windows) -> Sequence[float]:
    if allowed.most == 1:
        return ONLY
    return LOOSE if left <= FEW else THICK


def _is_narrow(window: Window, points: Sequence[Point]) -> bool:
    box = window.frame_of(window_around(points, window.width, MARGIN))
    return box[2] - box[0] <= WIDEST * window.width

"""One plate of the map being filled: pins near their spots, each with its name, those without room in groups."""

from collections.abc import Callable, Sequence

from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox, box_around
from ocop_site.pages.map.plates.gathering import Members, gathered
from ocop_site.pages.map.plates.pin_placement import PinsToPlace, PlacedPin
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.window import Window
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit
from ocop_site.views import GroundName

RADIUS = MapUnit(46.0)
"""Of a pin: 46 px across on a screen of 360 px, of which the sheet is as wide."""

FIRST_NEAR, FARTHER = 20.0, 1.35
"""How near pins are that are grouped first where there is no room; by how much more if that does not help."""

ALONE = -1.0
"""Nearer than anything is to itself."""

MOST_PINS = 18
"""On a plate."""

LETTER = (MapUnit(8), MapUnit(8), MapUnit(58), MapUnit(58))
"""The box of the letter of a window."""

GAP = MapUnit(10.0)
"""Between things on a plate: 5 px on a screen of 360 px, so that none seems to touch another."""

Boxes = Sequence[BoundingBox[MapUnit]]
Names = Callable[[Window, Boxes, Boxes], tuple[Sequence[GroundName], Boxes]]
"""The names that come first on a plate and what they cover, given what is taken and where pins would like to be."""


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


Tried = tuple[Spread, tuple[Members, ...]]
"""A plate, and the groups that found no room on it."""


@frozen
class PlateToFill:
    """What a plate shows of the country, all markers there are, and what stands on it before any pin does."""

    window: Window
    markers: Sequence[Marker]
    names: Names
    taken: Taken

    def gathered(self, held: Sequence[int], strays: Sequence[MapUnit]) -> Tried:
        """With as few groups as it takes for all to find room."""
        spots = [self.window.spot(self.markers[i].point) for i in held]
        weights, near = [self.markers[i].weight for i in held], ALONE
        while True:
            groups = [tuple(held[i] for i in group) for group in gathered(spots, weights, near)]
            tried = self.freely(groups, strays)
            if not tried[1] or len(groups) <= 1:
                return tried
            near = max(near * FARTHER, FIRST_NEAR)

    def freely(self, groups: Sequence[Members], strays: Sequence[MapUnit]) -> Tried:
        """With these groups, as near to their spots as they can all be."""
        for stray in strays:
            tried = self._try(groups, stray)
            if not tried[1]:
                break
        return tried

    def _try(self, groups: Sequence[Members], stray: MapUnit) -> Tried:
        if len(groups) > MOST_PINS:
            return Spread(self.window), tuple(groups)
        spots = [self.window.spot(self.markers[group[0]].point) for group in groups]
        wanted = [box_around(spot, RADIUS, RADIUS) for spot in spots]
        written, covered = self.names(self.window, self.taken.for_names, wanted)
        pins = self._placed(groups, spots, covered, stray)
        done = tuple(PinGroup(group, pin) for group, pin in zip(groups, pins, strict=True) if pin)
        lost = tuple(group for group, pin in zip(groups, pins, strict=True) if not pin)
        boxes = (box for group in done for box in group.pin.boxes(RADIUS))
        return Spread(self.window, done, written, (*self.taken.for_names, *covered, *boxes)), lost

    def _placed(
        self, groups: Sequence[Members], spots: Sequence[Spot], covered: Boxes, stray: MapUnit
    ) -> Sequence[PlacedPin | None]:
        size: Spot = (self.window.width, self.window.height)
        called = [self.markers[group[0]].name for group in groups]
        taken = [*self.taken.for_pins, *covered]
        return PinsToPlace(spots, called, RADIUS, size, taken, stray, self.taken.gap).placed()


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

"""Pins with their names find room on a plate: none lies on another, no name on a pin or a name, each near its spot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, inf, pi, sin

from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox, apart, apart_from_line, box_around
from ocop_site.pages.map.lettering import Label, labels
from ocop_site.pages.map.projection import Spot
from ocop_site.units import MapUnit

Boxes = Sequence[BoundingBox[MapUnit]]

TURNS, SWEEPS = 16, 2
"""Directions tried on each ring around a spot; how often all pins look again, now that they know of the others."""

ASIDE, HIDING, CROSSING, LONG = 9.0, 40.0, 60.0, 80.0
"""What a pin would rather go than have its name in the next best place, hide another's spot, cross another's way.

A way of the length of the last one counts twice.
"""

HOPELESS, MOST_ORDERS = 4, 12
"""Where no more than so many find no room, the same order is tried with them first; so many orders at most."""


@frozen
class PlacedPin:
    """Where a pin stands, where its name, and the spot that it means."""

    place: Spot
    spot: Spot
    label: Label

    def boxes(self, radius: MapUnit) -> tuple[BoundingBox[MapUnit], BoundingBox[MapUnit]]:
        """What the pin covers, and what its name."""
        return box_around(self.place, radius, radius), self.label.box(self.place)


Placing = list[PlacedPin | None]


@dataclass(frozen=True)
class PinsToPlace:
    """The spots and names of pins, on a plate of that size where nothing is `taken`, `farthest` from their spots.

    Pins and names are a `gap` apart from all that is not their own.
    """

    spots: Sequence[Spot]
    names: Sequence[str]
    radius: MapUnit
    size: Spot
    taken: Boxes
    farthest: MapUnit
    gap: MapUnit

    def placed(self) -> Placing:
        """The place of each, None where it would have to go too far: the best of several orders to choose in."""
        best: Placing = [None] * len(self.spots)
        least = (len(self.spots) + 1, inf)
        orders = list(self._orders())
        for order in orders:
            found = self._in_order(order)
            lost = [i for i in order if found[i] is None]
            if (few := (len(lost), self._total(found))) < least:
                best, least = found, few
            if least == (0, 0.0) or len(orders) > MOST_ORDERS:
                break
            if 0 < len(lost) <= HOPELESS:
                orders.append([*lost, *(i for i in order if i not in lost)])
        return best

    def _orders(self) -> Iterator[list[int]]:
        """Those in the thick of it first, or last; or from one side to the other."""
        alone = {i: self._room(i) for i in range(len(self.spots))}
        yield sorted(alone, key=lambda i: (alone[i], i))
        yield sorted(alone, key=lambda i: (-alone[i], i))
        for axis in (0, 1):
            for way in (1, -1):
                yield sorted(alone, key=lambda i: (way * self.spots[i][axis], i))

    def _in_order(self, order: Sequence[int]) -> Placing:
        found: Placing = [None] * len(self.spots)
        for index in list(order) * (1 + SWEEPS):
            ways = [each for i, each in enumerate(found) if each and i != index]
            found[index] = self._best(index, ways) or found[index]
        return found

    def _best(self, index: int, ways: Sequence[PlacedPin]) -> PlacedPin | None:
        spot, best, least = self.spots[index], None, inf
        covered = [*self._never, *(self._wider(box) for each in ways for box in each.boxes(self.radius))]
        for way, place in self._around(spot):
            if way >= least:
                break
            if not self._fits(box_around(place, self.radius, self.radius), covered):
                continue
            cost = way + self._of_place(index, place, ways)
            for rank, label in enumerate(self._labels[index]):
                if cost + rank * ASIDE < least and self._fits(label.box(place), covered):
                    pin = PlacedPin(place, spot, label)
                    total = cost + rank * ASIDE + self._of_name(index, pin, ways)
                    best, least = (pin, total) if total < least else (best, least)
        return best

    def _total(self, found: Placing) -> float:
        """What all of it costs."""
        total = 0.0
        for index, pin in enumerate(found):
            if pin:
                ways = [each for each in found if each and each is not pin]
                total += _weighed(apart(pin.place, pin.spot)) + self._of_place(index, pin.place, ways)
                total += self._of_name(index, pin, ways) + ASIDE * self._labels[index].index(pin.label)
        return total

    def _of_place(self, index: int, place: Spot, ways: Sequence[PlacedPin]) -> float:
        spot, radius = self.spots[index], self.radius
        cost = HIDING * sum(apart(place, other) < radius for other in self.spots if other != spot)
        cost += CROSSING * sum(apart_from_line(place, each.spot, each.place) < radius for each in ways)
        if place == spot:
            return cost
        boxes = [each.label.box(each.place) for each in ways]
        cost += CROSSING * sum(apart_from_line(each.place, spot, place) < radius for each in ways)
        return cost + CROSSING * sum(_runs_through(box, spot, place) for box in boxes)

    def _of_name(self, index: int, pin: PlacedPin, ways: Sequence[PlacedPin]) -> float:
        box, spot = pin.label.box(pin.place), self.spots[index]
        hidden = sum(_holds(box, other) for other in self.spots if other != spot or pin.place != spot)
        return HIDING * hidden + CROSSING * sum(_runs_through(box, each.spot, each.place) for each in ways)

    def _fits(self, box: BoundingBox[MapUnit], covered: Boxes) -> bool:
        left, top, right, bottom = box
        if left < self.gap or top < self.gap or right > self.size[0] - self.gap or bottom > self.size[1] - self.gap:
            return False
        for other in covered:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return False
        return True

    def _around(self, spot: Spot) -> Iterator[tuple[float, Spot]]:
        yield 0.0, spot
        for ring in range(1, int(self.farthest / (self.radius / 3)) + 1):
            way = ring * self.radius / 3
            for turn in range(TURNS):
                angle = 2 * pi * turn / TURNS + ring * pi / TURNS
                yield _weighed(way), (round(spot[0] + way * cos(angle), 1), round(spot[1] + way * sin(angle), 1))

    def _room(self, index: int) -> float:
        here = self.spots[index]
        return min((apart(here, spot) for i, spot in enumerate(self.spots) if i != index), default=0.0)

    @cached_property
    def _labels(self) -> list[list[Label]]:
        return [labels(name, self.radius) for name in self.names]

    @cached_property
    def _never(self) -> Boxes:
        return [self._wider(box) for box in self.taken]

    def _wider(self, box: BoundingBox[MapUnit]) -> BoundingBox[MapUnit]:
        return box[0] - self.gap, box[1] - self.gap, box[2] + self.gap, box[3] + self.gap


def _weighed(way: float) -> float:
    return way * (1 + way / LONG)


def _runs_through(box: BoundingBox[MapUnit], start: Spot, end: Spot) -> bool:
    """Whether a line runs through a box, as far as one sees."""
    if start == end or max(start[0], end[0]) < box[0] or min(start[0], end[0]) > box[2]:
        return False
    parts = [t / 12 for t in range(13)]
    return any(_holds(box, (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)) for t in parts)


def _holds(box: BoundingBox[MapUnit], spot: Spot) -> bool:
    return box[0] < spot[0] < box[2] and box[1] < spot[1] < box[3]

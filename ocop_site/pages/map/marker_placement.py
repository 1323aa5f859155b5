"""Pins that would lie on one another make room: each stays as near to its spot as it can, the same in every build."""

from collections.abc import Iterator, Sequence
from math import cos, hypot, inf, pi, sin

from ocop_site.pages.boxes import BoundingBox, apart, apart_from_line, box_around, is_free
from ocop_site.pages.map.projection import Spot
from ocop_site.units import MapUnit

GAP = MapUnit(3.0)
"""Between two pins, and between a pin and the edge of the map."""

_TURNS = 24
"""How many directions are tried on each ring around a spot."""

_HIDING = 0.7
_CROSSING = 1.2
"""What a pin would rather go than hide another's spot, or have its line cross another pin: so many radii."""

_SWEEPS = 4
"""How often all pins are placed, each time knowing where the others went."""

PlacedMarker = tuple[Spot, Spot]
"""The place of a pin and the spot that it means."""


def spread(
    spots: Sequence[Spot],
    radius: MapUnit,
    width: MapUnit,
    height: MapUnit,
    kept_free: Sequence[BoundingBox[MapUnit]] = (),
) -> list[Spot]:
    """The place of each pin, so that none lies on another nor on what is `kept_free`, as long as the map has room.

    Those far from others come first; each goes round its spot in widening rings to the best place there is. Then all
    look again, now that they know where the others went.
    """
    placed: dict[int, PlacedMarker] = {}
    order = sorted(range(len(spots)), key=lambda i: (-_distance_to_nearest(i, spots), i))
    for index in order * _SWEEPS:
        others = [spot for i, spot in enumerate(spots) if i != index]
        taken = [placed[i] for i in sorted(placed) if i != index]
        tried = _around(spots[index], radius, width, height)
        free = (each for each in tried if is_free(box_around(each[1], radius, radius), kept_free))
        place = _best(spots[index], free, taken, others, radius)
        placed[index] = (place or _inside(spots[index], radius, width, height), spots[index])
    return [placed[i][0] for i in range(len(spots))]


def reaches(places: Sequence[Spot], least: MapUnit, most: MapUnit) -> list[MapUnit]:
    """The radius around each pin in which a finger means it: halfway to the next one, from `least` to `most`."""
    nearest = (
        min((apart(a, b) for j, b in enumerate(places) if j != i), default=2 * most) for i, a in enumerate(places)
    )
    return [round(min(most, max(least, MapUnit(distance / 2))), 1) for distance in nearest]


def _best(
    spot: Spot,
    tried: Iterator[tuple[MapUnit, Spot]],
    taken: Sequence[PlacedMarker],
    others: Sequence[Spot],
    radius: MapUnit,
) -> Spot | None:
    """The free place with the shortest way, where hiding another's spot and crossing a pin count as ways too."""
    best: Spot | None = None
    least: float = inf
    for way, place in tried:
        if way >= least:
            break
        if all(apart(place, other) >= 2 * radius + GAP for other, _ in taken):
            hidden = sum(apart(place, other) < radius for other in others)
            crossed = sum(
                apart_from_line(other, spot, place) < radius or apart_from_line(place, meant, other) < radius
                for other, meant in taken
            )
            cost = way + radius * (_HIDING * hidden + _CROSSING * crossed)
            if cost < least:
                best, least = place, cost
    return best


def _distance_to_nearest(index: int, spots: Sequence[Spot]) -> float:
    return min((apart(spots[index], spot) for i, spot in enumerate(spots) if i != index), default=0.0)


def _around(spot: Spot, radius: MapUnit, width: MapUnit, height: MapUnit) -> Iterator[tuple[MapUnit, Spot]]:
    """Places to try and how far they are: the spot itself, then rings half a radius apart, as far as the map goes."""
    yield MapUnit(0.0), _inside(spot, radius, width, height)
    for ring in range(1, int(hypot(width, height) / (radius / 2)) + 1):
        way = ring * radius / 2
        for turn in range(_TURNS):
            angle = 2 * pi * turn / _TURNS + ring * pi / _TURNS
            yield way, _inside((spot[0] + way * cos(angle), spot[1] + way * sin(angle)), radius, width, height)


def _inside(place: Spot, radius: MapUnit, width: MapUnit, height: MapUnit) -> Spot:
    edge = radius + GAP
    x, y = (min(max(value, edge), size - edge) for value, size in zip(place, (width, height), strict=True))
    return round(x, 1), round(y, 1)

"""Names written on a map where they lie on nothing: as large as a telephone needs, else small, else not at all."""

from collections.abc import Iterable, Iterator, Sequence

from ocop_site.pages.boxes import BoundingBox, box_around, is_free
from ocop_site.pages.map.projection import WIDTH, Spot
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from ocop_site.views import MapLabel

LARGE, SMALL = MapUnit(24.0), MapUnit(15.0)
"""Heights of letters: what a screen of 360 px needs, what suffices where the map is twice as wide."""

FARTHEST = MapUnit(45.0)
"""A name higher above its spot or lower below it would be taken for another place's."""

_LETTER = 0.56
"""The width of an average letter as a part of its height, marks or none."""


def place_labels(
    names: Iterable[tuple[TextRun, Spot]], taken: Sequence[BoundingBox[MapUnit]], height: MapUnit
) -> tuple[MapLabel, ...]:
    """The names that have room, each on its spot or near it; earlier names choose first. `taken`: where none may be."""
    boxes, labels = list(taken), []
    for name, spot in names:
        for place, box, is_small in _places(name, spot):
            if box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= height and is_free(box, boxes):
                boxes.append(box)
                labels.append(MapLabel(*place, name, is_small))
                break
    return tuple(labels)


def _places(name: TextRun, spot: Spot) -> Iterator[tuple[Spot, BoundingBox[MapUnit], bool]]:
    """The places where a name may be, the best first."""
    for size in (LARGE, SMALL):
        half = len(name.text) * size * _LETTER / 2
        for line in sorted(range(-int(FARTHEST // size), int(FARTHEST // size) + 1), key=abs):
            for side in (0, -0.7, 0.7):
                place = round(spot[0] + side * half, 1), round(spot[1] + line * size, 1)
                yield place, box_around(place, half, size * 0.6), size == SMALL

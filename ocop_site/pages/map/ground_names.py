"""Names on the ground of a plate: what lies beyond, rivers along their water; later, where room is left, all others."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.pages.boxes import BoundingBox, apart, box_around, is_free
from ocop_site.pages.map.ground import Stream, named_areas, roads_of, streams
from ocop_site.pages.map.lettering import along, bow, boxes_along, width_of
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.window import Window
from ocop_site.records.maps.ground import MapGround
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from ocop_site.views import GroundName

SIZE, TOWN = MapUnit(24.0), MapUnit(22.0)
"""Heights of letters."""

EDGE, DOT = MapUnit(8.0), MapUnit(14.0)

APART = MapUnit(8.0)
"""Between a name that comes after the pins and all else."""

AFTER = "town", "area", "road"
"""The kinds of names that come after the pins."""

Boxes = Sequence[BoundingBox[MapUnit]]
Found = tuple[list[GroundName], list[BoundingBox[MapUnit]]]


def names_first(edition: Edition, ground: MapGround, window: Window, broad: float, taken: Boxes, pins: Boxes) -> Found:
    """What lies beyond, and rivers, where neither anything is `taken` nor pins would want to be."""
    names: list[GroundName] = []
    covered = list(taken)
    for word in ground.edges:
        place = _kept_inside(window.spot(word.point), edition.run(word.text).text, window)
        box = place and box_around(place, width_of(edition.run(word.text).text, SIZE) / 2, SIZE * 0.66)
        if place and box and is_free(box, covered):
            covered.append(box)
            names.append(GroundName("edge", edition.run(word.text), *place, "", None, None))
    for stream in _longest(streams(ground, window, broad)):
        named = stream.river.name
        found = named and _on_water(edition.run(named), stream, covered, pins, window)
        if found:
            names.append(found[0])
            covered += found[1]
    return names, covered[len(taken) :]


def names_after(
    edition: Edition, ground: MapGround, window: Window, taken: Boxes, kinds: Collection[str]
) -> list[GroundName]:
    """Towns, areas and roads, those of them that are asked for, each if there is room for it."""
    names, covered = [], list(taken)
    for kind, name, spot, places in _others(edition, ground, window):
        for place, box in places if kind in kinds else ():
            if _is_inside(box, window) and is_free(_wider(box), covered):
                covered.append(box)
                names.append(
                    GroundName(kind, name, round(place[0], 1), round(place[1], 1), "", *(spot or (None, None)))
                )
                break
    return names


def _others(
    edition: Edition, ground: MapGround, window: Window
) -> Iterator[tuple[str, TextRun, Spot | None, Iterable[tuple[Spot, BoundingBox[MapUnit]]]]]:
    for town in ground.towns:
        name, spot = edition.run(town.name), window.spot(town.point)
        yield "town", name, spot, _beside(spot, name.text)
    for area, ring in named_areas(ground, window):
        if area.name:
            name = edition.run(area.name)
            yield "area", name, None, _within(ring, name.text)
    for road, line in roads_of(ground, window):
        if road.name:
            name = edition.run(road.name)
            yield "road", name, None, _over(line[:: max(1, len(line) // 12)], name.text, TOWN)


def _beside(spot: Spot, text: str) -> Iterator[tuple[Spot, BoundingBox[MapUnit]]]:
    half = width_of(text, TOWN) / 2
    beside, none = half + DOT, MapUnit(0)
    for x, y in ((none, -TOWN * 0.8), (beside, none), (-beside, none), (none, TOWN)):
        place = spot[0] + x, spot[1] + y
        yield place, box_around(place, half, TOWN * 0.66)


def _within(ring: Sequence[Spot], text: str) -> Iterator[tuple[Spot, BoundingBox[MapUnit]]]:
    """From the middle of an area outwards."""
    x, y = sum(float(x) for x, _ in ring) / len(ring), sum(float(y) for _, y in ring) / len(ring)
    spots = [(MapUnit(x + 30 * i), MapUnit(y + 22 * j)) for i in range(-5, 6) for j in range(-5, 6)]
    return _over(sorted(spots, key=lambda spot: apart(spot, (MapUnit(x), MapUnit(y)))), text, SIZE * 1.15)


def _over(spots: Iterable[Spot], text: str, size: MapUnit) -> Iterator[tuple[Spot, BoundingBox[MapUnit]]]:
    for spot in spots:
        yield spot, box_around(spot, width_of(text, size) / 2, size * 0.66)


def _on_water(
    name: TextRun, stream: Stream, covered: Boxes, pins: Boxes, window: Window
) -> tuple[GroundName, Boxes] | None:
    """Along the water, in it where it is broad enough, where it hides the fewest pins' spots."""
    broad = max(stream.widths)
    aside = SIZE * 0.3 if broad > SIZE * 1.5 else broad / 2 + SIZE * 0.55
    best, least = None, 99
    for way in along(stream.line, aside, width_of(name.text, SIZE) * 1.02):
        boxes = boxes_along(way, SIZE)
        if all(_is_inside(box, window) and is_free(box, covered) for box in boxes):
            hidden = sum(not is_free(box, pins) for box in boxes)
            if hidden < least:
                x, y = way[1]
                best = GroundName("water", name, round(x, 1), round(y, 1), bow(*way), None, None), boxes
                least = hidden
    return best


def _longest(found: Sequence[Stream]) -> list[Stream]:
    """Of each river its longest stretch."""
    by_river: dict[int, Stream] = {}
    for stream in found:
        before = by_river.get(id(stream.river))
        if before is None or len(stream.line) > len(before.line):
            by_river[id(stream.river)] = stream
    return list(by_river.values())


def _kept_inside(spot: Spot, text: str, window: Window) -> Spot | None:
    """Words at the edge lie wholly on the plate, if what they tell of is on it at all."""
    if not (0 <= spot[0] <= window.width and 0 <= spot[1] <= window.height):
        return None
    half = width_of(text, SIZE) / 2 + EDGE
    x = min(max(spot[0], half), window.width - half)
    return round(x, 1), round(min(max(spot[1], SIZE), window.height - SIZE), 1)


def _wider(box: BoundingBox[MapUnit]) -> BoundingBox[MapUnit]:
    return box[0] - APART, box[1] - APART, box[2] + APART, box[3] + APART


def _is_inside(box: BoundingBox[MapUnit], window: Window) -> bool:
    return box[0] >= EDGE and box[1] >= EDGE and box[2] <= window.width - EDGE and box[3] <= window.height - EDGE

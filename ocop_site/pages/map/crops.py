"""Small maps on other pages, cut out of the large one: around a place or a maker's commune, along a trail."""

from collections.abc import Iterator

from ocop_site.catalogue.localities import main_address
from ocop_site.catalogue.unit_centres import UnitCentre, kilometres, unit_centre
from ocop_site.editions.edition import Edition
from ocop_site.pages.map.brush import opened
from ocop_site.pages.map.features import called, place_feature, unit_feature
from ocop_site.pages.map.plates.spreading import spread_on
from ocop_site.pages.map.sheets import Marked, first_names, marker_of, plate_of, whole_window
from ocop_site.pages.map.window import Window, window_around
from ocop_site.records.maps.ground import MapGround
from ocop_site.records.place import Trail
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit
from ocop_site.views import Picture, Plate

WIDTH, RATIO = MapUnit(520.0), 0.66
"""Of a crop; its pins are as large as those of the sheet, of which a telephone shows 720."""

BETWEEN_EDGES = MapUnit(650.0)
"""What a telephone shows of a map that does not reach to the edges of its screen, with pins for a finger."""

AROUND = 0.1
"""Degrees around a spot that are shown at least, some 11 km to each side."""


def place_crop(edition: Edition, place_id: str) -> Plate | None:
    """Where a place lies; None where nobody knows, or where there is no ground to show."""
    feature = place_feature(edition, place_id)
    pictured = edition.pictures.pin(edition.catalogue.places[place_id].photos)
    return _around(edition, Marked(feature, feature.name, 0, None, None, pictured))


def maker_crop(edition: Edition, producer_id: str) -> Plate | None:
    """The commune of a producer, never its address: that may be a home."""
    centre = maker_centre(edition, producer_id)
    if centre is None:
        return None
    picture = _made_by(edition, producer_id)
    return _around(edition, Marked(unit_feature(edition, centre), called(edition, centre), 0, None, None, picture))


def trail_crop(edition: Edition, trail_id: str) -> Plate | None:
    """A trail's stops with their numbers, and the way from one to the next as the crow flies; two stops at least."""
    ground, whole = edition.catalogue.map_ground, whole_window(edition)
    stops = [stop for stop in _stops(edition, edition.catalogue.trails[trail_id]) if stop.feature.point]
    if ground is None or whole is None or len(stops) < 2:
        return None
    points = [stop.feature.point for stop in stops if stop.feature.point]
    window = window_around(points, BETWEEN_EDGES, 0.22)
    spread = spread_on(window, [marker_of(stop) for stop in stops], first_names(edition, ground, whole))
    return plate_of(edition, ground, whole, spread, stops, MapUnit(0), route=opened(window.spots(points)))


def _around(edition: Edition, marked: Marked) -> Plate | None:
    ground, whole, point = edition.catalogue.map_ground, whole_window(edition), marked.feature.point
    if ground is None or whole is None or point is None:
        return None
    window = _window(ground, point)
    spread = spread_on(window, [marker_of(marked)], first_names(edition, ground, whole))
    return plate_of(edition, ground, whole, spread, [marked], MapUnit(0))


def _window(ground: MapGround, point: Point) -> Window:
    """Around a point, so wide that a river or town that one knows is in it."""
    box = [Point(point.latitude + y, point.longitude + x) for x, y in ((-AROUND, 0), (AROUND, 0))]
    rivers = (each for river in ground.rivers if river.name for each in river.line)
    known = [*(town.point for town in ground.towns), *rivers]
    nearest = min(known, key=lambda other: kilometres(other, point), default=point)
    return window_around([*box, nearest], WIDTH, 0.12, RATIO)


def _stops(edition: Edition, trail: Trail) -> Iterator[Marked]:
    for number, stop in enumerate(trail.stops, start=1):
        if stop.place:
            feature, href = place_feature(edition, stop.place), edition.urls.href(("places", stop.place))
            pictured = edition.pictures.pin(edition.catalogue.places[stop.place].photos)
            yield Marked(feature, feature.name, number, href, None, pictured)
        elif stop.producer and (centre := maker_centre(edition, stop.producer)):
            name = edition.run(edition.catalogue.producers[stop.producer].name)
            href = edition.urls.href(("producers", stop.producer))
            picture = _made_by(edition, stop.producer)
            yield Marked(unit_feature(edition, centre), name, number, href, None, picture)


def _made_by(edition: Edition, producer_id: str) -> Picture | None:
    """What a producer makes, cut out, if it may be shown so."""
    cards = edition.parts.promoted(edition.facets.of("producers").get(producer_id, ()))
    return next((card.cut_out for card in cards if card.cut_out), None)


def maker_centre(edition: Edition, producer_id: str) -> UnitCentre | None:
    """The unit where a producer is at home."""
    address, gazetteer = main_address(edition.catalogue.producers[producer_id].addresses), edition.catalogue.gazetteer
    return unit_centre(gazetteer.locate(address), gazetteer) if address else None

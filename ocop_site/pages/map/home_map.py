"""The map on the home page: all of the country, and a few places that each stand where they are. It is to be quiet."""

from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.pages.boxes import apart
from ocop_site.pages.map.crops import BETWEEN_EDGES
from ocop_site.pages.map.features import has_map, place_feature, places_in_order
from ocop_site.pages.map.plates.plate import RADIUS, Spread
from ocop_site.pages.map.plates.spreading import spread_on
from ocop_site.pages.map.sheets import Marked, compass_of, first_names, marker_of, plate_of, whole_window
from ocop_site.pages.map.window import Window
from ocop_site.records.maps.ground import MapGround
from ocop_site.units import MapUnit
from ocop_site.views import Plate

MOST, TRIED = 4, 24
"""So many places at most, of the first so many."""

CALM = MapUnit(16.0)
"""Between things on it, 8 px on a telephone."""

KINDS = ("area",)
"""What is named beside the water and what lies beyond."""


def home_map(edition: Edition) -> Plate | None:
    """A picture that leads to the map; None where there is no such ground, or nothing to show on it."""
    ground, whole = edition.catalogue.map_ground, whole_window(edition, BETWEEN_EDGES)
    if ground is None or whole is None or not has_map(edition):
        return None
    shown: list[Marked] = []
    for place in _places(edition):
        tried = [*shown, place]
        if len(shown) < MOST and _is_quiet(_spread(edition, ground, whole, tried)):
            shown = tried
    return plate_of(edition, ground, whole, _spread(edition, ground, whole, shown), shown, MapUnit(0), kinds=KINDS)


def _places(edition: Edition) -> Iterator[Marked]:
    for place_id in places_in_order(edition)[:TRIED]:
        feature = place_feature(edition, place_id)
        if feature.point:
            pictured = edition.pictures.pin(edition.catalogue.places[place_id].photos)
            yield Marked(feature, feature.name, 0, None, None, pictured)


def _spread(edition: Edition, ground: MapGround, whole: Window, marked: Sequence[Marked]) -> Spread:
    names = first_names(edition, ground, whole)
    return spread_on(whole, [marker_of(each) for each in marked], names, (compass_of(whole),), CALM)


def _is_quiet(spread: Spread) -> bool:
    """Whether each pin stands for one, on its spot or all but there."""
    return all(len(each.members) == 1 and apart(each.pin.place, each.pin.spot) < RADIUS for each in spread.groups)

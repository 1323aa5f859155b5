"""Maps as SVG will draw them: the numbered one, and one as small as a stamp with a single pin."""

from collections.abc import Sequence
from functools import lru_cache

from ocop_site.editions.edition import Edition
from ocop_site.pages.boxes import BoundingBox
from ocop_site.pages.map.base_map import BaseMap, base_map
from ocop_site.pages.map.crops import maker_centre, maker_crop, place_crop, trail_crop
from ocop_site.pages.map.features import MapFeature, place_feature, unit_feature
from ocop_site.pages.map.label_placement import place_labels
from ocop_site.pages.map.marker_placement import reaches, spread
from ocop_site.pages.map.projection import WIDTH, Spot
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import proper_name
from ocop_site.units import MapUnit
from ocop_site.views import Locator, Pin, Plate, Sketch

ROOMY, DENSE = MapUnit(27.0), MapUnit(15.0)
"""The radius of a pin: 24 px across on a screen of 360 px, or on a map 576 px wide that has to be moved."""

WIDEST_REACH = MapUnit(48.0)
"""The radius around a pin that a finger may touch: 44 px across on a screen of 360 px."""

FULLEST = 0.3
"""The part of the map that pins cover at most before they are made small."""


def numbered_sketch(edition: Edition, drawn: Sequence[MapFeature]) -> Sketch:
    """The large map, with a numbered pin for each feature that has a point."""
    base, height = base_map(edition), base_map(edition).projection.height
    spots = [base.projection.spot(feature.point) for feature in drawn if feature.point]
    is_dense = len(spots) * (2 * ROOMY) ** 2 > FULLEST * WIDTH * height
    radius = DENSE if is_dense else ROOMY
    places, touched = _placed(tuple(spots), radius, height, base.instruments)
    pins = tuple(
        Pin(number, feature.kind, feature.precision, feature.name, *place, *spot, reach)
        for number, (feature, spot, place, reach) in enumerate(zip(drawn, spots, places, touched, strict=True), start=1)
    )
    return _sketch(base, pins, radius, names=_names_of_districts(edition))


@lru_cache(maxsize=8)
def _placed(
    spots: tuple[Spot, ...], radius: MapUnit, height: MapUnit, instruments: tuple[BoundingBox[MapUnit], ...]
) -> tuple[Sequence[Spot], Sequence[MapUnit]]:
    """Where pins go and how far they may be touched: the same in all languages, and while no place moves."""
    places = spread(spots, radius, WIDTH, height, instruments)
    return places, reaches(places, radius, WIDEST_REACH)


def locator(edition: Edition, place_id: str) -> Locator | None:
    """The small map of a place; None where it is not known where that is."""
    return _located(edition, place_feature(edition, place_id), place_crop(edition, place_id))


def maker_locator(edition: Edition, producer_id: str) -> Locator | None:
    """The small map of a maker: its commune's centre, whatever more is known of its address."""
    centre = maker_centre(edition, producer_id)
    return _located(edition, unit_feature(edition, centre), maker_crop(edition, producer_id)) if centre else None


def trail_locator(edition: Edition, trail_id: str) -> Locator | None:
    """The map of a trail's stops; None where nobody drew a ground."""
    plate = trail_crop(edition, trail_id)
    return Locator(edition.urls.menu_link("map"), plate=plate) if plate else None


def _located(edition: Edition, feature: MapFeature, plate: Plate | None) -> Locator | None:
    if not feature.point:
        return None
    if plate:
        return Locator(edition.urls.menu_link("map"), plate=plate)
    base = base_map(edition)
    x, y = base.projection.spot(feature.point)
    pin = Pin(0, feature.kind, feature.precision, feature.name, x, y, x, y, ROOMY)
    return Locator(edition.urls.menu_link("map"), sketch=_sketch(base, (pin,), ROOMY, is_large=False))


def _names_of_districts(edition: Edition) -> list[tuple[TextRun, Spot]]:
    """Former districts, which people still find their way by; bare, in the site's first language, as on signs."""
    units = edition.catalogue.gazetteer.localities.districts
    first = edition.catalogue.site.first_language
    found = [(proper_name(unit.name.run(first).text), base_map(edition).spot(unit.point)) for unit in units]
    return [(edition.native(name), spot) for name, spot in found if spot]


def _sketch(
    base: BaseMap,
    pins: tuple[Pin, ...],
    radius: MapUnit,
    names: Sequence[tuple[TextRun, Spot]] = (),
    *,
    is_large: bool = True,
) -> Sketch:
    height = base.projection.height
    taken = [(pin.x - radius, pin.y - radius, pin.x + radius, pin.y + radius) for pin in pins]
    taken += base.instruments
    land, land_made = base.outlines if is_large else (base.coarse_outlines, "")
    return Sketch(
        width=WIDTH,
        height=height,
        pin=radius,
        is_dense=is_large and radius == DENSE,
        land=land,
        land_made=land_made,
        dots=base.dots,
        labels=place_labels(names, taken, height),
        pins=pins,
        scale=base.scale,
        credits=base.credits,
    )

"""What a map shows and where: every place, and every unit in which listed products are made.

A producer stands at its commune's centre, never at an address: a household's is a home.
"""

from collections.abc import Sequence
from itertools import chain

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.unit_centres import UnitCentre, unit_centre
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.pages.map.base_map import base_map
from ocop_site.records.values.points import Point
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key, proper_name


@frozen
class MapFeature:
    """A place or a unit that a pin will show; `point` is None where it is not known or lies off the map."""

    kind: str
    id: str
    precision: str
    name: TextRun
    point: Point | None


@fact
def has_map(edition: Edition) -> bool:
    """Whether the map would have a pin; without one there is no map."""
    catalogue, base = edition.catalogue, base_map(edition)
    located = (place_point(catalogue, i)[0] for i in catalogue.places)
    unit_points = (centre.point for centre in base.each_centre() if centre)
    return any(base.spot(point) for point in chain(located, unit_points))


@fact
def places_in_order(edition: Edition) -> list[str]:
    """The places: the showroom, then by name in the site's first language, so that numbers are the same in all."""
    first, showroom = edition.catalogue.site.first_language, edition.catalogue.site.showroom
    names = {i: collation_key(place.name.run(first).text) for i, place in edition.catalogue.places.items()}
    return sorted(names, key=lambda i: (i != showroom, names[i], i))


@fact
def place_feature(edition: Edition, place_id: str) -> MapFeature:
    """The feature of a place."""
    point, precision = place_point(edition.catalogue, place_id)
    shown = point if base_map(edition).spot(point) else None
    return MapFeature("place", place_id, precision, edition.run(edition.catalogue.places[place_id].name), shown)


def products_by_unit(edition: Edition) -> dict[UnitCentre | None, list[str]]:
    """The listed products by the unit they are made in, in order of their names; None where no source says."""
    products: dict[UnitCentre | None, list[str]] = {}
    centres = base_map(edition).centres
    for product_id in edition.all_in_order:
        if product_id in centres:
            products.setdefault(centres[product_id], []).append(product_id)
    return products


def units_in_order(edition: Edition, centres: Sequence[UnitCentre]) -> list[UnitCentre]:
    """The units: communes of today, then units of before, each by its bare name in the site's first language."""
    first = edition.catalogue.site.first_language
    own = {c: collation_key(proper_name(c.name.run(first).text)) for c in centres}
    return sorted(own, key=lambda c: (c.is_former, own[c], c.kind, c.id))


def unit_feature(edition: Edition, centre: UnitCentre) -> MapFeature:
    """The feature of a unit in which products are made."""
    shown = centre.point if base_map(edition).spot(centre.point) else None
    precision = "former" if centre.is_former else "centre"
    return MapFeature("makers", f"{centre.kind}/{centre.id}", precision, edition.run(centre.name), shown)


def called(edition: Edition, centre: UnitCentre) -> TextRun:
    """A unit as signs have it: a commune of today bare, in the site's first language, one of before with its level."""
    name = centre.name.run(edition.catalogue.site.first_language)
    return edition.run(centre.name) if centre.is_former else edition.native(proper_name(name.text))


def place_point(catalogue: Catalogue, place_id: str) -> tuple[Point | None, str]:
    """The place's own point, else its unit's centre; and the precision of that: point, centre, former, or empty."""
    address = catalogue.places[place_id].address
    if address and address.point:
        return address.point, "point"
    centre = unit_centre(catalogue.gazetteer.locate(address), catalogue.gazetteer) if address else None
    return (centre.point, "former" if centre.is_former else "centre") if centre else (None, "")

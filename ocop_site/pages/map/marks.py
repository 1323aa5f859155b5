"""What is marked on the map: each place, then each unit in which products are made, with what its pin shows."""

from collections.abc import Sequence
from dataclasses import replace

from ocop_site.catalogue.unit_centres import UnitCentre
from ocop_site.editions.edition import Edition
from ocop_site.pages.map.features import (
    MapFeature,
    called,
    place_feature,
    places_in_order,
    products_by_unit,
    unit_feature,
    units_in_order,
)
from ocop_site.pages.map.sheets import Marked


def marks(edition: Edition) -> list[Marked]:
    """Those of which it is known where they are."""
    places = (_place(edition, place_feature(edition, i)) for i in places_in_order(edition))
    products = products_by_unit(edition)
    centres = units_in_order(edition, [centre for centre in products if centre])
    units = (_unit(edition, unit_feature(edition, centre), centre, products[centre]) for centre in centres)
    found = (each for each in (*places, *units) if each.feature.point)
    return [replace(each, number=number) for number, each in enumerate(found, start=1)]


def _place(edition: Edition, feature: MapFeature) -> Marked:
    card = edition.parts.place_card(feature.id)
    picture = edition.pictures.pin(edition.catalogue.places[feature.id].photos)
    return Marked(feature, feature.name, 0, card.href, None, picture)


def _unit(edition: Edition, feature: MapFeature, centre: UnitCentre, products: Sequence[str]) -> Marked:
    """With what is cut out of a picture of what is made there."""
    page = edition.facets.link(centre.kind, centre.id, centre.name)
    shown = next((card.cut_out for card in edition.parts.promoted(products) if card.cut_out), None)
    return Marked(feature, called(edition, centre), 0, page.href if page else None, len(products), shown)

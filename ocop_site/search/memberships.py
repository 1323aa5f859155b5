"""By what products are found together: kind, maker, place, season, use, stars, price, door."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.doors import doors_to
from ocop_site.catalogue.prices import affordable
from ocop_site.catalogue.suits import suits

Membership = tuple[str, str]
"""The kind and id of a group."""


def memberships(catalogue: Catalogue, product_id: str) -> Iterator[Membership]:
    """What a product that has not left shares with others."""
    product, showing = catalogue.products[product_id], catalogue.showing(product_id)
    yield "producers", product.producer
    if product.set:
        yield "sets", str(product.set)
        yield "industries", catalogue.sets[product.set].industry.id
    if showing.stars is not None:
        kind = "recalled" if showing.is_recalled else "in_force" if showing.is_in_force else "told"
        yield kind, str(showing.stars)
    if locality := catalogue.locality(product_id):
        for kind, unit in (
            ("communes", locality.commune),
            ("former_communes", locality.former_commune),
            ("districts", locality.district),
        ):
            if unit:
                yield kind, unit.id
        yield "provinces", "province"
        if locality.former_province and catalogue.gazetteer.was_merged_of_several:
            yield "former_provinces", locality.former_province.id
        if locality.elsewhere and locality.former_commune:
            yield "elsewhere", locality.former_commune.id
    if showing.may_be_sold:
        yield from (("places", place_id) for place_id in _shelves(catalogue, product_id))
        yield from (("prices", str(most)) for most in affordable(product))
    if showing.may_be_recommended:
        yield from (("seasons", str(month)) for month in product.season)
        yield from (("suits", suit) for suit in suits(product, catalogue.today))
        yield from (("doors", door) for door in doors_to(catalogue, product_id))


def _shelves(catalogue: Catalogue, product_id: str) -> Iterator[str]:
    """Where it is to be had: on a shelf and not out, or where a service takes place."""
    for place_id in catalogue.sold_at.get(product_id, ()):
        if any(stock.product == product_id and not stock.out for stock in catalogue.places[place_id].stock):
            yield place_id
    service = catalogue.products[product_id].service
    if service and service.place:
        yield service.place

"""The listed products by each thing one may look for: industry, set, stars, maker, place, season, whom they suit."""

from collections.abc import Iterable

from ocop_site.catalogue.suits import suits
from ocop_site.plan.edition import Edition


class Facets:
    """The listed products by each thing one may look for, in this edition's order; an empty one is not there."""

    def __init__(self, edition: Edition) -> None:
        self._by_kind: dict[str, dict[str, list[str]]] = {}
        catalogue = edition.catalogue
        for product_id in edition.in_order(catalogue.listed):
            for kind, value in _facets_of(product_id, edition):
                self._by_kind.setdefault(kind, {}).setdefault(value, []).append(product_id)

    def of(self, kind: str) -> dict[str, list[str]]:
        return self._by_kind.get(kind, {})


def _facets_of(product_id: str, edition: Edition) -> Iterable[tuple[str, str]]:
    catalogue = edition.catalogue
    product = catalogue.products[product_id]
    yield "producers", product.producer
    if product.set:
        yield "sets", str(product.set)
        yield "industries", catalogue.sets[product.set].industry.id
    worth = catalogue.worth(product_id)
    if worth.shows_stars:
        yield "stars", str(worth.stars)
    if locality := catalogue.locality(product_id):
        if locality.commune:
            yield "communes", locality.commune.id
        if locality.district:
            yield "districts", locality.district.id
    if not catalogue.is_spirit(product_id):
        yield from (("seasons", str(month)) for month in dict.fromkeys(product.season))
        yield from (("suits", suit) for suit in suits(product, catalogue.today))

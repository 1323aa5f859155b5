"""The listed products by each thing one may look for: industry, set, stars, commune, former district."""

from collections.abc import Iterable

from ocop_site.plan.edition import Edition


class Facets:
    """The listed products by each thing one may look for, in this edition's order; an empty one is not there."""

    def __init__(self, edition: Edition) -> None:
        self._by_kind: dict[str, dict[str, list[str]]] = {}
        catalogue = edition.catalogue
        for product_id in edition.in_order(catalogue.listed):
            for kind, value in _facets_of(catalogue.products[product_id].set, product_id, edition):
                self._by_kind.setdefault(kind, {}).setdefault(value, []).append(product_id)

    def of(self, kind: str) -> dict[str, list[str]]:
        return self._by_kind.get(kind, {})


def _facets_of(set_number: int | None, product_id: str, edition: Edition) -> Iterable[tuple[str, str]]:
    catalogue = edition.catalogue
    if set_number:
        yield "sets", str(set_number)
        yield "industries", catalogue.sets[set_number].industry.id
    worth = catalogue.worth(product_id)
    if worth.shows_stars:
        yield "stars", str(worth.stars)
    if locality := catalogue.locality(product_id):
        if locality.commune:
            yield "communes", locality.commune.id
        if locality.district:
            yield "districts", locality.district.id

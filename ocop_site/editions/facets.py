"""The listed products by each thing one may look for: industry, set, stars, maker, place, season, use, price."""

from collections.abc import Iterable

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.prices import affordable
from ocop_site.catalogue.suits import suits
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.urls import EditionUrls
from ocop_site.text.language import Text
from ocop_site.views import Link


class Facets:
    """The listed products by each thing one may look for, in this edition's order; an empty one is not there."""

    def __init__(self, localized: LocalizedCatalogue, urls: EditionUrls) -> None:
        self._urls = urls
        self._by_kind: dict[str, dict[str, list[str]]] = {}
        catalogue = localized.catalogue
        for product_id in localized.in_order(catalogue.listed):
            for kind, value in _facets_of(product_id, catalogue):
                self._by_kind.setdefault(kind, {}).setdefault(value, []).append(product_id)

    def of(self, kind: str) -> dict[str, list[str]]:
        return self._by_kind.get(kind, {})

    def link(self, kind: str, value: str, label: Text) -> Link | None:
        """To a list of products, where it has any and so a page."""
        return self._urls.link((kind, value), label) if value in self.of(kind) else None


def _facets_of(product_id: str, catalogue: Catalogue) -> Iterable[tuple[str, str]]:
    product = catalogue.products[product_id]
    yield "producers", product.producer
    if product.set:
        yield "sets", str(product.set)
        yield "industries", catalogue.sets[product.set].industry.id
    if (stars := catalogue.showing(product_id).stars) is not None:
        yield "stars", str(stars)
    if locality := catalogue.locality(product_id):
        if locality.commune:
            yield "communes", locality.commune.id
        if locality.district:
            yield "districts", locality.district.id
        if locality.former_province and catalogue.gazetteer.was_merged_of_several:
            yield "former_provinces", locality.former_province.id
    showing = catalogue.showing(product_id)
    if showing.may_be_sold:
        yield from (("prices", str(most)) for most in affordable(product))
    if showing.may_be_recommended:
        yield from (("seasons", str(month)) for month in dict.fromkeys(product.season))
        yield from (("suits", suit) for suit in suits(product, catalogue.today))

"""The listed products by each thing one may look for: industry, set, stars, maker, place, season, use, price, door."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.doors import doors_to
from ocop_site.catalogue.prices import affordable
from ocop_site.catalogue.suits import suits
from ocop_site.dependencies import Tracked
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.urls import EditionUrls
from ocop_site.facts import fact, opaque
from ocop_site.text.language import Text
from ocop_site.views import Link

FacetValue = tuple[str, str]
"""A kind, and one of the things that are looked for: `("sets", "3")`."""

ANY = ""
"""Whatever a kind has."""


class FacetValues:
    """What each listed product has of them, whatever the language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @fact
    def of(self, product_id: str) -> tuple[FacetValue, ...]:
        return tuple(_facets_of(product_id, self._catalogue))

    @fact
    def has(self, kind: str, value: str = ANY) -> bool:
        """Whether any product has it."""
        return (kind, value) in self._borne()

    @opaque
    def _borne(self) -> frozenset[FacetValue]:
        """All that some product has."""
        found = {each for product_id in self._catalogue.listed for each in self.of(product_id)}
        return frozenset([*found, *((kind, ANY) for kind, _ in found)])


@dataclass(frozen=True, eq=False)
class Facets:
    """The listed products by each thing one may look for, in this edition's order; an empty one is not there."""

    localized: LocalizedCatalogue
    urls: EditionUrls
    values: FacetValues

    @fact
    def of(self, kind: str) -> Mapping[str, Sequence[str]]:
        return Tracked(self._by_kind().get(kind, {}))

    def link(self, kind: str, value: str, label: Text) -> Link | None:
        """To a list of products, where it has any and so a page."""
        return self.urls.link((kind, value), label) if self.values.has(kind, value) else None

    @opaque
    def _by_kind(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        listed = frozenset(self.localized.catalogue.listed)
        for product_id in filter(listed.__contains__, self.localized.all_in_order):
            for kind, value in self.values.of(product_id):
                found.setdefault(kind, {}).setdefault(value, []).append(product_id)
        return found


def _facets_of(product_id: str, catalogue: Catalogue) -> Iterable[FacetValue]:
    product = catalogue.products[product_id]
    yield "producers", product.producer
    if product.set:
        yield "sets", str(product.set)
        yield "industries", catalogue.sets[product.set].industry.id
    showing = catalogue.showing(product_id)
    if (stars := showing.stars) is not None:
        yield "stars", str(stars)
    if locality := catalogue.locality(product_id):
        if locality.commune:
            yield "communes", locality.commune.id
        if locality.district:
            yield "districts", locality.district.id
        if locality.former_province and catalogue.gazetteer.was_merged_of_several:
            yield "former_provinces", locality.former_province.id
    if showing.may_be_sold:
        yield from (("prices", str(most)) for most in affordable(product))
    if showing.may_be_recommended:
        yield from (("seasons", str(month)) for month in dict.fromkeys(product.season))
        yield from (("suits", suit) for suit in suits(product, catalogue.today))
        yield from (("doors", door) for door in doors_to(catalogue, product_id))

"""The ways to narrow a list: what is looked for most, one tap away, and everything by which products can be told apart.

Without script each leads to a list of its own; with it they add up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from ocop_site.dependencies import Tracked
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact, opaque
from ocop_site.pages.lists.links import industry_links, price_links, season_links, suit_links, unit_links
from ocop_site.pages.lists.star_classes import star_class, star_classes
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Facet, FilterLink, Link, ListFilters

FacetValue = tuple[str, str]
"""A kind of facets and one value of it."""

MOST_PRODUCERS = 30
"""More of them than this are not listed as a filter: their own page has them."""


@opaque
def list_filters(edition: Edition, kind: str, value: str) -> ListFilters:
    """The filters of a list that leave anything: all pages of a list have the same.

    Only those of all products have counts, on other lists they would mislead.
    """
    if kind == "products":
        return ListFilters("", tuple(_quick(_facets(edition))), _facets(edition), _has_hours(edition))
    here = frozenset(chain.from_iterable(map(_values_of(edition).__getitem__, edition.facets.of(kind)[value])))
    facets = tuple(facet for each in _uncounted(edition) if (facet := _within(each, here)).links)
    return ListFilters(f"{kind} {value}", tuple(_quick(facets)), facets, _has_hours(edition))


@fact
def _has_hours(edition: Edition) -> bool:
    return any(place.opening_hours for place in edition.catalogue.places.values())


def _within(facet: Facet, here: frozenset[FacetValue]) -> Facet:
    """The values that some product of a list has."""
    return Facet(facet.kind, facet.label, tuple(each for each in facet.links if (each.kind, each.value) in here))


@opaque
def _uncounted(edition: Edition) -> tuple[Facet, ...]:
    return tuple(Facet(facet.kind, facet.label, tuple(map(_without_count, facet.links))) for facet in _facets(edition))


def _without_count(each: FilterLink) -> FilterLink:
    return FilterLink(each.kind, each.value, Link(each.link.href, each.link.label))


@fact
def _values_of(edition: Edition) -> Mapping[str, list[FacetValue]]:
    """By product, the values of filters that it has; one that is not in the listings has none."""
    values: dict[str, list[FacetValue]] = {i: [] for i in edition.catalogue.products}
    for each in chain.from_iterable(facet.links for facet in _facets(edition)):
        for product_id in _members(edition, each):
            values[product_id].append((each.kind, each.value))
    return Tracked(values)


def _members(edition: Edition, each: FilterLink) -> Iterable[str]:
    match each.kind:
        case "in_force":
            return star_class(edition, each.value).in_force
        case "told":
            return star_class(edition, each.value).told
        case _:
            return edition.facets.of(each.kind)[each.value]


@fact
def _facets(edition: Edition) -> tuple[Facet, ...]:
    units = "districts" if edition.facets.of("districts") else "communes"
    facets = (
        _facet(edition, "industries", industry_links(edition)),
        Facet("stars", edition.said("stars.menu"), tuple(each for each in _stars(edition) if each.link.count)),
        _facet(edition, "suits", suit_links(edition)),
        _facet(edition, "prices", price_links(edition)),
        _facet(edition, "former_provinces", unit_links(edition, "former_provinces")),
        _facet(edition, units, unit_links(edition, units)),
        _facet(edition, "seasons", season_links(edition)),
        _facet(edition, "producers", _producer_links(edition)),
    )
    return tuple(facet for facet in facets if facet.links)


def _facet(edition: Edition, kind: str, links: tuple[Link, ...]) -> Facet:
    valued = tuple(FilterLink(kind, link.href.rstrip("/").rpartition("/")[2], link) for link in links)
    return Facet(kind, edition.said(f"{kind}.menu"), valued)


def _stars(edition: Edition) -> Iterator[FilterLink]:
    """Each class in force, then each that is only told. What is recalled is neither."""
    classes = star_classes(edition).items()
    for stars, divided in classes:
        yield _star(edition, "in_force", stars, edition.said("filter.in_force", stars=stars), divided.in_force)
    for stars, divided in classes:
        yield _star(edition, "told", stars, edition.said("filter.told", stars=stars), divided.told)


def _star(edition: Edition, kind: str, stars: str, label: TextRun, product_ids: Sequence[str]) -> FilterLink:
    return FilterLink(kind, stars, edition.urls.link(("stars", stars), label, len(product_ids)))


def _producer_links(edition: Edition) -> tuple[Link, ...]:
    """Producers with listed products, in the order of their names; where they are many, none."""
    producers, products = edition.catalogue.producers, edition.facets.of("producers")
    if len(products) > MOST_PRODUCERS:
        return ()
    ordered = sorted(products, key=lambda i: (collation_key(edition.run(producers[i].name).text), i))
    return tuple(edition.urls.link(("producers", i), producers[i].name, len(products[i])) for i in ordered)


def _quick(facets: tuple[Facet, ...]) -> Iterator[FilterLink]:
    """What most people look for: the stars, then uses and prices, then kinds of things."""
    by_kind = {facet.kind: facet.links for facet in facets}
    for kind in ("stars", "suits", "prices", "industries"):
        yield from by_kind.get(kind, ())

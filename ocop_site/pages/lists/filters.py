"""The ways to narrow a list: what is looked for most, one tap away, and everything by which products can be told apart.

Without script each leads to a list of its own; with it they add up.
"""

from collections.abc import Iterable, Iterator, Sequence

from ocop_site.editions.edition import Edition, once
from ocop_site.editions.urls import Key
from ocop_site.pages.lists.links import industry_links, price_links, season_links, suit_links, unit_links
from ocop_site.pages.lists.star_classes import star_class, star_classes
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Facet, FilterLink, Link, ListFilters

MOST_PRODUCERS = 30
"""More of them than this are not listed as a filter: their own page has them."""


def list_filters(edition: Edition, of: Key, product_ids: Sequence[str]) -> ListFilters:
    """The filters of a list that leave anything; only that of all products has counts, on others they would mislead."""
    has_hours = any(place.opening_hours for place in edition.catalogue.places.values())
    if of == ("products", ""):
        return ListFilters("", tuple(_quick(_facets(edition))), _facets(edition), has_hours)
    here = frozenset(product_ids)
    within = (_within(edition, facet, here) for facet in _facets(edition))
    facets = tuple(facet for facet in within if facet.links)
    return ListFilters(" ".join(of), tuple(_quick(facets)), facets, has_hours)


def _within(edition: Edition, facet: Facet, here: frozenset[str]) -> Facet:
    """The values that some product of a list has, without their counts elsewhere."""
    found = (each for each in facet.links if not here.isdisjoint(_members(edition, each)))
    uncounted = (FilterLink(each.kind, each.value, Link(each.link.href, each.link.label)) for each in found)
    return Facet(facet.kind, facet.label, tuple(uncounted))


def _members(edition: Edition, each: FilterLink) -> Iterable[str]:
    match each.kind:
        case "in_force":
            return star_class(edition, each.value).in_force
        case "told":
            return star_class(edition, each.value).told
        case _:
            return edition.facets.of(each.kind)[each.value]


@once
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

"""Pages of many products: all, by industry and set, by stars."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.lists.list_pages import directory, pages_of
from ocop_site.pages.lists.localities import unit_links
from ocop_site.pages.lists.occasions import season_links, suit_links
from ocop_site.pages.sheet import Sheet
from ocop_site.records.scheme import Industry, ProductSet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Link, LinkGroup

MOST_PRODUCERS = 30
"""More of them than this are not listed as a filter: their own page has them."""


def list_sheets(edition: Edition) -> Iterator[Sheet]:
    yield from _all_products(edition)
    yield from _industries(edition)
    yield from _stars(edition)


def industry_links(edition: Edition) -> tuple[Link, ...]:
    """Industries in the scheme's order, those with products."""
    products = edition.facets.of("industries")
    industries = [i for i in edition.catalogue.scheme.industries if i.id in products]
    return tuple(edition.urls.link(("industries", i.id), i.name, len(products[i.id])) for i in industries)


def star_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("stars")
    return tuple(
        edition.urls.link(("stars", stars), edition.words("star.label", stars=stars), len(products[stars]))
        for stars in sorted(products, reverse=True)
    )


def producer_links(edition: Edition) -> tuple[Link, ...]:
    """Producers with listed products, in the order of their names; where they are many, the page of all of them."""
    producers, products = edition.catalogue.producers, edition.facets.of("producers")
    if len(products) > MOST_PRODUCERS:
        return (edition.urls.link(("producers", ""), edition.words("producers.title"), len(producers)),)
    ordered = sorted(products, key=lambda i: (collation_key(edition.run(producers[i].name).text), i))
    return tuple(edition.urls.link(("producers", i), producers[i].name, len(products[i])) for i in ordered)


def _all_products(edition: Edition) -> Iterator[Sheet]:
    product_ids = edition.in_order(edition.catalogue.listed)
    groups = (
        LinkGroup(TextRun(edition.words("industries.menu")), industry_links(edition)),
        LinkGroup(TextRun(edition.words("stars.menu")), star_links(edition)),
        LinkGroup(TextRun(edition.words("localities.facet")), unit_links(edition, "districts")),
        LinkGroup(TextRun(edition.words("seasons.menu")), season_links(edition)),
        LinkGroup(TextRun(edition.words("suits.menu")), suit_links(edition)),
        LinkGroup(TextRun(edition.words("producers.menu")), producer_links(edition)),
    )
    title = edition.words("products.title")
    description = edition.words("products.description", count=len(product_ids))
    facets = tuple(group for group in groups if group.links)
    yield from pages_of(edition, ("products", ""), product_ids, title, description, facets=facets)


def _industries(edition: Edition) -> Iterator[Sheet]:
    by_industry = edition.facets.of("industries")
    groups = []
    for industry in edition.catalogue.scheme.industries:
        if industry.id not in by_industry:
            continue
        sets = [s for group in industry.groups for s in group.sets if str(s.number) in edition.facets.of("sets")]
        links = tuple(
            edition.urls.link(("sets", str(s.number)), s.name, len(edition.facets.of("sets")[str(s.number)]))
            for s in sets
        )
        head = edition.urls.link(("industries", industry.id), industry.name, len(by_industry[industry.id]))
        groups.append(LinkGroup(edition.run(industry.name), (head, *links), industry.id))
        yield from _industry(edition, industry, links)
        for product_set in sets:
            yield from _set(edition, industry, product_set)
    if groups:
        yield directory(edition, "industries", tuple(groups))


def _industry(edition: Edition, industry: Industry, sets: tuple[Link, ...]) -> Iterator[Sheet]:
    product_ids, label = edition.facets.of("industries")[industry.id], edition.run(industry.name)
    yield from pages_of(
        edition,
        ("industries", industry.id),
        product_ids,
        edition.words("industry.title", name=label.text),
        edition.words("industry.description", name=label.text, count=len(product_ids)),
        crumbs=(edition.urls.menu_link("industries"),),
        label=label,
        facets=(LinkGroup(TextRun(edition.words("industries.menu")), sets),) if len(sets) > 1 else (),
    )


def _set(edition: Edition, industry: Industry, product_set: ProductSet) -> Iterator[Sheet]:
    number, label = product_set.number, edition.run(product_set.name)
    product_ids = edition.facets.of("sets")[str(number)]
    yield from pages_of(
        edition,
        ("sets", str(number)),
        product_ids,
        edition.words("set.title", number=number, name=label.text),
        edition.words("set.description", number=number, name=label.text, count=len(product_ids)),
        crumbs=(edition.urls.menu_link("industries"), edition.urls.link(("industries", industry.id), industry.name)),
        label=label,
    )


def _stars(edition: Edition) -> Iterator[Sheet]:
    by_stars = edition.facets.of("stars")
    for stars, product_ids in by_stars.items():
        title = edition.words("star.title", stars=stars)
        description = edition.words("star.description", stars=stars, count=len(product_ids))
        yield from pages_of(
            edition, ("stars", stars), product_ids, title, description, crumbs=(edition.urls.menu_link("stars"),)
        )
    if by_stars:
        yield directory(edition, "stars", (LinkGroup(TextRun(edition.words("stars.menu")), star_links(edition)),))

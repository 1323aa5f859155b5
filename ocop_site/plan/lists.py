"""Pages of many products: all, by industry and set, by stars."""

from collections.abc import Iterator

from ocop_site.language import Run, collation_key
from ocop_site.plan.lines import Lines
from ocop_site.plan.list_pages import directory, pages_of
from ocop_site.plan.occasions import season_links, suit_links
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.units import unit_links
from ocop_site.plan.views import Link, LinkGroup
from ocop_site.records.scheme import Industry, ProductSet

MOST_PRODUCERS = 30
"""More of them than this are not listed as a filter: their own page has them."""


def list_sheets(lines: Lines) -> Iterator[Sheet]:
    yield from _all_products(lines)
    yield from _industries(lines)
    yield from _stars(lines)


def industry_links(lines: Lines) -> tuple[Link, ...]:
    """Industries in the scheme's order, those with products."""
    products = lines.facets.of("industries")
    industries = [i for i in lines.catalogue.scheme.industries if i.id in products]
    return tuple(lines.link(("industries", i.id), i.name, len(products[i.id])) for i in industries)


def star_links(lines: Lines) -> tuple[Link, ...]:
    products = lines.facets.of("stars")
    return tuple(
        lines.link(("stars", stars), lines.words("star.label", stars=stars), len(products[stars]))
        for stars in sorted(products, reverse=True)
    )


def producer_links(lines: Lines) -> tuple[Link, ...]:
    """Producers with listed products, in the order of their names; where they are many, the page of all of them."""
    producers, products = lines.catalogue.producers, lines.facets.of("producers")
    if len(products) > MOST_PRODUCERS:
        return (lines.link(("producers", ""), lines.words("producers.title"), len(producers)),)
    ordered = sorted(products, key=lambda i: (collation_key(lines.run(producers[i].name).text), i))
    return tuple(lines.link(("producers", i), producers[i].name, len(products[i])) for i in ordered)


def _all_products(lines: Lines) -> Iterator[Sheet]:
    product_ids = lines.in_order(lines.catalogue.listed)
    groups = (
        LinkGroup(Run(lines.words("industries.menu")), industry_links(lines)),
        LinkGroup(Run(lines.words("stars.menu")), star_links(lines)),
        LinkGroup(Run(lines.words("localities.facet")), unit_links(lines, "districts")),
        LinkGroup(Run(lines.words("seasons.menu")), season_links(lines)),
        LinkGroup(Run(lines.words("suits.menu")), suit_links(lines)),
        LinkGroup(Run(lines.words("producers.menu")), producer_links(lines)),
    )
    title = lines.words("products.title")
    description = lines.words("products.description", count=len(product_ids))
    facets = tuple(group for group in groups if group.links)
    yield from pages_of(lines, ("products", ""), product_ids, title, description, facets=facets)


def _industries(lines: Lines) -> Iterator[Sheet]:
    by_industry = lines.facets.of("industries")
    groups = []
    for industry in lines.catalogue.scheme.industries:
        if industry.id not in by_industry:
            continue
        sets = [s for group in industry.groups for s in group.sets if str(s.number) in lines.facets.of("sets")]
        links = tuple(
            lines.link(("sets", str(s.number)), s.name, len(lines.facets.of("sets")[str(s.number)])) for s in sets
        )
        head = lines.link(("industries", industry.id), industry.name, len(by_industry[industry.id]))
        groups.append(LinkGroup(lines.run(industry.name), (head, *links), industry.id))
        yield from _industry(lines, industry, links)
        for product_set in sets:
            yield from _set(lines, industry, product_set)
    if groups:
        yield directory(lines, "industries", tuple(groups))


def _industry(lines: Lines, industry: Industry, sets: tuple[Link, ...]) -> Iterator[Sheet]:
    product_ids, label = lines.facets.of("industries")[industry.id], lines.run(industry.name)
    yield from pages_of(
        lines,
        ("industries", industry.id),
        product_ids,
        lines.words("industry.title", name=label.text),
        lines.words("industry.description", name=label.text, count=len(product_ids)),
        crumbs=(lines.menu_link("industries"),),
        label=label,
        facets=(LinkGroup(Run(lines.words("industries.menu")), sets),) if len(sets) > 1 else (),
    )


def _set(lines: Lines, industry: Industry, product_set: ProductSet) -> Iterator[Sheet]:
    number, label = product_set.number, lines.run(product_set.name)
    product_ids = lines.facets.of("sets")[str(number)]
    yield from pages_of(
        lines,
        ("sets", str(number)),
        product_ids,
        lines.words("set.title", number=number, name=label.text),
        lines.words("set.description", number=number, name=label.text, count=len(product_ids)),
        crumbs=(lines.menu_link("industries"), lines.link(("industries", industry.id), industry.name)),
        label=label,
    )


def _stars(lines: Lines) -> Iterator[Sheet]:
    by_stars = lines.facets.of("stars")
    for stars, product_ids in by_stars.items():
        title = lines.words("star.title", stars=stars)
        description = lines.words("star.description", stars=stars, count=len(product_ids))
        yield from pages_of(
            lines, ("stars", stars), product_ids, title, description, crumbs=(lines.menu_link("stars"),)
        )
    if by_stars:
        yield directory(lines, "stars", (LinkGroup(Run(lines.words("stars.menu")), star_links(lines)),))

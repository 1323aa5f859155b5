"""The list of all products, with the ways to narrow it."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition, once
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.industries import industry_links
from ocop_site.pages.lists.localities import unit_links
from ocop_site.pages.lists.occasions import season_links, suit_links
from ocop_site.pages.lists.sheets import ListHead, list_sheet
from ocop_site.pages.lists.stars import star_links
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Link, LinkGroup

INDEXES = ("products",)

MOST_PRODUCERS = 30
"""More of them than this are not listed as a filter: their own page has them."""


def keys(edition: Edition) -> Iterator[PageKey]:
    return numbered("products", "", len(edition.catalogue.listed))


def plan(edition: Edition, key: PageKey) -> Sheet:
    product_ids = listed_in_order(edition)
    title = edition.words("products.title")
    description = edition.words("products.description", count=len(product_ids))
    return list_sheet(edition, key, product_ids, ListHead(title, description, facets=_facets(edition)))


@once
def listed_in_order(edition: Edition) -> list[str]:
    return edition.in_order(edition.catalogue.listed)


@once
def _facets(edition: Edition) -> tuple[LinkGroup, ...]:
    groups = (
        LinkGroup(TextRun(edition.words("industries.menu")), industry_links(edition)),
        LinkGroup(TextRun(edition.words("stars.menu")), star_links(edition)),
        LinkGroup(TextRun(edition.words("localities.facet")), unit_links(edition, "districts")),
        LinkGroup(TextRun(edition.words("seasons.menu")), season_links(edition)),
        LinkGroup(TextRun(edition.words("suits.menu")), suit_links(edition)),
        LinkGroup(TextRun(edition.words("producers.menu")), _producer_links(edition)),
    )
    return tuple(group for group in groups if group.links)


def _producer_links(edition: Edition) -> tuple[Link, ...]:
    """Producers with listed products, in the order of their names; where they are many, the page of all of them."""
    producers, products = edition.catalogue.producers, edition.facets.of("producers")
    if len(products) > MOST_PRODUCERS:
        return (edition.urls.link(("producers", ""), edition.words("producers.title"), len(producers)),)
    ordered = sorted(products, key=lambda i: (collation_key(edition.run(producers[i].name).text), i))
    return tuple(edition.urls.link(("producers", i), producers[i].name, len(products[i])) for i in ordered)

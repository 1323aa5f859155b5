"""Pages of products by the stars that may be shown of them."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import Link, LinkGroup

INDEXES = PAGES = ("stars",)


def keys(edition: Edition) -> Iterator[PageKey]:
    by_stars = edition.facets.of("stars")
    for stars, product_ids in by_stars.items():
        yield from numbered("stars", stars, len(product_ids))
    if by_stars:
        yield PageKey("stars")


def plan(edition: Edition, key: PageKey) -> Sheet:
    if not key.id:
        group = LinkGroup(TextRun(edition.words("stars.menu")), star_links(edition))
        return directory_sheet(edition, "stars", (group,))
    product_ids = edition.facets.of("stars")[key.id]
    title = edition.words("star.title", stars=key.id)
    description = edition.words("star.description", stars=key.id, count=len(product_ids))
    crumbs = (edition.urls.menu_link("stars"),)
    return list_sheet(edition, key, product_ids, ListHead(title, description, crumbs=crumbs))


def star_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("stars")
    return tuple(
        edition.urls.link(("stars", stars), edition.words("star.label", stars=stars), len(products[stars]))
        for stars in sorted(products, reverse=True)
    )

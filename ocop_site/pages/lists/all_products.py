"""The list of all products."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import ListHead, list_sheet
from ocop_site.pages.sheet import Sheet

INDEXES = ("products",)


def keys(edition: Edition) -> Iterator[PageKey]:
    return numbered("products", "", len(edition.catalogue.listed))


def plan(edition: Edition, key: PageKey) -> Sheet:
    product_ids = listed_in_order(edition)
    title = edition.said("products.title")
    description = edition.words("products.description", count=len(product_ids))
    return list_sheet(edition, key, product_ids, ListHead(title, description))


@fact
def listed_in_order(edition: Edition) -> list[str]:
    listed = frozenset(edition.catalogue.listed)
    return [i for i in edition.all_in_order if i in listed]

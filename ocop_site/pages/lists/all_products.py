"""The list of all products, industry by industry as the scheme has them."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import industries
from ocop_site.pages.lists.sheets import ListHead, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun

INDEXES = ("products",)


def keys(edition: Edition) -> Iterator[PageKey]:
    return numbered("products", "", len(edition.catalogue.listed))


def plan(edition: Edition, key: PageKey) -> Sheet:
    by_industry = tuple(_by_industry(edition))
    product_ids = [*chain.from_iterable(ids for _, ids in by_industry)]
    description = edition.words("products.description", count=len(product_ids))
    parts = by_industry if len(by_industry) > 1 else ()
    return list_sheet(edition, key, product_ids, ListHead(edition.said("products.title"), description, parts=parts))


def _by_industry(edition: Edition) -> Iterator[tuple[TextRun, Sequence[str]]]:
    """Last those of which it is not known."""
    of_industries = edition.facets.of("industries")
    for industry in industries(edition):
        yield edition.run(industry.name), of_industries[industry.id]
    if unsorted := _unsorted(edition):
        yield edition.said("products.unsorted"), unsorted


@fact
def _unsorted(edition: Edition) -> list[str]:
    sorted_ones = frozenset(chain.from_iterable(edition.facets.of("industries").values()))
    return [i for i in listed_in_order(edition) if i not in sorted_ones]


@fact
def listed_in_order(edition: Edition) -> list[str]:
    listed = frozenset(edition.catalogue.listed)
    return [i for i in edition.all_in_order if i in listed]

"""The page about the catalogue: with what `Chrome` has of other indexes, all that is no product, maker or place."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.articles import in_reading_order
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.lists.star_classes import star_classes
from ocop_site.pages.sheet import Sheet
from ocop_site.views import AboutView, Signpost

INDEXES = ("about",)

COUNTED = ("producers", "places", "decisions", "sources")
"""What is counted beside the products, of what the catalogue has any."""


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield PageKey("about")


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, description = edition.said("about.title"), edition.words("about.description")
    view = AboutView(title, _counts(edition), _in_force(edition), tuple(_articles(edition)))
    return index_sheet(edition, key, view, title, description)


@fact
def _counts(edition: Edition) -> tuple[tuple[str, int], ...]:
    catalogue = edition.catalogue
    others = ((kind, len(getattr(catalogue, kind))) for kind in COUNTED)
    return ("products", len(catalogue.listed)), *(each for each in others if each[1])


@fact
def _in_force(edition: Edition) -> int:
    return sum(len(its.in_force) for its in star_classes(edition).values())


def _articles(edition: Edition) -> Iterator[Signpost]:
    for page_id in in_reading_order(edition, "pages"):
        card = edition.parts.article_card("pages", page_id)
        yield Signpost(edition.urls.link(("pages", page_id), card.title), card.summary)

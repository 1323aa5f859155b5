"""The page about the catalogue: with what `Chrome` has of other indexes, all that is no product, maker or place."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.articles import in_reading_order
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.views import AboutView, Link

INDEXES = ("about",)


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield PageKey("about")


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, description = edition.said("about.title"), edition.words("about.description")
    return index_sheet(edition, key, AboutView(title, tuple(_articles(edition))), title, description)


def _articles(edition: Edition) -> Iterator[Link]:
    for page_id in in_reading_order(edition, "pages"):
        yield edition.urls.link(("pages", page_id), edition.title_of("pages", page_id))

"""The page of what was looked for: what is found is found in the browser, and without script it leads to every name."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.views import SearchView

INDEXES = ("search",)

KEY = PageKey("search")

WAYS = ("products", "a_z", "codes")
"""Where everything can be looked through: these are there in every catalogue."""


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield KEY


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, description = edition.said("search.title"), edition.words("search.description")
    view = SearchView(title, tuple(edition.urls.menu_link(kind) for kind in WAYS))
    return index_sheet(edition, key, view, title, description, is_indexed=False)

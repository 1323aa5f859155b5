"""A visitor's own list: codes that the browser keeps, and so a page that knows its products from scripts alone."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.my_list.scripts import my_list_scripts
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import MyListView

INDEXES = ("my_list",)

KEY = PageKey("my_list")

MOST = 100
"""How many products a list holds."""


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield KEY


def plan(edition: Edition, key: PageKey) -> Sheet:
    view = MyListView(
        address=edition.site_urls.absolute(edition.site_urls.path(key.thing, edition.language)),
        scripts=tuple(edition.site_urls.link(f"/{script.path}") for script in my_list_scripts(edition)),
        most=MOST,
        law_warning=_law_warning(edition),
        products=edition.urls.menu_link("products"),
    )
    title, description = edition.said("my_list.title"), edition.words("my_list.description", most=MOST)
    return index_sheet(edition, key, view, title, description, is_indexed=False)


def _law_warning(edition: Edition) -> TextRun | None:
    spirits = edition.catalogue.scheme.care.spirits
    return edition.run(spirits.warning) if spirits else None

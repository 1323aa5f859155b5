"""The page of native words with their meanings."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import Sheet
from ocop_site.views import GlossaryView

INDEXES = ("glossary",)


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.catalogue.glossary:
        yield PageKey("glossary")


def plan(edition: Edition, key: PageKey) -> Sheet:
    view = GlossaryView(edition.glossary.terms)
    title, description = edition.words("glossary.title"), edition.words("glossary.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("glossary"),))

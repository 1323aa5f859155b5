"""The page of recalls and warnings in force, the newest first."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import Sheet
from ocop_site.views import NoticesView

INDEXES = ("notices",)


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.catalogue.standing_notices:
        yield PageKey("notices")


def plan(edition: Edition, key: PageKey) -> Sheet:
    view = NoticesView(tuple(edition.parts.notice(i) for i in edition.catalogue.standing_notices))
    title, description = edition.words("notices.title"), edition.words("notices.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("notices"),))

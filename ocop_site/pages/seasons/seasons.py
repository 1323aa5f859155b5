"""What is in season when: the year's wheel, then the months from this one on with what each of them brings."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.seasons.in_season import month_cards, month_link, months_from_now
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.pages.sheet import Sheet
from ocop_site.views import NowMonth, SeasonsView

INDEXES = ("seasons",)

SHOWN = 6
"""How many products of a month are shown; the others stand in the month's own list."""


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.facets.of("seasons"):
        yield PageKey("seasons")


def plan(edition: Edition, key: PageKey) -> Sheet:
    title = edition.said("seasons.title")
    view = SeasonsView(title, edition.said("seasons.note"), year_wheel(edition), tuple(_months(edition)))
    return index_sheet(edition, key, view, title, edition.words("seasons.description"))


def _months(edition: Edition) -> Iterator[NowMonth]:
    """Those that bring anything, this one first."""
    for month in months_from_now(edition):
        if cards := month_cards(edition, month, SHOWN):
            yield NowMonth(month, month_link(edition, month), cards)

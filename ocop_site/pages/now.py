"""What one can do at this moment: which places are open, what is in season in this month and the next, what is near."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.map.features import place_point
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import month_name
from ocop_site.text.language import TextRun
from ocop_site.views import Link, NowMonth, NowPlace, NowView

INDEXES = ("now",)

KEY = PageKey("now")

SHOWN = 12
"""How many products of a month are shown; the others stand in the month's own list."""


def keys(edition: Edition) -> Iterator[PageKey]:
    if has_now(edition):
        yield KEY


@fact
def has_now(edition: Edition) -> bool:
    """Whether anything is known that is so now and not at other times."""
    return bool(with_hours(edition)) or _has_season(edition)


def now_link(edition: Edition) -> Link:
    """By what the page shows."""
    return edition.urls.link(("now", ""), _title(edition))


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, description = _title(edition), edition.words(f"now.description{_shown(edition)}")
    view = NowView(title, tuple(_places(edition)), tuple(_months(edition)))
    return index_sheet(edition, key, view, title, description)


def _title(edition: Edition) -> TextRun:
    return edition.said(f"now.title{_shown(edition)}")


@fact
def _shown(edition: Edition) -> str:
    """What there is, as keys of words end: of one alone, or of both."""
    if not _has_season(edition):
        return ".open"
    return "" if with_hours(edition) else ".season"


def _has_season(edition: Edition) -> bool:
    seasons = edition.facets.of("seasons")
    return any(edition.parts.promoted((i,)) for month in _near(edition) for i in seasons.get(str(month), ()))


def _places(edition: Edition) -> Iterator[NowPlace]:
    """Those with hours; the point is the place's own or its unit's centre."""
    for place_id in with_hours(edition):
        point, precision = place_point(edition.catalogue, place_id)
        where = f"{point.latitude},{point.longitude}" if point else None
        yield NowPlace(place_id, edition.parts.place_card(place_id), where, precision == "point")


@fact
def with_hours(edition: Edition) -> list[str]:
    """The places of which hours are told, the showroom first."""
    places = edition.catalogue.places
    named = edition.by_name({i: place.name for i, place in places.items() if place.opening_hours})
    return sorted(named, key=lambda i: i != edition.catalogue.site.showroom)


def _months(edition: Edition) -> Iterator[NowMonth]:
    seasons = edition.facets.of("seasons")
    for month in _near(edition):
        cards = edition.parts.promoted(seasons.get(str(month), ()), SHOWN)
        if cards:
            name = month_name(month, edition.language)
            yield NowMonth(month, edition.urls.link(("seasons", str(month)), name, len(seasons[str(month)])), cards)


def _near(edition: Edition) -> tuple[int, int]:
    """This month and the next: a page may be kept over the first of a month."""
    this = edition.catalogue.today.month
    return this, this % 12 + 1

"""What is in season when: the year's wheel, what is in season now, and what comes next."""

from collections.abc import Iterable, Iterator
from itertools import islice

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.links import season_links
from ocop_site.pages.lists.sheets import index_sheet
from ocop_site.pages.seasons.in_season import in_season, months_from_now
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.pages.sheet import Sheet
from ocop_site.records.values.months import spans
from ocop_site.views import SeasonProduct, SeasonsView

INDEXES = ("seasons",)

NOW_SHOWN, COMING_SHOWN = 12, 12
"""How many products are shown; the others stand in the lists of their months."""


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.facets.of("seasons"):
        yield PageKey("seasons")


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, now = edition.said("seasons.title"), in_season(edition, edition.catalogue.today.month)
    view = SeasonsView(
        heading=title,
        note=edition.said("seasons.note"),
        wheel=year_wheel(edition),
        now=_products(edition, now, NOW_SHOWN),
        coming=_products(edition, _coming(edition), COMING_SHOWN),
        months=season_links(edition),
    )
    return index_sheet(edition, key, view, title, edition.words("seasons.description"))


def _coming(edition: Edition) -> Iterator[str]:
    """What is not in season now, by the month in which it is next."""
    now, *months = months_from_now(edition)
    told = set(in_season(edition, now))
    for month in months:
        coming = [i for i in in_season(edition, month) if i not in told]
        yield from coming
        told.update(coming)


def _products(edition: Edition, product_ids: Iterable[str], most: int) -> tuple[SeasonProduct, ...]:
    return tuple(_product(edition, product_id) for product_id in islice(product_ids, most))


def _product(edition: Edition, product_id: str) -> SeasonProduct:
    months = _months(edition, product_id)
    return SeasonProduct(edition.parts.card(product_id), months, tuple(spans(months)))


@fact
def _months(edition: Edition, product_id: str) -> tuple[int, ...]:
    return tuple(sorted(edition.catalogue.products[product_id].season))

"""What is in season when: the year's wheel, what is in season now, and what comes next."""

from collections.abc import Iterable, Iterator, Sequence
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

NOW_SHOWN, COMING_SHOWN, LATER_SHOWN = 12, 12, 12
"""How many products are shown; the others stand in the lists of their months."""

SOON = 2
"""How many months after this one are the next."""


def keys(edition: Edition) -> Iterator[PageKey]:
    if edition.facets.of("seasons"):
        yield PageKey("seasons")


def plan(edition: Edition, key: PageKey) -> Sheet:
    title, months = edition.said("seasons.title"), months_from_now(edition)
    view = SeasonsView(
        heading=title,
        note=edition.said("seasons.note"),
        wheel=year_wheel(edition),
        now=_products(edition, _first_in(edition, months[:1], ()), NOW_SHOWN),
        coming=_products(edition, _first_in(edition, months[1 : SOON + 1], months[:1]), COMING_SHOWN),
        later=_products(edition, _first_in(edition, months[SOON + 1 :], months[: SOON + 1]), LATER_SHOWN),
        months=season_links(edition),
        bare=tuple(month for month in sorted(months) if not in_season(edition, month)),
    )
    return index_sheet(edition, key, view, title, edition.words("seasons.description"))


def _first_in(edition: Edition, months: Sequence[int], before: Sequence[int]) -> Iterator[str]:
    """What is in season in these months and in none of those before, by the month in which it is next."""
    told = {i for month in before for i in in_season(edition, month)}
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

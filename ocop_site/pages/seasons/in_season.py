"""What is in season in a month, and which of it lies on the year's wheel: only what may be recommended."""

from collections import Counter
from collections.abc import Sequence

from ocop_site.editions.edition import Edition
from ocop_site.text.formats import month_name
from ocop_site.views import Card, Link

NAMED = 12
"""How many products of a month are named beside the wheel; the others stand in the month's own list."""


def months_from_now(edition: Edition) -> tuple[int, ...]:
    """The year's months, this one first."""
    this = edition.catalogue.today.month
    return *range(this, 13), *range(1, this)


def in_season(edition: Edition, month: int) -> Sequence[str]:
    """Of the listed products those that may be recommended, as the edition orders them."""
    return edition.facets.of("seasons").get(str(month), ())


def month_cards(edition: Edition, month: int, most: int) -> tuple[Card, ...]:
    """As the edition orders them."""
    return edition.parts.promoted(in_season(edition, month), most)


def month_link(edition: Edition, month: int) -> Link:
    """To the list of a month, with how many it holds."""
    count = len(in_season(edition, month))
    return edition.urls.link(("seasons", str(month)), month_name(month, edition.language), count)


def things(edition: Edition) -> dict[int, str]:
    """The product that lies on each month that has any with a picture: none like its neighbour's, none too often."""
    seen, found = Counter[str](), dict[int, tuple[str, str]]()
    for month in months_from_now(edition):
        pictured = [(i, src) for i in in_season(edition, month)[:NAMED] if (src := _seen_as(edition, i))]
        if pictured:
            beside = {found[near][1] for near in ((month - 2) % 12 + 1, month % 12 + 1) if near in found}
            found[month] = min(pictured, key=lambda each: (each[1] in beside, seen[each[1]]))
            seen[found[month][1]] += 1
    return {month: product_id for month, (product_id, _) in found.items()}


def _seen_as(edition: Edition, product_id: str) -> str:
    """What tells its picture from others, where it has one and may be recommended."""
    pictures = [card.cut_out or card.picture for card in edition.parts.promoted((product_id,))]
    return next((picture.src for picture in pictures if picture), "")

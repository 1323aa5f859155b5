"""The year's wheel of an edition: what may be recommended lies on its months. Pages show it, paper may draw it too."""

from collections.abc import Sequence
from datetime import date

from ocop_site.catalogue.lunar_calendar import next_day
from ocop_site.editions.edition import Edition
from ocop_site.pages.seasons import shape
from ocop_site.pages.seasons.in_season import NAMED, month_cards, month_link, things
from ocop_site.records.land.year import Feast, YearSeason
from ocop_site.records.values.months import spans
from ocop_site.views import Card, FeastLine, Link, SeasonLine, Wheel, WheelMonth, WheelPicture

RIVER, PLAIN = "river", "rice"
"""The ground that has waves, and that of a month that is of no season with a name."""


def year_wheel(edition: Edition) -> Wheel | None:
    """The wheel; None where of nothing that may be recommended it is known when it is in season."""
    cards = {month: month_cards(edition, month, NAMED) for month in range(1, 13)}
    if not any(cards.values()):
        return None
    today, grounds, shown = edition.catalogue.today, _grounds(edition), things(edition)
    return Wheel(
        size=shape.SIZE,
        hub=shape.HUB,
        rim=shape.EDGE,
        months=tuple(_month(edition, month, cards[month], shown.get(month, ""), grounds[month]) for month in cards),
        now=tuple(edition.run(each.name) for each in _seasons(edition) if today.month in each.months),
        seasons=tuple(_season(edition, each) for each in _seasons(edition)),
        feasts=tuple(_feast(edition, each, next_day(each.lunar_day, today)) for each in edition.catalogue.year.feasts),
        all=edition.urls.link(("seasons", ""), edition.said("seasons.title")),
    )


def _month(edition: Edition, month: int, cards: Sequence[Card], shown: str, ground: str) -> WheelMonth:
    number, is_now = shape.spot(shape.angle_of(month), shape.NUMBERS), edition.catalogue.today.month == month
    return WheelMonth(
        month=month,
        is_now=is_now,
        ground=ground,
        path=shape.piece(month, is_now),
        strokes=shape.waves(month) if ground == RIVER else shape.grains(month),
        number_x=number[0],
        number_y=number[1],
        link=month_link(edition, month) if cards else None,
        products=tuple(Link(card.href, card.name) for card in cards),
        picture=_placed(month, edition.parts.card(shown)) if shown else None,
    )


def _placed(month: int, card: Card) -> WheelPicture | None:
    """The thing in the middle of its month."""
    picture = card.cut_out or card.picture
    if not picture:
        return None
    width, height = shape.fitted(picture.width, picture.height) if card.cut_out else shape.fitted(1, 1)
    x, y = shape.spot(shape.angle_of(month), shape.THINGS)
    return WheelPicture(
        picture, card.cut_out is not None, round(x - width / 2, 1), round(y - height / 2, 1), width, height
    )


def _grounds(edition: Edition) -> dict[int, str]:
    """What each month is laid on, by the first season that it is of."""
    of_seasons = {month: each.ground for each in reversed(edition.catalogue.year.seasons) for month in each.months}
    return {month: of_seasons.get(month, PLAIN) for month in range(1, 13)}


def _seasons(edition: Edition) -> list[YearSeason]:
    """Those of this month first."""
    return sorted(edition.catalogue.year.seasons, key=lambda each: edition.catalogue.today.month not in each.months)


def _season(edition: Edition, season: YearSeason) -> SeasonLine:
    return SeasonLine(
        name=edition.run(season.name),
        ground=season.ground,
        spans=tuple(spans(season.months)),
        note=edition.maybe(season.note),
        sources=edition.parts.sources(season.sources),
    )


def _feast(edition: Edition, feast: Feast, day: date) -> FeastLine:
    x, y = shape.spot(shape.angle_of_day(day), shape.EDGE)
    return FeastLine(edition.run(feast.name), day.isoformat(), x, y, edition.parts.sources(feast.sources))

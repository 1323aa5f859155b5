"""The home page: what there is laid on a table, doors by what people look for, and where one may go."""

from collections.abc import Iterator, Sequence
from itertools import islice

from ocop_site.editions.edition import Edition
from ocop_site.pages.articles import in_reading_order
from ocop_site.pages.home.doors import door_cards
from ocop_site.pages.home.teasers import maker_teasers, of_today, place_teasers, story_teasers
from ocop_site.pages.keys import PageKey
from ocop_site.pages.map.features import has_map
from ocop_site.pages.map.home_map import home_map
from ocop_site.pages.now import has_now, now_link, with_hours
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.pages.sheet import Sheet
from ocop_site.views import ArticleCard, Card, HomeView, Link, PlaceCard, Teaser

SHOWN = 6
"""How many cards a shelf holds."""

OPEN_SHOWN = 3
"""How many places with hours."""

LAID = 5
"""How many things lie on the table that the page opens with."""

INDEXES = ("home",)


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield PageKey("home")


def plan(edition: Edition, key: PageKey) -> Sheet:
    catalogue, site = edition.catalogue, edition.catalogue.site
    doors = door_cards(edition)
    openings = tuple(islice(_open(edition), OPEN_SHOWN))
    view = HomeView(
        invitation=edition.run(site.invitation or site.title),
        still_life=tuple(_still_life(edition)),
        products=edition.urls.link(("products", ""), edition.said("products.title"), len(catalogue.listed)),
        producers=_index(edition, "producers", len(catalogue.producers)),
        codes=edition.urls.link(("codes", ""), edition.said("codes.title")),
        example_code=edition.parts.example_code,
        notices=tuple(edition.parts.notice(i) for i in catalogue.notices if i in catalogue.standing_notices),
        doors=doors,
        showcase=() if doors else tuple(islice(_shown(edition), SHOWN)),
        wheel=year_wheel(edition),
        map=edition.urls.link(("map", ""), edition.said("map.title")) if has_map(edition) else None,
        map_plate=home_map(edition),
        open=openings,
        now=now_link(edition) if has_now(edition) else None,
        place=of_today(edition, _places_beside(edition, openings)),
        places=_index(edition, "places", len(catalogue.places)),
        maker=of_today(edition, maker_teasers(edition)),
        story=of_today(edition, story_teasers(edition)),
        news=_newest(edition),
    )
    tagline = edition.run(site.tagline).text.rstrip(".")
    description = edition.words("home.description", tagline=tagline, count=len(catalogue.listed))
    return Sheet(key, view, edition.title, description, texts=(site.title, site.tagline))


def _index(edition: Edition, kind: str, count: int) -> Link | None:
    return edition.urls.link((kind, ""), edition.said(f"{kind}.title"), count) if count else None


def _open(edition: Edition) -> Iterator[PlaceCard]:
    return (edition.parts.place_card(i) for i in with_hours(edition))


def _places_beside(edition: Edition, openings: Sequence[PlaceCard]) -> list[Teaser]:
    """Without those whose hours are told beside them."""
    told = {card.href for card in openings}
    return [each for each in place_teasers(edition) if each.href not in told]


def _newest(edition: Edition) -> ArticleCard | None:
    news = in_reading_order(edition, "news")
    return edition.parts.article_card("news", news[0]) if news else None


def _in_season(edition: Edition) -> Sequence[str]:
    return edition.facets.of("seasons").get(str(edition.catalogue.today.month), [])


def _still_life(edition: Edition) -> Iterator[Card]:
    """Nothing twice; only what is cut out can lie with others."""
    things = {card.cut_out.src: card for card in reversed(list(_shown(edition))) if card.cut_out}
    yield from islice(reversed(things.values()), LAID)


def _shown(edition: Edition) -> Iterator[Card]:
    """What is in season first, then some of what there is."""
    cards = (*edition.parts.promoted(_in_season(edition)), *_showcase(edition))
    yield from {card.code: card for card in cards}.values()


def _showcase(edition: Edition) -> Iterator[Card]:
    """Some of what there is: of each maker one and then another, no picture twice, the next ones every day."""
    shelves = _pictured_by_maker(edition)
    day, seen = edition.catalogue.today.toordinal(), dict[str, Card]()
    for turn in range(len(shelves) * SHOWN):
        cards = shelves[(day * SHOWN + turn) % len(shelves)]
        card = cards[(day + turn // len(shelves)) % len(cards)]
        if card.picture:
            seen.setdefault(card.picture.src, card)
    yield from islice(seen.values(), SHOWN)


def _pictured_by_maker(edition: Edition) -> list[list[Card]]:
    by_maker = (
        [card for card in edition.parts.promoted(product_ids) if card.picture]
        for _, product_ids in sorted(edition.facets.of("producers").items())
    )
    return [cards for cards in by_maker if cards]

"""The home page: ways in for somebody who just scanned a code, who looks for a kind, who wants to go and see."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from ocop_site.catalogue.status import SOLID
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.articles import in_reading_order
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.links import industry_links, place_links, suit_links
from ocop_site.pages.lists.stars import star_links
from ocop_site.pages.map.crops import home_crop
from ocop_site.pages.map.features import has_map
from ocop_site.pages.now import has_now
from ocop_site.pages.producers import producer_card
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.pages.sheet import Sheet
from ocop_site.pages.trails import trail_card
from ocop_site.views import ArticleCard, Card, HomeView, KindCard, Link

SHOWN = 6
"""How many cards a shelf holds."""

NEWS_SHOWN = 3

LAID = 5
"""How many things lie on the table that the page opens with."""


INDEXES = ("home",)


def keys(_edition: Edition) -> Iterator[PageKey]:
    yield PageKey("home")


def plan(edition: Edition, key: PageKey) -> Sheet:
    catalogue, site = edition.catalogue, edition.catalogue.site
    producers, places = catalogue.producers, _places_first(edition)
    view = HomeView(
        invitation=edition.run(site.invitation or site.title),
        still_life=tuple(_still_life(edition)),
        products=edition.urls.link(("products", ""), edition.said("products.title"), len(catalogue.listed)),
        producers=_index(edition, "producers", len(producers)) if producers else None,
        codes=_index(edition, "codes"),
        example_code=edition.parts.example_code,
        notices=tuple(edition.parts.notice(i) for i in catalogue.notices if i in catalogue.standing_notices),
        in_season=edition.parts.promoted(_in_season(edition), SHOWN),
        seasons=_index(edition, "seasons") if edition.facets.of("seasons") else None,
        wheel=year_wheel(edition),
        showcase=tuple(_showcase(edition)),
        industries=tuple(_kind(edition, link) for link in industry_links(edition)),
        now=edition.urls.menu_link("now") if has_now(edition) else None,
        suits=suit_links(edition),
        localities=place_links(edition),
        all_localities=edition.urls.menu_link("localities") if edition.facets.of("former_provinces") else None,
        map=_index(edition, "map") if has_map(edition) else None,
        map_plate=home_crop(edition),
        places=tuple(edition.parts.place_card(i) for i in places[:SHOWN]),
        all_places=_index(edition, "places", len(places)) if len(places) > SHOWN else None,
        makers=tuple(producer_card(edition, i) for i in _welcoming(edition)[:SHOWN]),
        trails=tuple(trail_card(edition, i) for i in islice(catalogue.trails, NEWS_SHOWN)),
        new=edition.parts.promoted(_newest(edition), SHOWN),
        stars=star_links(edition),
        explain_stars=edition.parts.explain_stars(),
        news=_news(edition),
        about=tuple(
            edition.urls.link(("pages", i), edition.title_of("pages", i)) for i in in_reading_order(edition, "pages")
        ),
    )
    tagline = edition.run(site.tagline).text.rstrip(".")
    description = edition.words("home.description", tagline=tagline, count=len(catalogue.listed))
    return Sheet(key, view, edition.title, description, texts=(site.title, site.tagline))


def _index(edition: Edition, kind: str, count: int | None = None) -> Link:
    return edition.urls.link((kind, ""), edition.said(f"{kind}.title"), count)


def _news(edition: Edition) -> tuple[ArticleCard, ...]:
    return tuple(edition.parts.article_card("news", i) for i in in_reading_order(edition, "news")[:NEWS_SHOWN])


def _kind(edition: Edition, link: Link) -> KindCard:
    """An industry with the picture of one of its products, another one every day."""
    industry = link.href.rstrip("/").rpartition("/")[2]
    cards = edition.parts.promoted(edition.facets.of("industries")[industry])
    pictured = [card.picture for card in cards if card.picture]
    picture = pictured[edition.catalogue.today.toordinal() % len(pictured)] if pictured else None
    return KindCard(link, industry, picture)


def _in_season(edition: Edition) -> Sequence[str]:
    return edition.facets.of("seasons").get(str(edition.catalogue.today.month), [])


def _still_life(edition: Edition) -> Iterator[Card]:
    """What is in season first, then some of what there is, nothing twice; only what is cut out can lie with others."""
    seen = set[str]()
    for card in (*edition.parts.promoted(_in_season(edition)), *_showcase(edition)):
        if card.cut_out and card.cut_out.src not in seen and len(seen) < LAID:
            seen.add(card.cut_out.src)
            yield card


def _showcase(edition: Edition) -> Iterator[Card]:
    """Some of what there is: of each maker one and then another, no picture twice, the next ones every day."""
    by_producer = [
        [card for card in edition.parts.promoted(product_ids) if card.picture]
        for _, product_ids in sorted(edition.facets.of("producers").items())
    ]
    shelves = [cards for cards in by_producer if cards]
    day, seen, shown = edition.catalogue.today.toordinal(), set(), 0
    for turn in range(len(shelves) * SHOWN):
        if shown == SHOWN:
            return
        cards = shelves[(day * SHOWN + turn) % len(shelves)]
        card = cards[(day + turn // len(shelves)) % len(cards)]
        if card.picture and card.picture.src not in seen:
            seen.add(card.picture.src)
            shown += 1
            yield card


@fact
def _newest(edition: Edition) -> list[str]:
    """Those in force whose certificate is the newest; one that is not verified is no news."""
    statuses = {i: edition.catalogue.status(i) for i in edition.catalogue.listed}

    def issued(product_id: str) -> date:
        claim = statuses[product_id].claim
        known = claim.certificate.issued if claim else None
        return known.latest if known else date.min

    in_force = edition.in_order(i for i, status in statuses.items() if status.state in SOLID)
    return sorted(in_force, key=issued, reverse=True)


@fact
def _places_first(edition: Edition) -> list[str]:
    """The showroom, then where OCOP products are sold, then where visitors go."""
    order = ("showroom", "ocop_stall", "shop", "rest_stop", "workshop", "tourist_point")
    places = edition.catalogue.places
    return sorted(places, key=lambda i: (i != edition.catalogue.site.showroom, order.index(places[i].kind), i))


@fact
def _welcoming(edition: Edition) -> list[str]:
    """Makers that visitors may go and see, as they say themselves."""
    return [
        i for i, producer in sorted(edition.catalogue.producers.items()) if producer.visits and producer.visits.welcome
    ]

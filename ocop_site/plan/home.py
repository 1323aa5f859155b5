"""The home page: ways in for somebody who just scanned a code, who looks for a kind, who wants to go and see."""

from collections.abc import Iterator
from datetime import date

from ocop_site.catalogue.certificate import SOLID
from ocop_site.plan.lines import Lines
from ocop_site.plan.lists import industry_links, star_links
from ocop_site.plan.occasions import suit_links
from ocop_site.plan.people import producer_card
from ocop_site.plan.places import trail_card
from ocop_site.plan.reading import in_reading_order
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.stands import has_map
from ocop_site.plan.units import unit_links
from ocop_site.plan.urls import HOME
from ocop_site.plan.views import ArticleCard, Card, HomeView, KindCard, Link

SHOWN = 6
"""How many cards a shelf holds."""

NEWS_SHOWN = 3


def home_sheet(lines: Lines) -> Sheet:
    catalogue, site = lines.catalogue, lines.catalogue.site
    producers, places = catalogue.producers, _places_first(lines)
    view = HomeView(
        products=lines.link(("products", ""), lines.words("products.title"), len(catalogue.listed)),
        producers=_index(lines, "producers", len(producers)) if producers else None,
        codes=_index(lines, "codes"),
        example_code=lines.example_code,
        notices=tuple(lines.notice(i) for i, notice in catalogue.notices.items() if catalogue.stands(notice)),
        in_season=lines.promoted(_in_season(lines))[:SHOWN],
        seasons=_index(lines, "seasons") if lines.facets.of("seasons") else None,
        showcase=tuple(_showcase(lines)),
        industries=tuple(_kind(lines, link) for link in industry_links(lines)),
        suits=suit_links(lines),
        districts=unit_links(lines, "districts"),
        map=_index(lines, "map") if has_map(catalogue) else None,
        places=tuple(lines.place_card(i) for i in places[:SHOWN]),
        all_places=_index(lines, "places", len(places)) if len(places) > SHOWN else None,
        makers=tuple(producer_card(lines, i) for i in _welcoming(lines)[:SHOWN]),
        trails=tuple(trail_card(lines, i, trail) for i, trail in catalogue.trails.items())[:NEWS_SHOWN],
        new=lines.promoted(_newest(lines))[:SHOWN],
        stars=star_links(lines),
        explain_stars=lines.explain_stars(),
        news=_news(lines),
        about=tuple(
            lines.link(("pages", i), catalogue.pages[i].title) for i in in_reading_order("pages", catalogue.pages)
        ),
    )
    tagline = lines.run(site.tagline).text.rstrip(".")
    description = lines.words("home.description", tagline=tagline, count=len(catalogue.listed))
    return Sheet(HOME, view, lines.title, description, texts=(site.title, site.tagline))


def _index(lines: Lines, kind: str, count: int | None = None) -> Link:
    return lines.link((kind, ""), lines.words(f"{kind}.title"), count)


def _news(lines: Lines) -> tuple[ArticleCard, ...]:
    news = lines.catalogue.news
    return tuple(lines.article_card("news", i, news[i]) for i in in_reading_order("news", news)[:NEWS_SHOWN])


def _kind(lines: Lines, link: Link) -> KindCard:
    """An industry with the picture of one of its products, another one every day."""
    industry = link.href.rstrip("/").rpartition("/")[2]
    cards = lines.promoted(lines.facets.of("industries")[industry])
    pictured = [card.picture for card in cards if card.picture]
    picture = pictured[lines.catalogue.today.toordinal() % len(pictured)] if pictured else None
    return KindCard(link, industry, picture)


def _in_season(lines: Lines) -> list[str]:
    return lines.facets.of("seasons").get(str(lines.catalogue.today.month), [])


def _showcase(lines: Lines) -> Iterator[Card]:
    """Some of what there is: of each maker one and then another, no picture twice, the next ones every day."""
    by_producer = [
        [card for card in lines.promoted(product_ids) if card.picture]
        for _, product_ids in sorted(lines.facets.of("producers").items())
    ]
    shelves = [cards for cards in by_producer if cards]
    day, seen, shown = lines.catalogue.today.toordinal(), set(), 0
    for turn in range(len(shelves) * SHOWN):
        if shown == SHOWN:
            return
        cards = shelves[(day * SHOWN + turn) % len(shelves)]
        card = cards[(day + turn // len(shelves)) % len(cards)]
        if card.picture and card.picture.src not in seen:
            seen.add(card.picture.src)
            shown += 1
            yield card


def _newest(lines: Lines) -> list[str]:
    """Those in force whose certificate is the newest; one that is not verified is no news."""
    worths = {i: lines.catalogue.worth(i) for i in lines.catalogue.listed}

    def issued(product_id: str) -> date:
        claim = worths[product_id].claim
        known = claim.certificate.issued if claim else None
        return known.latest if known else date.min

    in_force = lines.in_order(i for i, worth in worths.items() if worth.standing in SOLID)
    return sorted(in_force, key=issued, reverse=True)


def _places_first(lines: Lines) -> list[str]:
    """The showroom, then where OCOP products are sold, then where visitors go."""
    order = ("showroom", "ocop_stall", "shop", "rest_stop", "workshop", "tourist_point")
    places = lines.catalogue.places
    return sorted(places, key=lambda i: (i != lines.catalogue.site.showroom, order.index(places[i].kind), i))


def _welcoming(lines: Lines) -> list[str]:
    """Makers that visitors may go and see, as they say themselves."""
    return [
        i for i, producer in sorted(lines.catalogue.producers.items()) if producer.visits and producer.visits.welcome
    ]

"""Pages of the trails that lead from one place to the next."""

from collections.abc import Iterator, Sequence
from itertools import islice

from ocop_site.catalogue.localities import main_address
from ocop_site.editions.addresses import opening_hours
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.map.sketch import trail_locator
from ocop_site.pages.places import on_the_shelves
from ocop_site.pages.producers import producer_card
from ocop_site.pages.products.listed import listed_of
from ocop_site.pages.sheet import Sheet
from ocop_site.records.place import Stop, Way
from ocop_site.text.language import TextRun
from ocop_site.views import (
    AddressLine,
    Card,
    HoursLine,
    Link,
    Picture,
    StopLine,
    TrailCard,
    TrailsView,
    TrailView,
    WayLine,
)

INDEXES = PAGES = ("trails",)

BOUGHT, PICTURED = 3, 5
"""How many products a stop shows, and how many of its stops a trail's card."""


def keys(edition: Edition) -> Iterator[PageKey]:
    trails = edition.catalogue.trails
    if trails:
        yield PageKey("trails")
    for trail_id in trails:
        yield PageKey("trails", trail_id)


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _trail_sheet(edition, key) if key.id else _index(edition, key)


@fact
def trail_card(edition: Edition, trail_id: str) -> TrailCard:
    trail = edition.catalogue.trails[trail_id]
    return TrailCard(
        href=edition.urls.href(("trails", trail_id)),
        name=edition.run(trail.name),
        summary=edition.run(trail.summary),
        stops=len(trail.stops),
        takes=edition.maybe(trail.takes),
        pictures=tuple(islice(_pictures(edition, trail.stops), PICTURED)),
    )


def _pictures(edition: Edition, stops: Sequence[Stop]) -> Iterator[Picture]:
    return (picture for stop in stops if (picture := _picture(edition, stop)))


def _picture(edition: Edition, stop: Stop) -> Picture | None:
    return edition.parts.place_card(stop.place).picture if stop.place else producer_card(edition, _maker(stop)).picture


def _maker(stop: Stop) -> str:
    return stop.producer or ""


def _index(edition: Edition, key: PageKey) -> Sheet:
    view = TrailsView(tuple(trail_card(edition, i) for i in edition.catalogue.trails))
    title, description = edition.words("trails.title"), edition.words("trails.description")
    return Sheet(key, view, title, description, _crumbs(edition))


def _trail_sheet(edition: Edition, key: PageKey) -> Sheet:
    trail = edition.catalogue.trails[key.id]
    view = TrailView(
        name=edition.run(trail.name),
        summary=edition.run(trail.summary),
        story=edition.parts.prose(trail.story),
        stops=tuple(_stop(edition, number, stop) for number, stop in enumerate(trail.stops, start=1)),
        takes=edition.maybe(trail.takes),
        locator=trail_locator(edition, key.id),
        sources=edition.parts.sources(trail.sources),
    )
    return Sheet(
        key,
        view,
        edition.distinct("trails", key.id, edition.run(trail.name).text),
        edition.run(trail.summary).text,
        (*_crumbs(edition), edition.urls.link(key.thing, trail.name)),
        texts=(trail.name, trail.summary),
    )


def _crumbs(edition: Edition) -> tuple[Link, ...]:
    """Trails are found from the places to visit, where there are any."""
    trails = edition.urls.menu_link("trails")
    return (edition.urls.menu_link("places"), trails) if edition.catalogue.places else (trails,)


def _stop(edition: Edition, number: int, stop: Stop) -> StopLine:
    return _at_place(edition, number, stop, stop.place) if stop.place else _at_maker(edition, number, stop)


def _at_place(edition: Edition, number: int, stop: Stop, place_id: str) -> StopLine:
    place, first = edition.catalogue.places[place_id], edition.catalogue.site.first_language
    hours = place.opening_hours
    return _line(
        edition,
        number,
        stop,
        link=edition.urls.link(("places", place_id), place.name),
        kind=f"place.{place.kind}",
        hours=opening_hours(hours),
        hours_note=edition.maybe(hours.note) if hours else None,
        address=edition.addresses.of(place.address, place.name.run(first).text) if place.address else None,
        cards=edition.parts.promoted(on_the_shelves(edition, place), BOUGHT),
    )


def _at_maker(edition: Edition, number: int, stop: Stop) -> StopLine:
    producer_id = _maker(stop)
    producer = edition.catalogue.producers[producer_id]
    home = main_address(producer.addresses)
    return _line(
        edition,
        number,
        stop,
        link=edition.urls.link(("producers", producer_id), producer.name),
        kind=f"producer.{producer.kind}",
        address=edition.addresses.of_producer(home, producer_id) if home else None,
        cards=edition.parts.promoted(listed_of(edition, producer_id), BOUGHT),
    )


def _line(
    edition: Edition,
    number: int,
    stop: Stop,
    *,
    link: Link,
    kind: str,
    address: AddressLine | None,
    cards: tuple[Card, ...],
    hours: tuple[HoursLine, ...] = (),
    hours_note: TextRun | None = None,
) -> StopLine:
    """What a trail says of the stop itself, with what is told of the place or maker there."""
    note, way = edition.maybe(stop.note), _way(edition, stop.way)
    picture = _picture(edition, stop)
    return StopLine(number, link, kind, picture, note, stop.stay, way, hours, hours_note, address, cards)


def _way(edition: Edition, way: Way | None) -> WayLine | None:
    return WayLine(way.minutes, edition.maybe(way.by)) if way else None

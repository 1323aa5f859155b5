"""Pages of the trails that lead from one place to the next."""

from collections.abc import Iterator

from ocop_site.catalogue.localities import main_address
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import Sheet
from ocop_site.records.place import Stop
from ocop_site.views import StopLine, TrailCard, TrailsView, TrailView

INDEXES = PAGES = ("trails",)


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
    name, summary = edition.run(trail.name), edition.run(trail.summary)
    return TrailCard(
        edition.urls.href(("trails", trail_id)), name, summary, len(trail.stops), edition.maybe(trail.takes)
    )


def _index(edition: Edition, key: PageKey) -> Sheet:
    view = TrailsView(tuple(trail_card(edition, i) for i in edition.catalogue.trails))
    title, description = edition.words("trails.title"), edition.words("trails.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("trails"),))


def _trail_sheet(edition: Edition, key: PageKey) -> Sheet:
    trail = edition.catalogue.trails[key.id]
    view = TrailView(
        name=edition.run(trail.name),
        summary=edition.run(trail.summary),
        story=edition.parts.prose(trail.story),
        stops=tuple(_stop(edition, number, stop) for number, stop in enumerate(trail.stops, start=1)),
        takes=edition.maybe(trail.takes),
        sources=edition.parts.sources(trail.sources),
    )
    return Sheet(
        key,
        view,
        edition.distinct("trails", key.id, edition.run(trail.name).text),
        edition.run(trail.summary).text,
        (edition.urls.menu_link("trails"), edition.urls.link(key.thing, trail.name)),
        texts=(trail.name, trail.summary),
    )


def _stop(edition: Edition, number: int, stop: Stop) -> StopLine:
    note, first = edition.maybe(stop.note), edition.catalogue.site.first_language
    if stop.place:
        place = edition.catalogue.places[stop.place]
        address = edition.addresses.of(place.address, place.name.run(first).text) if place.address else None
        return StopLine(number, edition.urls.link(("places", stop.place), place.name), note, address)
    producer_id = stop.producer or ""
    producer = edition.catalogue.producers[producer_id]
    home = main_address(producer.addresses)
    link = edition.urls.link(("producers", producer_id), producer.name)
    return StopLine(number, link, note, edition.addresses.of_producer(home, producer_id) if home else None)

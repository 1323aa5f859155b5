"""Pages of places and of the trails that lead from one to the next."""

from collections.abc import Iterator

from ocop_site.catalogue.localities import main_address
from ocop_site.editions.addresses import opening_hours
from ocop_site.editions.edition import Edition
from ocop_site.pages.map.sketch import locator
from ocop_site.pages.sheet import Sheet
from ocop_site.records.dates import iso
from ocop_site.records.place import Place, Stop, Trail
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Link, PlacesView, PlaceView, StockLine, StopLine, TrailCard, TrailsView, TrailView


def place_sheets(edition: Edition) -> Iterator[Sheet]:
    yield from _places(edition)
    yield from _trails(edition)


def trail_card(edition: Edition, trail_id: str, trail: Trail) -> TrailCard:
    name, summary = edition.run(trail.name), edition.run(trail.summary)
    return TrailCard(
        edition.urls.href(("trails", trail_id)), name, summary, len(trail.stops), edition.maybe(trail.takes)
    )


def _places(edition: Edition) -> Iterator[Sheet]:
    places, showroom = edition.catalogue.places, edition.catalogue.site.showroom
    if not places:
        return
    ordered = sorted(places, key=lambda i: (collation_key(edition.run(places[i].name).text), i))
    view = PlacesView(
        showroom=edition.parts.place_card(showroom) if showroom else None,
        cards=tuple(edition.parts.place_card(i) for i in ordered if i != showroom),
    )
    title, description = edition.words("places.title"), edition.words("places.description")
    yield Sheet(("places", ""), view, title, description, (edition.urls.menu_link("places"),))
    for place_id, place in places.items():
        name = edition.distinct("places", place_id, edition.run(place.name).text)
        yield Sheet(
            ("places", place_id),
            _place_view(edition, place_id, place),
            edition.words("place.title", name=name),
            edition.words("place.description", name=name),
            (edition.urls.menu_link("places"), edition.urls.link(("places", place_id), place.name)),
            texts=(place.name, place.story),
            social=edition.pictures.social(place.photos),
        )


def _place_view(edition: Edition, place_id: str, place: Place) -> PlaceView:
    hours, name = place.opening_hours, place.name.run(edition.catalogue.site.first_language).text
    return PlaceView(
        name=edition.run(place.name),
        other_names=edition.others(place.name),
        kind=place.kind,
        address=edition.addresses.of(place.address, name) if place.address else None,
        phone=place.phone,
        hours=opening_hours(hours),
        hours_note=edition.maybe(hours.note) if hours else None,
        getting_there=edition.maybe(place.getting_there),
        pictures=edition.pictures.of_page(place.photos),
        story=edition.parts.prose(place.story),
        stock=tuple(_stock(edition, place)),
        trails=_trails_through(edition, place_id),
        locator=locator(edition, place_id),
        unknown=tuple(_unknown(place)),
        sources=edition.parts.sources(place.sources),
    )


def _stock(edition: Edition, place: Place) -> Iterator[StockLine]:
    """What is on the shelves, in the order of names; no buying is shown for spirits, nor for what is gone."""
    products = edition.catalogue.products
    stock = {s.product: s for s in place.stock if not s.out and s.product in products}
    sold = (i for i in stock if not products[i].withdrawn and not edition.catalogue.is_spirit(i))
    for product_id in edition.in_order(sold):
        yield StockLine(edition.parts.card(product_id), stock[product_id].shelf, iso(stock[product_id].as_of))


def _trails_through(edition: Edition, place_id: str) -> tuple[Link, ...]:
    trails = edition.catalogue.trails.items()
    return tuple(
        edition.urls.link(("trails", i), t.name) for i, t in trails if any(s.place == place_id for s in t.stops)
    )


def _unknown(place: Place) -> Iterator[str]:
    if place.address is None:
        yield "address"
    if place.opening_hours is None:
        yield "hours"
    if place.phone is None:
        yield "contact"


def _trails(edition: Edition) -> Iterator[Sheet]:
    trails = edition.catalogue.trails
    if not trails:
        return
    index = edition.urls.menu_link("trails")
    view = TrailsView(tuple(trail_card(edition, i, trail) for i, trail in trails.items()))
    yield Sheet(("trails", ""), view, edition.words("trails.title"), edition.words("trails.description"), (index,))
    for trail_id, trail in trails.items():
        name = edition.distinct("trails", trail_id, edition.run(trail.name).text)
        view_of_one = TrailView(
            name=edition.run(trail.name),
            summary=edition.run(trail.summary),
            story=edition.parts.prose(trail.story),
            stops=tuple(_stop(edition, number, stop) for number, stop in enumerate(trail.stops, start=1)),
            takes=edition.maybe(trail.takes),
            sources=edition.parts.sources(trail.sources),
        )
        crumbs = (index, edition.urls.link(("trails", trail_id), trail.name))
        texts = (trail.name, trail.summary)
        yield Sheet(("trails", trail_id), view_of_one, name, edition.run(trail.summary).text, crumbs, texts)


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
    return StopLine(number, link, note, edition.addresses.of_producer(home, producer) if home else None)

"""Pages of places and of the trails that lead from one to the next."""

from collections.abc import Iterator

from ocop_site.catalogue.localities import main_address
from ocop_site.language import collation_key
from ocop_site.plan.lines import Lines
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.sketch import locator
from ocop_site.plan.views import (
    Link,
    PlacesView,
    PlaceView,
    StockLine,
    StopLine,
    TrailCard,
    TrailsView,
    TrailView,
)
from ocop_site.plan.whereabouts import opening_hours
from ocop_site.records.dates import iso
from ocop_site.records.place import Place, Stop, Trail


def place_sheets(lines: Lines) -> Iterator[Sheet]:
    yield from _places(lines)
    yield from _trails(lines)


def trail_card(lines: Lines, trail_id: str, trail: Trail) -> TrailCard:
    name, summary = lines.run(trail.name), lines.run(trail.summary)
    return TrailCard(lines.href(("trails", trail_id)), name, summary, len(trail.stops), lines.maybe(trail.takes))


def _places(lines: Lines) -> Iterator[Sheet]:
    places, showroom = lines.catalogue.places, lines.catalogue.site.showroom
    if not places:
        return
    ordered = sorted(places, key=lambda i: (collation_key(lines.run(places[i].name).text), i))
    view = PlacesView(
        showroom=lines.place_card(showroom) if showroom else None,
        cards=tuple(lines.place_card(i) for i in ordered if i != showroom),
    )
    title, description = lines.words("places.title"), lines.words("places.description")
    yield Sheet(("places", ""), view, title, description, (lines.menu_link("places"),))
    for place_id, place in places.items():
        name = lines.distinct("places", place_id, lines.run(place.name).text)
        yield Sheet(
            ("places", place_id),
            _place_view(lines, place_id, place),
            lines.words("place.title", name=name),
            lines.words("place.description", name=name),
            (lines.menu_link("places"), lines.link(("places", place_id), place.name)),
            texts=(place.name, place.story),
            social=lines.social(place.photos),
        )


def _place_view(lines: Lines, place_id: str, place: Place) -> PlaceView:
    hours, name = place.opening_hours, place.name.run(lines.catalogue.site.first_language).text
    return PlaceView(
        name=lines.run(place.name),
        other_names=lines.others(place.name),
        kind=place.kind,
        address=lines.address(place.address, name) if place.address else None,
        phone=place.phone,
        hours=opening_hours(hours),
        hours_note=lines.maybe(hours.note) if hours else None,
        getting_there=lines.maybe(place.getting_there),
        pictures=lines.pictures(place.photos),
        story=lines.prose(place.story),
        stock=tuple(_stock(lines, place)),
        trails=_trails_through(lines, place_id),
        locator=locator(lines, place_id),
        unknown=tuple(_unknown(place)),
        sources=lines.sources(place.sources),
    )


def _stock(lines: Lines, place: Place) -> Iterator[StockLine]:
    """What is on the shelves, in the order of names; no buying is shown for spirits, nor for what is gone."""
    products = lines.catalogue.products
    stock = {s.product: s for s in place.stock if not s.out and s.product in products}
    sold = (i for i in stock if not products[i].withdrawn and not lines.catalogue.is_spirit(i))
    for product_id in lines.in_order(sold):
        yield StockLine(lines.card(product_id), stock[product_id].shelf, iso(stock[product_id].as_of))


def _trails_through(lines: Lines, place_id: str) -> tuple[Link, ...]:
    trails = lines.catalogue.trails.items()
    return tuple(lines.link(("trails", i), t.name) for i, t in trails if any(s.place == place_id for s in t.stops))


def _unknown(place: Place) -> Iterator[str]:
    if place.address is None:
        yield "address"
    if place.opening_hours is None:
        yield "hours"
    if place.phone is None:
        yield "contact"


def _trails(lines: Lines) -> Iterator[Sheet]:
    trails = lines.catalogue.trails
    if not trails:
        return
    index = lines.menu_link("trails")
    view = TrailsView(tuple(trail_card(lines, i, trail) for i, trail in trails.items()))
    yield Sheet(("trails", ""), view, lines.words("trails.title"), lines.words("trails.description"), (index,))
    for trail_id, trail in trails.items():
        name = lines.distinct("trails", trail_id, lines.run(trail.name).text)
        view_of_one = TrailView(
            name=lines.run(trail.name),
            summary=lines.run(trail.summary),
            story=lines.prose(trail.story),
            stops=tuple(_stop(lines, number, stop) for number, stop in enumerate(trail.stops, start=1)),
            takes=lines.maybe(trail.takes),
            sources=lines.sources(trail.sources),
        )
        crumbs = (index, lines.link(("trails", trail_id), trail.name))
        texts = (trail.name, trail.summary)
        yield Sheet(("trails", trail_id), view_of_one, name, lines.run(trail.summary).text, crumbs, texts)


def _stop(lines: Lines, number: int, stop: Stop) -> StopLine:
    note, first = lines.maybe(stop.note), lines.catalogue.site.first_language
    if stop.place:
        place = lines.catalogue.places[stop.place]
        address = lines.address(place.address, place.name.run(first).text) if place.address else None
        return StopLine(number, lines.link(("places", stop.place), place.name), note, address)
    producer_id = stop.producer or ""
    producer = lines.catalogue.producers[producer_id]
    home = main_address(producer.addresses)
    link = lines.link(("producers", producer_id), producer.name)
    return StopLine(number, link, note, lines.producer_address(home, producer) if home else None)

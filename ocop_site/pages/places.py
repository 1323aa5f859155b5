"""Pages of places where products are shown and sold or where visitors go."""

from collections.abc import Iterator

from ocop_site.editions.addresses import opening_hours
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey
from ocop_site.pages.map.sketch import locator
from ocop_site.pages.now import has_now, now_link
from ocop_site.pages.sheet import Sheet
from ocop_site.pages.surroundings import made_near, nearby
from ocop_site.records.place import Place
from ocop_site.records.values.dates import iso
from ocop_site.views import Link, PlacesView, PlaceView, StockLine

INDEXES = PAGES = ("places",)


def keys(edition: Edition) -> Iterator[PageKey]:
    places = edition.catalogue.places
    if places:
        yield PageKey("places")
    for place_id in places:
        yield PageKey("places", place_id)


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _place_sheet(edition, key) if key.id else _index(edition, key)


def _index(edition: Edition, key: PageKey) -> Sheet:
    showroom = edition.catalogue.site.showroom
    view = PlacesView(
        showroom=edition.parts.place_card(showroom) if showroom else None,
        cards=tuple(edition.parts.place_card(i) for i in _by_name(edition) if i != showroom),
        trails=tuple(edition.urls.link(("trails", i), trail.name) for i, trail in edition.catalogue.trails.items()),
        now=now_link(edition) if has_now(edition) else None,
    )
    title, description = edition.words("places.title"), edition.words("places.description")
    return Sheet(key, view, title, description, (edition.urls.menu_link("places"),))


@fact
def _by_name(edition: Edition) -> list[str]:
    return edition.by_name({i: place.name for i, place in edition.catalogue.places.items()})


def on_the_shelves(edition: Edition, place: Place) -> list[str]:
    """What is sold at a place, in the order of names; no buying is shown for spirits, nor for what is gone."""
    catalogue = edition.catalogue
    stock = (each.product for each in place.stock if not each.out and each.product in catalogue.products)
    return edition.in_order(i for i in stock if catalogue.showing(i).may_be_displayed)


def _place_sheet(edition: Edition, key: PageKey) -> Sheet:
    place = edition.catalogue.places[key.id]
    name = edition.distinct("places", key.id, edition.run(place.name).text)
    return Sheet(
        key,
        _place_view(edition, key.id, place),
        edition.words("place.title", name=name),
        edition.words("place.description", name=name),
        (edition.urls.menu_link("places"), edition.urls.link(key.thing, place.name)),
        texts=(place.name, place.story),
    )


def _place_view(edition: Edition, place_id: str, place: Place) -> PlaceView:
    hours, name = place.opening_hours, place.name.run(edition.catalogue.site.first_language).text
    stock = tuple(_stock(edition, place))
    return PlaceView(
        name=edition.run(place.name),
        other_names=edition.others(place.name),
        kind=place.kind,
        address=edition.addresses.of(place.address, name) if place.address else None,
        phones=place.phone,
        hours=opening_hours(hours),
        hours_note=edition.maybe(hours.note) if hours else None,
        getting_there=edition.maybe(place.getting_there),
        pictures=edition.pictures.of_page(place.photos),
        story=edition.parts.prose(place.story),
        stock=stock,
        made_near=None if stock else made_near(edition, place),
        nearby=nearby(edition, place_id),
        trails=_trails_through(edition, place_id),
        locator=locator(edition, place_id),
        unknown=tuple(_unknown(place)),
        sources=edition.parts.sources(place.sources),
    )


def _stock(edition: Edition, place: Place) -> Iterator[StockLine]:
    stock = {each.product: each for each in place.stock}
    for product_id in on_the_shelves(edition, place):
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
    if not place.phone:
        yield "contact"

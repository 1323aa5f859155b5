"""Pages of producers: all of them, and each with its products."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import share
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.map.sketch import maker_locator
from ocop_site.pages.products.listed import listed_of
from ocop_site.pages.sheet import Sheet
from ocop_site.records.people import Producer
from ocop_site.records.values.dates import iso
from ocop_site.views import ProducerCard, ProducersView, ProducerView

INDEXES = PAGES = ("producers",)


def keys(edition: Edition) -> Iterator[PageKey]:
    producers = edition.catalogue.producers
    if producers:
        yield from numbered("producers", "", len(producers))
    for producer_id in producers:
        yield from numbered("producers", producer_id, len(listed_of(edition, producer_id)))


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _producer_sheet(edition, key) if key.id else _index(edition, key)


@fact
def producer_card(edition: Edition, producer_id: str) -> ProducerCard:
    """Who makes nothing but spirits is listed without a picture, and without what it makes."""
    producer, is_shown = edition.catalogue.producers[producer_id], edition.catalogue.may_invite(producer_id)
    return ProducerCard(
        href=edition.urls.href(("producers", producer_id)),
        name=edition.run(producer.name),
        kind=producer.kind,
        locality=edition.addresses.locality_of(producer),
        makes=edition.maybe(producer.makes) if is_shown else None,
        count=len(listed_of(edition, producer_id)),
        picture=edition.pictures.card(producer.photos) if is_shown else None,
        pattern=_pattern(edition, producer_id),
    )


@fact
def _pattern(edition: Edition, producer_id: str) -> str:
    """The industry of most of its products."""
    products = edition.catalogue.products
    found = Counter(edition.parts.pattern(products[i].set) for i in listed_of(edition, producer_id))
    return max(found, key=lambda pattern: (found[pattern], pattern), default="")


@fact
def _by_name(edition: Edition) -> list[str]:
    return edition.by_name({i: producer.name for i, producer in edition.catalogue.producers.items()})


def _index(edition: Edition, key: PageKey) -> Sheet:
    ordered = _by_name(edition)
    cards = tuple(producer_card(edition, i) for i in share(ordered, key.number))
    view = ProducersView(len(ordered), cards, edition.parts.turns(len(ordered), key.thing, key.number))
    title = edition.words("producers.title")
    description = edition.words("producers.description", count=len(ordered))
    return Sheet(key, view, title, description, (edition.urls.menu_link("producers"),))


def _producer_sheet(edition: Edition, key: PageKey) -> Sheet:
    producer, listed = edition.catalogue.producers[key.id], listed_of(edition, key.id)
    name = edition.distinct("producers", key.id, edition.run(producer.name).text)
    return Sheet(
        key,
        _producer_view(edition, key, producer, listed),
        edition.words("producer.title", name=name),
        edition.words("producer.description", name=name, count=len(listed)),
        (edition.urls.menu_link("producers"), edition.urls.link(key.thing, producer.name)),
        texts=(producer.name, producer.story),
    )


def _producer_view(edition: Edition, key: PageKey, producer: Producer, listed: Sequence[str]) -> ProducerView:
    catalogue, showing = edition.catalogue, edition.catalogue.maker_showing(key.id)
    invites = catalogue.may_invite(key.id)
    others = [i for i in catalogue.products_of.get(key.id, ()) if not catalogue.showing(i).is_listed]
    contact = edition.parts.contact(key.id)
    visits, safety, successor = producer.visits, producer.food_safety, producer.successor
    return ProducerView(
        name=edition.run(producer.name),
        other_names=edition.others(producer.name),
        registered_name=edition.native(producer.registered_name) if producer.registered_name else None,
        former_names=tuple(edition.native(name) for name in producer.former_names),
        kind=producer.kind,
        makes=edition.maybe(producer.makes) if invites else None,
        pattern=_pattern(edition, key.id),
        locality=edition.addresses.locality_of(producer),
        successor=edition.urls.link(("producers", successor), catalogue.producers[successor].name)
        if successor
        else None,
        since=iso(producer.since),
        addresses=tuple(edition.addresses.of_producer(address, key.id) for address in producer.addresses),
        households_commune_only=showing.keeps_home and bool(producer.addresses),
        contact=contact,
        visits_welcome=visits.welcome if visits else None,
        visits_note=edition.maybe(visits.note) if visits else None,
        food_safety=safety.number if safety else None,
        food_safety_until=iso(safety.until) if safety else None,
        pictures=edition.pictures.of_page(producer.photos if invites else ()),
        lead=edition.maybe(producer.lead) if invites else None,
        story=edition.parts.prose(producer.story),
        listing=edition.parts.listing(listed, key.thing, key.number),
        others=edition.parts.cards(edition.in_order(others)),
        locator=maker_locator(edition, key.id),
        unknown=tuple(_unknown(producer, bool(contact.phones or contact.zalo or contact.email))),
        sources=edition.parts.sources(producer.sources),
    )


def _unknown(producer: Producer, has_contact: bool) -> Iterator[str]:
    if not producer.addresses:
        yield "address"
    if not has_contact:
        yield "contact"
    if producer.visits is None:
        yield "visits"

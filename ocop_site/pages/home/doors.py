"""The doors with something behind them, each with what is laid before it: home has them, a kiosk too."""

from collections.abc import Sequence

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.home.teasers import of_today
from ocop_site.pages.lists.links import door_links
from ocop_site.records.products.doors import HomeDoor
from ocop_site.views import DoorCard, Link, Picture


def door_cards(edition: Edition) -> tuple[DoorCard, ...]:
    return tuple(_door(edition, link) for link in door_links(edition))


def _door(edition: Edition, link: Link) -> DoorCard:
    door_id = link.href.rstrip("/").rpartition("/")[2]
    door = edition.catalogue.doors[door_id]
    picture = _given(edition, door) or _of_one_behind(edition, edition.facets.of("doors")[door_id])
    return DoorCard(link, picture, door.ground)


def _given(edition: Edition, door: HomeDoor) -> Picture | None:
    """That of the record, unless it shows only what may not be recommended on this day."""
    if not door.picture or door.picture in _kept_back(edition):
        return None
    return edition.pictures.at_door(door.picture, door.ground, edition.run(door.title))


@fact
def _kept_back(edition: Edition) -> frozenset[str]:
    """The files that show products which may not be recommended, or makers who may not invite, and nothing else."""
    catalogue, files = edition.catalogue, {True: set[str](), False: set[str]()}
    for product_id, product in catalogue.products.items():
        files[catalogue.showing(product_id).may_be_recommended].update(photo.file for photo in product.photos)
    for producer_id, producer in catalogue.producers.items():
        files[catalogue.may_invite(producer_id)].update(photo.file for photo in producer.photos)
    return frozenset(files[False] - files[True])


def _of_one_behind(edition: Edition, product_ids: Sequence[str]) -> Picture | None:
    """Of another product every day."""
    return of_today(edition, [card.cut_out for card in edition.parts.promoted(product_ids) if card.cut_out])

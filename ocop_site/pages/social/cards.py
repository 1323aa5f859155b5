"""What the shared picture of each kind of thing tells.

No star is on one: it is looked at when they have ended. A recall stands before everything, and nothing beside it
invites; a spirit has no picture of its own.
"""

from collections.abc import Callable, Mapping
from functools import partial

from ocop_site.editions.edition import Edition
from ocop_site.editions.status import SEALS
from ocop_site.pages.products.listed import listed_of
from ocop_site.pages.social.things import laid, still_life
from ocop_site.pages.social.wording import (
    locality_of_place,
    locality_of_producer,
    made,
    names,
    recalled,
    site_name,
    told,
)
from ocop_site.pictures.social.card import SocialCard

LAID_BY_MAKER = 3
"""How many of its products lie on the picture of a maker that has none itself."""

MakeCard = Callable[[Edition, str], SocialCard | None]


def _site(edition: Edition, _record_id: str) -> SocialCard:
    site = edition.catalogue.site
    things = still_life(edition)
    return SocialCard(site_name(edition), names(edition, site.invitation or site.title), things=things)


def _product(edition: Edition, product_id: str) -> SocialCard | None:
    product, showing = edition.catalogue.products[product_id], edition.catalogue.showing(product_id)
    about = site_name(edition), names(edition, product.name), made(edition, product_id)
    if showing.is_recalled:
        return SocialCard(*about, recall=recalled(edition))
    if not showing.may_be_displayed:
        return None
    return laid(edition, SocialCard(*about, SEALS[showing.status.state], told(edition, showing)), product.photos)


def _producer(edition: Edition, producer_id: str) -> SocialCard:
    """With a picture of its own, else with what it makes; who makes nothing but spirits with neither."""
    producer, listed = edition.catalogue.producers[producer_id], listed_of(edition, producer_id)
    shown = [i for i in listed if edition.catalogue.showing(i).may_be_displayed]
    where = locality_of_producer(edition, producer)
    card = SocialCard(site_name(edition), names(edition, producer.name), where)
    own = laid(edition, card, producer.photos) if edition.catalogue.may_invite(producer_id) else card
    return own if own.pictures else card.with_things(still_life(edition, shown, LAID_BY_MAKER))


def _place(edition: Edition, place_id: str) -> SocialCard:
    place = edition.catalogue.places[place_id]
    card = SocialCard(site_name(edition), names(edition, place.name), locality_of_place(edition, place_id))
    return laid(edition, card, place.photos)


def _trail(edition: Edition, trail_id: str) -> SocialCard:
    """With the first of its stops that has a picture."""
    trail, catalogue = edition.catalogue.trails[trail_id], edition.catalogue
    inviting = [stop for stop in trail.stops if not stop.producer or catalogue.may_invite(stop.producer)]
    stops = (catalogue.places[s.place] if s.place else catalogue.producers[s.producer or ""] for s in inviting)
    photos = next((stop.photos for stop in stops if stop.photos), ())
    return laid(edition, SocialCard(site_name(edition), names(edition, trail.name)), photos)


def _article(kind: str, edition: Edition, article_id: str) -> SocialCard:
    """With its own picture, else with the still life of the whole."""
    article = edition.catalogue.of(kind)[article_id]
    card = SocialCard(site_name(edition), names(edition, article.title))
    own = laid(edition, card, article.photos)
    return own if own.pictures else card.with_things(still_life(edition))


CARDS: Mapping[str, MakeCard] = {
    "home": _site,
    "products": _product,
    "producers": _producer,
    "places": _place,
    "trails": _trail,
    "news": partial(_article, "news"),
    "pages": partial(_article, "pages"),
}
"""By the kinds of which each thing has a picture of its own; `home` has that of the whole."""

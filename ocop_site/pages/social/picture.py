"""The picture beside a link to a page: where it stands, and what it says to those who do not see it."""

from collections.abc import Iterator
from dataclasses import replace

from ocop_site.editions.edition import Edition
from ocop_site.editions.urls import HOME, Key
from ocop_site.facts import fact
from ocop_site.pages.social.cards import CARDS
from ocop_site.pages.social.wording import brand, seal_words
from ocop_site.pictures.social.card import SIZE, SocialCard
from ocop_site.pictures.social.key import key_of
from ocop_site.views import SocialPicture

FOLDER = "social"


def social_picture(edition: Edition, key: Key) -> SocialPicture | None:
    """That of a thing; of lists and all that has none of its own that of the whole; None where nothing may invite."""
    own = key if key[0] in CARDS and key[1] else HOME
    if (card := card_of(edition, own)) is None:
        return None
    href = edition.site_urls.absolute(f"/{path_of(own, card)}")
    return SocialPicture(href, *SIZE, ". ".join(text.rstrip(".") for text in _said(edition, own, card)))


def card_of(edition: Edition, key: Key) -> SocialCard | None:
    """What the picture of a thing tells: the same in every edition."""
    return _card(edition.editions.default, *key)


def path_of(key: Key, card: SocialCard) -> str:
    """Where the picture stands, below the root of the site: somewhere else as soon as anything on it is another."""
    kind, record_id = key
    return f"{FOLDER}/{kind}/{record_id or 'all'}.{key_of(card)[:16]}.jpg"


@fact
def _card(edition: Edition, kind: str, record_id: str) -> SocialCard | None:
    card = CARDS[kind](edition, record_id)
    return replace(card, brand=brand(edition.catalogue.site)) if card else None


def _said(edition: Edition, key: Key, card: SocialCard) -> Iterator[str]:
    """In the page's language."""
    kind, record_id = key
    if key == HOME:
        yield edition.run(edition.catalogue.site.invitation or edition.catalogue.site.title).text
        return
    name = edition.title_of(kind, record_id).text
    yield edition.parts.titled(record_id, name) if kind == "products" else name
    if card.told:
        yield seal_words(edition, edition.catalogue.showing(record_id))
    photos = getattr(edition.catalogue.of(kind)[record_id], "photos", ())
    if card.pictures and photos:
        yield edition.run(photos[0].alt).text

"""The picture beside shared links to a thing, as a file: beside the page of the thing in the site's first language.

It is kept by all that it is made of: a page is made anew every day, its picture when something on it is another.
"""

import re
from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import HOME, Key
from ocop_site.pages.social.cards import CARDS
from ocop_site.pages.social.picture import FOLDER, card_of, path_of
from ocop_site.pictures.cache import RenditionSet
from ocop_site.pictures.recipe import SOCIAL
from ocop_site.pictures.shots import rendition
from ocop_site.pictures.social.card import SIZE, SocialCard
from ocop_site.pictures.social.key import key_of

_PATH = re.compile(rf"{FOLDER}/([a-z]+)/([a-z0-9-]+)\.[0-9a-f]{{16}}\.jpg")


def documents(editions: Editions, key: Key) -> Iterator[Document]:
    """The picture of one thing, if it has one of its own."""
    if (key == HOME or (key[0] in CARDS and key[1])) and (card := card_of(editions.default, key)):
        yield Document(path_of(key, card), _kept(editions, card) or _made(editions, card))


def is_one(path: str) -> bool:
    """Whether what stands at a path, if anything does, is such a picture."""
    return _PATH.fullmatch(path) is not None


def document(editions: Editions, path: str) -> Document | None:
    """The picture at a path; None where none stands there, or one that told something else."""
    key = _key_at(editions, path)
    return next((each for each in documents(editions, key) if each.path == path), None) if key else None


def stands(editions: Editions, path: str) -> bool:
    """The same question, for which nothing is painted."""
    key = _key_at(editions, path)
    card = card_of(editions.default, key) if key else None
    return key is not None and card is not None and path_of(key, card) == path


def _key_at(editions: Editions, path: str) -> Key | None:
    """The thing whose picture may stand there."""
    if (found := _PATH.fullmatch(path)) is None or found[1] not in CARDS:
        return None
    if found[1] == HOME[0]:
        return HOME
    return (found[1], found[2]) if found[2] in editions.default.catalogue.of(found[1]) else None


def _kept(editions: Editions, card: SocialCard) -> bytes | None:
    store = editions.renditions.store.of_cards
    kept = store.find(key_of(card))
    bodies = store.bodies(kept) if kept else None
    return bodies[0] if bodies else None


def _made(editions: Editions, card: SocialCard) -> bytes:
    from ocop_site.pictures.social.composing import composed

    body = composed(card, {each: editions.renditions.body(each) for each in card.pictures})
    made = RenditionSet(key_of(card), 0, SIZE, (rendition(SOCIAL, "jpeg", SIZE, body),), True)
    editions.renditions.store.of_cards.keep(made, [body])
    return body

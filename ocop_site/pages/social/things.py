"""What is seen on shared pictures: things that are cut out, one or several, or a photograph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ocop_site.editions.edition import Edition
from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.recipe import SOCIAL, SOCIAL_CUT_OUT
from ocop_site.pictures.social.card import SocialCard
from ocop_site.records.photo import Photo

LAID = 5
"""How many things lie on the picture of the whole catalogue."""


def laid(edition: Edition, card: SocialCard, photos: Sequence[Photo]) -> SocialCard:
    """A card with the first of a record's pictures: cut out, on its ground, else as a photograph."""
    if not photos:
        return card
    if thing := edition.pictures.rendition(photos[0], SOCIAL_CUT_OUT):
        return replace(card, ground=photos[0].ground or card.ground, things=(thing,))
    return replace(card, photo=edition.pictures.rendition(photos[0], SOCIAL))


def still_life(edition: Edition, product_ids: Iterable[str] | None = None, most: int = LAID) -> tuple[Rendition, ...]:
    """Things that may be recommended, none twice: of the whole catalogue those of this month first."""
    found: dict[Rendition, None] = {}
    for thing in _things(edition, _in_season_first(edition) if product_ids is None else product_ids):
        found.setdefault(thing)
        if len(found) == most:
            break
    return tuple(found)


def _things(edition: Edition, product_ids: Iterable[str]) -> Iterator[Rendition]:
    for product_id in product_ids:
        photos = edition.catalogue.products[product_id].photos
        thing = edition.pictures.rendition(photos[0], SOCIAL_CUT_OUT) if photos else None
        if thing and edition.catalogue.showing(product_id).may_be_recommended:
            yield thing


def _in_season_first(edition: Edition) -> Iterator[str]:
    """Then one of each maker, and what is left."""
    by_maker = [products for _, products in sorted(edition.facets.of("producers").items())]
    yield from edition.facets.of("seasons").get(str(edition.catalogue.today.month), [])
    yield from (products[0] for products in by_maker)
    yield from (product for products in by_maker for product in products[1:])

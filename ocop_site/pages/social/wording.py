"""The words of a shared picture, as letters that its faces have, in up to two languages, and the colour of its site."""

from collections.abc import Iterable

from ocop_site.catalogue.showing import Showing
from ocop_site.editions.edition import Edition
from ocop_site.pictures.social.letters import can_write, plain
from ocop_site.records.people import Producer
from ocop_site.records.site import Site
from ocop_site.text.formats import format_date
from ocop_site.text.language import Text

MOST_LANGUAGES = 2
"""How many a picture speaks: more would make the letters of each small."""


BRAND = "brand"
"""The option of a theme by which a site sets its own colour."""


def site_name(edition: Edition) -> str:
    site = edition.catalogue.site
    return _first(_in_order(edition, site.short_title or site.title))


def brand(site: Site) -> str:
    """The colour that a site has in place of its theme's, which has judged it; empty where it has none."""
    given = site.theme_options.get(BRAND)
    light = given.get("light") if isinstance(given, dict) else given
    return light.upper() if isinstance(light, str) else ""


def names(edition: Edition, name: Text) -> tuple[str, ...]:
    return _written(_in_order(edition, name))


def made(edition: Edition, product_id: str) -> tuple[str, ...]:
    """By whom, and where as far as that may be known."""
    cards = [each.parts.card(product_id) for each in _voices(edition)]
    where = _first(card.locality.text for card in cards if card.locality)
    return tuple(filter(None, (_first(card.producer.text for card in cards), where)))


def locality_of_producer(edition: Edition, producer: Producer) -> tuple[str, ...]:
    where = (each.addresses.locality_of(producer) for each in _voices(edition))
    return _written((run.text for run in where if run), most=1)


def locality_of_place(edition: Edition, place_id: str) -> tuple[str, ...]:
    where = (each.parts.place_card(place_id).locality for each in _voices(edition))
    return _written((run.text for run in where if run), most=1)


def told(edition: Edition, showing: Showing) -> tuple[str, ...]:
    """What the certificate is worth."""
    return _written(seal_words(each, showing) for each in _voices(edition))


def recalled(edition: Edition) -> tuple[str, ...]:
    return _written(each.words("social.recalled") for each in _voices(edition))


def seal_words(edition: Edition, showing: Showing) -> str:
    """In the words of an edition; never how many stars. To visitors `ending` is `valid`."""
    status = showing.status
    if status.until:
        return edition.words("social.in_force", until=format_date(status.until.isoformat(), edition.language))
    return edition.words(f"social.{status.state}")


def _voices(edition: Edition) -> list[Edition]:
    """The site's first language, what visitors get who read none, the others."""
    editions = edition.editions
    order = dict.fromkeys((editions.default.language, edition.catalogue.site.fallback, *editions))
    return [editions[language] for language in order]


def _in_order(edition: Edition, text: Text) -> list[str]:
    """A text in those of them that it has."""
    return [words for each in _voices(edition) if (words := text.words.get(each.language))]


def _first(texts: Iterable[str]) -> str:
    return next(iter(_written(texts, most=1)), "")


def _written(texts: Iterable[str], most: int = MOST_LANGUAGES) -> tuple[str, ...]:
    """The first of them that say something else and that can be written."""
    return tuple(dict.fromkeys(text for each in texts if (text := plain(each)) and can_write(text)))[:most]

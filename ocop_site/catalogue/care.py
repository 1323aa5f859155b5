"""What is shown with care: spirits, health words, households. Rules of the catalogue, whatever the theme."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TypeVar

from ocop_site.records.address import Address
from ocop_site.records.people import Producer
from ocop_site.records.product import Product
from ocop_site.records.scheme import Care

AnyAddress = TypeVar("AnyAddress", bound=Address)


def is_spirit(product: Product, care: Care) -> bool:
    """A drink of 15 % or more, or of unknown strength in the sets of alcoholic drinks (Law 44/2019/QH14)."""
    if care.spirits is None:
        return False
    if product.alcohol_percent is None:
        return product.set in care.spirits.sets
    return Decimal(product.alcohol_percent) >= care.spirits.from_percent


def may_be_promoted(product: Product, care: Care) -> bool:
    """Whether it may stand where things are recommended: home, season, gifts, "goes with", feeds, posters."""
    return not is_spirit(product, care) and product.withdrawn is None


def is_supplement(product: Product, care: Care) -> bool:
    return care.supplements is not None and product.set in care.supplements.sets


def public_address(address: AnyAddress, producer: Producer) -> AnyAddress:
    """A household's address is a home: its commune only, unless its consent stands in the record."""
    if producer.kind != "household" or _consents(producer, "address"):
        return address
    return address.model_copy(update={"line": None, "point": None})


def contact_is_public(producer: Producer) -> bool:
    """A household's telephone and mail are a person's; they too are shown with its consent only."""
    return producer.kind != "household" or _consents(producer, "contact")


def health_words(text: str, language: str, care: Care) -> Iterator[tuple[int, str]]:
    """Offset and wording of each word that reads as an effect on health, outside phrases known as harmless."""
    harmless = [match.span() for match in _pattern(care.harmless.get(language, ())).finditer(text)]
    for match in _pattern(care.health_words.get(language, ())).finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in harmless):
            yield match.start(), match[0]


def _consents(producer: Producer, scope: str) -> bool:
    return producer.consent is not None and scope in producer.consent.scope


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words as whole words, longest first; nothing where there is none."""
    if not words:
        return re.compile(r"(?!)")
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)

"""What buyers ask of a product, in each language: packs, price, how long it keeps, what is in it, where to buy it."""

from collections.abc import Iterator
from typing import get_args

from ocop_site.catalogue.showing import Showing
from ocop_site.catalogue.suits import suits
from ocop_site.editions.edition import Edition
from ocop_site.editions.naming import suit_name
from ocop_site.records.descriptions import Choice
from ocop_site.records.products.food import Allergen
from ocop_site.records.products.packs import Price
from ocop_site.records.products.product import Product
from ocop_site.search.cards import BETWEEN, fields_of
from ocop_site.text.formats import format_date, format_money, format_phone
from ocop_site.text.language import Text
from ocop_site.text.wording import FALLBACK

FIELDS = ("packs", "price", "keeps", "storage", "allergens", "uses", "places", "phone", "gtins")
"""What a row tells, in this order; empty where it is not known, or not to be told."""

_ALLERGENS = {choice.value: choice.words for choice in get_args(Allergen) if isinstance(choice, Choice)}


def facts(edition: Edition, product_id: str) -> str:
    """The row of a product; of a spirit, and of what is recalled, no price and no place to buy it."""
    return fields_of(_row(edition, product_id)).rstrip(BETWEEN)


def _row(edition: Edition, product_id: str) -> tuple[str, ...]:
    product, showing = edition.catalogue.products[product_id], edition.catalogue.showing(product_id)
    if showing.withdrawn or showing.is_recalled:
        return ()
    return (
        "; ".join(_packs(edition, product)),
        "; ".join(_prices(edition, product, showing)),
        edition.run(product.shelf_life).text if product.shelf_life else "",
        edition.run(product.storage).text if product.storage else "",
        ", ".join(_allergen(edition, each) for each in product.allergens),
        ", ".join(_uses(edition, product)) if showing.may_be_praised else "",
        ", ".join(_places(edition, product_id)) if showing.may_be_sold else "",
        ", ".join(_phones(edition, product.producer)),
        ", ".join(str(pack.gtin) for pack in product.packs if pack.gtin),
    )


def _packs(edition: Edition, product: Product) -> Iterator[str]:
    for pack in product.packs:
        words = [edition.run(text).text for text in (pack.name, pack.net_weight) if text]
        if words:
            yield ", ".join(words)


def _prices(edition: Edition, product: Product, showing: Showing) -> Iterator[str]:
    prices = [pack.price for pack in product.packs if pack.price]
    if product.service and product.service.price:
        prices.append(product.service.price)
    return (_price(edition, price) for price in prices if showing.may_be_sold)


def _price(edition: Edition, price: Price) -> str:
    amounts = (price.start, *((price.to,) if price.to else ()))
    spoken = " – ".join(format_money(amount, edition.language) for amount in amounts)
    of = f" / {edition.run(price.unit).text}" if price.unit else ""
    return f"{spoken}{of} ({format_date(str(price.as_of), edition.language)})"


def _allergen(edition: Edition, allergen: str) -> str:
    return Text(_ALLERGENS[allergen]).run(edition.language, *edition.catalogue.site.fallbacks, FALLBACK).text


def _uses(edition: Edition, product: Product) -> Iterator[str]:
    return (suit_name(edition, suit).text for suit in suits(product, edition.catalogue.today))


def _places(edition: Edition, product_id: str) -> Iterator[str]:
    return (edition.title_of("places", i).text for i in edition.catalogue.sold_at.get(product_id, ()))


def _phones(edition: Edition, producer_id: str) -> Iterator[str]:
    return (format_phone(phone, edition.language) for phone in edition.parts.contact(producer_id).phones)

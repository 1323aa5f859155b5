"""What search has to know of a product, in every language: worked out once, and the same as long as the product is."""

from datetime import date

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.prices import lowest_price
from ocop_site.catalogue.showing import Showing
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.search.cards import CardRow, card_of_product
from ocop_site.search.entries import SearchEntry, product_entry
from ocop_site.search.facts import facts
from ocop_site.search.memberships import Membership, memberships


@frozen
class SearchedProduct:
    """By which words it is found and in which groups it is, its card, its row of `facts` in each language.

    `recognised` are the days since 2000 on which it was, `price` is the least that it costs in thousands; 0: not known.
    """

    entry: SearchEntry
    groups: tuple[Membership, ...]
    card: CardRow
    facts: tuple[str, ...]
    recognised: int
    price: int


def searched_products(edition: Edition) -> list[SearchedProduct]:
    """By their names, so that what is found together lies together."""
    return [searched(edition, product_id) for product_id in edition.all_in_order]


@fact
def searched(edition: Edition, product_id: str) -> SearchedProduct:
    """A product as the default edition's order has it."""
    catalogue, showing = edition.catalogue, edition.catalogue.showing(product_id)
    return SearchedProduct(
        entry=product_entry(product_id, catalogue.products[product_id], showing),
        groups=() if showing.withdrawn else tuple(dict.fromkeys(memberships(catalogue, product_id))),
        card=card_of_product(edition.editions, product_id),
        facts=tuple(facts(each, product_id) for each in edition.editions.values()),
        recognised=_recognised(showing),
        price=_price(catalogue, product_id, showing),
    )


def _recognised(showing: Showing) -> int:
    claim = showing.status.claim
    begun = claim.begun if claim and showing.withdrawn is None else None
    return (begun.earliest - date(2000, 1, 1)).days if begun and begun.earliest > date(2000, 1, 1) else 0


def _price(catalogue: Catalogue, product_id: str, showing: Showing) -> int:
    price = lowest_price(catalogue.products[product_id]) if showing.may_be_sold else None
    return -(-price // 1000) if price else 0

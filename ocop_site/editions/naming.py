"""What products are asked for by, as a language says it: whom or what they suit, and what they cost at most."""

from ocop_site.editions.edition import Edition
from ocop_site.text.formats import format_money


def suit_name(edition: Edition, suit: str) -> str:
    return edition.words(f"suit.{suit}")


def price_name(edition: Edition, most: str) -> str:
    """No more than so many đồng."""
    return edition.words("price.most", most=format_money(int(most), edition.language))

"""What products are asked for by, as a language says it: whom or what they suit, and what they cost at most."""

from ocop_site.editions.edition import Edition
from ocop_site.text.formats import format_money
from ocop_site.text.language import TextRun


def suit_name(edition: Edition, suit: str) -> TextRun:
    return edition.said(f"suit.{suit}")


def price_name(edition: Edition, most: str) -> TextRun:
    """No more than so many đồng."""
    return edition.said("price.most", most=format_money(int(most), edition.language))

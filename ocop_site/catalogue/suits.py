"""Whom or what a product suits, as far as its record says so. Nothing is guessed: what is not told is not there."""

from datetime import date

from ocop_site.records.products.product import Product

DIETS = ("vegetarian", "vegan")

SUITS = (*DIETS, "halal", "organic", "gift", "keeps", "hand_luggage")

KEEPS_DAYS = 30
"""A product that keeps so long without cooling survives a journey and the wait for the occasion."""

HAND_LUGGAGE_ML = 100
"""What a passenger may carry of a liquid (ICAO's guidelines for liquids, aerosols and gels)."""


def suits(product: Product, today: date) -> tuple[str, ...]:
    """In the order of SUITS."""
    marks, travel = marks_in_force(product, today), product.travel
    answers = {
        "vegetarian": bool(product.diet),
        "vegan": "vegan" in product.diet,
        "halal": "halal" in marks,
        "organic": "organic" in marks,
        "gift": product.gift,
        "keeps": travel is not None and (travel.keeps_days or 0) >= KEEPS_DAYS and travel.needs_cold is False,
        "hand_luggage": travel is not None and 0 < (travel.liquid_ml or 0) <= HAND_LUGGAGE_ML,
    }
    return tuple(suit for suit in SUITS if answers[suit])


def marks_in_force(product: Product, today: date) -> frozenset[str]:
    """The kinds of marks that it bears. One counts until its last day."""
    return frozenset(mark.kind for mark in product.marks if mark.until is None or mark.until.latest >= today)

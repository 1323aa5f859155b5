"""Whom a product suits is said by its record alone; what is not told, or has run out, is not there."""

from datetime import date
from typing import Any, Literal

import pytest

from ocop_site.catalogue.suits import suits
from ocop_site.records.products.food import Travel
from ocop_site.records.products.marks import Mark
from ocop_site.records.products.product import Product
from ocop_site.records.values.dates import parse_partial_date

DAY = date(2026, 11, 23)


def product(**told: Any) -> Product:
    return Product.model_construct(**{"diet": (), "marks": (), "travel": None, "gift": False, **told})


def mark(kind: Literal["halal", "organic"], until: str | None = None) -> Mark:
    return Mark.model_construct(kind=kind, until=parse_partial_date(until) if until else None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, ()),
        ({"diet": ("vegetarian",)}, ("vegetarian",)),
        ({"diet": ("vegan",)}, ("vegetarian", "vegan")),
        ({"gift": True}, ("gift",)),
        ({"marks": (mark("halal"),)}, ("halal",)),
        ({"marks": (mark("organic", "2026-11-23"),)}, ("organic",)),
        ({"marks": (mark("organic", "2026-11-22"),)}, ()),
        ({"marks": (mark("halal", "2026-11"),)}, ("halal",)),
        ({"travel": Travel.model_construct(keeps_days=30, needs_cold=False, liquid_ml=None)}, ("keeps",)),
        ({"travel": Travel.model_construct(keeps_days=29, needs_cold=False, liquid_ml=None)}, ()),
        ({"travel": Travel.model_construct(keeps_days=90, needs_cold=None, liquid_ml=None)}, ()),
        ({"travel": Travel.model_construct(keeps_days=90, needs_cold=True, liquid_ml=None)}, ()),
        ({"travel": Travel.model_construct(keeps_days=None, needs_cold=None, liquid_ml=100)}, ("hand_luggage",)),
        ({"travel": Travel.model_construct(keeps_days=None, needs_cold=None, liquid_ml=101)}, ()),
    ],
)
def test_a_product_suits_what_its_record_says(told: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert suits(product(**told), DAY) == expected

"""What is eaten, drunk or taken: how it tastes and is used, and whether one can take it home."""

from ocop_site.plan.lines import Lines
from ocop_site.plan.views import FoodLines
from ocop_site.records.product import Product

FOOD_SETS = range(1, 21)
"""Sets 1-20 are eaten, drunk or taken (Decision 26/2026/QĐ-TTg, Annex I); crafts, plants and tourism are not."""


def is_food(product: Product) -> bool:
    """By its set; where that is not known, what is neither a service nor a craft."""
    return product.set in FOOD_SETS if product.set else product.service is None and product.craft is None


def food(lines: Lines, product: Product) -> FoodLines:
    return FoodLines(
        taste=lines.maybe(product.taste),
        how_to_use=lines.maybe(product.how_to_use),
        ingredients=lines.maybe(product.ingredients),
        nutrition=lines.maybe(product.nutrition),
        storage=lines.maybe(product.storage),
        shelf_life=lines.maybe(product.shelf_life),
        warnings=lines.maybe(product.warnings),
        alcohol_percent=str(product.alcohol_percent) if product.alcohol_percent is not None else None,
        allergens=tuple(a for a in product.allergens if a != "none_declared") if product.allergens else None,
        diet=product.diet,
    )

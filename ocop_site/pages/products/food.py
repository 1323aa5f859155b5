"""What is eaten, drunk or taken: how it tastes and is used, and whether one can take it home."""

from ocop_site.editions.edition import Edition
from ocop_site.records.products.product import Product
from ocop_site.views import FoodLines

FOOD_SETS = range(1, 21)
"""Sets 1-20 are eaten, drunk or taken (Decision 26/2026/QĐ-TTg, Annex I); crafts, plants and tourism are not."""


def is_food(product: Product) -> bool:
    """By its set; where that is not known, what is neither a service nor a craft."""
    return product.set in FOOD_SETS if product.set else product.service is None and product.craft is None


def food(edition: Edition, product: Product) -> FoodLines:
    return FoodLines(
        taste=edition.maybe(product.taste),
        how_to_use=edition.maybe(product.how_to_use),
        use_is_ours=product.how_to_use_is_ours,
        ingredients=edition.maybe(product.ingredients),
        nutrition=edition.maybe(product.nutrition),
        storage=edition.maybe(product.storage),
        shelf_life=edition.maybe(product.shelf_life),
        warnings=edition.maybe(product.warnings),
        alcohol_percent=str(product.alcohol_percent) if product.alcohol_percent is not None else None,
        allergens=tuple(a for a in product.allergens if a != "none_declared") if product.allergens else None,
        diet=product.diet,
        diet_basis=product.diet_basis,
    )

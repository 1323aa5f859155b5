"""What a food's record says against itself or against the market; the office looks at the label again."""

from collections.abc import Iterator

from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem, Severity
from ocop_site.records.products.product import Product

_MEAT_LIKE = ("crustaceans", "fish", "molluscs")
_NOT_EATEN = {"vegetarian": _MEAT_LIKE, "vegan": (*_MEAT_LIKE, "eggs", "milk")}

_THOUSAND = 1000


def food_problems(shaped: Shaped[Product]) -> Iterator[Problem]:
    """A diet against the allergens, which may be traces; a price that lost its thousands."""
    product = shaped.record
    for index, diet in enumerate(product.diet):
        if against := [each for each in product.allergens or () if each in _NOT_EATEN[diet]]:
            details = {"found": diet, "others": ", ".join(against)}
            yield shaped.problem("diet.contradicts", ("diet", index), severity=Severity.WARNING, **details)
    for index, pack in enumerate(product.packs):
        if pack.price and pack.price.start < _THOUSAND:
            path, found = ("packs", index, "price", "from"), pack.price.start
            details = {"value": str(found), "proposal": str(found * _THOUSAND)}
            yield shaped.problem("price.thousands", path, severity=Severity.WARNING, **details)

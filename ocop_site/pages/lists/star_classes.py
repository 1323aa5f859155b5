"""The products of a star class by what is counted: in force, only told, under a recall."""

from collections.abc import Mapping, Sequence

from ocop_site.dependencies import Tracked
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.frozen import frozen


@frozen
class StarClass:
    """The products (ids) of a class: in force, only told, and what is recalled, whatever its certificate."""

    in_force: list[str]
    told: list[str]
    recalled: list[str]


@fact
def star_classes(edition: Edition) -> Mapping[str, StarClass]:
    """By their number of stars, the most first."""
    classes = sorted(edition.facets.of("stars").items(), reverse=True)
    return Tracked({stars: _divided(edition, its) for stars, its in classes})


def star_class(edition: Edition, stars: str) -> StarClass:
    return star_classes(edition)[stars]


def _divided(edition: Edition, product_ids: Sequence[str]) -> StarClass:
    divided = StarClass([], [], [])
    for product_id in product_ids:
        showing = edition.catalogue.showing(product_id)
        its = divided.recalled if showing.is_recalled else divided.in_force if showing.is_in_force else divided.told
        its.append(product_id)
    return divided

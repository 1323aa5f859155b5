"""The products of a star class by what is counted: in force, only told, under a recall."""

from dataclasses import dataclass

from ocop_site.editions.edition import Edition


@dataclass(frozen=True, slots=True)
class StarClass:
    """The products (ids) of a class: in force, only told, and what is recalled, whatever its certificate."""

    in_force: list[str]
    told: list[str]
    recalled: list[str]


def star_classes(edition: Edition) -> dict[str, StarClass]:
    """By their number of stars, the most first."""
    return {stars: star_class(edition, stars) for stars in sorted(edition.facets.of("stars"), reverse=True)}


def star_class(edition: Edition, stars: str) -> StarClass:
    showings = {i: edition.catalogue.showing(i) for i in edition.facets.of("stars")[stars]}
    recalled = [i for i, showing in showings.items() if showing.is_recalled]
    in_force = [i for i, showing in showings.items() if showing.is_in_force]
    return StarClass(in_force, [i for i in showings if i not in {*recalled, *in_force}], recalled)

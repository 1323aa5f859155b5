"""What filters are told: every facet with its values and groups, in each language, and by what lists can be ordered."""

from collections.abc import Mapping, Sequence
from typing import Any

from ocop_site.catalogue.suits import SUITS
from ocop_site.editions.edition import Edition
from ocop_site.editions.naming import price_name, suit_name
from ocop_site.facts import fact, opaque
from ocop_site.records.values.opening_hours import OpeningHours
from ocop_site.search.groups import SearchGroup
from ocop_site.search.numbers import packed
from ocop_site.search.pages import list_names
from ocop_site.search.products import SearchedProduct
from ocop_site.text.formats import month_name
from ocop_site.text.language import Text
from ocop_site.text.vietnamese import collation_key, proper_name

FACETS = {
    "industries": ("industries",),
    "sets": ("sets",),
    "stars": ("in_force", "told"),
    "suits": ("suits",),
    "prices": ("prices",),
    "seasons": ("seasons",),
    "communes": ("communes",),
    "former_provinces": ("former_provinces",),
    "districts": ("districts",),
    "producers": ("producers",),
    "places": ("places",),
}
"""The facets in their order, and the kinds of groups that each is made of."""

UNSEEN = ("recalled", "doors")
"""Kinds of groups that no filter has and a list may be of."""

SCHEME = ("industries", "sets", "in_force", "told", "suits", "prices", "seasons")
"""Kinds whose values have an order of their own; the others stand in the order of their names."""


def filters(edition: Edition, groups: Sequence[SearchGroup], ranks: Mapping[str, int]) -> dict[str, Any]:
    """`facets`: kind, label, and its values as kind, id, label, number of the group.

    `hidden` are values that no filter has and a list may be of. `order`: the numbers of the products in the order of
    their names in this language, `ranks` by their ids; `hours` of places, by id.
    """
    numbers = {(group.kind, group.id): number for number, group in enumerate(groups)}
    hidden = [[kind, i, "", number] for (kind, i), number in numbers.items() if kind in UNSEEN]
    facets = [[facet, _label(edition, facet), _values(edition, kinds, numbers)] for facet, kinds in FACETS.items()]
    return {
        "facets": [facet for facet in facets if facet[2]],
        "hidden": hidden,
        "order": packed(map(ranks.__getitem__, edition.all_in_order)),
        "hours": _hours(edition.editions.default),
    }


def sorts(products: Sequence[SearchedProduct]) -> dict[str, str]:
    """For each product the days since 2000 on which it was recognised, and what it costs in thousands; 0: not known."""
    return {
        "recognised": packed(product.recognised for product in products),
        "prices": packed(product.price for product in products),
    }


@fact
def _hours(edition: Edition) -> dict[str, str]:
    places = edition.catalogue.places.items()
    return {i: written(place.opening_hours) for i, place in places if place.opening_hours}


def written(hours: OpeningHours) -> str:
    """Opening hours as pages write them for scripts: `0-4=07:30-11:30,13:00-17:00;`, a day not told left out."""
    days = (
        f"{day}-{day}={','.join(f'{start}-{end}' for start, end in spans)}"
        for day, spans in enumerate(hours.days)
        if spans is not None
    )
    return ";".join(days)


def _label(edition: Edition, kind: str) -> str:
    return edition.words("filter.places") if kind == "places" else edition.words(f"{kind}.menu")


def _values(edition: Edition, kinds: Sequence[str], numbers: Mapping[tuple[str, str], int]) -> list[list[Any]]:
    return [value for kind in kinds for value in _of_kind(edition, kind, numbers)]


def _of_kind(edition: Edition, kind: str, numbers: Mapping[tuple[str, str], int]) -> list[list[Any]]:
    found = [[kind, i, _name(edition, kind, i), number] for (of, i), number in numbers.items() if of == kind]
    if kind == "suits":
        return sorted(found, key=lambda value: SUITS.index(value[1]))
    if kind == "industries":
        order = [industry.id for industry in edition.catalogue.scheme.industries]
        return sorted(found, key=lambda value: order.index(value[1]))
    if kind in SCHEME:
        return sorted(found, key=lambda value: int(value[1]), reverse=kind in ("in_force", "told"))
    return sorted(found, key=lambda value: (collation_key(proper_name(value[2])), value[1]))


def _name(edition: Edition, kind: str, value: str) -> str:
    match kind:
        case "suits":
            return suit_name(edition, value).text
        case "seasons":
            return month_name(int(value), edition.language)
        case "prices":
            return price_name(edition, value).text
        case "in_force":
            return edition.words("filter.in_force", stars=value)
        case "told":
            return edition.words("filter.told", stars=value)
        case "producers" | "places":
            return edition.title_of(kind, value).text
        case _:
            return edition.run(_list_names(edition, kind)[value]).text


@opaque
def _list_names(edition: Edition, kind: str) -> Mapping[str, Text]:
    return list_names(edition.catalogue, kind)

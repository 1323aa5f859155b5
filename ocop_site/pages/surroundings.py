"""What is around a place: the places that are nearest to it, and what is made in the unit that it lies in."""

from collections.abc import Iterator
from heapq import nsmallest

from ocop_site.catalogue.unit_centres import kilometres
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact, opaque
from ocop_site.pages.map.features import place_point
from ocop_site.records.place import Place
from ocop_site.records.values.points import Point
from ocop_site.text.language import Text, TextRun
from ocop_site.views import MadeNear, NearPlace

NEARBY, MADE = 4, 6
"""How many other places a place's page tells, and how many products."""

Unit = tuple[str, str, Text]
"""A kind of unit, its id, and its name."""


def nearby(edition: Edition, place_id: str) -> tuple[NearPlace, ...]:
    """The nearest places, as far as it is known where they are."""
    return tuple(
        NearPlace(edition.parts.place_card(i), km, is_exact) for i, km, is_exact in _nearest(edition, place_id)
    )


def made_near(edition: Edition, place: Place) -> MadeNear | None:
    """What is made in the commune of a place, else in its district; nothing that may not be recommended."""
    for kind, unit_id, label in _units(edition, place):
        cards = edition.parts.promoted(_of_each_maker(edition, kind, unit_id), MADE)
        link = edition.facets.link(kind, unit_id, label)
        if cards and link:
            return MadeNear(_called(edition, kind, label), link, cards)
    return None


@fact
def _nearest(edition: Edition, place_id: str) -> tuple[tuple[str, int, bool], ...]:
    """Ids, whole kilometres, and whether they are from door to door; none from or to where it is known only about."""
    points = _points(edition)
    if place_id not in points:
        return ()
    here, is_exact = points[place_id]
    others = ((kilometres(here, there), i, exact) for i, (there, exact) in points.items() if i != place_id)
    return tuple((i, round(km), is_exact and exact) for km, i, exact in nsmallest(NEARBY, others))


@opaque
def _points(edition: Edition) -> dict[str, tuple[Point, bool]]:
    """The places of which more is known than about where; True where that is the place's own point."""
    found = ((i, *place_point(edition.catalogue, i)) for i in edition.catalogue.places)
    return {i: (point, precision == "point") for i, point, precision in found if point and precision != "former"}


def _units(edition: Edition, place: Place) -> Iterator[Unit]:
    geography = edition.catalogue.gazetteer
    locality = geography.locate(place.address) if place.address else None
    if locality and locality.commune:
        yield "communes", locality.commune.id, locality.commune.name
    if locality and locality.district:
        yield "districts", locality.district.id, geography.label("districts", locality.district.id)


def _called(edition: Edition, kind: str, label: Text) -> TextRun:
    """A district is no more, and said to be so."""
    name = edition.run(label)
    return TextRun(edition.words("localities.former", name=name.text), name.language) if kind == "districts" else name


@fact
def _of_each_maker(edition: Edition, kind: str, unit_id: str) -> tuple[str, ...]:
    """What is made in a unit: the first of each maker, then the others."""
    product_ids = edition.facets.of(kind).get(unit_id, ())
    makers = {edition.catalogue.products[i].producer: i for i in reversed(product_ids)}
    firsts = set(makers.values())
    return (*(i for i in product_ids if i in firsts), *(i for i in product_ids if i not in firsts))

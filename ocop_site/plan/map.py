"""The map: numbered pins, and the list beside them with the same numbers, what is old and new, and how far it is."""

from collections.abc import Iterator, Sequence

from ocop_site.catalogue.localities import Locality
from ocop_site.catalogue.seats import Seat, kilometres
from ocop_site.language import Run, collation_key
from ocop_site.plan.lines import Lines
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.sketch import numbered_sketch
from ocop_site.plan.stands import (
    Stand,
    has_map,
    made_by_seat,
    place_stand,
    places_in_order,
    seats_in_order,
    unit_stand,
)
from ocop_site.plan.units import made_of
from ocop_site.plan.views import Link, MapPlace, MapUnit, MapView

Numbers = dict[Stand, int]


def map_sheets(lines: Lines) -> Iterator[Sheet]:
    if not has_map(lines.catalogue):
        return
    view = _map_view(lines)
    title, description = lines.words("map.title"), lines.words("map.description")
    yield Sheet(("map", ""), view, title, description, (lines.menu_link("map"),))


def _map_view(lines: Lines) -> MapView:
    places = [place_stand(lines, i) for i in places_in_order(lines)]
    made = made_by_seat(lines)
    seats = seats_in_order(lines, [seat for seat in made if seat])
    units = [unit_stand(lines, seat) for seat in seats]
    drawn = [stand for stand in (*places, *units) if stand.point]
    numbers = {stand: number for number, stand in enumerate(drawn, start=1)}
    showroom = next((stand for stand in places if stand.id == lines.catalogue.site.showroom and stand.point), None)
    place_lines = tuple(_place_line(lines, stand, numbers, showroom) for stand in places)
    unit_lines = tuple(
        _unit_line(lines, stand, seat, made[seat], numbers, showroom) for stand, seat in zip(units, seats, strict=True)
    )
    unknown = (_unknown_line(lines, made[None]),) if None in made else ()
    return MapView(
        sketch=numbered_sketch(lines, drawn),
        places=tuple(line for line in place_lines if line.number),
        units=tuple(line for line in unit_lines if line.number),
        other_places=tuple(line for line in place_lines if not line.number),
        other_units=(*(line for line in unit_lines if not line.number), *unknown),
        showroom=lines.link(("places", showroom.id), showroom.name) if showroom else None,
        changed_on=lines.catalogue.gazetteer.localities.changed_on.isoformat(),
        sources=lines.sources(lines.catalogue.gazetteer.localities.sources),
    )


def _place_line(lines: Lines, stand: Stand, numbers: Numbers, showroom: Stand | None) -> MapPlace:
    number = numbers.get(stand)
    return MapPlace(number, lines.place_card(stand.id), stand.precision if number else None, _km(stand, showroom))


def _unit_line(
    lines: Lines, stand: Stand, seat: Seat, products: Sequence[str], numbers: Numbers, showroom: Stand | None
) -> MapUnit:
    page = lines.facet_link(seat.kind, seat.id, seat.name)
    return MapUnit(
        number=numbers.get(stand),
        name=stand.name,
        href=page.href if page else None,
        note=_former_note(lines, products) if seat.is_former else Run(made_of(lines, seat.id)),
        is_former=seat.is_former,
        count=len(products),
        makers=_makers(lines, products),
        km=_km(stand, showroom),
    )


def _unknown_line(lines: Lines, products: Sequence[str]) -> MapUnit:
    return MapUnit(None, None, None, None, False, len(products), _makers(lines, products), None)


def _former_note(lines: Lines, products: Sequence[str]) -> Run | None:
    """The former communes that the sources name, each once."""
    localities = [lines.catalogue.locality(i) or Locality() for i in products]
    names = dict.fromkeys(lines.run(place.former_commune.name).text for place in localities if place.former_commune)
    return Run(lines.words("map.former", units=", ".join(names))) if names else None


def _makers(lines: Lines, products: Sequence[str]) -> tuple[Link, ...]:
    catalogue = lines.catalogue
    counts: dict[str, int] = {}
    for product_id in products:
        maker = catalogue.products[product_id].producer
        counts[maker] = counts.get(maker, 0) + 1
    names = {i: catalogue.producers[i].name for i in counts}
    ordered = sorted(counts, key=lambda i: (collation_key(lines.run(names[i]).text), i))
    return tuple(lines.link(("producers", i), names[i], counts[i]) for i in ordered)


def _km(stand: Stand, showroom: Stand | None) -> int | None:
    """Whole kilometres; None where either place is known only about, and for the showroom itself."""
    if not (showroom and showroom.point and stand.point) or stand is showroom:
        return None
    if "former" in (stand.precision, showroom.precision):
        return None
    return round(kilometres(showroom.point, stand.point))

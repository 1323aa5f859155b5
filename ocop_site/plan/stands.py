"""What a map shows and where: every place, and every unit in which listed products are made.

A producer stands at its commune's centre, never at an address: a household's is a home.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.seats import Seat, seat_of
from ocop_site.language import Run, collation_key
from ocop_site.plan.ground import Ground
from ocop_site.plan.lines import Lines
from ocop_site.plan.units import bare
from ocop_site.records.fields import Point


@dataclass(frozen=True, slots=True)
class Stand:
    """What a pin will stand for; `point` is None where it is not known or lies off the sheet."""

    kind: str
    id: str
    precision: str
    name: Run
    point: Point | None


def has_map(catalogue: Catalogue) -> bool:
    """A map without a pin is none."""
    ground = Ground(catalogue)
    located = (place_point(catalogue, i)[0] for i in catalogue.places)
    made = (seat.point for seat in ground.seats.values() if seat)
    return any(ground.spot(point) for point in (*located, *made))


def places_in_order(lines: Lines) -> list[str]:
    """The showroom, then by name in the site's first language, so that numbers are the same in every language."""
    first, showroom = lines.catalogue.site.first_language, lines.catalogue.site.showroom
    names = {i: collation_key(place.name.run(first).text) for i, place in lines.catalogue.places.items()}
    return sorted(names, key=lambda i: (i != showroom, names[i], i))


def place_stand(lines: Lines, place_id: str) -> Stand:
    point, precision = place_point(lines.catalogue, place_id)
    shown = point if lines.ground.spot(point) else None
    return Stand("place", place_id, precision, lines.run(lines.catalogue.places[place_id].name), shown)


def made_by_seat(lines: Lines) -> dict[Seat | None, list[str]]:
    """The listed products by the unit they are made in, in order of their names; None where no source says."""
    made: dict[Seat | None, list[str]] = {}
    for product_id in lines.in_order(lines.ground.seats):
        made.setdefault(lines.ground.seats[product_id], []).append(product_id)
    return made


def seats_in_order(lines: Lines, seats: Sequence[Seat]) -> list[Seat]:
    """Communes of today, then units of before, each by its bare name in the site's first language."""
    first = lines.catalogue.site.first_language
    return sorted(seats, key=lambda s: (s.is_former, collation_key(bare(s.name.run(first).text)), s.kind, s.id))


def unit_stand(lines: Lines, seat: Seat) -> Stand:
    shown = seat.point if lines.ground.spot(seat.point) else None
    precision = "former" if seat.is_former else "centre"
    return Stand("makers", f"{seat.kind}/{seat.id}", precision, lines.run(seat.name), shown)


def place_point(catalogue: Catalogue, place_id: str) -> tuple[Point | None, str]:
    """A place's own point, else its unit's centre; and how exactly that tells where it is."""
    address = catalogue.places[place_id].address
    if address and address.point:
        return address.point, "point"
    seat = seat_of(catalogue.gazetteer.locate(address)) if address else None
    return (seat.point, "former" if seat.is_former else "centre") if seat else (None, "")

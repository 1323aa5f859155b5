"""Where an address may be shown on a map: at the centre of its unit, and how far that is from elsewhere."""

from math import asin, cos, radians, sin, sqrt
from typing import Literal

from ocop_site.catalogue.localities import Gazetteer, Locality, joined
from ocop_site.frozen import frozen
from ocop_site.records.values.points import Point
from ocop_site.text.language import Text

EARTH_RADIUS = 6371.0088
"""Kilometres; the mean radius of the Earth (IUGG)."""


@frozen
class UnitCentre:
    """A unit whose centre stands for all addresses in it. `point` is None where the localities have no centre.

    One `elsewhere` has the name of today, in another province, and the id and centre of the former commune.
    """

    kind: Literal["communes", "former_communes", "districts", "elsewhere"]
    id: str
    name: Text
    point: Point | None

    @property
    def is_former(self) -> bool:
        """Whether the unit ended: the commune of today is not determined, so that the centre says only about where."""
        return self.kind in ("former_communes", "districts")


def unit_centre(locality: Locality, gazetteer: Gazetteer) -> UnitCentre | None:
    """The commune of today; where that is undetermined the smallest unit of before that has a centre."""
    if commune := locality.commune:
        return UnitCentre("communes", commune.id, commune.name, commune.point)
    former, district = locality.former_commune, locality.district
    if former and locality.elsewhere:
        return UnitCentre("elsewhere", former.id, joined(gazetteer.units_today(locality)), former.point)
    if former and (former.point or not (district and district.point)):
        label = gazetteer.label("former_communes", former.id)
        return UnitCentre("former_communes", former.id, label, former.point)
    if district:
        return UnitCentre("districts", district.id, gazetteer.label("districts", district.id), district.point)
    return None


def kilometres(here: Point, there: Point) -> float:
    """The way as the crow flies, by the haversine formula: 0.5 % off at worst, as the Earth is no sphere."""
    south, north = radians(here.latitude), radians(there.latitude)
    east = radians(there.longitude - here.longitude)
    half_chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(half_chord)))

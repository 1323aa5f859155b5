"""Communes of today, districts and communes of before, and which became which."""

from typing import Annotated

from ocop_site.records.base import Record
from ocop_site.records.fields import Day, Id, Line, Number, Passage, Phrase, Reference, SourceId, Where

CommuneId = Annotated[Id, Reference("communes")]
DistrictId = Annotated[Id, Reference("districts")]


class Province(Record):
    name: Phrase


class Bounds(Record):
    """Degrees, WGS 84: a point outside is probably a slip."""

    south: Number
    west: Number
    north: Number
    east: Number


class District(Record):
    id: Id
    code: Line
    name: Phrase
    point: Where | None = None


class Commune(Record):
    id: Id
    code: Line
    name: Phrase
    point: Where | None = None


class FormerCommune(Record):
    """It became one commune of today, or was split among several."""

    id: Id
    code: Line
    name: Phrase
    district: DistrictId
    became: tuple[CommuneId, ...]
    point: Where | None = None


class Localities(Record):
    province: Province
    former_province: Province
    changed_on: Day
    note: Passage | None = None
    bounds: Bounds | None = None
    districts: tuple[District, ...]
    communes: tuple[Commune, ...]
    former_communes: tuple[FormerCommune, ...]
    sources: tuple[SourceId, ...] = ()

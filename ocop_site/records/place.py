"""Places where products are shown and sold or where visitors go, and trails from one to the next."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ocop_site.problems import Mistake
from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.fields import (
    Dated,
    Flag,
    Line,
    Passage,
    Phone,
    Phrase,
    PlaceId,
    ProducerId,
    ProductId,
    Prose,
    SourceId,
    parse_text,
    refuse,
)
from ocop_site.records.product import Photo
from ocop_site.text.language import Text

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Spans such as ("07:30", "17:00") for each day, Monday first; no span: closed; a day that is not told: None."""

    days: tuple[tuple[tuple[str, str], ...] | None, ...]
    note: Text | None = None


class Stock(Record):
    product: ProductId
    shelf: Line | None = None
    as_of: Dated | None = None
    out: Flag = False


def _opening_hours(value: object, info: ValidationInfo) -> OpeningHours:
    """`{mon-fri: "07:30-11:30, 13:00-17:00", sat: closed, note: ...}`."""
    if not isinstance(value, dict):
        refuse(Mistake("hours.shape"))
    days: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, spans in value.items():
        if key != "note":
            days |= dict.fromkeys(_days(key), _spans(key, spans))
    note = parse_text(value["note"], info) if "note" in value else None
    return OpeningHours(tuple(days.get(day) for day in DAYS), note)


def _days(key: str) -> tuple[str, ...]:
    first, _, last = key.partition("-")
    if first not in DAYS or (last and (last not in DAYS or DAYS.index(last) <= DAYS.index(first))):
        refuse(Mistake("hours.day", at=(key,), found=key))
    return DAYS[DAYS.index(first) : DAYS.index(last or first) + 1]


def _spans(key: str, spans: Any) -> tuple[tuple[str, str], ...]:
    if spans == "closed":
        return ()
    parts = [_SPAN.fullmatch(part.strip()) for part in spans.split(",")] if isinstance(spans, str) else [None]
    found = [(f"{int(p[1]):02d}:{p[2]}", f"{int(p[3]):02d}:{p[4]}") for p in parts if p]
    if len(found) != len(parts) or any(opens >= closes for opens, closes in found):
        refuse(Mistake("hours.span", at=(key,), value=spans if isinstance(spans, str) else key))
    return tuple(found)


Hours = Annotated[OpeningHours, PlainValidator(_opening_hours), WithJsonSchema({"type": "object"})]


class Place(Record):
    name: Phrase
    kind: Literal["showroom", "ocop_stall", "tourist_point", "shop", "workshop", "rest_stop"]
    address: Address | None = None
    story: Prose | None = None
    photos: tuple[Photo, ...] = ()
    opening_hours: Hours | None = None
    phone: Phone | None = None
    getting_there: Passage | None = None
    stock: tuple[Stock, ...] = ()
    sources: tuple[SourceId, ...] = ()


class Stop(Record):
    place: PlaceId | None = None
    producer: ProducerId | None = None
    note: Passage | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.place is None) == (self.producer is None):
            raise PydanticCustomError("trail.stop", "stop")
        return self


class Trail(Record):
    name: Phrase
    summary: Passage
    story: Prose | None = None
    stops: tuple[Stop, ...]
    takes: Phrase | None = None
    sources: tuple[SourceId, ...] = ()

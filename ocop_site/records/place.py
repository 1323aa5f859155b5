"""Places where products are shown and sold or where visitors go, and trails from one to the next."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ocop_site.problems import Mistake
from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Flag,
    Line,
    Passage,
    PastDated,
    Phone,
    Phrase,
    PlaceId,
    ProducerId,
    ProductId,
    Prose,
    SourceIds,
    TextField,
    parse_text,
    refuse,
)
from ocop_site.records.photo import Photo
from ocop_site.text.language import Text

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MORNING = "06:00"
"""Until when a night may last; what seems to end later begins after its end by a slip."""

_SPAN = re.compile(r"((?:[01]?\d|2[0-3]):[0-5]\d)\s*[-–]\s*((?:[01]?\d|2[0-3]):[0-5]\d|24:00)")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Spans such as ("07:30", "17:00") for each day, Monday first; no span: closed; a day that is not told: None.

    The last span of a day may end after midnight: ("18:00", "02:00").
    """

    days: tuple[tuple[tuple[str, str], ...] | None, ...]
    note: Annotated[Text | None, TextField()] = None


PlaceKind = Annotated[
    Literal["showroom", "ocop_stall", "tourist_point", "shop", "workshop", "rest_stop"],
    Choice("showroom", "điểm giới thiệu và bán sản phẩm OCOP", "OCOP display and sales point"),
    Choice("ocop_stall", "gian hàng OCOP", "OCOP stall"),
    Choice("tourist_point", "điểm du lịch", "tourist point"),
    Choice("shop", "cửa hàng", "shop"),
    Choice("workshop", "nơi sản xuất", "workshop"),
    Choice("rest_stop", "trạm dừng chân", "rest stop"),
]


class Stock(Record):
    product: Annotated[ProductId, Vi("sản phẩm: mã hồ sơ"), En("product: its id"), Example("gao-vi-du")]
    shelf: Annotated[Line | None, Vi("kệ"), En("shelf"), Example("A3")] = None
    as_of: Annotated[PastDated | None, Vi("xem ngày nào"), En("seen on"), Example("2026-11-01")] = None
    out: Annotated[Flag, Vi("tạm hết: `true`"), En("sold out for now: `true`"), Example("true")] = False


def _opening_hours(value: object, info: ValidationInfo) -> OpeningHours:
    """`{mon-fri: "07:30-11:30, 13:00-17:00", sat: closed, note: ...}`."""
    if not isinstance(value, dict):
        refuse(Mistake("hours.shape"))
    days: dict[str, tuple[tuple[str, str], ...]] = {}
    for key, spans in value.items():
        if key != "note":
            told = dict.fromkeys(_days(key), _spans(key, spans))
            if twice := [day for day in told if day in days]:
                refuse(Mistake("hours.day-twice", at=(key,), found=twice[0]))
            days |= told
    for day, after in pairwise((*DAYS, DAYS[0])):
        night, morning = days.get(day, ())[-1:], days.get(after, ())[:1]
        if any(_is_overnight(span) and morning[0][0] < span[1] for span in night if morning):
            refuse(Mistake("hours.night", day=day, after=after))
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
    found = [(p[1].zfill(5), p[2].zfill(5)) for p in parts if p]
    if len(found) != len(parts) or any(closes == opens or MORNING < closes < opens for opens, closes in found):
        refuse(Mistake("hours.span", at=(key,), value=spans if isinstance(spans, str) else key))
    if any(closes > opens or _is_overnight((began, closes)) for (began, closes), (opens, _) in pairwise(found)):
        refuse(Mistake("hours.overlap", at=(key,), value=spans))
    return tuple(found)


def _is_overnight(span: tuple[str, str]) -> bool:
    return span[1] < span[0]


Hours = Annotated[OpeningHours, PlainValidator(_opening_hours), WithJsonSchema({"type": "object"})]


class Place(Record):
    name: Annotated[
        Phrase,
        Vi("tên địa điểm"),
        En("name of the place"),
        Example("{vi: Làng nổi Tân Lập, en: Tan Lap Floating Village}"),
    ]
    kind: Annotated[PlaceKind, Vi("loại địa điểm"), En("kind of place"), Example("ocop_stall")]
    address: Annotated[Address | None, Vi("địa chỉ"), En("address"), Example("{commune: can-duoc}")] = None
    story: Annotated[
        Prose | None, Vi("giới thiệu"), En("introduction"), Example("{vi: Khu du lịch giữa rừng tràm.}")
    ] = None
    photos: Annotated[tuple[Photo, ...], Vi("ảnh"), En("photographs")] = ()
    opening_hours: Annotated[
        Hours | None,
        Vi(
            "giờ mở cửa: theo ngày, mon hai, tue ba, wed tư, thu năm, fri sáu, sat bảy, sun chủ nhật; `closed` "
            "là nghỉ; thêm `note` nếu cần dặn"
        ),
        En("opening hours: by day, mon to sun; `closed` where closed; a `note` where something is to be added"),
        Example('{mon-fri: "07:30-11:30, 13:00-17:00", sat: closed}'),
    ] = None
    phone: Annotated[Phone | None, Vi("điện thoại"), En("telephone"), Example("0272 3826 123")] = None
    getting_there: Annotated[
        Passage | None, Vi("cách đi"), En("how to get there"), Example("{vi: Cách quốc lộ 62 một cây số.}")
    ] = None
    stock: Annotated[
        tuple[Stock, ...],
        Vi("hàng đang bày"),
        En("goods on the shelves"),
        Example("[{product: gao-vi-du, shelf: A3, as_of: 2026-11-01, out: true}]"),
    ] = ()
    sources: SourceIds = ()


class Stop(Record):
    place: Annotated[PlaceId | None, Vi("địa điểm: mã hồ sơ"), En("place: its id"), Example("lang-sen")] = None
    producer: Annotated[
        ProducerId | None,
        Vi("chủ thể: mã hồ sơ; ghi `place` hoặc `producer`, không cả hai"),
        En("producer: its id; either `place` or `producer`, not both"),
        Example("co-chau"),
    ] = None
    note: Annotated[Passage | None, Vi("dặn thêm"), En("advice"), Example("{vi: Bắt đầu ở đây.}")] = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.place is None) == (self.producer is None):
            raise PydanticCustomError("trail.stop", "stop")
        return self


class Trail(Record):
    name: Annotated[Phrase, Vi("tên hành trình"), En("name of the trail"), Example("{vi: Một ngày ở Cần Đước}")]
    summary: Annotated[Passage, Vi("tóm tắt"), En("summary"), Example("{vi: Ba nơi trong một buổi sáng.}")]
    story: Annotated[Prose | None, Vi("kể dài"), En("story"), Example("{vi: Đi sớm cho mát.}")] = None
    stops: Annotated[
        tuple[Stop, ...],
        Vi("điểm dừng: theo thứ tự"),
        En("stops: in their order"),
        Example("[{place: lang-sen, note: {vi: Bắt đầu ở đây.}}, {producer: co-chau}]"),
    ]
    takes: Annotated[
        Phrase | None, Vi("đi mất bao lâu"), En("how long it takes"), Example("{vi: nửa ngày, en: half a day}")
    ] = None
    sources: SourceIds = ()

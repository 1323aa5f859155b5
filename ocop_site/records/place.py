"""Places where products are shown and sold or where visitors go, and trails from one to the next."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.address import Address
from ocop_site.records.base import MayRepeat, Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Flag,
    Line,
    Passage,
    PastDated,
    Phones,
    Phrase,
    PlaceId,
    Positive,
    ProducerId,
    ProductId,
    Prose,
    SourceIds,
    refuse,
)
from ocop_site.records.photo import Photo
from ocop_site.records.values.opening_hours import Hours

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
    same_by: ClassVar = ("product",)

    product: Annotated[ProductId, Vi("sản phẩm: mã hồ sơ"), En("product: its id"), Example("gao-vi-du")]
    shelf: Annotated[Line | None, Vi("kệ"), En("shelf"), Example("A3")] = None
    as_of: Annotated[PastDated | None, Vi("xem ngày nào"), En("seen on"), Example("2026-11-01")] = None
    out: Annotated[Flag, Vi("tạm hết: `true`"), En("sold out for now: `true`"), Example("true")] = False


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
            "là nghỉ; thêm `note` nếu cần dặn; ghi “Thứ 2 - Thứ 6”, “CN”, “7h30-11h”, “nghỉ” cũng được"
        ),
        En("opening hours: by day, mon to sun; `closed` where closed; a `note` where something is to be added"),
        Example('{mon-fri: "07:30-11:30, 13:00-17:00", sat: closed}'),
        Example('{Thứ 2 - Thứ 6: "7h30-11h, 13h30-17h", CN: nghỉ}'),
    ] = None
    phone: Phones = ()
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


class Way(Record):
    """How one goes on from a stop to the next."""

    minutes: Annotated[Positive | None, Vi("mấy phút"), En("minutes"), Example("20")] = None
    by: Annotated[Phrase | None, Vi("đi bằng gì"), En("how"), Example("{vi: đi thuyền, en: by boat}")] = None

    @model_validator(mode="after")
    def _tells_something(self) -> Self:
        if self.minutes is None and self.by is None:
            refuse(Mistake("trail.way.empty"))
        return self


class Stop(Record):
    place: Annotated[PlaceId | None, Vi("địa điểm: mã hồ sơ"), En("place: its id"), Example("lang-sen")] = None
    producer: Annotated[
        ProducerId | None,
        Vi("chủ thể: mã hồ sơ; ghi `place` hoặc `producer`, không cả hai"),
        En("producer: its id; either `place` or `producer`, not both"),
        Example("co-chau"),
    ] = None
    note: Annotated[Passage | None, Vi("dặn thêm"), En("advice"), Example("{vi: Bắt đầu ở đây.}")] = None
    stay: Annotated[Positive | None, Vi("ở lại mấy phút"), En("how many minutes one stays"), Example("45")] = None
    way: Annotated[
        Way | None,
        Vi("đường đến điểm dừng kế tiếp"),
        En("the way to the next stop"),
        Example("{minutes: 20, by: {vi: đi thuyền, en: by boat}}"),
    ] = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.place is None) == (self.producer is None):
            refuse(Mistake("trail.stop"))
        return self


class Trail(Record):
    name: Annotated[Phrase, Vi("tên hành trình"), En("name of the trail"), Example("{vi: Một ngày ở Cần Đước}")]
    summary: Annotated[Passage, Vi("tóm tắt"), En("summary"), Example("{vi: Ba nơi trong một buổi sáng.}")]
    story: Annotated[Prose | None, Vi("kể dài"), En("story"), Example("{vi: Đi sớm cho mát.}")] = None
    stops: Annotated[
        tuple[Stop, ...],
        MayRepeat(),
        Vi("điểm dừng: theo thứ tự"),
        En("stops: in their order"),
        Example("[{place: lang-sen, note: {vi: Bắt đầu ở đây.}}, {producer: co-chau}]"),
    ]
    takes: Annotated[
        Phrase | None, Vi("đi mất bao lâu"), En("how long it takes"), Example("{vi: nửa ngày, en: half a day}")
    ] = None
    sources: SourceIds = ()

    @model_validator(mode="after")
    def _ends_at_its_last_stop(self) -> Self:
        if self.stops and self.stops[-1].way:
            refuse(Mistake("trail.way.last"))
        return self

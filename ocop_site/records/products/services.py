"""What is told of products that are no food: a stay or a tour, a craft."""

from typing import Annotated

from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Line, Phrase, PlaceId
from ocop_site.records.products.packs import Price


class Service(Record):
    """What a tourism product (set 26) has in place of weight and allergens."""

    place: Annotated[PlaceId | None, Vi("địa điểm: mã hồ sơ"), En("place: its id"), Example("lang-sen")] = None
    booking: Annotated[Phrase | None, Vi("cách đặt"), En("how to book"), Example("{vi: Gọi trước một ngày.}")] = None
    languages: Annotated[tuple[Line, ...], Vi("ngôn ngữ phục vụ"), En("languages spoken"), Example("[vi, en]")] = ()
    price: Annotated[
        Price | None, Vi("giá tham khảo"), En("indicative price"), Example("{from: 185000, as_of: 2026-08}")
    ] = None


class Craft(Record):
    material: Annotated[Phrase | None, Vi("chất liệu"), En("material"), Example("{vi: Cỏ bàng}")] = None
    size: Annotated[Phrase | None, Vi("kích thước"), En("size"), Example("{vi: 30 × 40 cm}")] = None
    care: Annotated[Phrase | None, Vi("cách giữ"), En("how to care for it"), Example("{vi: Tránh ẩm.}")] = None

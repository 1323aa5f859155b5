"""In which packs a product is sold, and what they cost."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import PackGtin, PastDated, Phrase, Positive, SourceId, refuse


class Price(Record):
    """An indicative price in đồng, with the day it was asked."""

    start: Annotated[
        Positive,
        Vi("giá thấp nhất hoặc giá duy nhất: tính bằng đồng"),
        En("lowest or only price: in đồng"),
        Example("185000"),
    ] = Field(alias="from")
    to: Annotated[Positive | None, Vi("giá cao nhất"), En("highest price"), Example("200000")] = None
    unit: Annotated[Phrase | None, Vi("giá của cái gì"), En("what the price is for"), Example("{vi: hộp, en: box}")] = (
        None
    )
    as_of: Annotated[
        PastDated, Vi("ngày hỏi giá: hiện cùng với giá"), En("asked on: shown with the price"), Example("2026-08")
    ]
    source: Annotated[
        SourceId | None, Vi("nguồn: mã của một nguồn"), En("source: the id of one"), Example("s-seed")
    ] = None

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.to is not None and self.to < self.start:
            refuse(Mistake("price.order", start=self.start, to=self.to))
        return self


class Pack(Record):
    """A size or flavour of the one product."""

    name: Annotated[
        Phrase | None, Vi("tên của gói"), En("name of the pack"), Example("{vi: Hộp quà, en: Gift box}")
    ] = None
    net_weight: Annotated[
        Phrase | None, Vi("khối lượng hoặc thể tích"), En("net weight or volume"), Example("{vi: 500 g, en: 500 g}")
    ] = None
    gtin: Annotated[
        PackGtin | None,
        Vi("mã vạch: 8, 12, 13 hoặc 14 chữ số; chương trình thử chữ số cuối"),
        En("barcode: 8, 12, 13 or 14 digits; the last is verified"),
        Example("2000000000015"),
    ] = None
    price: Annotated[
        Price | None,
        Vi("giá tham khảo của gói"),
        En("indicative price of the pack"),
        Example("{from: 185000, as_of: 2026-08}"),
    ] = None

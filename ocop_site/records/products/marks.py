"""Marks and standards that a product bears beside its stars."""

from typing import Annotated, Literal

from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Dated, Line, PastDated, Phrase

MarkKind = Annotated[
    Literal[
        "geographical_indication",
        "trademark",
        "vietgap",
        "globalgap",
        "organic",
        "haccp",
        "iso_22000",
        "halal",
        "other",
    ],
    Choice("geographical_indication", "chỉ dẫn địa lý", "geographical indication"),
    Choice("trademark", "nhãn hiệu", "trademark"),
    Choice("vietgap", "VietGAP", "VietGAP"),
    Choice("globalgap", "GlobalG.A.P.", "GlobalG.A.P."),
    Choice("organic", "hữu cơ", "organic"),
    Choice("haccp", "HACCP", "HACCP"),
    Choice("iso_22000", "ISO 22000", "ISO 22000"),
    Choice("halal", "Halal", "halal"),
    Choice("other", "loại khác", "another"),
]


class Mark(Record):
    kind: Annotated[MarkKind, Vi("loại"), En("kind of mark"), Example("vietgap")]
    name: Annotated[
        Phrase | None, Vi("tên trên giấy"), En("name on the certificate"), Example("{vi: Gạo Nàng Thơm Chợ Đào}")
    ] = None
    number: Annotated[Line | None, Vi("số giấy"), En("number"), Example("VG-01")] = None
    issuer: Annotated[Phrase | None, Vi("nơi cấp"), En("issuer"), Example("{vi: Cục Sở hữu trí tuệ}")] = None
    holder: Annotated[Line | None, Vi("người đứng tên"), En("holder"), Example("Hợp tác xã Ví Dụ")] = None
    until: Annotated[Dated | None, Vi("có giá trị đến"), En("valid until"), Example("2027-03")] = None
    as_of: Annotated[PastDated | None, Vi("biết vào ngày nào"), En("as of"), Example("2026-08")] = None

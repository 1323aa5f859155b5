"""Decisions that recognise, revoke or extend; one covers many products."""

from typing import Annotated, Literal

from pydantic import Field

from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Line, MediaFile, PastDated, Phrase, SourceIds

Level = Annotated[
    Literal["district", "province", "ministry"],
    Choice("district", "cấp huyện", "district level"),
    Choice("province", "cấp tỉnh", "provincial level"),
    Choice("ministry", "cấp quốc gia (bộ, trung ương)", "national level"),
]

DecisionKind = Annotated[
    Literal["recognition", "revocation", "extension"],
    Choice("recognition", "công nhận", "recognition"),
    Choice("revocation", "thu hồi", "revocation"),
    Choice("extension", "kéo dài hiệu lực", "continuation of validity"),
]


class Decision(Record):
    number: Annotated[Line, Vi("số quyết định"), En("decision number"), Example("201/QĐ-UBND")]
    kind: Annotated[DecisionKind, Vi("loại quyết định"), En("kind of decision"), Example("recognition")]
    issuer: Annotated[
        Phrase,
        Vi("cơ quan ban hành: đúng tên vào ngày đó"),
        En("issuing authority: as it was called that day"),
        Example("{vi: UBND tỉnh Long An}"),
    ]
    level: Annotated[Level, Vi("cấp ban hành"), En("level of the authority"), Example("province")]
    issued: Annotated[PastDated, Vi("ngày ban hành"), En("date of issue"), Example("2023-01-10")]
    scan: Annotated[
        MediaFile | None,
        Vi("bản chụp: ảnh hoặc PDF trong `media/`; che tên, số giấy tờ, chữ ký của cá nhân trước khi chép vào"),
        En("scan: a picture or PDF in `media/`; black out persons' names, numbers and signatures before that"),
        Example("quyet-dinh/201-2023.png"),
    ] = None
    sources: SourceIds = Field(min_length=1)

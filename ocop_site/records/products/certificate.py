"""What a record says of one OCOP certificate. What it is worth on a day is computed, never typed in."""

from typing import Annotated, Literal, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Dated,
    Day,
    DecisionId,
    Line,
    Passage,
    PastDated,
    PastDay,
    Phrase,
    SourceIds,
    Stars,
    refuse,
)

Purpose = Annotated[
    Literal["first", "upgrade", "renewal"],
    Choice("first", "lần đầu", "first evaluation"),
    Choice("upgrade", "nâng hạng", "upgrade"),
    Choice("renewal", "đánh giá, phân hạng lại", "re-evaluation"),
]


class Revocation(Record):
    """Art. 8 of Decision 26/2026/QĐ-TTg."""

    on: Annotated[PastDated, Vi("ngày thu hồi"), En("date of revocation"), Example("2025-05-01")]
    decision: Annotated[
        DecisionId | None,
        Vi("quyết định thu hồi: mã hồ sơ của quyết định"),
        En("revocation decision: its id"),
        Example("40-qd-ubnd-2025"),
    ] = None
    reason: Annotated[Passage | None, Vi("lý do"), En("reason"), Example("{vi: Ngừng sản xuất.}")] = None


class Certificate(Record):
    """`issued` is the date of issue; `issued_by` a date it cannot be later than; `expires` as printed.

    `extended_until` with its `basis` is the continuation of Art. 12.3; `as_of` is when a source last said so,
    the first of `sources`; `checked` when the office looked it up and found nothing newer.
    """

    stars: Annotated[Stars, Vi("hạng sao: 3, 4 hoặc 5"), En("star class: 3, 4 or 5"), Example("4")]
    issuer: Annotated[
        Phrase | None,
        Vi("ai công nhận: theo nguồn, khi chưa biết quyết định"),
        En("issuer: who recognised it as a source tells, where no decision is known"),
        Example("{vi: Ủy ban nhân dân huyện Cần Đước}"),
    ] = None
    purpose: Annotated[Purpose | None, Vi("lần đánh giá"), En("occasion of the evaluation"), Example("first")] = None
    number: Annotated[Line | None, Vi("số giấy chứng nhận"), En("certificate number"), Example("12/GCN")] = None
    decision: Annotated[
        DecisionId | None,
        Vi("quyết định công nhận: mã hồ sơ của quyết định"),
        En("recognition decision: its id"),
        Example("201-qd-ubnd-2023"),
    ] = None
    holder: Annotated[
        Line | None,
        Vi("tên chủ thể ghi trên giấy: chỉ ghi nếu khác tên bây giờ"),
        En("holder on the certificate: only where the producer had another name then"),
        Example("Hợp tác xã Ví Dụ"),
    ] = None
    issued: Annotated[
        PastDated | None,
        Vi("ngày cấp: ghi trên giấy; không lấy ngày lễ trao"),
        En("date of issue: as printed, never the date of a ceremony"),
        Example("2023-01-10"),
    ] = None
    issued_by: Annotated[
        PastDated | None,
        Vi("cấp trước ngày: khi chỉ biết giấy đã có vào ngày này (lễ trao, bài báo)"),
        En("issued no later than: where only a ceremony or an article is known"),
        Example("2023-10-20"),
    ] = None
    expires: Annotated[
        Dated | None,
        Vi("ngày hết giá trị: nếu giấy có ghi"),
        En("end of validity: where it is printed on the certificate"),
        Example("2026-01-10"),
    ] = None
    extended_until: Annotated[
        Day | None,
        Vi("kéo dài hiệu lực đến: nhiều nhất 180 ngày sau khi hết thời hạn (Điều 12.3)"),
        En("validity continued until: at most 180 days after the term (Art. 12.3)"),
        Example("2026-06-30"),
    ] = None
    basis: Annotated[
        Passage | None,
        Vi("căn cứ kéo dài: phải có khi có `extended_until`"),
        En("basis of the continuation: required with `extended_until`"),
        Example("{vi: Thông báo số 15/TB ngày 05/01/2026}"),
    ] = None
    revoked: Annotated[
        Revocation | None,
        Vi("thu hồi giấy chứng nhận"),
        En("revocation of the certificate"),
        Example("{on: 2025-05-01, decision: 40-qd-ubnd-2025, reason: {vi: Ngừng sản xuất.}}"),
    ] = None
    as_of: Annotated[
        PastDated | None,
        Vi("ghi nhận vào: lần cuối có nguồn nói sản phẩm đạt hạng này"),
        En("as of: when a source last said that the product has these stars"),
        Example("2024-06"),
    ] = None
    checked: Annotated[
        PastDay | None,
        Vi("ngày tra cứu: văn phòng tra cứu và không thấy kết quả mới hơn"),
        En("checked on: the office looked it up and found nothing newer"),
        Example("2026-09-01"),
    ] = None
    sources: SourceIds = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.extended_until and not self.basis:
            refuse(Mistake("certificate.basis", at=("extended_until",)))
        if self.issued and self.expires and self.expires.latest < self.issued.earliest:
            dates = {"issued": str(self.issued), "expires": str(self.expires)}
            refuse(Mistake("certificate.order", at=("expires",), **dates))
        return self

"""The programme in figures: what it set out to reach and what was counted since."""

from typing import Annotated

from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Flag, Passage, PastDated, Phrase, Prose, SourceIds, Stars, Whole


class Reached(Record):
    value: Annotated[Whole, Vi("bao nhiêu"), En("how many"), Example("26")]
    as_of: Annotated[PastDated, Vi("vào lúc nào"), En("as of"), Example("2021-12")]
    note: Annotated[Passage | None, Vi("nói thêm"), En("note"), Example("{vi: Đếm một năm sau.}")] = None
    sources: SourceIds = ()


class Target(Record):
    what: Annotated[Phrase, Vi("mục tiêu gì"), En("what is aimed at"), Example("{vi: Sản phẩm được chuẩn hóa}")]
    value: Annotated[Whole, Vi("bao nhiêu"), En("how many"), Example("10")]
    at_least: Annotated[
        Flag,
        Vi('ít nhất: `true` nếu mục tiêu là "ít nhất"'),
        En("at least: `true` where the target is a least number"),
        Example("true"),
    ] = False
    period: Annotated[Phrase, Vi("giai đoạn"), En("period"), Example("2018–2020")]
    reached: Annotated[
        Reached | None,
        Vi("đạt được"),
        En("reached"),
        Example("{value: 26, as_of: 2021-12, note: {vi: Đếm một năm sau.}, sources: [s-seed]}"),
    ] = None
    sources: SourceIds = ()


class Count(Record):
    as_of: Annotated[PastDated, Vi("vào lúc nào"), En("as of"), Example("2022")]
    products: Annotated[Whole, Vi("tổng số sản phẩm"), En("all products"), Example("42")]
    stars: Annotated[
        dict[Stars, Whole], Vi("mỗi hạng bao nhiêu"), En("products of each star class"), Example("{3: 16, 4: 26}")
    ] = {}
    sources: SourceIds = ()


class Programme(Record):
    name: Annotated[
        Phrase, Vi("tên chương trình"), En("name of the programme"), Example("{vi: Chương trình OCOP ở Long An}")
    ]
    summary: Annotated[Passage, Vi("tóm tắt"), En("summary"), Example("{vi: Từ 10 đến 262 sản phẩm.}")]
    story: Annotated[Prose | None, Vi("kể dài"), En("story"), Example("{vi: Đề án bắt đầu năm 2019.}")] = None
    targets: Annotated[tuple[Target, ...], Vi("các mục tiêu"), En("targets")] = ()
    counts: Annotated[tuple[Count, ...], Vi("các lần đếm"), En("counts")] = ()
    sources: SourceIds = ()

"""What is written rather than listed: news, pages, notices, sources, the glossary."""

from typing import Annotated, Literal

from pydantic import Field

from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Day,
    Flag,
    Line,
    MediaFile,
    PastDated,
    PastDay,
    Phrase,
    ProductId,
    Prose,
    SourceAddress,
    SourceIds,
    Whole,
)
from ocop_site.records.photo import Photo

NoticeKind = Annotated[
    Literal["recall", "warning"],
    Choice("recall", "thu hồi sản phẩm", "product recall"),
    Choice("warning", "cảnh báo", "warning"),
]


class Source(Record):
    """`address` is linked only where it is https; elsewhere it is told as it stands."""

    title: Annotated[
        Phrase,
        Vi("tên tài liệu: tên bài, tên văn bản, báo nào, ngày nào"),
        En("title: of the article or document, its paper, its date"),
        Example('{vi: "Báo Long An, ngày 20/10/2023"}'),
    ]
    by: Annotated[
        Phrase | None,
        Vi("ai nói: vài chữ, để nêu trong một câu thay cho tên tài liệu"),
        En("who says it: a few words, named in a sentence instead of the title"),
        Example("{vi: Báo Long An, en: Long An News}"),
    ] = None
    address: Annotated[
        SourceAddress | None,
        Vi("địa chỉ: https thì thành liên kết; hoặc nơi giữ giấy"),
        En("address: a link where it is https; or where the paper is kept"),
        Example("https://example.org/bai"),
        Example("Kệ số 3, phòng lưu trữ"),
    ] = None
    seen: Annotated[PastDated | None, Vi("ngày đọc"), En("read on"), Example("2026-10-05")] = None
    note: Annotated[Phrase | None, Vi("ghi thêm"), En("note"), Example("{vi: Đọc qua bản lưu.}")] = None


class Sources(Record):
    sources: Annotated[
        dict[str, Source], Vi("các nguồn: theo mã, bắt đầu bằng `s-`"), En("sources: by id, which begins with `s-`")
    ] = {}


class Glossary(Record):
    terms: Annotated[
        dict[str, Phrase], Vi("các từ: từ, rồi lời giải nghĩa"), En("terms: the word, then what it means")
    ] = {}


class Synonyms(Record):
    """Words for the same thing: whoever types one of a line finds what is called by any other."""

    words: Annotated[
        dict[str, tuple[Line, ...]],
        Vi("các từ: một từ, rồi những từ cùng nghĩa, tiếng nào cũng được; gõ từ nào cũng tìm ra"),
        En("the words: one, then those that mean the same, in any language; whichever is typed finds all"),
        Example("{đậu phộng: [lạc, peanut]}"),
    ] = {}


class Notice(Record):
    """A recall or a warning; stands at the top of its products' pages until it ends."""

    kind: Annotated[NoticeKind, Vi("loại thông báo"), En("kind of notice"), Example("recall")]
    date: Annotated[PastDay, Vi("từ ngày nào"), En("from"), Example("2026-11-01")]
    products: Annotated[
        tuple[ProductId, ...], Vi("sản phẩm: mã các hồ sơ"), En("products: their ids"), Example("[mam-vi-du]")
    ] = Field(min_length=1)
    text: Annotated[
        Prose,
        Vi("thông báo: lô nào, người mua phải làm gì; hiện đúng như gõ, trừ liên kết đến hồ sơ"),
        En("notice: which lot, what buyers should do; shown as typed, but for links to records"),
        Example("{vi: Thu hồi lô 01.}"),
    ]
    sources: SourceIds = ()
    until: Annotated[
        Day | None,
        Vi("đến hết ngày nào: không ghi thì đứng mãi"),
        En("until the end of: without it the notice stands for ever"),
        Example("2026-12-31"),
    ] = None


class AttachedFile(Record):
    """A document to take along, as it lies in `media/`."""

    file: Annotated[
        MediaFile,
        Vi("tên tệp: một tệp PDF trong `media/`"),
        En("file: a PDF in `media/`"),
        Example("van-ban/ke-hoach-2026.pdf"),
    ]
    title: Annotated[
        Phrase,
        Vi("tên tài liệu"),
        En("title of the document"),
        Example("{vi: Kế hoạch OCOP năm 2026, en: OCOP plan 2026}"),
    ]


class FrontMatter(Record):
    """The head of a Markdown file, one file a language."""

    title: Annotated[Line, Vi("tên bài"), En("title"), Example("Long An họp triển khai OCOP")]
    date: Annotated[
        PastDay | None,
        Vi("ngày của tin: tin tức phải có"),
        En("date of the news: required in `news/`"),
        Example("2019-03-14"),
    ] = None
    summary: Annotated[
        Line, Vi("tóm tắt: một, hai câu"), En("summary: one or two sentences"), Example("Ba con số của đề án đầu tiên.")
    ]
    order: Annotated[
        Whole,
        Vi("thứ tự: của trang trong `pages/`, số nhỏ đứng trước"),
        En("order: of a page in `pages/`, small numbers first"),
        Example("10"),
    ] = 0
    photos: Annotated[
        tuple[Photo, ...],
        Vi("ảnh: ảnh đầu là ảnh chính của bài; ghi ở tệp của một ngôn ngữ là đủ"),
        En("pictures: the first is the article's main one; in the file of one language is enough"),
    ] = ()
    files: Annotated[
        tuple[AttachedFile, ...],
        Vi("tệp kèm theo: PDF; ghi ở tệp của một ngôn ngữ là đủ"),
        En("files to take along: PDF; in the file of one language is enough"),
    ] = ()
    sources: SourceIds = ()
    draft: Annotated[
        Flag,
        Vi("bản nháp: `true` thì chỉ thấy khi xem thử"),
        En("draft: seen in the preview only where `true`"),
        Example("true"),
    ] = False

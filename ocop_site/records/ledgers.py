"""The two memories of what was given out: permanent codes, and everything that was ever published."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Day, Id, KeptId, Permanent, Phrase, Stars, refuse
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.site import Url
from ocop_site.records.site_languages import ADDRESS_KINDS, RESERVED_STEPS

LEDGERS = ("codes", "published")
"""What the files are called, but for their ending."""

if TYPE_CHECKING:
    PageKind = str
else:
    PageKind = Annotated[(Literal[PAGE_KINDS], *(Choice(kind, KINDS[kind].vi, KINDS[kind].en) for kind in PAGE_KINDS))]


class GivenCode(Record):
    """A code or barcode, one product's for ever.

    `printed` is when labels were last made of it; where these carried `stars`, `claim` is the last day they told of.
    `addresses` are those of the site under which it was ever printed, the last one first: labels hang for years.
    """

    product: Annotated[KeptId, Vi("sản phẩm: mã hồ sơ"), En("product: its id"), Example("lap-xuong-tuoi-co-chau")]
    published: Annotated[Day, Vi("ngày ghi vào sổ"), En("date of entry"), Example("2026-11-23")]
    printed: Annotated[
        Day | None,
        Vi("ngày in nhãn gần nhất: lệnh `labels` ghi"),
        En("labels last printed on: written by the command `labels`"),
        Example("2026-12-01"),
    ] = None
    stars: Annotated[
        Stars | None,
        Vi("hạng sao đã in trên nhãn: lệnh `labels` ghi"),
        En("stars printed on labels: written by the command `labels`"),
        Example("4"),
    ] = None
    claim: Annotated[
        Day | None,
        Vi("ngày cuối còn hiệu lực đã in trên nhãn: lệnh `labels` ghi"),
        En("last day of validity printed on labels: written by the command `labels`"),
        Example("2027-05-01"),
    ] = None
    addresses: Annotated[
        tuple[Url, ...],
        Vi("các địa chỉ trang khi in nhãn: lệnh `labels` ghi, mới nhất trước, không sửa"),
        En("addresses of the site when labels were printed: written by the command `labels`, newest first"),
        Example("[https://ocop.example.org/]"),
    ] = ()


class Codes(Record):
    """Every code ever given, then the GTIN of every pack ever published, in fourteen digits."""

    codes: Annotated[
        dict[Permanent, GivenCode],
        Vi("mã đã cấp: mã sản phẩm, rồi mã vạch đủ 14 chữ số của mọi quy cách từng công bố"),
        En("codes given: product codes, then the 14 digits of every barcode that was ever published"),
    ] = {}


class Published(Record):
    """A record that once had a page: still there, or `moved` to another id, or `ended`."""

    since: Annotated[Day, Vi("công bố từ ngày"), En("published since"), Example("2026-11-23")]
    moved: Annotated[
        KeptId | None,
        Vi("mã mới: khi hồ sơ đổi tên tệp"),
        En("new id: where the record's file got another name"),
        Example("banh-trang-vi-du"),
    ] = None
    ended: Annotated[
        Day | None,
        Vi("ngày ngừng: khi trang ngừng hẳn; không ghi cùng `moved`"),
        En("ended on: where the page is gone for good; not together with `moved`"),
        Example("2027-01-31"),
    ] = None
    reason: Annotated[Phrase | None, Vi("lý do ngừng"), En("reason for the end"), Example("{vi: Đã đóng cửa.}")] = None

    @model_validator(mode="after")
    def _ends_in_one_way(self) -> Self:
        if self.moved and self.ended:
            refuse(Mistake("ledger.moved-or-ended"))
        return self


class PublishedLedger(Record):
    """`words` are the address words that each kind stood under, by language, newest first."""

    words: Annotated[
        dict[Id, dict[str, tuple[Id, ...]]],
        Vi("các từ trong địa chỉ đã dùng: theo ngôn ngữ và loại trang, mới nhất trước; không sửa"),
        En("address words once used: by language and kind of page, newest first; not to be edited"),
        Example("{vi: {products: [san-pham]}}"),
    ] = {}
    records: Annotated[
        dict[PageKind, dict[KeptId, Published]],
        Vi("mọi trang đã công bố: theo loại và mã hồ sơ"),
        En("all pages ever published: by kind and id"),
        Example("{places: {cho-cu: {since: 2026-11-23, ended: 2027-01-31, reason: {vi: Đã đóng cửa.}}}}"),
    ] = {}

    @model_validator(mode="after")
    def _words_are_addresses(self) -> Self:
        """Else two pages would stand at one address: those of two kinds, or one of ours beside a code's."""
        for language, kinds in self.words.items():
            if language in RESERVED_STEPS:
                refuse(Mistake("site.language-reserved", at=("words", language), found=language))
            seen: dict[str, str] = {}
            for kind, words in kinds.items():
                if kind not in ADDRESS_KINDS or kind == "page":
                    refuse(Mistake("site.address-unknown", at=("words", language, kind), found=kind))
                for word in words:
                    if (other := seen.setdefault(word, kind)) != kind:
                        refuse(
                            Mistake(
                                "site.address-twice", at=("words", language, kind), word=word, kind=kind, other=other
                            )
                        )
        return self

"""What the law says, by period: who gives which stars, the industries and product sets, validity, what needs care."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.decision import Level
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Day, Id, Line, Passage, Percent, Phrase, Positive, SourceIds, Stars, refuse


class Validity(Record):
    """Art. 4.3 (36 months), 12.1 (from the decision) and 12.3 (at most 180 days more) of Decision 26/2026/QĐ-TTg."""

    months: Annotated[
        Positive,
        Vi("thời hạn: giấy có giá trị mấy tháng, mặc định 36"),
        En("term: months that a certificate is valid, 36 unless told"),
        Example("36"),
    ] = 36
    continuation_days: Annotated[
        Positive,
        Vi("kéo dài tối đa mấy ngày: mặc định 180"),
        En("longest continuation in days: 180 unless told"),
        Example("180"),
    ] = 180
    ending_days: Annotated[
        Positive,
        Vi("sắp hết: còn mấy ngày thì coi là sắp hết, mặc định 180"),
        En("ending soon: days left from which it is said, 180 unless told"),
        Example("180"),
    ] = 180
    continuation_from: Annotated[
        Day,
        Vi("kéo dài từ ngày: chỉ giấy hết thời hạn từ ngày này mới có thể kéo dài, mặc định 2026-05-22"),
        En("continued from: only terms that end on this day or later can be continued, 2026-05-22 unless told"),
        Example("2026-05-22"),
    ] = Field(default_factory=lambda: date(2026, 5, 22))
    issue_days: Annotated[
        Positive,
        Vi("cấp giấy trong mấy ngày: kể từ quyết định công nhận, mặc định 60"),
        En("days to issue: between the decision and its certificates at most, 60 unless told"),
        Example("60"),
    ] = 60

    @model_validator(mode="after")
    def _is_of_this_world(self) -> Self:
        for field, most in (("months", 600), ("continuation_days", 3650), ("ending_days", 3650), ("issue_days", 3650)):
            if getattr(self, field) > most:
                refuse(Mistake("number.large", at=(field,), most=most))
        return self


class StarLevel(Record):
    stars: Annotated[Stars, Vi("hạng sao"), En("star class"), Example("3")]
    level: Annotated[Level, Vi("cấp"), En("level"), Example("province")]
    by: Annotated[Phrase, Vi("ai công nhận"), En("who recognises"), Example("{vi: Ủy ban nhân dân cấp tỉnh}")]


class Period(Record):
    law: Annotated[Line, Vi("số quyết định"), En("decision number"), Example("26/2026/QĐ-TTg")]
    start: Annotated[Day, Vi("từ ngày"), En("from"), Example("2026-05-22")] = Field(alias="from")
    until: Annotated[
        Day | None, Vi("đến ngày: còn áp dụng thì bỏ"), En("until: left out while it applies"), Example("2026-07-21")
    ] = None
    stars: Annotated[
        tuple[StarLevel, ...],
        Vi("ai công nhận hạng nào"),
        En("who gives which stars"),
        Example("[{stars: 3, level: province, by: {vi: Ủy ban nhân dân cấp tỉnh}}]"),
    ]
    sources: SourceIds = ()


class ProductSet(Record):
    number: Annotated[Positive, Vi("số của bộ: từ 1 đến 26"), En("number of the set: 1 to 26"), Example("1")]
    letter: Annotated[
        Line | None, Vi("chữ cái của bộ trong nhóm"), En("letter of the set in its group"), Example("a")
    ] = None
    name: Annotated[
        Phrase,
        Vi("tên bộ"),
        En("name of the set"),
        Example('{vi: "Rau, củ, quả, hạt tươi", en: Fresh vegetables and fruit}'),
    ]
    name_is_ours: Annotated[
        tuple[Line, ...],
        Vi("tên tự dịch: ngôn ngữ mà tên do mình dịch"),
        En("our own translation: languages in which we translated the name"),
        Example("[en]"),
    ] = ()


class Group(Record):
    number: Annotated[Line, Vi("số của nhóm trong ngành"), En("number of the group in its industry"), Example('"1"')]
    name: Annotated[
        Phrase, Vi("tên nhóm"), En("name of the group"), Example("{vi: Thực phẩm tươi sống, en: Fresh food}")
    ]
    name_is_ours: Annotated[
        tuple[Line, ...],
        Vi("tên tự dịch: ngôn ngữ mà tên do mình dịch"),
        En("our own translation: languages in which we translated the name"),
        Example("[en]"),
    ] = ()
    sets: Annotated[tuple[ProductSet, ...], Vi("các bộ của nhóm"), En("product sets of the group")]


class Industry(Record):
    id: Annotated[
        Id, Vi("mã của ngành: đứng trong địa chỉ"), En("industry id: stands in addresses"), Example("thuc-pham")
    ]
    number: Annotated[Line, Vi("số của ngành"), En("number of the industry"), Example("I")]
    name: Annotated[Phrase, Vi("tên ngành"), En("name of the industry"), Example("{vi: Thực phẩm, en: Foodstuff}")]
    name_is_ours: Annotated[
        tuple[Line, ...],
        Vi("tên tự dịch: ngôn ngữ mà tên do mình dịch"),
        En("our own translation: languages in which we translated the name"),
        Example("[en]"),
    ] = ()
    groups: Annotated[tuple[Group, ...], Vi("các nhóm của ngành"), En("groups of the industry")]


class Spirits(Record):
    """Law 44/2019/QH14 asks for restraint from 15 % up."""

    sets: Annotated[
        tuple[Positive, ...], Vi("bộ sản phẩm: số của các bộ"), En("product sets: their numbers"), Example("[14, 15]")
    ]
    from_percent: Annotated[Percent, Vi("từ mấy độ"), En("from which strength, percent"), Example("15")]
    warning: Annotated[
        Passage, Vi("lời cảnh báo theo luật"), En("warning of the law"), Example("{vi: Đã uống rượu thì không lái xe.}")
    ]
    words: Annotated[
        dict[str, tuple[Line, ...]],
        Vi("tên gọi của rượu: thêm vào danh sách có sẵn; sản phẩm mang tên này phải ghi độ cồn và bộ"),
        En("names of spirits: more than the built-in list; what has such a name needs its strength and set"),
        Example("{vi: [rượu, đế], en: [liqueur]}"),
    ] = {}
    harmless: Annotated[
        tuple[Line, ...],
        Vi("tên vô hại: thêm cụm từ có chữ đó nhưng không phải là rượu"),
        En("harmless names: more phrases that hold such a word and are no drink"),
        Example("[bình rượu, giấm rượu]"),
    ] = ()


class SetNotice(Record):
    sets: Annotated[
        tuple[Positive, ...], Vi("bộ sản phẩm: số của các bộ"), En("product sets: their numbers"), Example("[2, 8]")
    ]
    notice: Annotated[
        Passage, Vi("lời phải hiện"), En("words to be shown"), Example("{vi: Nhiều nước không cho mang thịt vào.}")
    ]


class Care(Record):
    spirits: Annotated[
        Spirits | None,
        Vi("rượu"),
        En("spirits"),
        Example("{sets: [14, 15], from_percent: 15, warning: {vi: Đã uống rượu thì không lái xe.}}"),
    ] = None
    supplements: Annotated[
        SetNotice | None,
        Vi("thực phẩm chức năng: bộ nào, câu nào bắt buộc hiện"),
        En("food supplements: which sets, and the sentence that must be shown"),
        Example("{sets: [18], notice: {vi: Thực phẩm này không phải là thuốc.}}"),
    ] = None
    health_words: Annotated[
        dict[str, tuple[Line, ...]],
        Vi("từ về sức khỏe: thêm vào danh sách có sẵn, gặp thì nhắc; theo ngôn ngữ"),
        En("words of health: more than the built-in list, warned of wherever they stand; by language"),
        Example("{vi: [điều trị, giải độc]}"),
    ] = {}
    harmless: Annotated[
        dict[str, tuple[Line, ...]],
        Vi("từ vô hại: thêm cụm từ có chữ đó nhưng nghĩa khác"),
        En("harmless words: more phrases that hold such a word and mean something else"),
        Example("{vi: [sửa chữa]}"),
    ] = {}
    star_words: Annotated[
        dict[str, tuple[Line, ...]],
        Vi("từ về sao và hiệu lực: thêm vào danh sách có sẵn, không được dùng cho sản phẩm; `#` là số 3 đến 5"),
        En("words of stars and validity: more than the built-in list, refused in texts of products; `#` is 3 to 5"),
        Example('{vi: ["# sao", "còn hiệu lực"], en: ["# stars"]}'),
    ] = {}
    star_harmless: Annotated[
        tuple[Line, ...],
        Vi("từ vô hại về sao: thêm cụm từ có chữ đó nhưng nghĩa khác"),
        En("harmless words of stars: more phrases that hold such a word and mean something else"),
        Example('["khách sạn # sao"]'),
    ] = ()
    customs: Annotated[
        tuple[SetNotice, ...],
        Vi("lời dặn khi mang qua biên giới"),
        En("advice for crossing borders"),
        Example("[{sets: [2, 8], notice: {vi: Nhiều nước không cho mang thịt vào.}}]"),
    ] = ()


class Scheme(Record):
    validity: Annotated[
        Validity,
        Vi("thời hạn giấy chứng nhận"),
        En("validity of certificates"),
        Example("{months: 36, continuation_days: 180, ending_days: 180}"),
    ] = Field(default_factory=Validity)
    periods: Annotated[
        tuple[Period, ...],
        Vi("các thời kỳ: quyết định nào áp dụng lúc nào, ai công nhận hạng nào"),
        En("periods: which decision applied when, and who gave which stars"),
    ] = ()
    begun: Annotated[
        Day,
        Vi("chương trình có từ ngày: trước ngày này không có sản phẩm nào được công nhận, mặc định 2018-05-07"),
        En("begun on: nothing was recognised before this day, 2018-05-07 unless told"),
        Example("2018-05-07"),
    ] = Field(default_factory=lambda: date(2018, 5, 7))
    districts_until: Annotated[
        Day,
        Vi("cấp huyện đến hết ngày: sau ngày này không quyết định nào của cấp huyện, mặc định 2025-06-30"),
        En("districts until the end of: no decision is a district's after this day, 2025-06-30 unless told"),
        Example("2025-06-30"),
    ] = Field(default_factory=lambda: date(2025, 6, 30))
    industries: Annotated[
        tuple[Industry, ...],
        Vi("các ngành: ngành, nhóm, bộ sản phẩm"),
        En("industries: with their groups and product sets"),
    ] = ()
    care: Annotated[Care, Vi("điều cần thận trọng"), En("what needs care")] = Care.model_construct()
    sources: SourceIds = ()

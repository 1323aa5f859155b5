"""What is true of the whole site."""

from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from ocop_site.problems import Mistake
from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import (
    CodePrefix,
    Contact,
    Email,
    Https,
    Id,
    PageId,
    PastDay,
    Phones,
    Phrase,
    PlaceId,
    from_text,
    refuse,
)
from ocop_site.records.site_languages import RESERVED_STEPS, SiteLanguage, with_later_words
from ocop_site.records.values.web_address import parse_site_url


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Mistake("site.time-zone", value=value) from None
    return value


def _theme_options(value: object) -> dict[str, Any]:
    """Free here: the theme checks its own options."""
    if not isinstance(value, dict):
        refuse(Mistake("value.not-mapping"))
    return value


Url = Annotated[str, from_text(parse_site_url), WithJsonSchema({"type": "string"})]
TimeZone = Annotated[str, from_text(_zone), WithJsonSchema({"type": "string"})]
ThemeOptions = Annotated[dict[str, Any], PlainValidator(_theme_options), WithJsonSchema({"type": "object"})]


class Office(Record):
    name: Annotated[Phrase, Vi("tên văn phòng"), En("name of the office"), Example("Văn phòng Ví Dụ")]
    address: Annotated[Address | None, Vi("địa chỉ"), En("address"), Example("{commune: can-duoc}")] = None
    phone: Phones = ()
    email: Annotated[Email | None, Vi("thư điện tử"), En("mail address"), Example("vp@example.org")] = None


class Licence(Record):
    name: Annotated[Phrase, Vi("tên giấy phép"), En("name of the licence"), Example("CC BY 4.0")]
    url: Annotated[
        Https,
        Vi("địa chỉ của giấy phép: https"),
        En("address of the licence: https"),
        Example("https://creativecommons.org/licenses/by/4.0/"),
    ]


class Register(Record):
    name: Annotated[Phrase, Vi("tên sổ"), En("name of the register"), Example("{vi: Hệ thống quản lý OCOP}")]
    url: Annotated[Https, Vi("địa chỉ web"), En("web address"), Example("https://ocopvietnam.gov.vn/")]


class Site(Record):
    title: Annotated[Phrase, Vi("tên trang"), En("title of the site"), Example("{vi: Sản phẩm OCOP Long An}")]
    short_title: Annotated[
        Phrase | None,
        Vi("tên ngắn: ở đầu trang, và dưới biểu tượng trên điện thoại"),
        En("short title: at the head of pages, and below the icon on a phone"),
        Example("{vi: OCOP Long An}"),
    ] = None
    invitation: Annotated[
        Phrase | None,
        Vi("lời mời: một câu ở đầu trang chủ, làm người ta muốn xem và muốn đến"),
        En("invitation: a sentence that opens the home page, and makes one want to look and go"),
        Example("{vi: Món ngon giữa hai dòng Vàm Cỏ}"),
    ] = None
    tagline: Annotated[Phrase, Vi("dòng dưới tên"), En("line below the title"), Example("{vi: Danh mục mẫu}")]
    url: Annotated[Url, Vi("địa chỉ web đầy đủ"), En("full address of the site"), Example("https://example.org/ocop/")]
    former_urls: Annotated[
        tuple[Url, ...],
        Vi("các địa chỉ cũ của trang: ghi sau khi máy chủ ở đó đã chuyển hướng mọi địa chỉ sang `url`"),
        En("former addresses of the site: written once the server there sends every address on to `url`"),
        Example("[https://ocop-cu.example.org/]"),
    ] = ()
    languages: Annotated[
        dict[Id, SiteLanguage],
        BeforeValidator(with_later_words),
        Vi("các ngôn ngữ: ngôn ngữ đầu là chính"),
        En("languages: the first is the main one"),
    ]
    time_zone: Annotated[TimeZone, Vi("múi giờ"), En("time zone"), Example("Asia/Ho_Chi_Minh")]
    data_licence: Annotated[
        Licence | None,
        Vi("giấy phép dữ liệu"),
        En("licence of the data"),
        Example("{name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}"),
    ] = None
    attribution: Annotated[
        Phrase | None,
        Vi("ghi công: người dùng lại dữ liệu phải nêu tên ai"),
        En("attribution: whom those who use the data again have to name"),
        Example("{vi: Văn phòng Điều phối nông thôn mới tỉnh}"),
    ] = None
    public_register: Annotated[
        Register | None,
        Vi("sổ đăng ký: nơi cơ quan nhà nước cho tra giấy chứng nhận; `name` tên sổ, `url` địa chỉ"),
        En("register: where an authority shows certificates; its `name` and `url`"),
        Example("{name: {vi: Hệ thống quản lý OCOP}, url: https://ocopvietnam.gov.vn/}"),
    ] = Field(default=None, alias="register")
    fallback: Annotated[
        Id,
        Vi("ngôn ngữ dự phòng: cho khách không đọc được ngôn ngữ nào của trang, và cho chỗ một ngôn ngữ còn thiếu"),
        En("fallback language: for visitors who read none of the site's, and for what a language lacks"),
        Example("en"),
    ]
    theme: Annotated[
        Id,
        Vi("giao diện: tên thư mục trong `themes/`"),
        En("theme: the name of a folder in `themes/`"),
        Example("dong-bang"),
    ]
    theme_options: Annotated[
        ThemeOptions,
        Vi(
            "diện mạo riêng: màu `brand` (liên kết, nút) và `accent` (điểm nhấn), đủ tương phản, màu ban đêm tự tính "
            "nếu không ghi; dấu riêng `mark` (tệp .svg, .png trong `media/`); kiểu chữ `display_face`; "
            "các tùy chọn khác: xem `theme.yaml` của giao diện"
        ),
        En(
            "a look of your own: the colours `brand` (links, buttons) and `accent`, of enough contrast, for the night "
            "worked out unless given; a `mark` (a .svg or .png in `media/`); the face `display_face`; "
            "other options: see the theme's `theme.yaml`"
        ),
        Example('{brand: "#0E5A5E", accent: {light: "#A8155A", dark: "#FF8DBD"}, mark: dau.svg, covers: plain}'),
    ] = {}
    office: Annotated[
        Office | None,
        Vi("văn phòng"),
        En("office"),
        Example("{name: Văn phòng Ví Dụ, address: {commune: can-duoc}, phone: 0272 3826 123, email: vp@example.org}"),
    ] = None
    showroom: Annotated[
        PlaceId | None,
        Vi("nhà trưng bày chính: mã địa điểm"),
        En("main showroom: the id of a place"),
        Example("nha-trung-bay"),
    ] = None
    stars_page: Annotated[
        PageId | None,
        Vi("bài giải thích hạng sao: mã bài trong `pages/`"),
        En("page that explains the stars: its id in `pages/`"),
        Example("hang-sao"),
    ] = None
    data_page: Annotated[
        PageId | None,
        Vi("bài nói về dữ liệu: mã bài trong `pages/`"),
        En("page about the data: its id in `pages/`"),
        Example("ve-du-lieu"),
    ] = None
    privacy_page: Annotated[
        PageId | None,
        Vi("bài nói về quyền riêng tư: mã bài trong `pages/`, mọi trang dẫn đến"),
        En("page about privacy: its id in `pages/`, every page leads there"),
        Example("quyen-rieng-tu"),
    ] = None
    code_prefix: Annotated[
        CodePrefix, Vi("chữ đầu của mã sản phẩm"), En("letters that product codes begin with"), Example("LA")
    ]
    checked_on: Annotated[
        PastDay | None,
        Vi("ngày đối chiếu: văn phòng so danh mục với sổ của mình; chưa đối chiếu thì bỏ"),
        En("checked on: the office compared the catalogue with its register; left out until it has"),
        Example("2026-09-01"),
    ] = None
    report_problem: Annotated[
        Contact,
        Vi("nơi nhận báo sai sót: mailto hoặc https"),
        En("where errors are reported: mailto or https"),
        Example("mailto:sai-sot@example.org"),
    ]

    @model_validator(mode="after")
    def _speaks_known_languages(self) -> Self:
        from babel import Locale, UnknownLocaleError

        for language in self.languages:
            if language in RESERVED_STEPS:
                refuse(Mistake("site.language-reserved", at=("languages", language), found=language))
            try:
                Locale.parse(language, sep="-")
            except (ValueError, UnknownLocaleError):
                refuse(Mistake("site.language", at=("languages", language), found=language))
        return self

    @model_validator(mode="after")
    def _falls_back_to_its_own_language(self) -> Self:
        if self.fallback not in self.languages:
            languages = ", ".join(self.languages)
            refuse(Mistake("text.language", at=("fallback",), found=self.fallback, languages=languages))
        return self

    @property
    def first_language(self) -> str:
        return next(iter(self.languages))

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """In which languages a text is told that one lacks, in this order."""
        return self.fallback, self.first_language

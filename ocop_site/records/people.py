"""Producers (in Vietnamese "chủ thể") and the partners who support them."""

from typing import Annotated, Literal

from ocop_site.records.address import PremisesAddress
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Dated,
    Day,
    Email,
    Flag,
    Https,
    Line,
    Passage,
    PastDated,
    PastDay,
    Phones,
    Phrase,
    ProducerId,
    Prose,
    SourceIds,
    Zalo,
)
from ocop_site.records.photo import Photo

ProducerKind = Annotated[
    Literal["cooperative", "cooperative_group", "enterprise", "farm", "household", "association"],
    Choice("cooperative", "hợp tác xã", "cooperative"),
    Choice("cooperative_group", "tổ hợp tác", "cooperative group"),
    Choice("enterprise", "doanh nghiệp, công ty", "enterprise or company"),
    Choice("farm", "trang trại", "farm"),
    Choice("household", "hộ kinh doanh, hộ sản xuất", "registered household business"),
    Choice("association", "hội, hiệp hội", "association"),
]

PartnerKind = Annotated[
    Literal["enterprise", "research", "association", "promotion", "finance", "media"],
    Choice("enterprise", "doanh nghiệp", "enterprise"),
    Choice("research", "viện, trường", "research and teaching"),
    Choice("association", "hiệp hội", "association"),
    Choice("promotion", "xúc tiến thương mại", "trade promotion"),
    Choice("finance", "ngân hàng, quỹ", "bank or fund"),
    Choice("media", "báo, đài", "press and broadcasting"),
]

ConsentScope = Annotated[
    Literal["address", "contact"],
    Choice("address", "địa chỉ", "address"),
    Choice("contact", "điện thoại, Zalo, thư", "telephone, Zalo, mail"),
]


class Visits(Record):
    welcome: Annotated[Flag, Vi("đón khách"), En("visitors are welcome"), Example("true")]
    note: Annotated[Passage | None, Vi("dặn thêm"), En("advice"), Example("{vi: Gọi trước.}")] = None


class FoodSafety(Record):
    number: Annotated[Line, Vi("số giấy"), En("number"), Example("12/ATTP")]
    until: Annotated[Dated | None, Vi("có giá trị đến"), En("valid until"), Example("2027-05-01")] = None


class Consent(Record):
    """A household's own word that its address may be shown; without it only the commune is.

    Law 91/2025/QH15 on the protection of personal data: it names its scope, and can be withdrawn at any time.
    """

    on: Annotated[PastDay, Vi("ngày đồng ý"), En("date of consent"), Example("2026-10-01")]
    scope: Annotated[
        tuple[ConsentScope, ...], Vi("cho hiện gì"), En("what may be shown"), Example("[address, contact]")
    ]
    until: Annotated[
        Day | None,
        Vi("đến hết ngày: sau đó coi như chưa đồng ý"),
        En("until the end of: from then on nothing is agreed to"),
        Example("2028-10-01"),
    ] = None
    withdrawn_on: Annotated[
        PastDay | None,
        Vi("ngày rút lại: từ ngày này coi như chưa đồng ý"),
        En("withdrawn on: from this day on nothing is agreed to"),
        Example("2027-02-01"),
    ] = None
    paper: Annotated[
        Line | None,
        Vi("giấy đã ký: cất ở đâu, số mấy; không công bố"),
        En("signed form: where it is kept; not published"),
        Example("Tủ 3, phiếu 12/2026"),
    ] = None


class Producer(Record):
    name: Annotated[
        Phrase,
        Vi("tên thường gọi: tên nhãn hiệu"),
        En("trade name: as on the goods"),
        Example("{vi: Cơ sở Cô Châu, en: Co Chau Workshop}"),
    ]
    registered_name: Annotated[
        Line | None, Vi("tên đăng ký"), En("registered name"), Example("Công ty Cổ phần Ví Dụ")
    ] = None
    former_names: Annotated[
        tuple[Line, ...], Vi("tên trước đây"), En("former names"), Example("[Tổ hợp tác Ví Dụ]")
    ] = ()
    successor: Annotated[
        ProducerId | None,
        Vi("chủ thể kế tục: mã hồ sơ"),
        En("successor: the id of the producer that goes on"),
        Example("co-chau"),
    ] = None
    kind: Annotated[ProducerKind, Vi("loại chủ thể"), En("kind of producer"), Example("household")]
    makes: Annotated[
        Phrase | None,
        Vi("làm ra gì: vài chữ"),
        En("what it makes: a few words"),
        Example('{vi: "lạp xưởng, nem", en: "sausage, nem"}'),
    ] = None
    addresses: Annotated[
        tuple[PremisesAddress, ...],
        Vi("địa chỉ: danh sách"),
        En("addresses: a list"),
        Example("[{kind: workshop, former_commune: can-duoc}]"),
    ] = ()
    lead: Annotated[
        Passage | None,
        Vi("câu dẫn: một câu của phần giới thiệu, in chữ lớn ở đầu trang"),
        En("standfirst: one sentence of the introduction, in large type at the head of the page"),
        Example("{vi: Gia đình làm nghề này đã hơn 40 năm.}"),
    ] = None
    story: Annotated[
        Prose | None, Vi("giới thiệu"), En("introduction"), Example("{vi: Hợp tác xã có 40 thành viên.}")
    ] = None
    photos: Annotated[tuple[Photo, ...], Vi("ảnh"), En("photographs")] = ()
    since: Annotated[PastDated | None, Vi("hoạt động từ"), En("at work since"), Example("2015")] = None
    phone: Phones = ()
    email: Annotated[Email | None, Vi("thư điện tử"), En("mail address"), Example("lien-he@example.org")] = None
    website: Annotated[
        Https | None, Vi("trang riêng: https"), En("own site: https"), Example("https://example.org/")
    ] = None
    zalo: Annotated[Zalo | None, Vi("số Zalo"), En("number on Zalo"), Example("0272 3826 123")] = None
    visits: Annotated[
        Visits | None, Vi("khách đến thăm"), En("visits"), Example("{welcome: true, note: {vi: Gọi trước.}}")
    ] = None
    food_safety: Annotated[
        FoodSafety | None,
        Vi("giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"),
        En("food-safety certificate of the premises"),
        Example("{number: 12/ATTP, until: 2027-05-01}"),
    ] = None
    consent: Annotated[
        Consent | None,
        Vi("hộ đồng ý cho hiện thông tin: không có thì chỉ hiện xã"),
        En("consent of a household: without it only the commune is shown"),
        Example("{on: 2026-10-01, scope: [address, contact]}"),
    ] = None
    sources: SourceIds = ()


class Partner(Record):
    name: Annotated[Phrase, Vi("tên đối tác"), En("name of the partner"), Example("{vi: Báo chí, en: The press}")]
    kind: Annotated[PartnerKind, Vi("loại đối tác"), En("kind of partner"), Example("media")]
    offers: Annotated[Prose | None, Vi("giúp được gì"), En("what it offers"), Example("{vi: Đưa tin về sản phẩm.}")] = (
        None
    )
    website: Annotated[
        Https | None, Vi("trang riêng: https"), En("own site: https"), Example("https://example.org/")
    ] = None
    sources: SourceIds = ()

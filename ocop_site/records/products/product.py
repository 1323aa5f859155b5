"""A product: one record is one line of a decision's annex."""

from typing import Annotated, Literal

from pydantic import Field

from ocop_site.records.address import Address
from ocop_site.records.base import MayRepeat, Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import (
    Flag,
    Line,
    Month,
    OcopCode,
    Passage,
    PastDay,
    Percent,
    Phrase,
    ProducerId,
    ProductCode,
    ProductId,
    Prose,
    SetNumber,
    SourceId,
    SourceIds,
)
from ocop_site.records.photo import Photo
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.food import Allergens, Diet, DietBasis, Travel
from ocop_site.records.products.links import ProductLink, Traceability
from ocop_site.records.products.marks import Mark
from ocop_site.records.products.packs import Pack
from ocop_site.records.products.services import Craft, Service

SetBasis = Annotated[
    Literal["decision", "dossier", "ours"],
    Choice("decision", "theo quyết định", "by the decision"),
    Choice("dossier", "theo hồ sơ", "by the product's dossier"),
    Choice("ours", "do mình xếp", "as we read it"),
]


class Withdrawn(Record):
    on: Annotated[PastDay, Vi("từ ngày"), En("since"), Example("2026-08-01")]
    reason: Annotated[Phrase, Vi("lý do"), En("reason"), Example("{vi: Chủ thể ngừng sản xuất.}")]
    successor: Annotated[
        ProductId | None,
        Vi("sản phẩm thay thế: mã hồ sơ"),
        En("successor: the id of another product"),
        Example("gao-vi-du"),
    ] = None


class Product(Record):
    code: Annotated[
        ProductCode,
        Vi("mã sản phẩm: in trên nhãn, không bao giờ dùng lại; lấy số kế tiếp trong `codes.yaml`"),
        En("product code: printed on labels, never used again; take the next number in `codes.yaml`"),
        Example("LA901"),
    ]
    name: Annotated[Phrase, Vi("tên sản phẩm"), En("name of the product"), Example("{vi: Mắm ruốc, en: Shrimp paste}")]
    name_is_ours: Annotated[
        tuple[Line, ...],
        Vi("tên tự dịch: ngôn ngữ mà tên do mình dịch, không phải tên của chủ thể"),
        En("our own translation: languages in which we, not the producer, named it"),
        Example("[en]"),
    ] = ()
    also_known_as: Annotated[
        tuple[Line, ...],
        Vi("tên khác: cả cách viết khác, để người ta tìm ra"),
        En("other names: and spellings that people search by"),
        Example("[lap xuong, lạp xưởng]"),
    ] = ()
    generic_name: Annotated[
        Phrase | None,
        Vi("tên chung: món đó là thứ gì, không tên riêng; món cùng thứ thì viết như nhau, trang A–Y xếp theo"),
        En("generic name: what it is, no proper name; the same for the same things, the page A–Z goes by it"),
        Example("{vi: Lạp xưởng, en: Chinese sausage}"),
    ] = None
    set: Annotated[
        SetNumber | None,
        Vi("bộ sản phẩm: số từ 1 đến 26, theo `scheme.yaml`"),
        En("product set: its number in `scheme.yaml`, 1 to 26"),
        Example("8"),
    ] = None
    set_basis: Annotated[SetBasis | None, Vi("vì sao biết bộ đó"), En("how the set is known"), Example("ours")] = None
    producer: Annotated[ProducerId, Vi("chủ thể: mã hồ sơ"), En("producer: its id"), Example("co-chau")]
    made_at: Annotated[
        Address | None,
        Vi("nơi làm ra, xuất xứ: nếu khác chỗ của chủ thể"),
        En("made at: where it is not the producer's address"),
        Example("{former_commune: my-le}"),
    ] = None
    certificates: Annotated[
        tuple[Certificate, ...],
        MayRepeat(),
        Vi('giấy chứng nhận OCOP: không có thì trang ghi "chưa được công nhận OCOP"'),
        En('certificates of OCOP: without any the page says "not OCOP-recognised"'),
        Example("[{stars: 4, decision: 201-qd-ubnd-2023, issued: 2023-01-10, sources: [s-seed]}]"),
    ] = ()
    summary: Annotated[
        Passage,
        Vi("tóm tắt: một, hai câu, là món gì, khác chỗ nào"),
        En("summary: one or two sentences, what it is and how it differs"),
        Example("{vi: Mắm ruốc xay nhuyễn., en: Smooth shrimp paste.}"),
    ]
    story: Annotated[
        Prose | None, Vi("câu chuyện sản phẩm"), En("product story"), Example("{vi: Làng làm mắm từ lâu.}")
    ] = None
    story_is_ours: Annotated[
        Flag,
        Vi("bài do danh mục viết: `true` thì không đứng dưới tên “Câu chuyện sản phẩm” của luật"),
        En("story of our own: where `true` it does not stand under the law's name for the producer's story"),
        Example("true"),
    ] = False
    taste: Annotated[Passage | None, Vi("mùi vị"), En("taste and smell"), Example('{vi: "Mặn, thơm."}')] = None
    photos: Annotated[
        tuple[Photo, ...],
        Vi("ảnh: ảnh đầu tiên đại diện cho sản phẩm"),
        En("photographs: the first stands for the product"),
    ] = ()
    packs: Annotated[
        tuple[Pack, ...],
        Vi("quy cách và giá"),
        En("packs and prices"),
        Example("[{net_weight: {vi: 500 g}, price: {from: 185000, as_of: 2026-08}}]"),
    ] = ()
    ingredients: Annotated[
        Passage | None, Vi("thành phần"), En("ingredients"), Example('{vi: "Thịt heo, mỡ heo, đường, muối"}')
    ] = None
    nutrition: Annotated[
        Passage | None,
        Vi("giá trị dinh dưỡng: như trên nhãn"),
        En("nutrition facts: as on the label"),
        Example("{vi: 100 g có 350 kcal}"),
    ] = None
    how_to_use: Annotated[
        Passage | None,
        Vi("cách dùng, cách nấu"),
        En("how to use or cook it"),
        Example("{vi: Nấu chín trước khi ăn.}"),
    ] = None
    how_to_use_is_ours: Annotated[
        Flag,
        Vi("cách dùng do danh mục gợi ý: `true` thì trang nói rõ theo nhãn là chính"),
        En("use suggested by us: where `true` the page says that the label comes first"),
        Example("true"),
    ] = False
    storage: Annotated[Passage | None, Vi("cách bảo quản"), En("storage"), Example("{vi: Để nơi khô mát.}")] = None
    shelf_life: Annotated[Phrase | None, Vi("hạn dùng"), En("shelf life"), Example("{vi: 6 tháng, en: 6 months}")] = (
        None
    )
    warnings: Annotated[
        Passage | None,
        Vi("lưu ý trên nhãn"),
        En("warnings on the label"),
        Example("{vi: Không dùng cho trẻ dưới 3 tuổi.}"),
    ] = None
    alcohol_percent: Annotated[
        Percent | None, Vi("độ cồn: phần trăm"), En("strength: alcohol in percent"), Example("31"), Example("4.5")
    ] = None
    allergens: Annotated[
        Allergens,
        Vi('chất gây dị ứng: không biết thì bỏ, "không biết" khác với "không có"'),
        En("allergens: left out where not known, which is not the same as none"),
        Example("[fish]"),
        Example("[none_declared]"),
    ] = ()
    diet: Annotated[tuple[Diet, ...], Vi("ăn chay"), En("diet"), Example("[vegetarian]")] = ()
    diet_basis: Annotated[
        DietBasis | None, Vi("vì sao biết ăn chay được"), En("how the diet is known"), Example("label")
    ] = None
    travel: Annotated[
        Travel | None,
        Vi("khi mang đi xa"),
        En("taking it along"),
        Example("{keeps_days: 30, liquid_ml: 250, fragile: true, needs_cold: false}"),
    ] = None
    gift: Annotated[
        Flag, Vi("quà: `true` nếu bán làm quà"), En("gift: `true` where it is sold as one"), Example("true")
    ] = False
    contains: Annotated[
        tuple[ProductId, ...],
        Vi("hộp quà gồm: mã các sản phẩm; sao của món trong hộp không thành sao của hộp"),
        En("gift box of: ids of products; their stars are not the box's"),
        Example("[gao-vi-du, mam-vi-du]"),
    ] = ()
    season: Annotated[
        tuple[Month, ...],
        Vi("mùa: các tháng có hàng, hoặc có thứ làm ra nó, theo dương lịch"),
        En("season: months when it, or what it is made of, is to be had"),
        Example("[5, 6, 7]"),
    ] = ()
    season_note: Annotated[
        Phrase | None,
        Vi("mùa của cái gì: trái nào chín, cá nào về, lúc nào làm nhiều"),
        En("season of what: which fruit is ripe, which fish comes, when most is made"),
        Example("{vi: Trái cà na chín, en: The ca na fruit is ripe}"),
    ] = None
    season_sources: Annotated[
        tuple[SourceId, ...],
        Vi("ai nói các tháng đó: mã trong `sources.yaml`"),
        En("who tells the months: ids in `sources.yaml`"),
        Example("[s-seed]"),
    ] = ()
    service: Annotated[
        Service | None,
        Vi("du lịch: chỉ cho bộ 26"),
        En("tourism: for set 26 only"),
        Example("{place: lang-sen, booking: {vi: Gọi trước một ngày.}, languages: [vi, en]}"),
    ] = None
    craft: Annotated[
        Craft | None,
        Vi("thủ công, vải: chỉ cho bộ 21, 22"),
        En("craft and cloth: for sets 21 and 22 only"),
        Example("{material: {vi: Cỏ bàng}, size: {vi: 30 × 40 cm}, care: {vi: Tránh ẩm.}}"),
    ] = None
    ocop_code: Annotated[
        OcopCode | None,
        Vi("mã OCOP chính thức: dạng mới hoặc cũ"),
        En("official code of OCOP: the new shape or the old"),
        Example("80-28108-12-2026"),
        Example("80-806-28108-12-2022"),
    ] = None
    declaration: Annotated[
        Line | None,
        Vi("số bản tự công bố hoặc số tiếp nhận bản công bố sản phẩm"),
        En("number of the self-declaration or registered declaration"),
        Example("01/CB/2024"),
    ] = None
    traceability: Annotated[
        Traceability | None,
        Vi("truy xuất nguồn gốc: hệ thống của chủ thể"),
        En("traceability: the producer's own system"),
        Example("{system: Tên hệ thống, url: https://example.org/1}"),
    ] = None
    marks: Annotated[tuple[Mark, ...], Vi("nhãn hiệu, tiêu chuẩn khác"), En("other marks and standards")] = ()
    links: Annotated[tuple[ProductLink, ...], Vi("nơi xem thêm"), En("where to read more or buy")] = ()
    goes_with: Annotated[
        tuple[ProductId, ...],
        Vi("sản phẩm hợp dùng chung: mã hồ sơ"),
        En("goes well with: ids of products"),
        Example("[gao-vi-du]"),
    ] = ()
    say_it: Annotated[
        Phrase | None, Vi("cách đọc tên"), En("how to say the name"), Example("{vi: bầu sao, en: buh-oo sow}")
    ] = None
    sources: SourceIds = Field(min_length=1)
    withdrawn: Annotated[
        Withdrawn | None,
        Vi("không còn trong danh mục: trang thành lời báo, mã vẫn sống"),
        En("no longer in the catalogue: the page becomes a notice, the code lives on"),
        Example("{on: 2026-08-01, reason: {vi: Chủ thể ngừng sản xuất.}, successor: gao-vi-du}"),
    ] = None
    draft: Annotated[
        Flag,
        Vi("bản nháp: `true` thì chỉ thấy khi xem thử (`python build.py serve`); chỉ dùng trước lần công bố đầu"),
        En("draft: seen in the preview only (`python build.py serve`) where `true`; only before it is first published"),
        Example("true"),
    ] = False

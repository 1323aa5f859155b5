"""The doors of the home page: each opens on the products of which certain facts are on record."""

from typing import Annotated, Literal, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Flag, Id, IndustryId, MediaFile, Phrase, Positive, ProductId, SetNumber, refuse
from ocop_site.records.photo import GroundName
from ocop_site.records.products.food import NONE_DECLARED, Allergen, Diet
from ocop_site.records.products.marks import MarkKind

When = Annotated[Literal["now"], Choice("now", "đang trong tháng có hàng", "in the month that it is")]


class TravelRule(Record):
    keeps_days: Annotated[
        Positive | None, Vi("giữ được ít nhất mấy ngày"), En("days that it keeps at the least"), Example("30")
    ] = None
    liquid_ml: Annotated[
        Positive | None, Vi("nhiều nhất bao nhiêu ml chất lỏng"), En("millilitres of liquid at most"), Example("100")
    ] = None
    fragile: Annotated[Flag | None, Vi("dễ vỡ hay không"), En("fragile or not"), Example("false")] = None
    needs_cold: Annotated[Flag | None, Vi("cần lạnh hay không"), En("needs cold or not"), Example("false")] = None


class PriceRule(Record):
    below: Annotated[Positive, Vi("dưới bao nhiêu đồng"), En("less than so many đồng"), Example("200000")]


class DoorRule(Record):
    """All of it must hold; a product of which a record does not say so is not behind the door."""

    products: Annotated[
        tuple[ProductId, ...],
        Vi("một trong các sản phẩm này: mã hồ sơ, khi chính danh mục chọn"),
        En("one of these products: their ids, where the catalogue itself chooses"),
        Example("[gao-vi-du, mam-vi-du]"),
    ] = ()
    industries: Annotated[
        tuple[IndustryId, ...], Vi("thuộc một trong các ngành"), En("of one of these industries"), Example("[do-uong]")
    ] = ()
    sets: Annotated[
        tuple[SetNumber, ...], Vi("thuộc một trong các bộ sản phẩm"), En("of one of these sets"), Example("[1, 3]")
    ] = ()
    diet: Annotated[Diet | None, Vi("ăn chay"), En("diet"), Example("vegetarian")] = None
    allergens_without: Annotated[
        tuple[Allergen, ...],
        Vi("nhãn không công bố các chất này: món chưa rõ nhãn thì không vào"),
        En("a label that declares none of these: one that is not known does not count"),
        Example("[fish, crustaceans, molluscs]"),
    ] = ()
    mark: Annotated[
        MarkKind | None, Vi("có dấu, tiêu chuẩn này còn hạn"), En("bears this mark, not run out"), Example("organic")
    ] = None
    gift: Annotated[Flag | None, Vi("bán làm quà"), En("sold as a gift"), Example("true")] = None
    travel: Annotated[
        TravelRule | None,
        Vi("khi mang đi xa"),
        En("taken along"),
        Example("{keeps_days: 30, needs_cold: false}"),
    ] = None
    price: Annotated[PriceRule | None, Vi("giá"), En("price"), Example("{below: 200000}")] = None
    season: Annotated[When | None, Vi("mùa"), En("season"), Example("now")] = None

    @model_validator(mode="after")
    def _asks_for_facts(self) -> Self:
        """No record tells that something is no gift, or what a label that declares nothing is without."""
        if self.gift is False:
            refuse(Mistake("door.no-fact", at=("gift",), found="false"))
        if NONE_DECLARED in self.allergens_without:
            at = self.allergens_without.index(NONE_DECLARED)
            refuse(Mistake("door.no-fact", at=("allergens_without", at), found=NONE_DECLARED))
        if self == DoorRule.model_construct():
            refuse(Mistake("door.no-rule"))
        return self


class HomeDoor(Record):
    title: Annotated[
        Phrase,
        Vi("chữ trên cửa: vài chữ khách hay nghĩ"),
        En("what is written on it: a few words that visitors think in"),
        Example("{vi: Không thịt cá, en: No meat or fish}"),
    ]
    note: Annotated[
        Phrase | None,
        Vi("ghi chú: một câu đứng đầu danh sách"),
        En("note: a sentence above the list"),
        Example("{vi: Theo bản chất món., en: By what they are.}"),
    ] = None
    rule: Annotated[
        DoorRule,
        Vi("luật: mọi điều đều phải đúng theo hồ sơ"),
        En("rule: all of it must hold by the records"),
        Example("{diet: vegetarian}"),
    ]
    picture: Annotated[
        MediaFile | None,
        Vi("hình: một tệp trong `media/`, đã tách nền; không có thì lấy hình của một món sau cửa"),
        En("picture: a file in `media/`, cut out; without it that of a product behind the door"),
        Example("gao-tim.svg"),
    ] = None
    ground: Annotated[GroundName, Vi("màu của cửa"), En("colour of the door"), Example("leaf")] = "rice"


class HomeDoors(Record):
    doors: Annotated[
        dict[Id, HomeDoor],
        Vi("các cửa: theo mã, mã là chữ trong địa chỉ; theo thứ tự trên trang chủ"),
        En("doors: by id, which stands in the address; in the order of the home page"),
        Example("{khong-thit-ca: {title: {vi: Không thịt cá}, rule: {diet: vegetarian}}}"),
    ] = {}

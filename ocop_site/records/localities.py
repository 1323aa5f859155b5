"""Communes of today, provinces, districts and communes of before, and which became which."""

from datetime import date
from typing import Annotated, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Day, Id, Line, Number, Passage, Phrase, Reference, SourceIds, Where, refuse
from ocop_site.text.vietnamese import proper_name, slug

DISTRICTS_ENDED = date(2025, 7, 1)
"""The day from which Viet Nam has 34 provinces in place of 63, and no districts any more, merged or not."""

FormerProvinceId = Annotated[Id, Reference("former_provinces")]
CommuneId = Annotated[Id, Reference("communes")]
DistrictId = Annotated[Id, Reference("districts")]


class Province(Record):
    name: Annotated[Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: tỉnh Tây Ninh}")]


class FormerProvince(Record):
    """A province of before the merger, which may have the name of today's."""

    id: Annotated[
        Id,
        Vi("mã tỉnh cũ: viết từ tên, đứng trong địa chỉ"),
        En("former province id: written from the name, stands in addresses"),
        Example("long-an"),
    ]
    name: Annotated[
        Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: tỉnh Long An, en: Long An Province}")
    ]


class Bounds(Record):
    """Degrees, WGS 84: a point outside is probably a slip."""

    south: Annotated[Number, Vi("nam"), En("south"), Example("10.396")]
    west: Annotated[Number, Vi("tây"), En("west"), Example("105.499")]
    north: Annotated[Number, Vi("bắc"), En("north"), Example("11.032")]
    east: Annotated[Number, Vi("đông"), En("east"), Example("106.749")]

    @model_validator(mode="after")
    def _hold_something(self) -> Self:
        if not (-90 <= self.south < self.north <= 90 and -180 <= self.west < self.east <= 180):
            refuse(Mistake("bounds.shape"))
        return self


class District(Record):
    """A district, town or city below the province. One without communes, such as an island, tells what it became."""

    id: Annotated[
        Id,
        Vi("mã huyện: viết từ tên; hai huyện cũ trùng tên thì thêm mã tỉnh cũ"),
        En("district id: written from the name; two of one name take their former province's id too"),
        Example("can-duoc"),
    ]
    code: Annotated[Line, Vi("mã số hành chính"), En("official number"), Example('"806"')]
    name: Annotated[
        Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: huyện Cần Đước, en: Can Duoc District}")
    ]
    province: Annotated[
        FormerProvinceId | None,
        Vi("tỉnh cũ: mã tỉnh cũ; phải ghi khi có từ hai tỉnh cũ"),
        En("former province: its id; required where there are several former provinces"),
        Example("long-an"),
    ] = None
    became: Annotated[
        tuple[CommuneId, ...],
        Vi("nay là: chỉ cho huyện không có xã nào, như huyện đảo; mã đặc khu, xã hiện nay"),
        En("became: only of a district that had no communes, such as an island; ids of communes of today"),
        Example("[ly-son]"),
    ] = ()
    point: Annotated[
        Where | None,
        Vi("điểm giữa: vĩ độ, kinh độ; bản đồ vẽ ở điểm này"),
        En("centre: latitude, longitude; the map draws it there"),
        Example("[10.5, 106.6]"),
    ] = None


class Commune(Record):
    id: Annotated[
        Id,
        Vi("mã xã: viết từ tên, đứng trong địa chỉ"),
        En("commune id: written from the name, stands in addresses"),
        Example("tan-trach"),
    ]
    code: Annotated[Line, Vi("mã số hành chính"), En("official number"), Example('"28108"')]
    name: Annotated[
        Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: xã Cần Đước, en: Can Duoc Commune}")
    ]
    point: Annotated[
        Where | None,
        Vi("điểm giữa: vĩ độ, kinh độ; bản đồ vẽ ở điểm này"),
        En("centre: latitude, longitude; the map draws it there"),
        Example("[10.4898, 106.593]"),
    ] = None


class Elsewhere(Record):
    """A unit of today in another province."""

    commune: Annotated[
        Phrase | None,
        Vi("xã hiện nay: tên kèm cấp"),
        En("commune of today: name with its level"),
        Example("{vi: xã Ví Dụ}"),
    ] = None
    province: Annotated[
        Phrase,
        Vi("tỉnh hiện nay: tên kèm cấp"),
        En("province of today: name with its level"),
        Example("{vi: tỉnh Khác}"),
    ]


class FormerCommune(Record):
    """It became one commune of today, was split among several, or went to another province, whole or in part."""

    also_shown = ("became",)

    id: Annotated[
        Id,
        Vi("mã xã cũ: viết từ tên; hai xã cũ trùng tên thì thêm mã huyện"),
        En("former commune id: written from the name; two of one name take their district's id too"),
        Example("tan-trach"),
    ]
    code: Annotated[Line, Vi("mã số hành chính"), En("official number"), Example('"28108"')]
    name: Annotated[
        Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: thị trấn Cần Đước, en: Can Duoc Township}")
    ]
    district: Annotated[DistrictId, Vi("huyện cũ: mã huyện"), En("former district: its id"), Example("can-duoc")]
    became: Annotated[
        tuple[CommuneId, ...],
        Vi("nay là: mã xã hiện nay; bị chia thì ghi nhiều mã"),
        En("became: ids of communes of today, several where it was split"),
        Example("[can-duoc]"),
    ] = ()
    elsewhere: Annotated[
        Elsewhere | None,
        Vi("sang tỉnh khác: xã này, cả xã hoặc một phần, nay thuộc tỉnh khác"),
        En("to another province: where it went, whole or in part"),
        Example("{commune: {vi: xã Ví Dụ}, province: {vi: tỉnh Khác}}"),
    ] = None
    point: Annotated[
        Where | None,
        Vi("điểm giữa: vĩ độ, kinh độ; chỉ cần khi xã bị chia, để còn vẽ được"),
        En("centre: latitude, longitude; needed only where the commune was split, so that it can be drawn"),
        Example("[10.4898, 106.593]"),
    ] = None

    @model_validator(mode="after")
    def _became_something(self) -> Self:
        if not self.became and self.elsewhere is None:
            refuse(Mistake("locality.became-nothing"))
        return self


class Localities(Record):
    province: Annotated[Province, Vi("tỉnh hiện nay"), En("province of today"), Example("{name: {vi: tỉnh Tây Ninh}}")]
    former_provinces: Annotated[
        tuple[FormerProvince, ...],
        Vi("các tỉnh cũ: tỉnh trước khi sáp nhập; tỉnh không sáp nhập thì bỏ mục này"),
        En("former provinces: those of before the merger; left out by a province that was not merged"),
        Example("[{id: long-an, name: {vi: tỉnh Long An}}]"),
    ] = ()
    former_province: Annotated[
        Province | None,
        Vi("tỉnh cũ duy nhất: cách ghi trước đây của `former_provinces`, vẫn dùng được"),
        En("only former province: how `former_provinces` was written before, still taken"),
        Example("{name: {vi: tỉnh Long An}}"),
    ] = None
    changed_on: Annotated[
        Day,
        Vi("ngày sắp xếp: mặc định 2025-07-01"),
        En("date of the change: by default 2025-07-01"),
        Example("2025-07-01"),
    ] = DISTRICTS_ENDED
    note: Annotated[
        Passage | None,
        Vi("ghi chú: ghi công nguồn bảng đối chiếu"),
        En("note: credits whoever made the table of old and new"),
        Example("{vi: Theo Nghị quyết 1682.}"),
    ] = None
    bounds: Annotated[
        Bounds | None,
        Vi("khung của địa bàn: tính bằng độ, điểm ở ngoài thì được nhắc"),
        En("bounds of the area: in degrees, a point outside is warned of"),
        Example("{south: 10.396, west: 105.499, north: 11.032, east: 106.749}"),
    ] = None
    districts: Annotated[tuple[District, ...], Vi("huyện cũ"), En("former districts")] = ()
    communes: Annotated[tuple[Commune, ...], Vi("xã, phường, đặc khu hiện nay"), En("communes of today")]
    former_communes: Annotated[tuple[FormerCommune, ...], Vi("xã, phường, thị trấn cũ"), En("former communes")] = ()
    sources: SourceIds = ()

    @model_validator(mode="after")
    def _names_former_provinces_once(self) -> Self:
        if self.former_province and self.former_provinces:
            refuse(Mistake("locality.former-province-twice", at=("former_province",)))
        return self

    @property
    def provinces_before(self) -> tuple[FormerProvince, ...]:
        """The provinces of before the merger, whichever way they are written; none where nothing was merged."""
        if self.former_province is None:
            return self.former_provinces
        name = self.former_province.name
        return (FormerProvince.model_construct(id=slug(proper_name(next(iter(name.words.values())))), name=name),)

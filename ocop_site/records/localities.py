"""Communes of today, districts and communes of before, and which became which."""

from typing import Annotated

from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import Day, Id, Line, Number, Passage, Phrase, Reference, SourceIds, Where

CommuneId = Annotated[Id, Reference("communes")]
DistrictId = Annotated[Id, Reference("districts")]


class Province(Record):
    name: Annotated[Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: tỉnh Tây Ninh}")]


class Bounds(Record):
    """Degrees, WGS 84: a point outside is probably a slip."""

    south: Annotated[Number, Vi("nam"), En("south"), Example("10.396")]
    west: Annotated[Number, Vi("tây"), En("west"), Example("105.499")]
    north: Annotated[Number, Vi("bắc"), En("north"), Example("11.032")]
    east: Annotated[Number, Vi("đông"), En("east"), Example("106.749")]


class District(Record):
    id: Annotated[Id, Vi("mã huyện: viết từ tên"), En("district id: written from the name"), Example("can-duoc")]
    code: Annotated[Line, Vi("mã số hành chính"), En("official number"), Example('"806"')]
    name: Annotated[
        Phrase, Vi("tên kèm cấp"), En("name with its level"), Example("{vi: huyện Cần Đước, en: Can Duoc District}")
    ]
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


class FormerCommune(Record):
    """It became one commune of today, or was split among several."""

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
    ]
    point: Annotated[
        Where | None,
        Vi("điểm giữa: vĩ độ, kinh độ; chỉ cần khi xã bị chia, để còn vẽ được"),
        En("centre: latitude, longitude; needed only where the commune was split, so that it can be drawn"),
        Example("[10.4898, 106.593]"),
    ] = None


class Localities(Record):
    province: Annotated[Province, Vi("tỉnh hiện nay"), En("province of today"), Example("{name: {vi: tỉnh Tây Ninh}}")]
    former_province: Annotated[
        Province, Vi("tỉnh trước khi sắp xếp"), En("province before the merger"), Example("{name: {vi: tỉnh Long An}}")
    ]
    changed_on: Annotated[Day, Vi("ngày sắp xếp"), En("date of the change"), Example("2025-07-01")]
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
    districts: Annotated[tuple[District, ...], Vi("huyện cũ"), En("former districts")]
    communes: Annotated[tuple[Commune, ...], Vi("xã, phường hiện nay"), En("communes of today")]
    former_communes: Annotated[tuple[FormerCommune, ...], Vi("xã, thị trấn cũ"), En("former communes")]
    sources: SourceIds = ()

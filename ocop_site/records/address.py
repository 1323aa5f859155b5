"""Where something is: below the commune as people write it, the commune by its id, old or of today."""

from typing import Annotated, Literal, Self

from pydantic import model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Id, Phrase, Reference, Where, refuse

PremisesKind = Annotated[
    Literal["office", "workshop", "growing_area", "shop"],
    Choice("office", "văn phòng", "office"),
    Choice("workshop", "nơi sản xuất", "workshop"),
    Choice("growing_area", "vùng trồng", "growing area"),
    Choice("shop", "cửa hàng", "shop"),
]


class Address(Record):
    """One of `commune` (of today), `former_commune` or `former_district` (before 2025-07-01), as the source has it."""

    line: Annotated[
        Phrase | None,
        Vi("số nhà, đường, ấp: phần dưới cấp xã; không ghi cho hộ kinh doanh, trừ khi hộ đã đồng ý"),
        En("house, street, hamlet: what lies below the commune; left out for a household unless it has consented"),
        Example("{vi: ấp 3, en: Hamlet 3}"),
    ] = None
    commune: Annotated[
        Annotated[Id, Reference("communes")] | None,
        Vi("xã hiện nay: mã xã, phường trong `localities.yaml`"),
        En("commune of today: its id in `localities.yaml`"),
        Example("can-duoc"),
    ] = None
    former_commune: Annotated[
        Annotated[Id, Reference("former_communes")] | None,
        Vi("xã cũ: mã xã trước 01/7/2025, nếu nguồn ghi xã cũ"),
        En("former commune: the id of one before 1 July 2025, where the source names it"),
        Example("my-le"),
    ] = None
    former_district: Annotated[
        Annotated[Id, Reference("districts")] | None,
        Vi("huyện cũ: mã huyện, nếu nguồn chỉ nói huyện"),
        En("former district: its id, where the source says no more"),
        Example("can-duoc"),
    ] = None
    point: Annotated[
        Where | None,
        Vi("vị trí: vĩ độ trước, kinh độ sau"),
        En("position: latitude, then longitude"),
        Example("[10.4898, 106.593]"),
    ] = None

    @model_validator(mode="after")
    def _names_one_unit(self) -> Self:
        if sum(unit is not None for unit in (self.commune, self.former_commune, self.former_district)) != 1:
            refuse(Mistake("address.one-unit"))
        return self


class PremisesAddress(Address):
    """One of a producer's; `kind` only where the source says which."""

    kind: Annotated[
        PremisesKind | None,
        Vi("loại nơi: chỉ trong `addresses` của chủ thể"),
        En("kind of premises: only in the `addresses` of a producer"),
        Example("workshop"),
    ] = None

"""The year of the land: its seasons, such as the high water, and feasts that follow the moon."""

from typing import Annotated, ClassVar

from pydantic import Field

from ocop_site.records.base import Record
from ocop_site.records.descriptions import En, Example, Vi
from ocop_site.records.fields import LunarDay, Month, Passage, Phrase, SourceIds
from ocop_site.records.photo import GroundName

MonthsOfYear = Annotated[
    tuple[Month, ...],
    Vi("các tháng, theo dương lịch"),
    En("its months"),
    Example("[8, 9, 10, 11]"),
    Field(min_length=1),
]


class YearSeason(Record):
    """A part of the year with a name of its own."""

    same_by: ClassVar = ("name",)

    name: Annotated[Phrase, Vi("tên mùa"), En("name of the season"), Example("{vi: Mùa nước nổi, en: High water}")]
    months: MonthsOfYear
    ground: Annotated[
        GroundName,
        Vi("nền: màu của các tháng đó trên vòng năm; `river` có thêm sóng nước"),
        En("ground: the colour of its months on the year's wheel; `river` has waves as well"),
        Example("river"),
    ] = "rice"
    note: Annotated[Passage | None, Vi("nói thêm"), En("note"), Example("{vi: Nước về sớm hay muộn tùy năm.}")] = None
    sources: SourceIds = ()


class Feast(Record):
    """A day of the moon's calendar, which is another day of the sun's every year."""

    same_by: ClassVar = ("name",)

    name: Annotated[Phrase, Vi("tên ngày"), En("name of the day"), Example("{vi: Tết, en: Tết}")]
    lunar_day: Annotated[
        LunarDay, Vi("ngày âm lịch: ngày/tháng"), En("day of the lunar calendar: day/month"), Example("1/1")
    ]
    sources: SourceIds = ()


class Year(Record):
    """What the year's wheel shows beside products: absent, it shows products alone."""

    seasons: Annotated[
        tuple[YearSeason, ...],
        Vi("các mùa"),
        En("seasons"),
        Example("[{name: {vi: Mùa nước nổi}, months: [8, 9, 10, 11], ground: river}]"),
    ] = ()
    feasts: Annotated[
        tuple[Feast, ...],
        Vi("ngày lễ theo âm lịch"),
        En("feasts by the lunar calendar"),
        Example("[{name: {vi: Tết}, lunar_day: 1/1}]"),
    ] = ()

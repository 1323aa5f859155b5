"""What the map is drawn on: water, reeds, roads and the names by which people find their way, drawn by hand."""

from collections.abc import Callable
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, WithJsonSchema

from ocop_site.problems import Mistake
from ocop_site.records.base import MayRepeat, Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import PassedPoint, Phrase, SourceIds, from_value, refuse
from ocop_site.records.localities import Bounds
from ocop_site.records.values.points import Point
from ocop_site.records.values.widths import BROADEST, NARROWEST, parse_widths

MOST_POINTS = 400
"""Of one line; more is a survey, and a page that carries it."""

Points = tuple[Point, ...]


def _at_least(fewest: int, code: str) -> Callable[[Points], Points]:
    """Refuses what is too little to be drawn, or too much."""

    def judged(points: Points) -> Points:
        if len(points) < fewest:
            refuse(Mistake(code, found=len(points)))
        if len(points) > MOST_POINTS:
            refuse(Mistake("map.too-many-points", found=len(points), most=MOST_POINTS))
        return points

    return judged


Widths = Annotated[
    tuple[float, float],
    from_value(parse_widths),
    WithJsonSchema({"type": "array", "items": {"type": "number", "minimum": NARROWEST, "maximum": BROADEST}}),
]

Named = Annotated[
    Phrase | None, Vi("tên: ghi trên bản đồ"), En("name: written on the map"), Example("{vi: sông Mẫu, en: Mau River}")
]

Line = Annotated[
    tuple[PassedPoint, ...],
    MayRepeat(),
    Vi("đường: các điểm `[vĩ độ, kinh độ]`, từ đầu đến cuối; sông thì từ nguồn ra biển"),
    En("line: points `[latitude, longitude]` from its beginning on; a river's from its source to the sea"),
    Example("[[11.2, 106.2], [10.6, 106.5]]"),
    AfterValidator(_at_least(2, "map.short-line")),
]

Corners = Annotated[
    tuple[PassedPoint, ...],
    MayRepeat(),
    Vi("vùng: các góc `[vĩ độ, kinh độ]`, lần lượt vòng quanh"),
    En("area: its corners `[latitude, longitude]`, one after the other around it"),
    Example("[[10.8, 105.7], [10.8, 106.1], [10.6, 105.9]]"),
    AfterValidator(_at_least(3, "map.small-area")),
]

Cover = Annotated[
    Literal["water", "reeds", "forest", "fields"],
    Choice("water", "nước: cửa sông, hồ, biển", "water: a river's mouth, a lake, the sea"),
    Choice("reeds", "đồng cỏ ngập nước", "reeds and flooded grass"),
    Choice("forest", "rừng", "forest"),
    Choice("fields", "ruộng lúa", "rice fields"),
]


class River(Record):
    same_by: ClassVar = ("line",)

    name: Named = None
    width: Annotated[
        Widths,
        Vi("bề rộng nét vẽ: ở đầu và ở cuối, 1 đến 60; cả bản đồ rộng 720"),
        En("how broad it is drawn: at its beginning and at its end, 1 to 60 where the whole map is 720 wide"),
        Example("[3, 12]"),
    ] = (4.0, 8.0)
    line: Line


class Expanse(Record):
    same_by: ClassVar = ("area",)

    kind: Annotated[Cover, Vi("loại: phủ gì"), En("kind: what covers it"), Example("reeds")]
    name: Named = None
    area: Corners


class Road(Record):
    same_by: ClassVar = ("line",)

    name: Named = None
    line: Line


class Town(Record):
    name: Annotated[Phrase, Vi("tên"), En("name"), Example("{vi: Mẫu Châu}")]
    point: Annotated[PassedPoint, Vi("ở đâu: vĩ độ, kinh độ"), En("where: latitude, longitude"), Example("[1.5, 3.1]")]


class EdgeWord(Record):
    """What lies beyond the edge of the map, said there."""

    text: Annotated[
        Phrase,
        Vi("chữ ở rìa: nơi nào ở bên ngoài, kèm mũi tên nếu muốn"),
        En("words at the edge: what lies beyond, with an arrow if you like"),
        Example("{vi: Biển Đông →, en: East Sea →}"),
    ]
    point: Annotated[PassedPoint, Vi("ở đâu: vĩ độ, kinh độ"), En("where: latitude, longitude"), Example("[1.2, 3.9]")]


class MapGround(Record):
    """Drawn by hand, not to scale: it shows no administrative boundaries."""

    bounds: Annotated[
        Bounds | None,
        Vi("bản đồ vẽ đến đâu: bốn phía, theo độ; không ghi thì như của địa phương"),
        En("how far the map reaches: in degrees; unless told, as far as the localities do"),
        Example("{south: 1.1, west: 2.6, north: 1.9, east: 3.9}"),
    ] = None
    rivers: Annotated[tuple[River, ...], Vi("sông, rạch, kênh"), En("rivers and canals")] = ()
    areas: Annotated[
        tuple[Expanse, ...], Vi("vùng nước, đồng cỏ, rừng, ruộng"), En("water, reeds, forest, fields")
    ] = ()
    roads: Annotated[tuple[Road, ...], Vi("đường bộ"), En("roads")] = ()
    towns: Annotated[tuple[Town, ...], Vi("nơi đông dân để dễ tìm"), En("towns to find one's way by")] = ()
    edges: Annotated[tuple[EdgeWord, ...], Vi("chữ ở rìa bản đồ"), En("words at the edges of the map")] = ()
    sources: SourceIds = ()

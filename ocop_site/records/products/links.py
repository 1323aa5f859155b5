"""Where more is told of a product: shops, articles, the maker's own system."""

from typing import Annotated, ClassVar, Literal

from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Https, Line, Phrase

LinkKind = Annotated[
    Literal["shop", "maker", "article"],
    Choice("shop", "nơi bán", "shop"),
    Choice("maker", "trang của chủ thể", "the producer's site"),
    Choice("article", "bài viết", "article"),
]


class ProductLink(Record):
    same_by: ClassVar = ("url",)

    kind: Annotated[LinkKind, Vi("loại liên kết"), En("kind of link"), Example("shop")]
    url: Annotated[
        Https,
        Vi("địa chỉ web: bắt đầu bằng https://"),
        En("web address: begins with https://"),
        Example("https://example.org/mua"),
    ]
    label: Annotated[
        Phrase, Vi("chữ để bấm"), En("words to click"), Example("{vi: Gian hàng của chủ thể, en: The maker's shop}")
    ]


class Traceability(Record):
    """The maker's own system; the catalogue's code is none."""

    system: Annotated[Line, Vi("tên hệ thống"), En("name of the system"), Example("Tên hệ thống")]
    url: Annotated[
        Https | None, Vi("địa chỉ web: https"), En("web address: https"), Example("https://example.org/1")
    ] = None

"""A photograph or drawing of a record."""

from typing import Annotated, ClassVar, Literal

from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import FocusPoint, Line, MediaFile, Phrase

PhotoKind = Annotated[
    Literal["photo", "illustration"],
    Choice("photo", "ảnh chụp (mặc định)", "photograph (unless told)"),
    Choice("illustration", "hình vẽ", "drawing"),
]


GroundName = Annotated[
    Literal["rice", "river", "leaf", "clay", "lotus", "mud"],
    Choice("rice", "màu lúa", "rice"),
    Choice("river", "màu nước sông", "river water"),
    Choice("leaf", "màu lá non", "young leaf"),
    Choice("clay", "màu gạch", "clay"),
    Choice("lotus", "màu sen", "lotus"),
    Choice("mud", "màu phù sa", "silt"),
]


class Photo(Record):
    same_by: ClassVar = ("file",)

    file: Annotated[
        MediaFile, Vi("tên tệp: trong `media/`"), En("file: in `media/`"), Example("lap-xuong/xau-phoi.jpg")
    ]
    alt: Annotated[
        Phrase,
        Vi("trong ảnh có gì: cho người không nhìn thấy"),
        En("what it shows: for people who do not see it"),
        Example("{vi: Xâu lạp xưởng phơi trên sào, en: Sausages drying on a pole}"),
    ]
    credit: Annotated[
        Line | None, Vi("người chụp, người vẽ"), En("photographer or artist"), Example("Nguyễn Văn A")
    ] = None
    kind: Annotated[PhotoKind, Vi("loại ảnh"), En("kind of picture"), Example("illustration")] = "photo"
    focus: Annotated[
        FocusPoint | None,
        Vi("chỗ quan trọng nhất khi cắt ảnh: từ trái sang, từ trên xuống, 0 đến 1"),
        En("what matters most when it is cropped: from the left, from the top, 0 to 1"),
        Example("[0.5, 0.3]"),
    ] = None
    ground: Annotated[
        GroundName | None,
        Vi("nền: của hình vẽ hay ảnh đã tách nền; không có nền thì hình còn đứng được giữa các hình khác"),
        En("ground: of a drawing or photo that is cut out; without it the thing can stand among others"),
        Example("rice"),
    ] = None

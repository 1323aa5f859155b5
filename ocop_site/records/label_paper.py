"""Paper that labels are printed on: the sheet, the labels on it, where the first stands and how far the next is."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import PlainValidator, WithJsonSchema, model_validator

from ocop_site.problems import Mistake
from ocop_site.records.base import Record
from ocop_site.records.descriptions import Choice, En, Example, Vi
from ocop_site.records.fields import Id, Phrase, Positive, refuse
from ocop_site.text.signs import ascii_signs
from ocop_site.units import MM, Millimetre

Pair = tuple[Millimetre, Millimetre]
"""Across and down."""

LEAST = 15.0 * MM
"""A label within its inset: less carries no code that a telephone reads."""

MOST = 2000.0 * MM
"""A side of the paper: what is longer was written in another unit."""

_SLACK = 0.05 * MM
"""So much sums of rounded figures may be off."""

_LENGTH = re.compile(r"\d{1,4}([.,]\d{1,3})?")


def _length(value: object) -> Millimetre:
    written = ascii_signs(value) if isinstance(value, str) else ""
    if not _LENGTH.fullmatch(written):
        refuse(Mistake("stock.length"))
    return Millimetre(float(written.replace(",", ".")))


def _pair(value: object) -> Pair:
    if not (isinstance(value, list) and len(value) == 2 and all(isinstance(v, str) for v in value)):
        refuse(Mistake("stock.pair"))
    across, down = (_length(v) for v in value)
    return across, down


_NUMBERS: dict[str, Any] = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}

PaperLength = Annotated[Millimetre, PlainValidator(_length), WithJsonSchema({"type": "number"})]
Across = Annotated[Pair, PlainValidator(_pair), WithJsonSchema(_NUMBERS)]

LabelKind = Annotated[
    Literal["label", "shelf_talker", "poster"],
    Choice("label", "nhãn thường (mặc định)", "plain label (unless told)"),
    Choice("shelf_talker", "thẻ kệ", "shelf talker"),
    Choice("poster", "áp phích", "poster"),
]


class LabelPaper(Record):
    """All lengths in millimetres, across before down. Without `first` the labels stand in the middle of the paper.

    `kind`: a plain label beside the goods; a shelf talker or a poster, which recommend.
    """

    name: Annotated[Phrase, Vi("tên loại giấy"), En("name of the paper"), Example("{vi: Tem nhỏ, en: Small labels}")]
    kind: Annotated[
        LabelKind,
        Vi("loại nhãn: thẻ kệ và áp phích không in rượu"),
        En("kind of label: shelf talkers and posters carry no spirits"),
        Example("shelf_talker"),
    ] = "label"
    paper: Annotated[
        Across,
        Vi("khổ giấy: ngang, dọc; milimét"),
        En("paper size: across, down; in millimetres"),
        Example("[210, 297]"),
    ]
    label: Annotated[Across, Vi("khổ một nhãn: ngang, dọc"), En("label size: across, down"), Example("[48.5, 25.4]")]
    columns: Annotated[Positive, Vi("số cột"), En("columns"), Example("4")] = 1
    rows: Annotated[Positive, Vi("số hàng"), En("rows"), Example("11")] = 1
    first: Annotated[
        Across | None,
        Vi("nhãn đầu tiên: góc trên bên trái; bỏ trống thì các nhãn nằm giữa tờ"),
        En("first label: its upper left corner; without it the labels stand in the middle of the sheet"),
        Example("[8, 8.8]"),
    ] = None
    pitch: Annotated[
        Across | None,
        Vi("bước: từ nhãn này sang nhãn kế; bỏ trống thì các nhãn sát nhau"),
        En("pitch: from one label to the next; without it they touch"),
        Example("[48.5, 25.4]"),
    ] = None
    inset: Annotated[
        PaperLength, Vi("lề trong của nhãn: mặc định 2"), En("margin within a label: 2 unless told"), Example("2")
    ] = 2.0 * MM

    @property
    def step(self) -> Pair:
        """The way from one label's corner to the next one's."""
        return self.pitch or self.label

    @property
    def corner(self) -> Pair:
        """The first label's upper left corner on the paper."""
        if self.first:
            return self.first
        across, down = self._extent
        return (self.paper[0] - across) / 2, (self.paper[1] - down) / 2

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def _extent(self) -> Pair:
        (step_x, step_y), (width, height) = self.step, self.label
        return (self.columns - 1) * step_x + width, (self.rows - 1) * step_y + height

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if max(self.paper) > MOST or self.columns > 100 or self.rows > 100:
            refuse(Mistake("stock.beyond-use", at=("paper",)))
        if min(self.label) - 2 * self.inset < LEAST:
            refuse(Mistake("stock.small", at=("label",), least=f"{LEAST:g}"))
        if any(step < size - _SLACK for step, size in zip(self.step, self.label, strict=True)):
            refuse(Mistake("stock.overlap", at=("pitch",)))
        for corner, extent, paper in zip(self.corner, self._extent, self.paper, strict=True):
            if corner < -_SLACK or corner + extent > paper + _SLACK:
                most = {"extent": f"{corner + extent:g}", "paper": f"{paper:g}"}
                refuse(Mistake("stock.beyond-paper", at=("paper",), **most))
        return self


class LabelPapers(Record):
    """What the office has beside the program's own, by the name that `--stock` calls it."""

    papers: Annotated[
        dict[Id, LabelPaper],
        Vi("giấy nhãn của văn phòng: theo tên ghi sau `--stock`"),
        En("label papers of the office: by the name that `--stock` calls them"),
    ] = {}

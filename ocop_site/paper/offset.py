"""The offset of a label printer: what prints askew of the labels by so much is moved by so much."""

import re
from dataclasses import replace
from typing import TypeVar

from ocop_site.frozen import frozen
from ocop_site.problems import Mistake
from ocop_site.records.label_paper import LabelPaper
from ocop_site.text.signs import ascii_signs
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Leaf, PrintView, Rule

AnyPrint = TypeVar("AnyPrint", bound=PrintView)

_NUMBER = r"([+-]?\d{1,3}(?:[.,]\d{1,2})?)"
_PAIRS = tuple(
    re.compile(rf"{number}\s*{between}\s*{number}")
    for number, between in ((_NUMBER, ";"), (_NUMBER, r"\s"), (_NUMBER.replace(".,", "."), ","))
)
"""`1,5;-0,5` and `1,5 -0,5` as Vietnamese write decimals; `1.5,-0.5` where the comma parts the two."""


@frozen
class Offset:
    """How far all is moved: to the right and down where positive, to the left and up where negative."""

    across: Millimetre = 0.0 * MM
    down: Millimetre = 0.0 * MM

    @property
    def is_none(self) -> bool:
        return not (self.across or self.down)


def parse_offset(text: str) -> Offset:
    """The offset as it was typed. A `Mistake` where that is no pair of millimetres."""
    plain = ascii_signs(text).removesuffix("mm").strip()
    found = next(filter(None, (pair.fullmatch(plain) for pair in _PAIRS)), None)
    if found is None:
        raise Mistake("labels.offset", found=text)
    across, down = (float(number.replace(",", ".")) * MM for number in found.groups())
    return Offset(across, down)


def refuse_beyond(label_paper: LabelPaper, offset: Offset, stock: str) -> None:
    """Refuses by a `Mistake` what would move a label off its paper; one without a margin has that of its inset."""
    for axis, length in enumerate((offset.across, offset.down)):
        before, after = _margins(label_paper, axis)
        if not -before <= length <= after:
            words = (f"-{before:.2f}", f"{after:.2f}")
            raise Mistake("labels.offset-beyond", found=f"{length:g}", least=words[0], most=words[1], stock=stock)


def moved(view: AnyPrint, offset: Offset) -> AnyPrint:
    """The same sheets with all that is on them elsewhere."""
    return replace(view, leaves=tuple(_moved(leaf, offset) for leaf in view.leaves))


def _margins(label_paper: LabelPaper, axis: int) -> tuple[Millimetre, Millimetre]:
    count = (label_paper.columns, label_paper.rows)[axis]
    first = label_paper.corner[axis]
    end = first + (count - 1) * label_paper.step[axis] + label_paper.label[axis]
    return max(first, label_paper.inset), max(label_paper.paper[axis] - end, label_paper.inset)


def _moved(leaf: Leaf, offset: Offset) -> Leaf:
    pieces = (each.moved(_round(each.x + offset.across), _round(each.y + offset.down)) for each in leaf.pieces)
    return replace(leaf, pieces=tuple(pieces), cuts=tuple(_moved_cut(cut, offset) for cut in leaf.cuts))


def _moved_cut(cut: Rule, offset: Offset) -> Rule:
    (x, y), (end_x, end_y) = (
        (_round(at[0] + offset.across), _round(at[1] + offset.down)) for at in ((cut.x1, cut.y1), (cut.x2, cut.y2))
    )
    return replace(cut, x1=x, y1=y, x2=end_x, y2=end_y)


def _round(length: Millimetre) -> Millimetre:
    return round(length, 3)

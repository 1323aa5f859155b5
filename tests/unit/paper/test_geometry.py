"""Where labels stand: the makers' figures, used-up labels, sheet after sheet, cuts that lie in the margins."""

import pytest

from ocop_site.paper.geometry import cut_marks, label_boxes, on_sheets
from ocop_site.paper.label_papers import built_in_papers
from ocop_site.records.label_paper import LabelPaper
from ocop_site.units import MM
from tests.support import some

FIGURES = {
    "a4-3x7": (21, (7.21, 15.15), (66.04, 38.1), (63.5, 38.1)),
    "a4-2x7": (14, (4.67, 15.15), (101.6, 38.1), (99.06, 38.1)),
    "a4-2x4": (8, (4.65, 13.1), (101.6, 67.7), (99.1, 67.7)),
    "a4-2x5": (10, (4.65, 6.0), (101.6, 57.0), (99.1, 57.0)),
    "a6-talker": (4, (0, 0), (105, 148.5), (105, 148.5)),
    "a3-poster": (1, (0, 0), (297, 420), (297, 420)),
    "a4-poster": (1, (0, 0), (210, 297), (210, 297)),
    "roll-58": (1, (0, 0), (58, 40), (58, 40)),
}


@pytest.mark.parametrize("name", FIGURES)
def test_labels_stand_where_the_maker_says(name: str) -> None:
    count, corner, step, size = FIGURES[name]
    label_paper = built_in_papers()[name]
    boxes = label_boxes(label_paper)
    assert len(boxes) == count
    assert (boxes[0].x, boxes[0].y) == pytest.approx(corner, abs=0.01)
    for number, box in enumerate(boxes):
        row, column = divmod(number, label_paper.columns)
        assert (box.x, box.y) == pytest.approx((corner[0] + column * step[0], corner[1] + row * step[1]), abs=0.01)
        assert (box.width, box.height) == size


def test_no_label_paper_is_untested() -> None:
    assert set(FIGURES) == set(built_in_papers())


def test_a_used_sheet_begins_at_its_first_free_label() -> None:
    label_paper = built_in_papers()["a4-3x7"]
    first, second = on_sheets(label_paper, list(range(20)), start_at=6)
    assert first[0] == (label_boxes(label_paper)[5], 0)
    assert [item for _, item in first] == list(range(16))
    assert second[0] == (label_boxes(label_paper)[0], 16)
    assert [item for _, item in second] == [16, 17, 18, 19]


def test_a_full_sheet_is_followed_by_no_empty_one() -> None:
    assert len(list(on_sheets(built_in_papers()["a4-2x4"], list(range(8))))) == 1
    assert len(list(on_sheets(built_in_papers()["a4-2x4"], list(range(8)), start_at=8))) == 2


def test_cuts_are_marked_in_the_margins_at_every_edge() -> None:
    label_paper = built_in_papers()["a4-3x7"]
    marks = cut_marks(label_paper)
    upright = {round(x, 2) for x, _, end, _ in marks if x == end}
    level = {round(y, 2) for _, y, _, end in marks if y == end}
    assert upright == {round(7.21 + column * 66.04 + edge, 2) for column in range(3) for edge in (0, 63.5)}
    assert level == {round(15.15 + row * 38.1, 2) for row in range(8)}
    for x1, y1, x2, y2 in some(marks):
        assert max(y1, y2) < 15.15 or min(y1, y2) > 281.85 or max(x1, x2) < 7.21 or min(x1, x2) > 202.79


def test_without_a_margin_the_cuts_are_marked_at_the_papers_edge() -> None:
    for x1, y1, x2, y2 in (marks := cut_marks(built_in_papers()["a6-talker"])):
        assert {x1, x2} == {105 * MM} or {y1, y2} == {148.5 * MM}
        assert min(x1, y1, 210 * MM - x2, 297 * MM - y2) < 3.1 * MM
    assert len(marks) == 4
    assert cut_marks(built_in_papers()["a4-poster"]) == ()


def test_without_a_corner_labels_stand_in_the_middle() -> None:
    label_paper = LabelPaper.model_validate(
        {"name": "A", "paper": ["100", "60"], "label": ["40", "25"], "columns": "2", "rows": "2", "pitch": ["42", "27"]}
    )
    assert label_paper.corner == pytest.approx((9, 4))

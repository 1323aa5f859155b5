"""The offset of a label printer: read as people type it, never so large that a label leaves its paper."""

import pytest

from ocop_site.paper.geometry import label_boxes
from ocop_site.paper.label_papers import built_in_papers
from ocop_site.paper.offset import Offset, moved, parse_offset, refuse_beyond
from ocop_site.problems import Mistake
from ocop_site.units import MM
from ocop_site.views.paper import Leaf, Piece, Rule, SheetsView
from tests.support import some


@pytest.mark.parametrize(
    ("typed", "across", "down"),
    [
        ("1.5,-0.5", 1.5, -0.5),
        ("1,5;-0,5", 1.5, -0.5),
        ("1,5 -0,5", 1.5, -0.5),
        (" 1.5 ; -.5".replace("-.", "-0."), 1.5, -0.5),
        ("1,5;−0,5 mm", 1.5, -0.5),
        ("+2,3", 2, 3),
        ("0,0", 0, 0),
        ("１;２", 1, 2),
    ],
)
def test_points_and_commas_are_read_as_they_are_typed(typed: str, across: float, down: float) -> None:
    assert parse_offset(typed) == Offset(across * MM, down * MM)


@pytest.mark.parametrize("typed", ["1", "1,5,-0,5", "1;2;3", "a,b", "nan,0", "1e3,0", "", "1.5.2,0", "1,,2"])
def test_what_is_no_pair_or_could_be_two_is_refused_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_offset(typed)
    assert refused.value.code == "labels.offset"


@pytest.mark.parametrize("stock", built_in_papers())
def test_a_label_stays_on_its_paper_or_gives_up_its_inset_and_no_more(stock: str) -> None:
    paper = built_in_papers()[stock]
    boxes = label_boxes(paper)
    right = max(box.x + box.width for box in boxes)
    room = max(paper.paper[0] - right, paper.inset)
    refuse_beyond(paper, Offset(room), stock)
    refuse_beyond(paper, Offset(-max(min(box.x for box in boxes), paper.inset)), stock)
    for beyond in (Offset(room + 0.01 * MM), Offset(0 * MM, 30 * MM), Offset(0 * MM, -30 * MM)):
        with pytest.raises(Mistake) as refused:
            refuse_beyond(paper, beyond, stock)
        assert refused.value.code == "labels.offset-beyond"


def test_all_that_is_on_a_sheet_is_moved_and_nothing_within_a_label() -> None:
    piece = Piece(7 * MM, 15 * MM, 60 * MM, 38 * MM, ())
    leaf = Leaf(210 * MM, 297 * MM, (piece,), (Rule(7 * MM, 11 * MM, 7 * MM, 14 * MM, "cut"),))
    (found,) = some(moved(SheetsView("", (leaf,)), Offset(1.5 * MM, -0.5 * MM)).leaves)
    assert found.pieces == (piece.moved(8.5 * MM, 14.5 * MM),)
    assert found.cuts == (Rule(8.5 * MM, 10.5 * MM, 8.5 * MM, 13.5 * MM, "cut"),)

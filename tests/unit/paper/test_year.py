"""The wheel of the year on paper: as on the site, but no month is now and nothing is a link."""

from pathlib import Path

from ocop_site.pages.seasons import shape
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.year import wheel_piece
from ocop_site.units import MM
from tests.unit.small import CERTIFIED, RICE, linked, told

BOX = Box(10 * MM, 20 * MM, 128 * MM, 180 * MM)


def paper_of(folder: Path, more: str) -> PrintEdition:
    editions = told(linked(folder / "content", RICE, files={"products/gao.yaml": CERTIFIED + more}), folder)
    return PrintEdition((editions["vi"], editions["en"]))


def test_the_wheel_fills_its_box_in_the_middle(tmp_path: Path) -> None:
    piece = wheel_piece(paper_of(tmp_path, "season: [3]\n"), BOX)
    assert piece
    assert (piece.x, piece.y, piece.width, piece.height) == (BOX.x, BOX.y, BOX.width, BOX.height)
    (printed,) = piece.wheels
    assert (printed.x, printed.y, printed.size) == (0 * MM, 26 * MM, 128 * MM)


def test_paper_outlives_the_month_it_was_printed_in(tmp_path: Path) -> None:
    paper = paper_of(tmp_path, "season: [3]\n")
    piece, wheel = wheel_piece(paper, BOX), year_wheel(paper.first)
    assert piece
    assert wheel
    assert [each.month for each in wheel.months if each.is_now] == [11]
    printed = piece.wheels[0].wheel
    assert not any(each.is_now for each in printed.months)
    assert [each.path for each in printed.months] == [shape.piece(month) for month in range(1, 13)]
    assert printed.now == ()


def test_without_a_month_there_is_no_wheel_on_paper(tmp_path: Path) -> None:
    assert wheel_piece(paper_of(tmp_path, ""), BOX) is None

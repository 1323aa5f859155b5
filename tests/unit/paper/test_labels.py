"""A label holds what it has to, in its place: the code as large as may be, words cut only where that is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from ocop_site.paper.geometry import Box
from ocop_site.paper.label_papers import built_in_papers
from ocop_site.paper.labels.label import DISPENSABLE, LARGE_PRINT_MODULE, label
from ocop_site.paper.labels.sheets import label_sheets, product_code
from ocop_site.paper.labels.talker import talker
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import LEAST_LETTERS
from ocop_site.units import MM
from ocop_site.views.paper import Piece
from tests.support import some
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told

PRICED = "packs: [{name: {vi: túi, en: bag}, price: {from: 185000, as_of: 2026-10-05}}]\n"

BOX = Box(0 * MM, 0 * MM, 63.5 * MM, 38.1 * MM)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> PrintEdition:
    folder = tmp_path_factory.mktemp("labels")
    files = {"products/gao.yaml": CERTIFIED, "products/mam.yaml": CERTIFIED + PRICED}
    editions = told(linked(folder / "content", RICE, SAUCE, files=files), folder)
    return PrintEdition((editions["vi"], editions["en"]))


def words(piece: Piece, role: str) -> list[str]:
    return [writing.text.text for writing in piece.writings if writing.role == role]


def drawn(paper: PrintEdition, product_id: str, box: Box = BOX, large_print: bool = False) -> Piece:
    return label(paper, product_id, product_code(paper, product_id), box, 3 * MM, large_print).piece


def test_a_label_has_both_names_its_maker_and_its_code(paper: PrintEdition) -> None:
    piece = drawn(paper, "gao")
    assert (words(piece, "name"), words(piece, "code")) == (["Gao"], ["VD001"])
    assert "Gao in English" in " ".join(words(piece, "other"))
    assert words(piece, "maker") == ["Nhà thử"]
    assert [code.href for code in piece.codes] == ["https://example.org/thu/p/VD001/"]


def test_in_large_print_the_maker_gives_way(paper: PrintEdition) -> None:
    sizes = {flag: drawn(paper, "gao", large_print=flag).writings[0].size for flag in (False, True)}
    assert words(drawn(paper, "gao", large_print=True), "maker") == []
    assert sizes[True] > 1.3 * sizes[False]


def test_stars_stand_on_it_only_where_they_are_asked_for(paper: PrintEdition) -> None:
    assert drawn(paper, "gao").seals == ()
    starred = drawn(replace(paper, has_stars=True), "gao")
    assert [seal.count for seal in starred.seals] == [4]
    assert any("20/03/2028" in line for line in words(starred, "stars"))


@pytest.mark.parametrize(("price", "told"), [("known", "185.000"), ("pen", "Giá"), ("none", "")])
def test_a_price_is_told_left_for_the_pen_or_left_out(paper: PrintEdition, price: str, told: str) -> None:
    lines = " ".join(words(drawn(replace(paper, price=price), "mam"), "price"))
    assert told in lines
    assert bool(lines) == (price != "none")


@pytest.mark.parametrize("stock", ["a4-3x7", "a4-2x7", "a4-2x5", "a4-2x4", "roll-58"])
def test_a_code_lies_within_its_label_and_a_telephone_reads_it(paper: PrintEdition, stock: str) -> None:
    label_paper = built_in_papers()[stock]
    box = Box(0 * MM, 0 * MM, *label_paper.label)
    made = label(paper, "gao", product_code(paper, "gao"), box, label_paper.inset, False)
    (code,) = made.piece.codes
    assert code.x >= 0
    assert code.x + code.size <= box.width
    assert code.y >= 0
    assert code.y + code.size <= box.height
    assert made.module >= LARGE_PRINT_MODULE
    assert made.is_whole


def test_no_letter_is_below_8_points_and_what_has_no_room_then_is_told(paper: PrintEdition) -> None:
    paper = replace(paper, has_stars=True)
    tight = Box(0 * MM, 0 * MM, 58 * MM, 24 * MM)
    made = label(paper, "gao", product_code(paper, "gao"), tight, 2 * MM, False)
    assert min(writing.size for writing in made.piece.writings) >= LEAST_LETTERS
    assert (words(made.piece, "name"), words(made.piece, "code")) == (["Gao"], ["VD001"])
    assert made.is_whole
    assert set(made.left_out) <= set(DISPENSABLE)
    assert "maker" in made.left_out
    assert words(made.piece, "maker") == []


def test_no_language_is_told_without_the_first_and_no_price_in_part(paper: PrintEdition) -> None:
    for height in some(range(20, 46)):
        box = Box(0 * MM, 0 * MM, 63.5 * MM, height * MM)
        piece = label(replace(paper, has_stars=True), "mam", product_code(paper, "mam"), box, 2 * MM, False).piece
        price, stars = (" ".join(words(piece, role)).replace("\xa0", " ") for role in ("price", "stars"))
        assert "₫185,000" not in price or "185.000 ₫" in price
        assert not price or "185.000 ₫" in price
        assert "4-star" not in stars or "4 sao" in stars
        assert bool(piece.seals) == bool(stars)


def test_what_does_not_fit_is_cut_and_that_is_told(tmp_path: Path) -> None:
    long = "name: {vi: " + " ".join(["Gạo"] * 90) + ", en: Rice}"
    catalogue = linked(tmp_path / "content", RICE)
    file = tmp_path / "content" / "products" / "gao.yaml"
    file.write_text(file.read_text("utf-8").replace("name: {vi: Gao, en: Gao in English}", long), "utf-8")
    whole, cut = (PrintEdition((told(each, tmp_path)["vi"],)) for each in (catalogue, linked(tmp_path / "content")))
    for paper, is_whole in ((whole, True), (cut, False)):
        assert label(paper, "gao", product_code(paper, "gao"), BOX, 3 * MM, False).is_whole is is_whole


def test_a_shelf_talker_says_where_to_scan(paper: PrintEdition) -> None:
    card = talker(
        paper, "gao", product_code(paper, "gao"), Box(0 * MM, 0 * MM, 105 * MM, 148 * MM), 6 * MM, False
    ).piece
    assert words(card, "name") == ["Gao"]
    assert len(words(card, "hint")) >= 2


def test_copies_lie_side_by_side_and_a_sheet_that_was_begun_is_gone_on_with(paper: PrintEdition) -> None:
    sheets = label_sheets(paper, ["gao", "mam"], built_in_papers()["a4-3x7"], copies=11, start_at=3)
    assert [len(addresses) for addresses in sheets.addresses] == [19, 3]
    assert [words(piece, "code")[0] for leaf in sheets.view.leaves for piece in leaf.pieces] == [
        *["VD001"] * 11,
        *["VD002"] * 11,
    ]
    first = label_sheets(paper, ["gao"], built_in_papers()["a4-3x7"]).view.leaves[0].pieces[0]
    assert (sheets.view.leaves[0].pieces[0].x, sheets.view.leaves[1].pieces[0].x) != (first.x, 0 * MM)
    assert sheets.view.leaves[1].pieces[0].x == first.x
    assert sheets.cut == ()
    assert dict(sheets.modules).keys() == {"https://example.org/thu/p/VD001/", "https://example.org/thu/p/VD002/"}

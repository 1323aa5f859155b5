"""The PDF as it leaves the printer: labels in their places, nothing beyond an edge, every code read by two readers."""

import re
import shutil
from pathlib import Path

import cv2
import numpy
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from ocop_site.desk.browser import find_browser
from ocop_site.paper.geometry import cut_marks, label_boxes
from ocop_site.paper.label_papers import built_in_papers
from ocop_site.problems import Mistake
from ocop_site.units import MM
from tests.build.papers import LEAST, boxes, letter_sizes, painted, photographed, plates, printed, read, texts
from tests.support import PROJECT, needed, once, some

LABELS = ["a4-3x7", "a4-2x7", "a4-2x5", "a4-2x4", "roll-58"]
EVERY = [*LABELS, "a6-talker", "a4-poster"]
SHORT = "https://ocoplongan.vn/"


@pytest.fixture(scope="session")
def home(shared: Path, cache: Path) -> Path:
    try:
        find_browser()
    except Mistake:
        needed("chromium")

    def print_all(home: Path) -> None:
        shutil.copytree(PROJECT / "content", home / "content")
        for stock in EVERY:
            chosen = ("set:8", "set:10") if stock in ("a6-talker", "a4-poster") else ()
            printing = printed(
                home / "content", url=SHORT, cache=cache, select=chosen, stock=stock, cut_marks=True,
                output=home / stock, pdf=home / f"{stock}.pdf",
            )  # fmt: skip
            assert printing.made, printing.outcome.problems

    return once(shared / "paper", print_all)


def addresses(home: Path, stock: str) -> list[list[str]]:
    """What stands in the codes of each sheet, as the page's links say."""
    (page,) = (home / stock).glob("*.html")
    sheets = page.read_text("utf-8").split('<div class="leaf">')[1:]
    return [sorted(re.findall(r'<a href="([^"]+)"', sheet)) for sheet in sheets]


@pytest.mark.parametrize("stock", EVERY)
def test_the_paper_has_its_size_and_no_sheet_is_added(home: Path, stock: str) -> None:
    document = pypdfium2.PdfDocument(home / f"{stock}.pdf")
    assert len(document) == len(addresses(home, stock))
    for page in document:
        size = [length * 25.4 / 72 for length in page.get_size()]
        assert size == pytest.approx(built_in_papers()[stock].paper, abs=0.2)


@pytest.mark.parametrize("stock", EVERY)
def test_every_code_lies_in_its_label_and_all_as_in_the_first(home: Path, stock: str) -> None:
    """The same place in each label, to a fifth of a millimetre."""
    found = plates(home / f"{stock}.pdf")
    places = label_boxes(built_in_papers()[stock])[: len(found)]
    assert len(found) == len(addresses(home, stock)[0])
    offset = found[0][0] - places[0].x, found[0][1] - places[0].y
    for box, place in zip(found, places, strict=True):
        assert (box[0] - place.x, box[1] - place.y) == pytest.approx(offset, abs=0.2)


def test_cut_marks_show_the_labels_edges_where_the_table_has_them(home: Path) -> None:
    strokes = [box for box in boxes(home / "a4-3x7.pdf", pdfium.FPDF_PAGEOBJ_PATH) if _is_mark(box)]
    found = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in strokes]
    wanted = [((x1 + x2) / 2, (y1 + y2) / 2) for x1, y1, x2, y2 in cut_marks(built_in_papers()["a4-3x7"])]
    assert len(found) == len(wanted)
    for x, y in wanted:
        assert any(abs(x - at_x) < 0.2 and abs(y - at_y) < 0.2 for at_x, at_y in found)


def _is_mark(box: tuple[float, float, float, float]) -> bool:
    thick, long = sorted((box[2] - box[0], box[3] - box[1]))
    return thick < 0.25 and 2.9 < long < 3.3


@pytest.mark.parametrize("stock", EVERY)
def test_no_letter_is_below_8_points(home: Path, stock: str) -> None:
    assert min(some(list(letter_sizes(home / f"{stock}.pdf"))))[0] >= LEAST


@pytest.mark.parametrize("stock", EVERY)
def test_no_word_leaves_its_label(home: Path, stock: str) -> None:
    paper = built_in_papers()[stock]
    document = pypdfium2.PdfDocument(home / f"{stock}.pdf")
    inner = [place.within(paper.inset - 0.2 * MM) for place in label_boxes(paper)]
    for page in some(range(len(document))):
        for left, top, right, bottom in some(texts(home / f"{stock}.pdf", page)):
            assert any(
                box.x <= left and right <= box.x + box.width and box.y <= top and bottom <= box.y + box.height
                for box in inner
            ), (page, left, top, right, bottom)


@pytest.mark.parametrize("stock", EVERY)
def test_no_word_lies_on_another_or_on_a_code(home: Path, stock: str) -> None:
    """A PDF has words in parts that lean on one another; parts of one line stand at one height."""
    words = texts(home / f"{stock}.pdf")
    codes = plates(home / f"{stock}.pdf")
    assert len(words) > 1
    for number, word in enumerate(words):
        for other in (*words[number + 1 :], *codes):
            across = min(word[2], other[2]) - max(word[0], other[0])
            down = min(word[3], other[3]) - max(word[1], other[1])
            is_one_line = other not in codes and down > 0.5 * min(word[3] - word[1], other[3] - other[1])
            assert across <= (1 if is_one_line else 0.05) or down <= 0.05, (word, other)


@pytest.mark.parametrize("dpi", [100, 203, 300])
@pytest.mark.parametrize("stock", EVERY)
def test_clean_codes_are_read_at_every_resolution(home: Path, stock: str, dpi: int) -> None:
    for image, wanted in some(zip(painted(home / f"{stock}.pdf", dpi), addresses(home, stock), strict=True)):
        assert read(image) == wanted


@pytest.mark.parametrize("dpi", [100, 203, 300])
@pytest.mark.parametrize("stock", EVERY)
def test_photographed_codes_are_read(home: Path, stock: str, dpi: int) -> None:
    """At 100 dpi too: with a short address every stock's modules are 0.7 mm and more, but for the roll's."""
    if (dpi, stock) == (100, "roll-58"):
        pytest.skip("modules of less than 0.7 mm")
    for image, wanted in some(zip(painted(home / f"{stock}.pdf", dpi), addresses(home, stock), strict=True)):
        assert read(photographed(image)) == wanted


@pytest.mark.parametrize("stock", ["a4-3x7", "roll-58", "a6-talker"])
def test_another_reader_agrees_at_300_dpi(home: Path, stock: str) -> None:
    image = numpy.asarray(next(painted(home / f"{stock}.pdf", 300)))
    found = []
    for box in plates(home / f"{stock}.pdf"):
        left, top, right, bottom = (round(edge * 300 / 25.4) for edge in box)
        code = numpy.pad(image[top:bottom, left:right], 60, constant_values=255)
        found.append(cv2.QRCodeDetector().detectAndDecode(code)[0])
    assert sorted(found) == addresses(home, stock)[0]

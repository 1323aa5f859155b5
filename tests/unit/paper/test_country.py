"""The map of water on paper: no larger than its box, in letters of 8 points, and leading nowhere."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from ocop_site.pages.map.marks import marks
from ocop_site.paper.booklet.booklet import MARGIN, PAGE
from ocop_site.paper.booklet.map_page import map_pages
from ocop_site.paper.country import ONE, map_piece
from ocop_site.paper.geometry import Box
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.units import MM
from ocop_site.views.paper import PrintedMap
from tests.support import PROJECT, Task, editions_of, some, understand
from tests.unit.small import RICE, linked, told

CONTENT = Box(MARGIN, MARGIN, PAGE[0] - 2 * MARGIN, PAGE[1] - 2 * MARGIN)

GROUND = """\
bounds: {south: 1, west: 2.5, north: 2, east: 4}
rivers:
  - {name: {vi: Sông Mẫu}, width: [4, 20], line: [[1.9, 2.6], [1.6, 3.0], [1.4, 3.4], [1.1, 3.9]]}
"""

PLACE = "name: Chợ\nkind: shop\naddress: {commune: an-mau, point: [1.2, 3.6]}\nsources: [s-so]\n"

TALL = "bounds: {south: 0, west: 2.5, north: 4, east: 4}\n"


@pytest.fixture(scope="module")
def sample() -> PrintEdition:
    """The sample catalogue, its pictures left out."""
    understood = understand(Task(content=PROJECT / "content"))
    assert understood.catalogue
    return PrintEdition(tuple(editions_of(understood.catalogue, PROJECT / "content" / "media").values()))


def small(folder: Path, ground: str) -> PrintEdition:
    """A catalogue of one place, on that ground."""
    files = {"places/cho.yaml": PLACE} | ({"map.yaml": ground} if ground else {})
    return PrintEdition(tuple(told(linked(folder / "content", RICE, files=files), folder).values()))


def printed(paper: PrintEdition, box: Box = CONTENT) -> PrintedMap:
    piece = map_piece(paper, box)
    assert piece
    return piece.maps[0]


def test_the_map_fits_its_box_with_what_is_crowded_below(sample: PrintEdition) -> None:
    one = printed(sample)
    assert one.width == pytest.approx(CONTENT.width, abs=0.1)
    assert one.height <= CONTENT.height
    assert len(one.sheet.plates) == 2


def test_all_that_is_marked_on_the_site_is_marked_or_counted_on_paper(sample: PrintEdition) -> None:
    pins = [pin for plate in printed(sample).sheet.plates for pin in plate.pins]
    assert sum(1 + pin.more for pin in some(pins)) == len(marks(sample.first))


def test_nothing_on_it_is_a_link(sample: PrintEdition) -> None:
    pins = [pin for plate in printed(sample).sheet.plates for pin in plate.pins]
    assert not [pin.href for pin in some(pins) if pin.href]


def test_its_smallest_letters_have_8_points() -> None:
    style = (PROJECT / "themes" / "dong-bang" / "assets" / "css" / "paper" / "map.css").read_text("utf-8")
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", style)]
    assert ONE * min(some(sizes)) >= 8 * 25.4 / 72 * MM


def test_a_tall_country_is_drawn_narrower(tmp_path: Path) -> None:
    one = printed(small(tmp_path, TALL + GROUND.partition("\n")[2]))
    assert one.height <= CONTENT.height
    assert one.x == pytest.approx((CONTENT.width - one.width) / 2)


def test_where_nobody_drew_the_ground_there_is_no_map(tmp_path: Path) -> None:
    assert list(map_pages(small(tmp_path / "with", GROUND), CONTENT, PAGE))
    assert not list(map_pages(small(tmp_path / "without", ""), CONTENT, PAGE))


def test_its_legend_is_whole_in_both_languages_and_stays_on_the_page(sample: PrintEdition) -> None:
    ((_, country, legend),) = map_pages(sample, CONTENT, PAGE)
    words = " ".join(writing.text.text for writing in legend.writings)
    for run in some((*sample.words("print.map.drawn"), *sample.words("print.map.marks"))):
        assert run.text in words
    levels = [country.y + country.height, *(writing.y for writing in legend.writings), CONTENT.y + CONTENT.height]
    assert all(above < below for above, below in pairwise(levels))

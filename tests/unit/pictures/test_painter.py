"""A drawing that ends its painter ends nothing else: it is told, and the next is painted."""

from pathlib import Path

from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.drawings.painter import paint
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import RenditionRequest
from tests.unit.pictures.printing import TINY
from tests.unit.pictures.test_svg import FOUR, drawing

DEADLY = """<circle cx="99999999999" cy="3" r="99999999999" stroke="#8c4526"/>
<rect height="99999999999" ry="99999999999" stroke-width="1e38" stroke="#8c4526"/>"""
"""Numbers over which the painter breaks off while it is breaking off: its whole process ends."""


def test_a_painting_is_a_png_of_its_size() -> None:
    png = paint(drawing(FOUR, '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'), 40, 30)
    assert png
    assert png.startswith(b"\x89PNG")


def test_numbers_that_end_the_painter_are_told_and_others_are_painted(tmp_path: Path) -> None:
    media = tmp_path / "media"
    media.mkdir()
    (media / "a.svg").write_bytes(drawing(DEADLY))
    (media / "b.svg").write_bytes(drawing(FOUR))
    asked = [RenditionRequest(name, None, frozenset({"page"})) for name in ("a.svg", "b.svg")]
    deadly, good = render_pictures(media, asked, RenditionCache(tmp_path / "cache"), recipe=TINY).results.values()
    assert [mistake.code for mistake in deadly.mistakes] == ["picture.drawing-unpainted"]
    assert good.rendition_set


def test_what_is_no_drawing_is_not_painted() -> None:
    assert paint(b"<svg", 40, 30) is None

"""A drawing is shown whole, whatever unit its size is in, and where it tells none."""

import pytest

from ocop_site.pictures.drawings.drawing import Drawing, read_drawing
from ocop_site.problems import Mistake
from tests.unit.pictures.corpus import SCENE, distance, quarters
from tests.unit.pictures.printing import shown, size_of

PIXELS = {
    "": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "Q": 96 / 101.6,
    "em": 16, "rem": 16, "ex": 8, "ch": 8, "PX": 1, "MM": 96 / 25.4, "In": 96,
}  # fmt: skip
"""Pixels in a unit (CSS Values and Units 4, 6.1 and 6.2), letters being 16 pixels high."""


def four(width: float, height: float, left: float = 0, upper: float = 0) -> str:
    """The scene in that many pixels."""
    return "".join(
        f'<rect x="{left + n % 2 * width / 2}" y="{upper + n // 2 * height / 2}" width="{width / 2}"'
        f' height="{height / 2}" fill="rgb{SCENE[n]}"/>'
        for n in range(4)
    )


def raw(size: str, inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{inside}</svg>'.encode()


def is_whole(body: bytes, part: float = 1e-6) -> Drawing:
    """Every quarter of the scene has its place, to the edge."""
    found = read_drawing(body)
    assert found.width / found.height == pytest.approx(4 / 3, abs=4 * part + 0.001)
    picture = shown(body, "a.svg", "card").convert("RGB")
    edge = 4 + round(part * picture.width)
    corners = [(x, y) for y in (edge, picture.height - edge - 1) for x in (edge, picture.width - edge - 1)]
    assert distance(tuple(picture.getpixel(at) for at in corners), SCENE) <= 12  # type: ignore[misc]
    assert distance(quarters(picture), SCENE) <= 8
    return found


@pytest.mark.parametrize("unit", PIXELS)
def test_a_size_in_every_unit_is_the_frame(unit: str) -> None:
    found = is_whole(raw(f'width="40{unit}" height="30{unit}"', four(40 * PIXELS[unit], 30 * PIXELS[unit])))
    assert found.box == pytest.approx((0, 0, 40 * PIXELS[unit], 30 * PIXELS[unit]))


@pytest.mark.parametrize(
    "size",
    [
        'width="4in" height="76.2mm"',
        'width="101.6mm" height="288"',
        'width="+3.84e2px" height="7.62cm"',
        'width=" 384 px " height="216pt"',
    ],
)
def test_sides_in_different_units_are_one_frame(size: str) -> None:
    assert is_whole(raw(size, four(384, 288))).box == pytest.approx((0, 0, 384, 288))


@pytest.mark.parametrize("size", ['width="10cm" height="3in"', 'width="100%" height="100%"', 'width="auto"', ""])
def test_with_a_view_box_that_is_the_frame(size: str) -> None:
    assert is_whole(raw(f'{size} viewBox="0, 0, 400, 300"', four(400, 300))).box == (0, 0, 400, 300)


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="400"',
        'height="300px"',
        'width="100%" height="100%"',
        'width="100%" height="300"',
        'width="auto" height="auto"',
        'width="10vw" height="10vh"',
        'width="0" height="0"',
    ],
)
def test_without_a_whole_size_the_frame_is_what_can_be_seen(size: str) -> None:
    found = is_whole(raw(size, four(400, 300)), part=0.006)
    assert found.box == pytest.approx((0, 0, 400, 300), abs=3)


@pytest.mark.parametrize(
    ("left", "upper", "width", "height"),
    [(-200, -150, 400, 300), (-9000, 5, 400, 300), (60_000, -80_000, 4000, 3000), (1, 1, 8, 6)],
)
def test_what_lies_anywhere_is_found(left: float, upper: float, width: float, height: float) -> None:
    found = is_whole(raw("", four(width, height, left, upper)), part=0.01)
    assert found.box == pytest.approx((left, upper, width, height), abs=0.01 * width)


@pytest.mark.parametrize("inside", ["", '<rect width="100%" height="100%"/>', '<path d="M0 0" fill="none"/>'])
def test_what_has_no_end_or_is_nothing_has_no_size(inside: str) -> None:
    with pytest.raises(Mistake) as raised:
        read_drawing(raw("", inside))
    assert raised.value.code == "picture.drawing-size"


@pytest.mark.parametrize("unit", [unit for unit in PIXELS if unit])
def test_shapes_measured_in_units_are_as_large_as_they_are_written(unit: str) -> None:
    side = 96 / PIXELS[unit]
    parts = "".join(
        f'<rect x="{n % 2 * side:.6f}{unit}" y="{n // 2 * side:.6f}{unit}" width="{side:.6f}{unit}"'
        f' height="{side:.6f}{unit}" fill="rgb{SCENE[n]}"/>'
        for n in range(4)
    )
    found = read_drawing(raw('viewBox="0 0 192 192"', parts))
    assert distance(quarters(found.painted(*size_of(80, 80))), SCENE) <= 8
    assert unit.encode() + b'"' not in found.body


def test_strokes_and_dashes_are_measured_too() -> None:
    line = '<path d="M0 9h40" style="stroke-width:1pt" stroke-dasharray="1mm, 2mm 3" stroke-dashoffset="50%"/>'
    body = read_drawing(raw('viewBox="0 0 40 30"', line)).body
    assert b'stroke-width="1.33333333"' in body
    assert b'stroke-dasharray="3.77952756, 7.55905512 3"' in body
    assert b'stroke-dashoffset="50%"' in body


@pytest.mark.parametrize("length", ["2vw", "3lh", "1foo"])
def test_a_length_in_a_unit_that_no_drawing_has_is_told_with_its_line(length: str) -> None:
    with pytest.raises(Mistake) as raised:
        read_drawing(raw('viewBox="0 0 40 30"', f'<rect width="{length}" height="2"/>'))
    assert (raised.value.code, raised.value.details["at"]) == ("picture.drawing-refused", 2)

"""What is cut off, what is made of the rest, and that nothing is ever enlarged."""

from fractions import Fraction
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocop_site.pictures.crop import crop_box
from ocop_site.pictures.placeholder import TONES, tone_of
from ocop_site.pictures.recipe import FULL, SKETCH, WITHOUT_GROUND, Recipe, Shot, Use, rendered_widths
from ocop_site.units import Pixel
from tests.support import PROJECT, some
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import noise, photograph, saved
from tests.unit.pictures.printing import renditions, shown, size_of

CALM = (216, 211, 196)


def calm_with_detail_at(left: int, upper: int, size: tuple[int, int] = (1200, 400)) -> Image.Image:
    """A plain wall with one busy thing before it."""
    picture = Image.new("RGB", size, CALM)
    picture.paste(noise((200, 200)), (left, upper))
    return picture


@pytest.mark.parametrize("left", [0, 150, 500, 850, 1000])
def test_a_crop_shows_what_there_is_most_to_see_of(left: int) -> None:
    box = crop_box(calm_with_detail_at(left, 100), size_of(533, 400), None)
    assert box[0] <= left + 10
    assert left + 190 <= box[2]


@pytest.mark.parametrize("upper", [0, 300, 1000])
def test_it_looks_up_and_down_too(upper: int) -> None:
    box = crop_box(calm_with_detail_at(100, upper, (400, 1200)), size_of(400, 300), None)
    assert box[1] <= upper + 10
    assert upper + 190 <= box[3]


def test_a_picture_with_nothing_to_prefer_is_cropped_at_its_centre() -> None:
    assert crop_box(Image.new("RGB", (1200, 400), CALM), size_of(400, 400), None) == (400, 0, 800, 400)


def test_the_records_focus_comes_before_what_there_is_to_see() -> None:
    assert crop_box(calm_with_detail_at(1000, 100), size_of(400, 400), (0.25, 0.5)) == (100, 0, 500, 400)


sides = st.integers(200, 900).map(Pixel)


@settings(deadline=None)
@given(sides, sides, st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)), st.sampled_from(FULL.uses))
def test_a_crop_lies_within_its_picture_and_has_the_size_asked_for(
    width: Pixel, height: Pixel, focus: tuple[float, float] | None, use: Use
) -> None:
    size = use.crop(width, height)
    left, upper, right, lower = crop_box(Image.new("RGB", (width, height), CALM), size, focus)
    assert 0 <= left < right <= width
    assert 0 <= upper < lower <= height
    assert (right - left, lower - upper) == size
    assert use.narrowest * Fraction(99, 100) < Fraction(*size) < use.widest * Fraction(101, 100)


@settings(deadline=None)
@given(st.sets(st.integers(100, 2000).map(Pixel), min_size=1, max_size=6), st.integers(1, 5000).map(Pixel))
def test_widths_never_exceed_the_pixels_there_are(widths: set[Pixel], available: Pixel) -> None:
    made = rendered_widths(widths, available)
    assert made == sorted(set(made))
    assert 0 < max(made) <= min(available, max(widths))
    assert max(made) * 1.1 >= min(available, max(widths))


@pytest.mark.parametrize("size", [(210, 300), (640, 480), (1000, 700), (1700, 1300), (1300, 1900), (2000, 500)])
def test_no_print_is_larger_than_its_original_and_each_is_as_it_says(size: tuple[int, int]) -> None:
    for each, body in some(renditions(saved(photograph(size, 3), "JPEG"))):
        with Image.open(BytesIO(body)) as opened:
            assert opened.size == (each.width, each.height)
        assert each.width <= size[0]
        assert each.height <= size[1]
        assert len(body) == each.size


def test_a_large_photograph_is_made_in_every_width_of_the_recipe() -> None:
    made = {(each.use, each.format, each.width) for each, _ in renditions(saved(photograph((2000, 1500), 5), "JPEG"))}
    uses = [use for use in FULL.uses if use.name not in WITHOUT_GROUND]
    assert made == {(use.name, shot.format, width) for use in uses for shot in use.shots for width in shot.widths}


def test_the_card_is_four_by_three_and_a_photograph_fills_the_side_of_a_shared_picture() -> None:
    sizes = {(each.use, each.width, each.height) for each, _ in renditions(saved(photograph((1200, 1300), 5), "JPEG"))}
    assert ("card", 560, 420) in sizes
    assert ("social", 600, 630) in sizes


def test_a_format_that_comes_out_larger_than_the_next_is_left_out() -> None:
    wasteful = Recipe(FULL.uses[:1], webp=(100, 0), jpeg=30)
    formats = {each.format for each, _ in renditions(saved(noise((800, 600)), "PNG"), "a.png", wasteful)}
    assert formats == {"avif", "jpeg"} or formats == {"jpeg"}


def test_a_sketch_is_jpeg_alone() -> None:
    made = renditions(saved(photograph((900, 700), 2), "JPEG"), recipe=SKETCH)
    assert [(each.use, each.format, each.width) for each, _ in made] == [("page", "jpeg", 720), ("card", "jpeg", 320)]


def test_the_focus_reaches_the_card() -> None:
    wide = Image.new("RGB", (1200, 300), (200, 30, 30))
    wide.paste((40, 60, 200), (600, 0, 1200, 300))
    red = shown(saved(wide, "PNG"), use="card", recipe=Recipe(FULL.uses, focus=(0.0, 0.5)))
    blue = shown(saved(wide, "PNG"), use="card", recipe=Recipe(FULL.uses, focus=(1.0, 0.5)))
    assert corpus.distance(corpus.quarters(red), ((200, 30, 30),) * 4) <= 8
    assert corpus.distance(corpus.quarters(blue), ((40, 60, 200),) * 4) <= 8


def test_the_tone_is_the_colour_that_covers_most() -> None:
    picture = Image.new("RGB", (300, 300), "#0E5A5E")
    picture.paste("#D9A432", (0, 0, 140, 300))
    assert TONES[tone_of(picture)] == "#0E5A5E"


@pytest.mark.parametrize("number", range(len(TONES)))
def test_every_tone_is_found_and_the_theme_paints_it(number: int) -> None:
    assert tone_of(Image.new("RGB", (50, 50), TONES[number])) == number
    sheet = (PROJECT / "themes/dong-bang/assets/css/blocks/tones.css").read_text("utf-8")
    assert f".tone-{number} {{ background: {TONES[number]}; }}" in sheet


def test_there_are_at_most_32_tones() -> None:
    assert len(set(TONES)) == len(TONES) <= 32


def test_widths_of_a_shot_rise() -> None:
    assert all(list(shot.widths) == sorted(shot.widths) for use in FULL.uses for shot in use.shots)
    assert isinstance(FULL.uses[0].shots[0], Shot)

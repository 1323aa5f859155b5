"""A picture without a ground of its own is laid on one that it stands out from, by day and by night."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any, get_args

import pytest
from PIL import Image, ImageDraw, ImageFilter

from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.drawings.drawing import read_drawing
from ocop_site.pictures.grounds import GROUNDS, WHITE
from ocop_site.pictures.recipe import CUT_OUT, GROUND_COLOURS
from ocop_site.records.photo import GroundName
from tests.support import PROJECT
from tests.unit.pictures.corpus import SIZE, distance, photograph, saved
from tests.unit.pictures.printing import FAST, JPEGS, renditions, shown

_, DARK, BETWEEN = GROUNDS


def sign(*fills: tuple[int, ...]) -> Image.Image:
    """Rings in these colours, side by side, on nothing."""
    picture = Image.new("RGBA", SIZE)
    step = SIZE[0] // len(fills)
    for number, fill in enumerate(fills):
        box = (number * step + 20, 120, (number + 1) * step - 20, 500)
        ImageDraw.Draw(picture).ellipse(box, outline=fill, width=30)
    return picture


def ground(raw: bytes, name: str = "a.png", use: str = "page") -> tuple[int, ...]:
    """What a corner shows."""
    return tuple(shown(raw, name, use, JPEGS).convert("RGB").getpixel((2, 2)))  # type: ignore[arg-type]


def is_on(raw: bytes, wanted: tuple[int, int, int], name: str = "a.png") -> bool:
    return distance((ground(raw, name),), (wanted,)) <= 6  # type: ignore[arg-type]


SIGNS: dict[str, tuple[tuple[tuple[int, ...], ...], tuple[int, int, int]]] = {
    "white": (((255, 255, 255, 255),), DARK),
    "cream": (((245, 240, 224, 255),), DARK),
    "a light grey": (((225, 225, 225, 255),), DARK),
    "half transparent white": (((255, 255, 255, 128),), DARK),
    "white beside red": (((255, 255, 255, 255), (200, 30, 30, 255)), DARK),
    "white beside black": (((255, 255, 255, 255), (0, 0, 0, 255)), BETWEEN),
    "black": (((0, 0, 0, 255),), WHITE),
    "half transparent grey": (((128, 128, 128, 100),), WHITE),
    "yellow": (((255, 235, 59, 255),), WHITE),
    "navy beside green": (((0, 0, 60, 255), (30, 160, 60, 255)), WHITE),
}


@pytest.mark.parametrize(("fills", "wanted"), SIGNS.values(), ids=SIGNS)
def test_a_sign_stands_out_from_its_ground(fills: Any, wanted: tuple[int, int, int]) -> None:
    assert is_on(saved(sign(*fills), "PNG"), wanted)


WAYS: dict[str, tuple[str, Image.Image, dict[str, Any]]] = {
    "PNG": ("PNG", sign((255, 255, 255, 255)), {}),
    "PNG, grey": ("PNG", sign((255, 255, 255, 255)).convert("LA"), {}),
    "PNG, a palette": ("PNG", sign((255, 255, 255, 255)).quantize(8, method=Image.Quantize.FASTOCTREE), {}),
    "PNG, one colour clear": ("PNG", sign((255, 255, 255, 255)).getchannel("A"), {"transparency": 0}),
    "WebP": ("WEBP", sign((255, 255, 255, 255)), {"lossless": True}),
    "AVIF": ("AVIF", sign((255, 255, 255, 255)), {"speed": 10}),
    "TIFF": ("TIFF", sign((255, 255, 255, 255)), {}),
    "GIF": ("GIF", sign((255, 255, 255, 255)), {}),
}


@pytest.mark.parametrize("way", WAYS)
def test_white_on_nothing_is_seen_whatever_the_format(way: str) -> None:
    format, picture, options = WAYS[way]
    raw = saved(picture, format, **options)
    seen = shown(raw, "a", recipe=JPEGS).convert("L")
    assert is_on(raw, DARK, "a")
    assert seen.getextrema()[1] > 245  # type: ignore[operator]


def test_every_place_shows_the_same_ground() -> None:
    raw = saved(sign((255, 255, 255, 255)), "PNG")
    for use in ("page", "card", "social"):
        assert distance((ground(raw, use=use),), (DARK,)) <= 6  # type: ignore[arg-type]


def cut_out(mask: Image.Image, picture: Image.Image) -> bytes:
    picture = picture.convert("RGB")
    picture.putalpha(mask)
    return saved(picture, "PNG")


def test_a_photograph_that_was_cut_out_is_laid_on_white() -> None:
    mask = Image.new("L", SIZE)
    ImageDraw.Draw(mask).ellipse((200, 80, 640, 560), fill=255)
    assert is_on(cut_out(mask.filter(ImageFilter.GaussianBlur(1)), photograph(SIZE, 3)), WHITE)


def test_rounded_corners_of_a_white_page_stay_white() -> None:
    page, mask = Image.new("RGB", SIZE, "white"), Image.new("L", SIZE)
    ImageDraw.Draw(page).rectangle((100, 100, 700, 160), fill="black")
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, SIZE[0] - 1, SIZE[1] - 1), 40, fill=255)
    assert is_on(cut_out(mask, page), WHITE)


def test_letters_cut_out_of_white_are_seen() -> None:
    mask = Image.new("L", SIZE, 255)
    ImageDraw.Draw(mask).ellipse((300, 200, 500, 400), outline=0, width=30)
    seen = shown(cut_out(mask, Image.new("RGB", SIZE, "white")), "a.png", recipe=JPEGS).convert("L")
    assert seen.getextrema()[0] < 60  # type: ignore[operator]


def test_nothing_at_all_is_white() -> None:
    assert is_on(saved(Image.new("RGBA", SIZE), "PNG"), WHITE)


def drawn(stroke: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -15 40 30">'
        f'<circle r="9" fill="none" stroke="{stroke}" stroke-width="2"/></svg>'
    ).encode()


@pytest.mark.parametrize(("stroke", "wanted"), [("#fff", DARK), ("#000", WHITE), ("#c33", WHITE)])
def test_a_drawing_has_a_ground_of_its_own_on_every_page(stroke: str, wanted: tuple[int, int, int]) -> None:
    """No page's colour shows through it, which changes by night and while a picture loads."""
    svg, *_ = (body for each, body in renditions(drawn(stroke), "a.svg", FAST) if each.format == "svg")
    area = f'<rect x="-20" y="-15" width="40" height="30" fill="#{bytes(wanted).hex().upper()}"'
    assert svg.decode().split(">")[1].startswith(area)
    assert distance((ground(drawn(stroke), "a.svg", "card"),), (wanted,)) <= 6  # type: ignore[arg-type]


def test_what_makes_a_whole_drawing_fainter_does_not_touch_its_ground() -> None:
    faint = drawn("#fff").replace(b"viewBox", b'opacity="0.4" viewBox')
    svg, *_ = (body for each, body in renditions(faint, "a.svg", FAST) if each.format == "svg")
    assert b'visibility="visible"></rect><g opacity="0.4"><circle' in svg
    assert b"opacity" not in svg.split(b">")[0]
    assert read_drawing(svg).body == svg


def test_a_drawing_that_covers_its_ground_is_left_as_it_is() -> None:
    whole = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="#fff"/></svg>'
    )
    svg, *_ = (body for each, body in renditions(whole, "a.svg", FAST) if each.format == "svg")
    assert svg.count(b"<rect") == 1
    assert Image.open(BytesIO(saved(shown(whole, "a.svg", "card"), "PNG"))).convert("L").getextrema() == (255, 255)


def on_rice(raw: bytes, name: str) -> list[tuple[Rendition, bytes]]:
    return renditions(raw, name, replace(FAST, ground=GROUND_COLOURS["rice"]))


def test_what_is_cut_out_has_its_ground_in_lists_and_none_among_others() -> None:
    made = on_rice(drawn("#000"), "a.svg")
    (page,) = (body for each, body in made if (each.use, each.format) == ("page", "svg"))
    assert b"<rect" not in page
    card = next(Image.open(BytesIO(body)) for each, body in made if (each.use, each.format) == ("card", "jpeg"))
    assert distance((card.convert("RGB").getpixel((2, 2)),), (GROUND_COLOURS["rice"],)) <= 6  # type: ignore[arg-type]
    thing = max((Image.open(BytesIO(body)) for each, body in made if each.use == CUT_OUT), key=lambda each: each.width)
    assert abs(thing.width - thing.height) <= 2, "a ring is as wide as high: the room around it is cut off"
    assert thing.convert("RGBA").getchannel("A").getextrema() == (0, 255)


def test_what_covers_its_ground_is_no_thing_among_others() -> None:
    whole = saved(photograph(SIZE, 3), "JPEG")
    assert [each for each, _ in on_rice(whole, "a.jpg") if each.use == CUT_OUT] == []


def test_every_ground_that_a_record_may_name_has_its_colour_in_pictures_and_in_the_theme() -> None:
    sheet = (PROJECT / "themes/dong-bang/assets/css/blocks/tones.css").read_text("utf-8")
    told = {name: f"#{bytes(colour).hex().upper()}" for name, colour in GROUND_COLOURS.items()}
    assert set(get_args(get_args(GroundName)[0])) == set(told)
    assert dict(re.findall(r"--ground-(\w+): (#\w+);", sheet)) == told
    assert set(re.findall(r"\.ground-(\w+) \{", sheet)) == set(told)

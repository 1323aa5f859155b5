"""A file that was not copied to its end: refused, or shown as the whole one, never a grey half."""

from functools import cache
from random import Random
from typing import Any

import pytest
from PIL import Image

from ocop_site.pictures.originals import read_original
from ocop_site.problems import Mistake
from tests.support import some
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import photograph, saved, scene
from tests.unit.pictures.printing import TINY, renditions

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")

SIZE = (240, 220)

REVERSED: dict[str, Any] = {"save_all": True, "append_images": [scene(SIZE).rotate(180)]}

WAYS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "JPEG": ("JPEG", "RGB", {}),
    "JPEG with a thumbnail's end": ("JPEG", "RGB", {"comment": b"\xff\xd8 a thumbnail \xff\xd9"}),
    "JPEG, progressive": ("JPEG", "RGB", {"progressive": True}),
    "JPEG, with restarts": ("JPEG", "RGB", {"restart_marker_rows": 1}),
    "JPEG of inks": ("JPEG", "CMYK", {}),
    "JPEG of two frames": ("MPO", "RGB", REVERSED),
    "PNG": ("PNG", "RGB", {}),
    "PNG, grey": ("PNG", "L", {}),
    "PNG, animated": ("PNG", "RGB", REVERSED),
    "GIF": ("GIF", "P", {"interlace": 0}),
    "GIF, interlaced": ("GIF", "P", {"interlace": 1}),
    "GIF, animated": ("GIF", "P", REVERSED),
    "WebP": ("WEBP", "RGB", {}),
    "WebP, lossless": ("WEBP", "RGB", {"lossless": True}),
    "WebP, transparent": ("WEBP", "RGBA", {}),
    "WebP, animated": ("WEBP", "RGB", REVERSED),
    "AVIF": ("AVIF", "RGB", {"speed": 10}),
    "AVIF, transparent": ("AVIF", "RGBA", {"speed": 10}),
    "AVIF, animated": ("AVIF", "RGB", {**REVERSED, "speed": 10}),
    "TIFF": ("TIFF", "RGB", {}),
    "TIFF, packed": ("TIFF", "RGB", {"compression": "tiff_lzw"}),
    "TIFF, deflated": ("TIFF", "RGB", {"compression": "tiff_adobe_deflate"}),
    "TIFF of JPEG": ("TIFF", "RGB", {"compression": "jpeg"}),
    "TIFF of a fax": ("TIFF", "1", {"compression": "group4"}),
    "TIFF with a profile": ("TIFF", "RGB", {"icc_profile": corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)}),
    "TIFF, deflated, with a profile": (
        "TIFF",
        "RGB",
        {"compression": "tiff_adobe_deflate", "icc_profile": corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)},
    ),
}

CHECKED = [way for way in WAYS if way.startswith(("JPEG", "PNG")) and way != "JPEG of two frames"]
"""Where the format itself tells that pixels are missing, also where zeros stand for them."""

COMPRESSED = ["JPEG of two frames", "GIF", "WebP", "WebP, lossless", "WebP, transparent", "AVIF", "TIFF of JPEG"]


TOLD = ("picture.broken", "picture.unknown", "picture.narrow")


@cache
def whole(way: str) -> bytes:
    format, mode, options = WAYS[way]
    picture = photograph(SIZE, 1)
    return saved(picture.quantize(32) if mode == "P" else picture.convert(mode), format, **options)


@cache
def shown_whole(way: str) -> list[bytes]:
    return bodies(whole(way)) or []


def bodies(raw: bytes) -> list[bytes] | None:
    """The renditions; None where the file is refused."""
    try:
        return [body for _, body in renditions(raw, recipe=TINY)]
    except Mistake as mistake:
        return None if mistake.code in TOLD else [mistake.code.encode()]


def places(length: int, seed: int) -> list[int]:
    """Ten anywhere, and each of the last bytes."""
    chance = Random(seed)
    return sorted({*(chance.randrange(length) for _ in range(10)), *range(length - 8, length)})


@pytest.mark.parametrize("way", WAYS)
def test_a_file_cut_anywhere_is_refused_or_shown_whole(way: str) -> None:
    assert shown_whole(way)
    cut = [bodies(whole(way)[:at]) for at in places(len(whole(way)), 1)]
    assert [found for found in cut if found not in (None, shown_whole(way))] == []
    if REVERSED.items() <= WAYS[way][2].items():
        return  # what was cut may be the second frame
    assert None in cut


@pytest.mark.parametrize("way", CHECKED)
def test_a_file_filled_up_with_zeros_is_refused_or_shown_whole(way: str) -> None:
    length = len(whole(way))
    for at in some(places(length, 2)):
        assert bodies(whole(way)[:at] + bytes(length - at)) in (None, shown_whole(way)), at


@pytest.mark.parametrize("way", COMPRESSED)
def test_half_a_file_and_zeros_is_refused(way: str) -> None:
    half = len(whole(way)) // 2
    assert bodies(whole(way)[:half] + bytes(len(whole(way)) - half)) in (None, shown_whole(way))


@pytest.mark.parametrize("format", ["WEBP", "AVIF", "GIF", "JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("colour", ["white", "black"])
def test_a_picture_that_is_white_to_its_end_is_whole(format: str, colour: str) -> None:
    read_original("a", saved(Image.new("RGB", (1500, 1500), colour), format))


@pytest.mark.parametrize("after", [bytes(4096), b"\xff\xda a film of some seconds"])
def test_what_phones_write_after_the_end_does_no_harm(after: bytes) -> None:
    assert bodies(whole("JPEG") + after) == shown_whole("JPEG")


def test_a_png_with_one_wrong_byte_anywhere_is_refused() -> None:
    for at in some(places(len(whole("PNG")) - 12, 3)):
        raw = bytearray(whole("PNG"))
        raw[at] ^= 1
        assert bodies(bytes(raw)) is None, at

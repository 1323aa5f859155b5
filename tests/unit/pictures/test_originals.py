"""What may come in: judged by the bytes and the head, refused before anything is decoded, told in words."""

import struct
from contextlib import suppress
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ocop_site.pictures.originals import LONGEST_SIDE, MOST_BYTES, read_original
from ocop_site.pictures.recipe import SKETCH
from ocop_site.problems import Mistake
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import SCENE, distance, noise, quarters, saved, scene
from tests.unit.pictures.printing import doubts, renditions, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, of damaged blocks

FORMATS = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "AVIF": "a.avif", "TIFF": "a.tif", "GIF": "a.gif"}


def refusal(raw: bytes, name: str = "a.jpg") -> str:
    with pytest.raises(Mistake) as raised:
        read_original(name, raw)
    return raised.value.code


@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_is_cut_short_is_never_shown(format: str, part: int) -> None:
    whole = saved(noise((420, 315)), format)
    with pytest.raises(Mistake):
        renditions(whole[: len(whole) * part // 10 + 5], FORMATS[format])


@pytest.mark.parametrize("format", FORMATS)
def test_what_lacks_only_its_last_byte_is_whole_or_refused(format: str) -> None:
    whole = saved(noise((420, 315)), format)
    try:
        made = renditions(whole[:-1], FORMATS[format])
    except Mistake:
        return
    assert [each for each, _ in made] == [each for each, _ in renditions(whole, FORMATS[format])]


def test_a_png_that_is_called_jpg_is_shown_and_told() -> None:
    assert doubts(saved(scene(), "PNG"), "anh.jpg") == ["picture.mislabelled"]
    assert distance(quarters(shown(saved(scene(), "PNG"), "anh.jpg")), SCENE) <= 6


@pytest.mark.parametrize("name", ["A.JPG", "a.jpeg", "thu-muc/a.jpe"])
def test_endings_are_known_whatever_their_case(name: str) -> None:
    assert doubts(saved(scene(), "JPEG"), name) == []


def bomb(format: str, width: int, height: int) -> bytes:
    """A small file whose head claims to be huge."""
    if format == "PNG":
        return corpus.png((width, height), 8, 2, b"")
    raw = bytearray(saved(scene(), format, **({"compression": "raw"} if format == "TIFF" else {})))
    if format == "JPEG":
        at = raw.index(b"\xff\xc0") + 5
        raw[at : at + 4] = struct.pack(">HH", height, width)
    elif format == "GIF":
        raw[6:10] = struct.pack("<HH", width, height)
    elif format == "WEBP":
        at = raw.index(b"\x9d\x01\x2a") + 3
        raw[at : at + 4] = struct.pack("<HH", min(width, 16383), min(height, 16383))
    else:
        for tag, value in ((256, width), (257, height)):
            at = raw.index(
                struct.pack("<HH", tag, 4) if struct.pack("<HH", tag, 4) in raw else struct.pack("<HH", tag, 3)
            )
            raw[at : at + 12] = struct.pack("<HHII", tag, 4, 1, value)
    return bytes(raw)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_a_head_that_claims_400_megapixels_is_refused_undecoded(format: str) -> None:
    assert refusal(bomb(format, 20_000, 20_000), FORMATS[format]) == "picture.pixels"


def test_an_avif_that_claims_400_megapixels_is_refused() -> None:
    raw = bytearray(saved(scene(), "AVIF"))
    at = raw.index(b"ispe") + 8
    raw[at : at + 8] = struct.pack(">II", 20_000, 20_000)
    assert refusal(bytes(raw), "a.avif") in ("picture.pixels", "picture.broken")


def test_the_longest_side_has_a_limit_of_its_own() -> None:
    assert refusal(bomb("PNG", LONGEST_SIDE + 1, 300), "a.png") == "picture.pixels"


@pytest.mark.parametrize("size", [(1, 5000), (5000, 1), (199, 199)])
def test_a_strip_or_a_thumbnail_is_refused(size: tuple[int, int]) -> None:
    assert refusal(saved(Image.new("RGB", size), "PNG"), "a.png") == "picture.narrow"


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_is_shown(format: str) -> None:
    frames = saved(scene(), format, save_all=True, append_images=[scene().rotate(180)], duration=100)
    assert doubts(frames, FORMATS[format]) == ["picture.animated"]
    assert distance(quarters(shown(frames, FORMATS[format])), SCENE) <= 6


def test_a_phones_second_frame_of_depths_is_no_animation() -> None:
    assert doubts(saved(scene(), "MPO", save_all=True, append_images=[scene()]), "a.jpg") == []


def test_a_file_beyond_all_measure_is_told_so() -> None:
    assert refusal(b"\xff\xd8\xff" + bytes(MOST_BYTES)) == "picture.heavy"


def test_a_head_without_a_body_is_broken() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n", "a.png") == "picture.broken"


WHOLE = {format: saved(scene((300, 240)), format) for format in FORMATS}


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMATS)), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=8))
def test_whatever_a_disk_does_to_a_file_it_is_shown_or_refused(format: str, flips: list[tuple[int, int]]) -> None:
    raw = bytearray(WHOLE[format])
    for at, value in flips:
        raw[at % len(raw)] = value
    with suppress(Mistake):
        renditions(bytes(raw), FORMATS[format], SKETCH)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", *(whole[:40] for whole in WHOLE.values()), b"<svg"]))
def test_whatever_is_dropped_in_it_is_shown_or_refused(body: bytes, head: bytes) -> None:
    with suppress(Mistake):
        renditions(head + body, "a.jpg", SKETCH)


@pytest.mark.skipif(find_spec("pillow_heif") is not None, reason="the package that reads HEIC is installed")
def test_a_phones_heic_is_told_with_the_way_out() -> None:
    with pytest.raises(Mistake) as raised:
        read_original("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert raised.value.code == "picture.heif"
    assert "-m pip install -r" in str(raised.value.details["command"])
    assert "heif.txt" in str(raised.value.details["command"])

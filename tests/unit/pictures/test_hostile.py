"""Whatever lies in `media/`, a catalogue is told of it in words: no traceback, no memory without end."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import RenditionRequest, RenditionResult
from ocop_site.problems import Location, Mistake, Problem
from tests.support import PROJECT
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import photograph, saved, scene
from tests.unit.pictures.printing import TINY
from tests.unit.pictures.test_originals import FORMATS, bomb

pytestmark = [
    pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin"),
    pytest.mark.filterwarnings("ignore::UserWarning:PIL.JpegImagePlugin"),
]

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><defs><linearGradient id="s"><stop offset="0.5"
stop-color="#fff"/></linearGradient><path id="p" d="M1 2C3 4 5 6 7 8Z"/></defs><use href="#p" x="3"/>
<rect width="9" height="9" fill="url(#s)" stroke="#8c4526" stroke-dasharray="1 2" transform="rotate(5)"/></svg>"""


def _known() -> Iterator[bytes]:
    """A small file of every kind, with all that may go wrong beside the pixels."""
    xmp, profile = b"<x:xmpmeta tiff:Orientation='6'/>", corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)
    yield SVG
    for format in ("JPEG", "PNG", "WEBP", "AVIF", "TIFF"):
        options = {"speed": 10} if format == "AVIF" else {}
        yield saved(scene((240, 220)), format, exif=corpus.exif(6), icc_profile=profile, xmp=xmp, **options)
        yield saved(photograph((210, 200), 2).convert("RGB"), format, **options)
    for format in ("GIF", "PNG", "WEBP", "AVIF", "MPO"):
        yield saved(scene((240, 220)), format, save_all=True, append_images=[scene((240, 220)).rotate(180)])
    yield saved(scene((240, 220)).convert("CMYK"), "JPEG", icc_profile=corpus.cmyk_profile())
    yield saved(scene((240, 220)).convert("1"), "TIFF", compression="group4")


KNOWN = list(_known())


def outcome(raw: bytes, name: str = "a.jpg", uses: frozenset[str] = frozenset({"page"})) -> RenditionResult:
    """Of the whole way from the file to the cache. Every mistake has words in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        media = Path(folder, "media")
        media.mkdir()
        (media / name).write_bytes(raw)
        request = RenditionRequest(name, None, uses)
        result = render_pictures(media, [request], RenditionCache(Path(folder, "cache")), recipe=TINY).results[request]
    for mistake in result.mistakes:
        assert isinstance(mistake, Mistake)
        problem = Problem(mistake.code, Location("a.yaml"), {"file": name, **mistake.details})
        assert problem.message("vi") != problem.message("en")
    assert result.rendition_set or result.mistakes
    return result


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", *sorted({raw[:40] for raw in KNOWN}), b"<svg", b"%PDF-"]))
def test_any_bytes_at_all_are_shown_or_told(body: bytes, head: bytes) -> None:
    outcome(head + body)


BAD = [bytes(4), b"\xff" * 4, b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0", b"\xff", b"\x80", b"\x01"]


@settings(max_examples=250, deadline=None)
@given(
    st.sampled_from(range(len(KNOWN))),
    st.lists(st.tuples(st.integers(0, 1500) | st.integers(0, 10**6), st.sampled_from(BAD)), min_size=1, max_size=4),
    st.integers(0, 3),
)
def test_good_files_with_wrong_bytes_are_shown_or_told(which: int, wrong: list[tuple[int, bytes]], lost: int) -> None:
    raw = bytearray(KNOWN[which])
    for at, bad in wrong:
        at %= len(raw)
        raw[at : at + len(bad)] = bad
        del raw[at : at + lost]
    outcome(bytes(raw))


def test_an_avif_without_a_clock_is_told() -> None:
    """The scale of its time is zero, and is divided by."""
    raw = saved(scene(), "AVIF", save_all=True, append_images=[scene().rotate(180)], duration=100, speed=10)
    at = raw.index(b"mdhd")
    at += 16 if raw[at + 4] == 0 else 24
    assert [mistake.code for mistake in outcome(raw[:at] + bytes(4) + raw[at + 4 :], "a.avif").mistakes] == [
        "picture.animated",
        "picture.broken",
    ]


def test_an_animation_cut_within_its_second_frame_is_told() -> None:
    raw = saved(scene(), "GIF", save_all=True, append_images=[scene().rotate(180)], duration=100)
    second = raw.rindex(b"\x21\xf9\x04")
    for at in range(second, second + 24):
        assert {mistake.code for mistake in outcome(raw[:at], "a.gif").mistakes} <= {"picture.broken"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "picture.empty"),
        (bytes(5000), "picture.empty"),
        (b"van ban", "picture.unknown"),
        (b"%PDF-1.7\n%", "picture.design"),
        (Random(1).randbytes(5000), "picture.unknown"),
    ],
)
def test_what_is_no_picture_is_told_and_nothing_is_kept(raw: bytes, code: str) -> None:
    assert [mistake.code for mistake in outcome(raw).mistakes] == [code]


def huge(format: str) -> bytes:
    """A file of a few bytes whose head claims 400 megapixels."""
    if format != "AVIF":
        return bomb(format, 20_000, 20_000)
    raw = saved(scene(), "AVIF", speed=10)
    at = raw.index(b"ispe") + 8
    return raw[:at] + (20_000).to_bytes(4, "big") * 2 + raw[at + 8 :]


@pytest.mark.parametrize("format", FORMATS)
def test_no_head_makes_the_program_take_memory(format: str, tmp_path: Path) -> None:
    """In a process of its own, which may take 200 MiB more than it has once the program is loaded."""
    file = tmp_path / "a.bin"
    file.write_bytes(huge(format))
    answer = subprocess.run(
        [sys.executable, "-c", CAREFUL, str(file)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == ("picture.broken" if format == "AVIF" else "picture.pixels")


CAREFUL = """
import resource, sys
from pathlib import Path
from ocop_site.pictures.render import render
from ocop_site.pictures.originals import read_original
from ocop_site.pictures.recipe import SKETCH
from ocop_site.problems import Mistake

held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (held + (200 << 20), held + (200 << 20)))
try:
    render(read_original("a", Path(sys.argv[1]).read_bytes())[0], SKETCH)
except Mistake as mistake:
    print(mistake.code)
"""

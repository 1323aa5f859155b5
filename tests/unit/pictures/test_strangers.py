"""What is no picture is told as what it is, with the way to one."""

import struct

import pytest
from PIL import Image

from ocop_site.pictures.originals import Photograph, read_original
from ocop_site.problems import Location, Mistake, Problem
from tests.unit.pictures.corpus import SCENE, distance, quarters, saved, scene
from tests.unit.pictures.printing import doubts, shown
from tests.unit.pictures.test_svg import FOUR, drawing

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")


def told(raw: bytes, name: str) -> tuple[str, object]:
    """The code, and what the file is called; words are there in both languages."""
    with pytest.raises(Mistake) as raised:
        read_original(name, raw)
    mistake = raised.value
    problem = Problem(mistake.code, Location("a.yaml"), {"file": name, **mistake.details})
    assert problem.message("vi") != problem.message("en")
    return mistake.code, mistake.details.get("what")


@pytest.mark.parametrize("raw", [b"", bytes(1), bytes(5000)], ids=["0 bytes", "one zero", "zeros"])
def test_a_file_that_was_never_filled_is_told_as_empty(raw: bytes) -> None:
    assert told(raw, "a.jpg") == ("picture.empty", None)


def directory(*entries: tuple[int, int, int, int], following: int = 0) -> bytes:
    """One of a TIFF's (6.0, section 2), little-endian."""
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)


def tiff(*entries: tuple[int, int, int, int], more: bytes = b"") -> bytes:
    return b"II*\0" + struct.pack("<I", 8) + directory(*entries) + more


BELOW = 8 + 2 + 12 * 2 + 4
"""Where what follows a first directory of two entries stands."""

SENSOR = tiff((330, 4, 1, BELOW), (256, 4, 1, 160), more=directory((262, 3, 1, 32803)))

RAW = {
    "CR2": (b"II*\0\x10\0\0\0CR\2\0" + bytes(60), "a.jpg", "RAW"),
    "CR3": (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "a.cr3", "CR3"),
    "CR3, called a JPEG": (b"\0\0\0\x18ftypcrx \0\0\0\1crx isom", "a.jpg", "CR3"),
    "DNG": (tiff((50706, 1, 4, 0x0401), (256, 4, 1, 400)), "a.dng", "DNG"),
    "DNG, called a TIFF": (tiff((50706, 1, 4, 0x0401), (256, 4, 1, 400)), "a.tif", "RAW"),
    "NEF": (SENSOR, "a.NEF", "NEF"),
    "NEF, called a TIFF": (
        tiff((330, 4, 1, BELOW), (256, 4, 1, 160), more=directory((262, 3, 1, 32803))),
        "a.tif",
        "RAW",
    ),
    "ARW": (tiff((259, 3, 1, 32767), (256, 4, 1, 400)), "a.arw", "ARW"),
    "PEF": (b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 259, 3, 1, 65535, 0, 0), "a.tiff", "RAW"),
    "RAF": (b"FUJIFILMCCD-RAW 0201FF", "a.raf", "RAF"),
    "ORF": (b"IIRO\x08\0\0\0" + bytes(60), "a.orf", "ORF"),
    "RW2": (b"IIU\0\x08\0\0\0" + bytes(60), "a.jpg", "RW2"),
    "X3F": (b"FOVb" + bytes(60), "a.x3f", "X3F"),
    "by its name alone": (b"something of a camera", "a.srw", "SRW"),
    "a TIFF called so": (saved(scene(), "TIFF"), "a.nef", "NEF"),
}


@pytest.mark.parametrize(("raw", "name", "what"), RAW.values(), ids=RAW)
def test_a_raw_photograph_is_told_as_raw(raw: bytes, name: str, what: str) -> None:
    assert told(raw, name) == ("picture.raw", what)


def test_a_jpeg_that_is_called_raw_is_a_jpeg() -> None:
    assert doubts(saved(scene(), "JPEG"), "a.cr2") == ["picture.mislabelled"]


OTHERS = {
    "Photoshop": (b"8BPS\0\1", "a.jpg", "picture.design", "Photoshop (PSD)"),
    "Illustrator": (b"%PDF-1.5\n", "a.ai", "picture.design", "Illustrator (AI)"),
    "Illustrator, with a drawing in it": (b"%PDF-1.5\n<svg>", "a.ai", "picture.design", "Illustrator (AI)"),
    "Illustrator, old": (b"%!PS-Adobe-3.0\n", "a.ai", "picture.design", "Illustrator (AI)"),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "a.eps", "picture.design", "EPS"),
    "EPS with a preview": (b"\xc5\xd0\xd3\xc6" + bytes(30), "a.jpg", "picture.design", "EPS"),
    "PDF": (b"%PDF-1.7\n", "a.jpg", "picture.design", "PDF"),
    "GIMP": (b"gimp xcf v011", "a.xcf", "picture.design", "GIMP (XCF)"),
    "MP4": (b"\0\0\0\x18ftypisom\0\0\2\0isommp42", "a.jpg", "picture.film", "MP4"),
    "MOV": (b"\0\0\0\x14ftypqt  \0\0\2\0qt  ", "a.jpg", "picture.film", "MOV"),
    "AVI": (b"RIFF\0\0\1\0AVI LIST", "a.png", "picture.film", "AVI"),
    "WebM": (b"\x1aE\xdf\xa3" + bytes(20), "a.webp", "picture.film", "MKV, WebM"),
    "Word": (b"PK\3\4", "a.jpg", "picture.document", "Word, Excel, ZIP"),
    "Word, old": (b"\xd0\xcf\x11\xe0", "a.jpg", "picture.document", "Word, Excel"),
    "a web page": (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "a.jpg", "picture.document", "HTML"),
    "a web page with a drawing": (b"<!doctype html><html><svg></svg></html>", "a.svg", "picture.document", "HTML"),
    "Git LFS": (b"version https://git-lfs.github.com/spec/v1\n", "a.jpg", "picture.document", "Git LFS"),
    "BMP": (b"BM" + bytes(60), "a.jpg", "picture.other", "BMP"),
    "JPEG 2000": (b"\0\0\0\x0cjP  \r\n\x87\n", "a.jpg", "picture.other", "JPEG 2000"),
    "JPEG XL": (b"\xff\x0a" + bytes(30), "a.jpg", "picture.other", "JPEG XL"),
    "SVGZ": (b"\x1f\x8b\x08", "a.svg", "picture.other", "SVGZ"),
    "BigTIFF": (b"II+\0\x08\0\0\0", "a.tif", "picture.other", "BigTIFF"),
}


@pytest.mark.parametrize(("raw", "name", "code", "what"), OTHERS.values(), ids=OTHERS)
def test_another_kind_of_file_is_told_by_its_name(raw: bytes, name: str, code: str, what: str) -> None:
    assert told(raw, name) == (code, what)


def test_what_nobody_knows_is_told_as_no_picture() -> None:
    assert told(b"not a picture", "a.jpg") == ("picture.unknown", None)


def test_a_drawing_after_long_declarations_or_in_wide_letters_is_one() -> None:
    assert doubts(b"<!--" + b"x" * 20_000 + b"-->" + drawing(FOUR), "a.svg") == []
    assert doubts(drawing(FOUR).decode().encode("utf-16"), "a.svg") == []


def pages(*pictures: Image.Image) -> bytes:
    return saved(pictures[0], "TIFF", save_all=True, append_images=list(pictures[1:]))


def test_of_several_pages_the_first_is_shown_and_their_number_told() -> None:
    raw = pages(scene(), scene().rotate(180), scene().rotate(90))
    original, found = read_original("a.tif", raw)
    assert [(doubt.code, doubt.details) for doubt in found] == [("picture.pages", {"count": 3})]
    assert isinstance(original, Photograph)
    assert distance(quarters(shown(raw, "a.tif")), SCENE) <= 6


def marked(raw: bytes, number: int) -> bytes:
    """A TIFF whose page of that number is called a smaller copy of another (tag 254, which it must have)."""
    at = int.from_bytes(raw[4:8], "little")
    for _ in range(number):
        count = int.from_bytes(raw[at : at + 2], "little")
        at = int.from_bytes(raw[at + 2 + 12 * count : at + 6 + 12 * count], "little")
    count = int.from_bytes(raw[at : at + 2], "little")
    entry = next(e for e in range(at + 2, at + 2 + 12 * count, 12) if raw[e : e + 2] == b"\xfe\0")
    return raw[: entry + 8] + struct.pack("<I", 1) + raw[entry + 12 :]


def with_kinds(*pictures: Image.Image) -> bytes:
    return saved(pictures[0], "TIFF", save_all=True, append_images=list(pictures[1:]), tiffinfo={254: 0})


def test_a_smaller_copy_beside_a_picture_is_no_page() -> None:
    raw = marked(with_kinds(scene(), scene((210, 210))), 1)
    assert doubts(raw, "a.tif") == []


def test_a_smaller_copy_before_a_picture_is_passed_over() -> None:
    raw = marked(with_kinds(scene((210, 210)).rotate(180), scene()), 0)
    assert doubts(raw, "a.tif") == []
    assert shown(raw, "a.tif").size == scene().size
    assert distance(quarters(shown(raw, "a.tif")), SCENE) <= 6


def test_directories_that_lead_in_a_circle_end() -> None:
    round_and_round = b"II*\0" + struct.pack("<I", 8) + directory((256, 4, 1, 300), following=8)
    assert told(round_and_round, "a.tif")[0] == "picture.broken"

"""Nothing of an original but its pixels is in any print: found by a search and a walk of the files' own bytes."""

import struct
from collections.abc import Iterator

import pytest

from ocop_site.pictures.metadata import extras
from tests.support import some
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import saved, scene
from tests.unit.pictures.printing import renditions

XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF>GHI-CHU-XMP</rdf:RDF></x:xmpmeta>"
COMMENT = b"LOI-BINH-KIN"

PRIVATE = (
    b"Exif", b"xmpmeta", b"http://ns.adobe.com", b"GHI-CHU-XMP", b"Photoshop", b"8BIM", b"LOI-BINH-KIN", b"acsp",
    b"ICC_PROFILE", b"MAYANH-X", b"NGUOI-CHUP", b"2026:11:23", b"iTXt", b"tEXt", b"eXIf", b"iCCP",
)  # fmt: skip


def talkative_jpeg() -> bytes:
    """With Exif and GPS, XMP, IPTC in a Photoshop block, a profile, a comment, and words after the end."""
    body = saved(scene(), "JPEG", exif=corpus.exif(), icc_profile=corpus.rgb_profile(corpus.DISPLAY_P3, 2.2))
    blocks = (
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        (0xED, b"Photoshop 3.0\x008BIM" + COMMENT),
        (0xFE, COMMENT),
    )
    extra = b"".join(bytes((0xFF, marker)) + struct.pack(">H", len(block) + 2) + block for marker, block in blocks)
    return body[:2] + extra + body[2:] + COMMENT


def talkative(format: str) -> bytes:
    if format == "JPEG":
        return talkative_jpeg()
    if format == "GIF":
        return saved(scene(), "GIF", comment=COMMENT)
    profile = corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)
    return saved(scene(), format, exif=corpus.exif(), icc_profile=profile, xmp=XMP)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_no_private_word_is_in_any_print(format: str) -> None:
    original = talkative(format)
    assert any(word in original for word in PRIVATE)
    made = renditions(original)
    assert {each.format for each, _ in made} >= {"jpeg", "webp"}
    for each, body in made:
        assert [word for word in PRIVATE if word in body] == [], each


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_every_block_of_a_print_is_part_of_the_picture(format: str) -> None:
    for each, body in some(renditions(talkative(format))):
        assert set(blocks(body, each.format)) <= NEEDED[each.format], each


NEEDED = {
    "jpeg": {"FFE0", "FFDB", "FFC0", "FFC2", "FFC4", "FFDA"},
    "webp": {"VP8 ", "VP8L", "VP8X", "ALPH"},
    "avif": {"ftyp", "meta", "mdat", "hdlr", "pitm", "iloc", "iinf", "infe av01", "iprp", "ipco", "ipma"}
    | {"ispe", "pixi", "av1C", "colr nclx"},
}


def blocks(body: bytes, format: str) -> Iterator[str]:
    """The names of a file's blocks, read without a line of the program's own."""
    if format == "jpeg":
        at = 2
        while body[at : at + 2] != b"\xff\xda":
            yield body[at : at + 2].hex().upper()
            at += 2 + struct.unpack(">H", body[at + 2 : at + 4])[0]
        yield "FFDA"
        assert body.endswith(b"\xff\xd9")
        later = {body[i : i + 2].hex().upper() for i in range(at, len(body) - 2) if body[i] == 0xFF and body[i + 1]}
        yield from later - {f"FFD{n}" for n in range(8)}
    elif format == "webp":
        at = 12
        while at < len(body):
            yield body[at : at + 4].decode()
            length = struct.unpack("<I", body[at + 4 : at + 8])[0]
            at += 8 + length + length % 2
    else:
        yield from boxes(body)


INSIDE = {"meta": 4, "iinf": 6, "iprp": 0, "ipco": 0}
"""Boxes that hold boxes, after so many bytes of their own."""


def boxes(body: bytes) -> Iterator[str]:
    at = 0
    while at < len(body):
        length, name = struct.unpack(">I", body[at : at + 4])[0], body[at + 4 : at + 8].decode()
        inside = body[at + 8 : at + length]
        kind = {"infe": inside[8:12], "colr": inside[:4]}.get(name, b"").decode()
        yield f"{name} {kind}".strip()
        if name in INSIDE:
            yield from boxes(inside[INSIDE[name] :])
        at += length


@pytest.mark.parametrize(
    ("format", "options", "found"),
    [
        ("JPEG", {"exif": corpus.exif()}, "segment E1"),
        ("JPEG", {"comment": COMMENT}, "segment FE"),
        ("JPEG", {"icc_profile": corpus.rgb_profile(corpus.ADOBE_RGB, 2.2)}, "segment E2"),
        ("WEBP", {"exif": corpus.exif()}, "chunk EXIF"),
        ("WEBP", {"xmp": XMP}, "chunk XMP "),
        ("WEBP", {"icc_profile": corpus.rgb_profile(corpus.ADOBE_RGB, 2.2)}, "chunk ICCP"),
        ("AVIF", {"exif": corpus.exif()}, "item Exif"),
        ("AVIF", {"xmp": XMP}, "item mime"),
        ("AVIF", {"icc_profile": corpus.rgb_profile(corpus.ADOBE_RGB, 2.2)}, "property colr"),
    ],
)
def test_the_programs_own_walk_finds_each_kind_of_block(format: str, options: dict[str, bytes], found: str) -> None:
    assert found in extras(saved(scene(), format, **options), format.lower())


@pytest.mark.parametrize("format", ["JPEG", "WEBP"])
def test_the_programs_own_walk_finds_what_follows_the_end(format: str) -> None:
    assert "after the end" in extras(saved(scene(), format) + COMMENT, format.lower())


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "AVIF"])
def test_a_picture_by_itself_has_nothing_extra(format: str) -> None:
    assert extras(saved(scene(), format), format.lower()) == []

"""A word planted in every place that a format has for words is in no print: the bytes themselves are searched."""

import struct
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import SCENE, distance, quarters, saved, scene
from tests.unit.pictures.printing import FAST, renditions, shown
from tests.unit.pictures.test_private import NEEDED, blocks
from tests.unit.pictures.test_profiles import by_primaries

pytestmark = pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO:UserWarning")

WORD = b"BI-MAT-7F3A"

LATITUDE = struct.pack("<6I", 1051, 97, 3209, 89, 1103, 83)
"""Three fractions that stand nowhere else."""

XMP = b"<?xpacket?><x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORD + b"</x:xmpmeta>"

IPTC = b"\x1c\x02\x78" + struct.pack(">H", len(WORD)) + WORD

PHOTOSHOP = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(IPTC)) + IPTC + bytes(len(IPTC) % 2)

MARKS = (
    WORD, LATITUDE, b"Exif\0", b"http://ns.adobe.com", b"xmpmeta", b"8BIM", b"Photoshop", b"ICC_PROFILE", b"acsp",
    b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"XMP ", b"EXIF", b"NETSCAPE", b"mime", b"CREATOR", b"JFXX",
)  # fmt: skip
"""What gives a block away, in any format."""


def private_exif() -> bytes:
    """Exif by hand (CIPA DC-008): a name, a place, and a thumbnail, which has words of its own (little-endian)."""
    thumbnail = saved(Image.new("RGB", (160, 120), "red"), "JPEG", comment=WORD)
    gps = 8 + 2 + 3 * 12 + 4
    latitude = gps + 2 + 1 * 12 + 4
    name = latitude + len(LATITUDE)
    second = name + 16
    small = second + 2 + 2 * 12 + 4
    first = _entries((0x010F, 2, len(WORD) + 1, name), (0x0112, 3, 1, 1), (0x8825, 4, 1, gps))
    block = b"II*\0" + struct.pack("<I", 8) + first + struct.pack("<I", second)
    block += _entries((2, 5, 3, latitude)) + bytes(4) + LATITUDE + WORD.ljust(16, b"\0")
    block += _entries((0x0201, 4, 1, small), (0x0202, 4, 1, len(thumbnail))) + bytes(4)
    assert len(block) == small
    return b"Exif\0\0" + block + thumbnail


def _entries(*entries: tuple[int, int, int, int]) -> bytes:
    return struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)


def jpeg() -> bytes:
    body = saved(scene(), "JPEG", quality=95)
    segments = (
        (0xE0, b"JFXX\0\x10" + WORD),
        (0xE1, private_exif()),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        (0xE1, b"http://ns.adobe.com/xmp/extension/\0" + WORD),
        (0xE2, b"ICC_PROFILE\0\x01\x01" + corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)),
        (0xE2, b"MPF\0" + WORD),
        (0xEB, b"JUMBF" + WORD),
        (0xED, b"Photoshop 3.0\0" + PHOTOSHOP),
        (0xEF, WORD),
        (0xFE, WORD),
    )
    return body[:2] + b"".join(_segment(*each) for each in segments) + body[2:] + WORD


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def png() -> bytes:
    chunks = (
        (b"iCCP", b"x\0\0" + zlib.compress(corpus.rgb_profile(corpus.DISPLAY_P3, 2.2))),
        (b"tEXt", b"Author\0" + WORD),
        (b"zTXt", b"Comment\0\0" + zlib.compress(WORD)),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        (b"eXIf", private_exif()[6:]),
        (b"tIME", bytes((7, 234, 11, 23, 1, 2, 3))),
        (b"vpAg", WORD),
    )
    rows = b"".join(b"\0" + row for row in _rows(scene()))
    return corpus.png(corpus.SIZE, 8, 2, rows, *chunks) + WORD


def _rows(picture: Image.Image) -> Iterator[bytes]:
    whole, width = picture.tobytes(), 3 * picture.width
    yield from (whole[at : at + width] for at in range(0, len(whole), width))


def riff() -> bytes:
    """A WebP with all its blocks, and one that nobody knows."""
    profile = corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)
    raw = saved(scene(), "WEBP", exif=private_exif(), xmp=XMP, icc_profile=profile, quality=95)
    more = raw[8:] + b"WORD" + struct.pack("<I", len(WORD) + 1) + WORD + b"\0"
    return b"RIFF" + struct.pack("<I", len(more)) + more


def avif() -> bytes:
    profile = corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)
    raw = saved(scene(), "AVIF", exif=private_exif(), xmp=XMP, icc_profile=profile, quality=95, speed=10)
    return raw + struct.pack(">I4s16s", 24 + len(WORD), b"uuid", WORD.ljust(16)) + WORD


def tiff() -> bytes:
    tags = ImageFileDirectory_v2()
    for number, value in ((270, "x" + WORD.decode()), (305, WORD.decode()), (315, WORD.decode())):
        tags[number] = value
    for number, block in ((700, XMP), (33723, IPTC), (34377, PHOTOSHOP)):
        tags.tagtype[number] = 1
        tags[number] = block
    profile = corpus.rgb_profile(corpus.DISPLAY_P3, 2.2)
    return saved(scene(), "TIFF", tiffinfo=tags, icc_profile=profile)


def gif() -> bytes:
    raw = saved(scene(), "GIF", comment=WORD)
    application = b"\x21\xff\x0bXMP DataXMP" + bytes((len(XMP),)) + XMP + b"\0"
    return raw[:-1] + application + b"\x3b" + WORD


def svg() -> bytes:
    words = WORD.decode()
    shapes = "".join(
        f'<rect x="{n % 2 * 20}" y="{n // 2 * 15}" width="20" height="15" fill="rgb{SCENE[n]}"/>' for n in range(4)
    )
    return f"""<?xml version="1.0"?><!-- {words} --><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:{words}"
      i:docname="{words}" data-name="{words}" class="{words}" aria-label="{words}" viewBox="0 0 40 30"><title>{words}
      </title><desc>{words}</desc><metadata><i:x>{words}</i:x></metadata><i:guide i:y="{words}"/>
      {shapes}{words}</svg><!-- {words} -->""".encode()


ORIGINALS = {"jpg": jpeg, "png": png, "webp": riff, "avif": avif, "tif": tiff, "gif": gif, "svg": svg}


@pytest.mark.parametrize("ending", ORIGINALS)
def test_what_is_planted_is_in_the_original_and_in_no_print(ending: str) -> None:
    original = ORIGINALS[ending]()
    assert WORD in original
    if ending in ("jpg", "png", "webp", "avif"):
        assert LATITUDE in original
        assert b"http://ns.adobe.com" in original or b"xmpmeta" in original
    made = renditions(original, f"a.{ending}", FAST)
    assert {each.format for each, _ in made} >= {"jpeg", "webp"}
    for each, body in made:
        assert [mark for mark in MARKS if mark in body] == [], each
        assert WORD.decode().encode("utf-16-be") not in body
        if each.format != "svg":
            assert set(blocks(body, each.format)) <= NEEDED[each.format], each


@pytest.mark.parametrize("ending", ORIGINALS)
def test_with_all_that_in_it_the_picture_is_still_the_picture(ending: str) -> None:
    found = quarters(shown(ORIGINALS[ending](), f"a.{ending}", use="social"))
    profiled = tuple(by_primaries(colour, corpus.DISPLAY_P3, 2.2) for colour in SCENE)
    assert distance(found, SCENE if ending in ("gif", "svg") else profiled) <= 10

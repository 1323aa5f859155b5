"""What lies in `media/`: known by its bytes, its size looked up in its head, and refused before anything is decoded."""

import struct
import sys
import warnings
import zlib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image

from ocop_site.frozen import frozen
from ocop_site.invocation import pip_line
from ocop_site.pictures.colour_spaces import profiles_of
from ocop_site.pictures.colours import upright_size
from ocop_site.pictures.drawings.drawing import Drawing, read_drawing
from ocop_site.pictures.recipe import Size
from ocop_site.pictures.strangers import raw_photograph, stranger
from ocop_site.pictures.tiff import pages
from ocop_site.pictures.truncation import breaks_off
from ocop_site.problems import Mistake
from ocop_site.units import Pixel

MOST_BYTES = 40 << 20
"""The size of a file at most."""

MOST_PIXELS = {"JPEG": 120_000_000}
"""Width times height; a JPEG can be decoded at an eighth of its size, everything else comes whole."""
MOST_PIXELS_ELSE = 60_000_000

LONGEST_SIDE = Pixel(20_000)

_HEAD = 1 << 16
"""Bytes in which a drawing must begin."""

NARROWEST = Pixel(200)
"""The shorter side at least: less is a thumbnail or a strip."""

_ENDINGS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"),
    "PNG": ("png",),
    "WEBP": ("webp",),
    "AVIF": ("avif",),
    "TIFF": ("tif", "tiff"),
    "GIF": ("gif",),
    "HEIF": ("heic", "heif", "hif"),
    "SVG": ("svg",),
}


UNSOUND = (
    OSError, SyntaxError, ValueError, EOFError, RuntimeError, LookupError, TypeError, AttributeError, ArithmeticError,
    AssertionError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
"""Whatever Pillow's plugins raise over a damaged file."""

# Pillow warns of damaged blocks and large sizes; what matters of that becomes a problem at the record.
warnings.filterwarnings("ignore", module=r"PIL\.")


@frozen
class Photograph:
    """A photograph with a sound head, its size when set upright; nothing is decoded yet."""

    picture: Image.Image
    width: Pixel
    height: Pixel
    frames: int
    """How many pictures it holds, of which one is shown; a phone's map of depths is none."""
    profiles: tuple[bytes, ...] = ()
    """What says which colours its numbers mean, what counts most first."""


Original = Photograph | Drawing


def read_original(name: str, raw: bytes) -> tuple[Original, list[Mistake]]:
    """A file as an original, and what is doubtful about it. A `Mistake` where it is refused."""
    if len(raw) > MOST_BYTES:
        raise Mistake("picture.heavy", most=MOST_BYTES >> 20)
    if mistake := raw_photograph(name, raw):
        raise mistake
    if (format := format_of(raw)) is None:
        raise stranger(name, raw)
    doubts = list(ending_doubt(name, format))
    if format == "SVG":
        return read_drawing(raw), doubts
    photograph = _photograph(raw, format)
    return photograph, [*doubts, *_frames_doubt(photograph)]


def format_of(raw: bytes) -> str | None:
    """The format by the first bytes, whatever the file is called; None for what is no picture that we know."""
    head = raw[:16]
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    if head[4:8] == b"ftyp":
        brands = raw[8 : max(16, min(int.from_bytes(head[:4], "big"), 128))]
        return "AVIF" if b"avif" in brands or b"avis" in brands else "HEIF" if _is_heif(brands) else None
    return "SVG" if _is_svg(raw[:_HEAD]) else None


def _is_svg(head: bytes) -> bool:
    """By its first element, past what drawing programs declare; also in letters of two bytes."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
    before, found, _ = plain.partition(b"<svg")
    return bool(found) and plain.startswith(b"<") and b"<html" not in before.lower()


def _is_heif(brands: bytes) -> bool:
    return any(brand in brands for brand in (b"heic", b"heix", b"heim", b"mif1", b"msf1", b"hevc"))


def ending_doubt(name: str, format: str) -> Iterator[Mistake]:
    """The doubt about a file that is called as if it were of another format."""
    path, endings = PurePosixPath(name), _ENDINGS[format]
    if path.suffix[1:].lower() not in endings:
        yield Mistake("picture.mislabelled", format=format, proposal=path.with_suffix(f".{endings[0]}").name)


def _photograph(raw: bytes, format: str) -> Photograph:
    """Opened, not decoded: the size that the head claims is judged first."""
    if format == "HEIF" and not _reads_heif():
        raise Mistake("picture.heif", command=pip_line("heif", Path(sys.executable)))
    _check_size(*(_webp_canvas(raw) if format == "WEBP" else (NARROWEST, NARROWEST)), format)
    try:
        picture = Image.open(BytesIO(raw), formats=[format])
        frames = _frames(picture, raw)
        _check_size(Pixel(picture.width), Pixel(picture.height), format)
        if breaks_off(raw, format):
            raise Mistake("picture.broken")
    except Mistake:
        raise
    except Image.DecompressionBombError:
        raise Mistake("picture.pixels", most=_most_pixels(format) // 1_000_000, side=LONGEST_SIDE) from None
    except UNSOUND:
        raise Mistake("picture.broken") from None
    return Photograph(picture, *upright_size(picture), frames, tuple(profiles_of(picture, raw)))


def _frames(picture: Image.Image, raw: bytes) -> int:
    """How many pictures there are; a TIFF is turned to its first page, past a smaller copy."""
    if picture.format == "TIFF":
        numbers = pages(raw) or [0]
        if numbers[0]:
            picture.seek(numbers[0])
        return len(numbers)
    # Phones keep a depth map as a second frame of a JPEG.
    return 1 if picture.format in ("JPEG", "MPO") else getattr(picture, "n_frames", 1)


def _frames_doubt(photograph: Photograph) -> Iterator[Mistake]:
    if photograph.frames > 1 and photograph.picture.format in ("TIFF", "HEIF"):
        yield Mistake("picture.pages", count=photograph.frames)
    elif photograph.frames > 1:
        yield Mistake("picture.animated")


def _check_size(width: Pixel, height: Pixel, format: str) -> None:
    if width * height > _most_pixels(format) or max(width, height) > LONGEST_SIDE:
        raise Mistake("picture.pixels", most=_most_pixels(format) // 1_000_000, side=LONGEST_SIDE)
    if min(width, height) < NARROWEST:
        raise Mistake("picture.narrow", width=width, height=height, least=NARROWEST)


def _most_pixels(format: str) -> int:
    return MOST_PIXELS.get(format, MOST_PIXELS_ELSE)


def _webp_canvas(raw: bytes) -> Size:
    """The canvas of a WebP, read here since opening one already sets it all aside in memory (RFC 9649, 2.5-2.7)."""
    kind, data = raw[12:16], raw[20:30]
    if kind == b"VP8X":
        return Pixel(1 + int.from_bytes(data[4:7], "little")), Pixel(1 + int.from_bytes(data[7:10], "little"))
    if kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return Pixel(1 + (bits & 0x3FFF)), Pixel(1 + (bits >> 14 & 0x3FFF))
    width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    return Pixel(width), Pixel(height)


@cache
def _reads_heif() -> bool:
    """Whether the optional package is there that reads what many phones write."""
    try:
        import_module("pillow_heif").register_heif_opener()
    except ImportError:
        return False
    return True

"""Pictures of every make, made here: what is in them is known to the pixel."""

import struct
import zlib
from functools import cache
from io import BytesIO
from random import Random
from typing import Any

from PIL import Image, ImageChops, ImageDraw

Colour = tuple[int, int, int]

RED, GREEN, BLUE, GOLD = (200, 30, 30), (30, 160, 60), (40, 60, 200), (230, 200, 60)

SCENE = (RED, GREEN, BLUE, GOLD)
"""The quarters of the scene: above left and right, below left and right."""

SIZE = (840, 630)


def scene(size: tuple[int, int] = SIZE, colours: tuple[Colour, ...] = SCENE) -> Image.Image:
    picture = Image.new("RGB", size)
    draw, (width, height) = ImageDraw.Draw(picture), (size[0] // 2, size[1] // 2)
    for index, colour in enumerate(colours):
        x, y = index % 2 * width, index // 2 * height
        draw.rectangle((x, y, x + width, y + height), fill=colour)
    return picture


def quarters(picture: Image.Image) -> tuple[Colour, ...]:
    """The colours in the middle of the quarters, in the order of SCENE."""
    rgb, places = picture.convert("RGB"), ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))
    found = (rgb.getpixel((int(rgb.width * x), int(rgb.height * y))) for x, y in places)
    return tuple(tuple(colour) for colour in found)  # type: ignore[arg-type, misc]


def distance(some: tuple[Colour, ...], others: tuple[Colour, ...]) -> int:
    """The largest difference in any channel."""
    return max(abs(a - b) for one, other in zip(some, others, strict=True) for a, b in zip(one, other, strict=True))


def saved(picture: Image.Image, format: str, **options: Any) -> bytes:
    file = BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def noise(size: tuple[int, int], seed: int = 7) -> Image.Image:
    """Nothing compresses it, so that a file cut anywhere lacks pixels."""
    return Image.frombytes("RGB", size, Random(seed).randbytes(size[0] * size[1] * 3))


def photograph(size: tuple[int, int], seed: int) -> Image.Image:
    """As busy as a photograph: slopes of light, things with edges, grain of several sizes."""
    chance = Random(seed)
    slopes = [Image.linear_gradient("L").rotate(chance.randrange(360)).resize(size) for _ in range(3)]
    picture = Image.merge("RGB", slopes)
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, r = chance.randrange(size[0]), chance.randrange(size[1]), chance.randrange(10, size[0] // 7)
        draw.ellipse((x, y, x + r, y + r), fill=tuple(chance.randrange(30, 230) for _ in range(3)))
    for cells, weight in ((24, 0.25), (96, 0.2), (400, 0.16), (size[0], 0.09)):
        grain = (cells, max(1, cells * size[1] // size[0]))
        layer = Image.frombytes("L", grain, chance.randbytes(grain[0] * grain[1])).resize(size)
        layer = layer.point([int(128 + (value - 128) * weight) for value in range(256)])
        picture = ImageChops.add(picture, Image.merge("RGB", [layer] * 3), 1, -128)
    return picture


def exif(orientation: int = 1) -> bytes:
    """With a place, a maker's name and a thumbnail's worth of private things."""
    block = Image.Exif()
    block[0x0112], block[0x010F], block[0x013B] = orientation, "MAYANH-X", "NGUOI-CHUP"
    block.get_ifd(0x8825).update({1: "N", 2: (10.0, 32.0, 11.0), 3: "E", 4: (106.0, 24.0, 55.0), 29: "2026:11:23"})
    return block.tobytes()


def png(size: tuple[int, int], depth: int, kind: int, rows: bytes, *extra: tuple[bytes, bytes]) -> bytes:
    """A PNG written by hand: `rows` with their filter bytes; `kind` as in PNG's table 11.1."""
    head = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


# --- colour profiles, by ICC.1:2010 (version 2.4: header 7.2, tag table 7.3, types 10) ----------------------------

D50 = (0.9642, 1.0, 0.8249)

DISPLAY_P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""Red, green and blue in the XYZ of D50."""


@cache
def rgb_profile(primaries: tuple[tuple[float, float, float], ...], gamma: float) -> bytes:
    """A profile of three primaries and one gamma."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    tags = [(name, _xyz(*xyz)) for name, xyz in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)]
    tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    return _profile(b"mntr", b"RGB ", b"XYZ ", tags)


@cache
def grey_profile(gamma: float) -> bytes:
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    return _profile(b"mntr", b"GRAY", b"XYZ ", [(b"kTRC", curve)])


@cache
def cmyk_profile() -> bytes:
    """Ink on paper at its simplest: lightness falls with all ink, magenta turns to red, yellow to yellow."""
    grid = b""
    for c in (0, 1):
        for m in (0, 1):
            for y in (0, 1):
                for k in (0, 1):
                    lightness = max(0, 100 - 20 * c - 30 * m - 8 * y - 90 * k)
                    a, b = 60 * m - 40 * c, 70 * y - 35 * c
                    grid += bytes((round(lightness * 2.55), 128 + a // (1 + k), 128 + b // (1 + k)))
    identity = bytes(range(256))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0))
    table += b"".join(struct.pack(">i", 65536 if row == column else 0) for row in range(3) for column in range(3))
    return _profile(b"prtr", b"CMYK", b"Lab ", [(b"A2B0", table + identity * 4 + grid + identity * 3)])


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">iii", *(round(value * 65536) for value in (x, y, z)))


def _profile(device: bytes, space: bytes, connection: bytes, tags: list[tuple[bytes, bytes]]) -> bytes:
    words = b"A profile of the tests"
    described = b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + bytes(1 + 4 + 4 + 2 + 1 + 67)
    tags = [(b"desc", described), (b"wtpt", _xyz(*D50)), (b"cprt", b"text" + bytes(4) + b"none\0"), *tags]
    table, data, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, body in tags:
        body += bytes(-len(body) % 4)
        table += name + struct.pack(">II", at + len(data), len(body))
        data += body
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"test", 0x02400000, device, space, connection)
    head += struct.pack(">6H", 2026, 11, 23, 0, 0, 0) + b"acsp" + bytes(24) + bytes(4)
    return (head + _xyz(*D50)[8:]).ljust(128, b"\0") + table + data

"""A QR code (ISO/IEC 18004): drawn once, and pages, files and labels are made of that drawing.

Always dark on light with the quiet zone that the standard asks for, never a logo in it.
"""

import re
import struct
import zlib
from functools import cache
from typing import Any

import zxingcpp

from ocop_site.frozen import frozen

QUIET_ZONE = 4
"""Modules of light on every side (ISO/IEC 18004, 5.3.8)."""

PNG_SCALE = 10
"""Pixels a module: enough for a leaflet, whole so that every edge is sharp."""

_PNG_EFFORT = 3
"""Of zlib's nine: the next one takes half as long again for a tenth of the bytes."""

_DARK = re.compile(rb"\0+")

_BITS = bytes.maketrans(b"\x00\xff", b"01")

_RUNS = tuple(f"h{length}v1h-{length}z" for length in range(178))
"""A run of so many modules as path data; no symbol is wider than 177."""


@frozen
class QrCode:
    """A drawing, `side` modules wide and high, the quiet zone with them.

    `path`: its dark modules as SVG path data, a unit a module, one rectangle for each run in a row. `bitmap`: a bit a
    module, 0 is dark, and whole bytes a row, as an image of one bit a pixel has them.
    """

    side: int
    path: str
    bitmap: bytes

    @property
    def rows(self) -> tuple[str, ...]:
        """The modules from the top, a character each: `1` is dark. No quiet zone is in them."""
        width = len(self.bitmap) // self.side
        lines = (self.bitmap[at : at + width] for at in range(0, len(self.bitmap), width))
        bits = [f"{int.from_bytes(line) ^ (1 << 8 * width) - 1:0{8 * width}b}" for line in lines]
        return tuple(row[QUIET_ZONE : self.side - QUIET_ZONE] for row in bits[QUIET_ZONE:-QUIET_ZONE])


class QrCodes(dict[str, QrCode]):
    """Codes by their content. Each is drawn when it is first asked for, and kept: none twice in a process."""

    def __missing__(self, content: str) -> QrCode:
        code = self[content] = encode(content)
        return code


def encode(content: str) -> QrCode:
    """The smallest symbol that holds the content, with as much error correction as fits into it.

    ValueError where no symbol does, from 2,954 letters on.
    """
    symbol: Any = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode).to_image()
    side, modules = symbol.shape[0], bytes(symbol)
    return QrCode(side, _path(modules, side), _bitmap(modules, side))


def svg(code: QrCode) -> bytes:
    """A file of its own: a light square and the dark modules on it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.side} {code.side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{code.side}v{code.side}H0z"/><path d="{code.path}"/></svg>\n'
    ).encode()


def png(code: QrCode) -> bytes:
    """A grey image of one bit a pixel (ISO/IEC 15948): one line of each row of modules, and that it repeats."""
    width = code.side * PNG_SCALE
    head = struct.pack(">2I5B", width, width, 1, 0, 0, 0, 0)
    body = zlib.compress(_lines(code, (width + 7) // 8), _PNG_EFFORT)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _lines(code: QrCode, line: int) -> bytes:
    """Lines of so many bytes, each after its filter: 0 is none, 2 tells what differs from the line above."""
    widened = _widened()
    pixels = b"".join([widened[eight] for eight in code.bitmap])
    again = (b"\2" + bytes(line)) * (PNG_SCALE - 1)
    rows = range(0, len(pixels), len(pixels) // code.side)
    return b"".join([b"\0" + pixels[at : at + line] + again for at in rows])


@cache
def _widened() -> tuple[bytes, ...]:
    """Eight modules, a byte of a bitmap, as their pixels: for each byte there is."""
    bits = ("".join(bit * PNG_SCALE for bit in f"{eight:08b}") for eight in range(256))
    return tuple(int(each, 2).to_bytes(PNG_SCALE) for each in bits)


def _path(modules: bytes, side: int) -> str:
    """Of modules as a byte each, 0 is dark; the quiet zone keeps the runs of two rows apart."""
    corners, drawn = _corners(side), list[str]()
    for run in _DARK.finditer(modules):
        start, end = run.span()
        drawn.append(corners[start])
        drawn.append(_RUNS[end - start])
    return "".join(drawn)


@cache
def _corners(side: int) -> tuple[str, ...]:
    """Where each module begins; symbols have forty sizes."""
    return tuple(f"M{x} {y}" for y in range(side) for x in range(side))


def _bitmap(modules: bytes, side: int) -> bytes:
    bits, width = modules.translate(_BITS).decode(), (side + 7) // 8 * 8
    rows = (bits[at : at + side].ljust(width, "1") for at in range(0, len(bits), side))
    return int("".join(rows), 2).to_bytes(width * side // 8)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

"""A QR code (ISO/IEC 18004): its modules, and how they are drawn as SVG and PNG.

Always dark on light with the quiet zone that the standard asks for, never a logo in it.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno
from PIL import Image

QUIET_ZONE = 4
"""Modules of light on every side (ISO/IEC 18004, 5.3.8)."""

PNG_SCALE = 10
"""Pixels a module: enough for a leaflet, whole so that every edge is sharp."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """`rows` from the top, a character a module: `1` is dark. No quiet zone is in them."""

    rows: tuple[str, ...]

    @property
    def side(self) -> int:
        """Modules on a side, the quiet zone with them."""
        return len(self.rows) + 2 * QUIET_ZONE


def encode(content: str) -> QrCode:
    """The smallest symbol that holds the content, with as much error correction as fits into it. DataOverflowError."""
    symbol = segno.make(content, error="L", boost_error=True, micro=False)
    return QrCode(tuple("".join(map(str, row)) for row in symbol.matrix))


@lru_cache(maxsize=10_000)
def path_data(code: QrCode) -> str:
    """The dark modules as SVG path data on a square of `side` units: one rectangle for each run in a row."""
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in _runs(code))


def svg(code: QrCode) -> bytes:
    """A file of its own: a light square and the dark modules on it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.side} {code.side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{code.side}v{code.side}H0z"/><path d="{path_data(code)}"/></svg>\n'
    ).encode()


def png(code: QrCode) -> bytes:
    margin, shades = "0" * QUIET_ZONE, bytes.maketrans(b"01", b"\xff\x00")
    across = "0" * code.side * QUIET_ZONE
    modules = across + "".join(f"{margin}{row}{margin}" for row in code.rows) + across
    image = Image.frombytes("L", (code.side, code.side), modules.encode().translate(shades)).convert("1")
    written = io.BytesIO()
    image.resize((code.side * PNG_SCALE,) * 2, Image.Resampling.NEAREST).save(written, "PNG")
    return written.getvalue()


def _runs(code: QrCode) -> Iterator[tuple[int, int, int]]:
    """Every run of dark modules: its left end, its row, its length, the quiet zone counted."""
    for y, row in enumerate(code.rows, QUIET_ZONE):
        x = QUIET_ZONE
        for module, run in groupby(row):
            length = len(list(run))
            if module == "1":
                yield x, y, length
            x += length

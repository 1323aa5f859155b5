"""Proof-reads a printed page: its sheets are painted as they were written, and every code is read back."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import zxingcpp
from PIL import Image
from resvg_py import svg_to_bytes

from ocop_site.units import MM
from ocop_site.views.paper import Leaf

FINE, FINER = 2.4, 6.0
"""Pixels a module: enough as a rule; for what was not read at the first look."""

_WIDEST = 9000
"""Pixels: no painting gets larger."""

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)

_SVG = re.compile(r"<svg\b|</svg>")


def unseen(_done: int, _of: int) -> None:
    """The progress of a reading that nobody watches."""


def unread(html: str, leaves: Sequence[Leaf], progress: Callable[[int, int], None] = unseen) -> list[tuple[int, str]]:
    """The codes that cannot be read: for each the number of its sheet, from 1, and its address."""
    missing: list[tuple[int, str]] = []
    for number, (drawing, leaf) in enumerate(zip(_drawings(html), leaves, strict=True), start=1):
        progress(number - 1, len(leaves))
        expected = Counter(code.href for piece in leaf.pieces for code in piece.codes)
        if not expected:
            continue
        module = min(code.size / MM / code.side for piece in leaf.pieces for code in piece.codes)
        lost = expected - _read(drawing, leaf, FINE / module)
        if lost:
            lost = expected - _read(drawing, leaf, FINER / module)
        missing += [(number, address) for address in lost.elements()]
    return missing


def _read(drawing: str, leaf: Leaf, pixels: float) -> Counter[str]:
    """The contents of the codes of a sheet that is painted at so many pixels a millimetre."""
    width = min(round(leaf.width / MM * pixels), _WIDEST)
    painted = svg_to_bytes(
        svg_string=drawing,
        width=width,
        dpi=96,
        background="#fff",
        skip_system_fonts=True,
        shape_rendering="crisp_edges",
    )
    image = Image.open(io.BytesIO(painted)).convert("L")
    found = zxingcpp.read_barcodes(image, formats=_QR, try_rotate=False, try_invert=False)
    return Counter(each.text for each in found)


def _drawings(html: str) -> Iterator[str]:
    """Every drawing of a page that is not within another."""
    depth = start = 0
    for match in _SVG.finditer(html):
        if match[0] == "</svg>":
            depth -= 1
            if depth == 0:
                yield html[start : match.end()]
        else:
            start = match.start() if depth == 0 else start
            depth += 1

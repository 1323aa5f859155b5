"""Whether a file still has its end, where no decoder would notice: a copy cut short may be filled up with zeros."""

import struct
from io import BytesIO

from PIL import Image

_TIFF_BYTES = {3: 2, 4: 4, 5: 8, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""The length of a TIFF's values by their kind, where it is more than one byte."""


def breaks_off(raw: bytes, format: str) -> bool:
    """Whether a file breaks off after its head. What the decoders themselves notice is left to them."""
    match format:
        case "JPEG":
            return raw.find(b"\xff\xd9", _first_scan(raw)) < 0
        case "PNG":
            Image.open(BytesIO(raw), formats=["PNG"]).verify()  # raises where a chunk's checksum is wrong
            return False
        case "TIFF":
            return _leads_outside(raw)
        case _:
            return raw.endswith(bytes(max(256, len(raw) // 8)))  # a white WebP has up to a twentieth


def _first_scan(raw: bytes) -> int:
    """Where a JPEG's pixels begin, past the blocks that may hold a thumbnail with an end of its own."""
    at = 2
    while raw[at] == 0xFF and raw[at + 1] != 0xDA:
        at += 1 if raw[at + 1] == 0xFF else 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return at


def _leads_outside(raw: bytes) -> bool:
    """Whether a TIFF's directory names values beyond the end, such as its colours' profile (TIFF 6.0, section 2)."""
    order = "<" if raw.startswith(b"II") else ">"
    (at,) = struct.unpack_from(f"{order}I", raw, 4)
    (count,) = struct.unpack_from(f"{order}H", raw, at)
    for entry in range(count):
        _, kind, number, value = struct.unpack_from(f"{order}HHII", raw, at + 2 + 12 * entry)
        length = number * _TIFF_BYTES.get(kind, 1)
        if length > 4 and value + length > len(raw):
            return True
    return False

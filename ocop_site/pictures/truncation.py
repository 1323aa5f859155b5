"""Whether a file still has its end, where no decoder would notice: a copy cut short may be filled up with zeros."""

from io import BytesIO

from PIL import Image

from ocop_site.pictures.tiff import leads_outside


def breaks_off(raw: bytes, format: str) -> bool:
    """Whether a file breaks off after its head. What the decoders themselves notice is left to them."""
    match format:
        case "JPEG":
            return raw.find(b"\xff\xd9", _first_scan(raw)) < 0
        case "PNG":
            Image.open(BytesIO(raw), formats=["PNG"]).verify()  # raises where a chunk's checksum is wrong
            return False
        case "TIFF":
            return leads_outside(raw)
        case _:
            return raw.endswith(bytes(max(256, len(raw) // 8)))  # a white WebP has up to a twentieth


def _first_scan(raw: bytes) -> int:
    """Where a JPEG's pixels begin, past the blocks that may hold a thumbnail with an end of its own."""
    at = 2
    while raw[at] == 0xFF and raw[at + 1] != 0xDA:
        at += 1 if raw[at + 1] == 0xFF else 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return at

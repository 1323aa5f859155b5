"""What a picture's file holds beside the picture, found by walking the file itself."""

from collections.abc import Iterator

_JPEG_PICTURE = frozenset((0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, *range(0xD0, 0xD8)))
"""Frames, Huffman tables, scans, quantisation, restarts (ITU-T T.81, table B.1)."""

_WEBP_PICTURE = (b"VP8 ", b"VP8L", b"ALPH")

_BOXES = (b"ftyp", b"meta", b"mdat")
_META_BOXES = (b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref")
_PROPERTIES = (b"ispe", b"pixi", b"av1C", b"auxC", b"colr", b"pasp")


def extras(body: bytes, format: str) -> list[str]:
    """The names of all blocks that are not needed to show the picture; ValueError where the file cannot be walked."""
    walk = {"jpeg": _jpeg, "webp": _webp, "avif": _avif}[format]
    try:
        return list(walk(body))
    except IndexError as error:
        raise ValueError(f"no whole {format} file") from error


def _jpeg(body: bytes) -> Iterator[str]:
    """Every segment up to the end of the image; a JFIF header without a thumbnail is let pass."""
    at = 2
    while body[at] == 0xFF and body[at + 1] != 0xD9:
        marker, length = body[at + 1], int.from_bytes(body[at + 2 : at + 4], "big")
        is_jfif = marker == 0xE0 and body[at + 4 : at + 9] == b"JFIF\0" and length == 16
        if marker not in _JPEG_PICTURE and not is_jfif:
            yield f"segment {marker:02X}"
        at += 2 + length
        if marker == 0xDA:
            at = _after_scan(body, at)
    if body[at : at + 2] != b"\xff\xd9":
        yield "no end"
    elif len(body) > at + 2:
        yield "after the end"


def _after_scan(body: bytes, at: int) -> int:
    """The next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = body.index(b"\xff", at)
        if body[at + 1] != 0 and not 0xD0 <= body[at + 1] <= 0xD7:
            return at
        at += 2


def _webp(body: bytes) -> Iterator[str]:
    """RIFF chunks; the extended header may tell of transparency and of nothing else."""
    at, end = 12, 8 + int.from_bytes(body[4:8], "little")
    while at < end:
        name, length = body[at : at + 4], int.from_bytes(body[at + 4 : at + 8], "little")
        if name == b"VP8X":
            if body[at + 8] & ~0x10:
                yield f"flags {body[at + 8]:02X}"
        elif name not in _WEBP_PICTURE:
            yield f"chunk {name.decode('latin-1')}"
        at += 8 + length + length % 2
    if len(body) > end:
        yield "after the end"


def _avif(body: bytes) -> Iterator[str]:
    """ISO boxes: of `meta` only what finds the picture's items, and of these only such as are pictures."""
    for name, inside in _boxes(body, 0, len(body)):
        if name not in _BOXES:
            yield f"box {name.decode('latin-1')}"
        elif name == b"meta":
            yield from _avif_meta(body, inside.start + 4, inside.stop)


def _avif_meta(body: bytes, start: int, stop: int) -> Iterator[str]:
    for name, inside in _boxes(body, start, stop):
        if name not in _META_BOXES:
            yield f"box meta/{name.decode('latin-1')}"
        elif name == b"iinf":
            kinds = (body[box.start + 8 : box.start + 12] for _, box in _boxes(body, inside.start + 6, inside.stop))
            yield from (f"item {kind.decode('latin-1')}" for kind in kinds if kind != b"av01")
        elif name == b"iprp":
            yield from _avif_properties(body, inside)


def _avif_properties(body: bytes, inside: range) -> Iterator[str]:
    for name, properties in _boxes(body, inside.start, inside.stop):
        if name == b"ipco":
            for kind, box in _boxes(body, properties.start, properties.stop):
                if kind not in _PROPERTIES or (kind == b"colr" and body[box.start : box.start + 4] != b"nclx"):
                    yield f"property {kind.decode('latin-1')}"


def _boxes(body: bytes, start: int, stop: int) -> Iterator[tuple[bytes, range]]:
    """Name and inside of each box (ISO/IEC 14496-12, 4.2)."""
    while start < stop:
        length, name = int.from_bytes(body[start : start + 4], "big"), body[start + 4 : start + 8]
        if length < 8 or start + length > stop:
            raise ValueError(f"a box of {length} bytes at {start}")
        yield name, range(start + 8, start + length)
        start += length

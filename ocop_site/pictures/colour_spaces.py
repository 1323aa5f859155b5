"""Which colours the numbers of a picture mean: by its profile, else by what its format, else its camera, says of them.

Whatever says it, a profile comes out (ICC.1:2022), so that one way leads to sRGB.
"""

import struct
from collections.abc import Callable, Iterator
from functools import cache
from math import dist, exp, pow
from typing import TypeAlias

from PIL import Image

Chromaticities: TypeAlias = tuple[float, float, float, float, float, float, float, float]
"""x and y of white, red, green and blue, as in a PNG's `cHRM`."""

Curve: TypeAlias = Callable[[float], float]
"""From a stored value to light, both from 0 to 1."""

_Vector: TypeAlias = tuple[float, ...]
_Matrix: TypeAlias = tuple[_Vector, ...]

_D65 = (0.3127, 0.3290)
_D50 = (0.9642, 1.0, 0.8249)

_BT709: Chromaticities = (*_D65, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
_ADOBE_RGB: Chromaticities = (*_D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)

_PRIMARIES: dict[int, Chromaticities] = {
    1: _BT709,
    4: (0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*_D65, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    7: (*_D65, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070),
    9: (*_D65, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    12: (*_D65, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060),
    22: (*_D65, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077),
}
"""ColourPrimaries (ITU-T H.273, table 2)."""

_REFERENCE_WHITE = 203
"""Candela a square metre of white in pictures that have brighter lights, which become as white (ITU-R BT.2408)."""


def _srgb(value: float) -> float:
    """IEC 61966-2-1."""
    return value / 12.92 if value <= 0.04045 else pow((value + 0.055) / 1.055, 2.4)


def _pq(value: float) -> float:
    """ITU-R BT.2100, table 4."""
    power = pow(value, 32 / 2523)
    light = max(0.0, power - 107 / 128) / (2413 / 128 - 2392 / 128 * power)
    return 10_000 / _REFERENCE_WHITE * pow(light, 16384 / 2610)


def _hlg(value: float) -> float:
    """ITU-R BT.2100, table 5, on a display of 1,000 candela."""
    light = value**2 / 3 if value <= 0.5 else (exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12
    return 1000 / _REFERENCE_WHITE * pow(light, 1.2)


_TRANSFERS: dict[int, Curve] = {
    **dict.fromkeys((1, 6, 13, 14, 15), _srgb),  # as browsers show those of video, too
    4: lambda value: value**2.2,
    5: lambda value: value**2.8,
    8: lambda value: value,
    16: _pq,
    18: _hlg,
}
"""TransferCharacteristics (ITU-T H.273, table 3)."""

_SRGB_GAMMA, _NEAR = 0.45455, 0.05
"""The gamma that a PNG of sRGB has where it says no more, and how near to that, with primaries as near, means sRGB."""


def profiles_of(picture: Image.Image, raw: bytes) -> Iterator[bytes]:
    """What says which colours are meant, what counts most first; nothing where the numbers are sRGB."""
    if picture.format == "PNG":
        yield from _of_png(picture, raw)
        return
    if profile := picture.info.get("icc_profile"):
        yield profile
    if picture.format in ("AVIF", "HEIF"):
        yield from _of_boxes(raw)
    yield from _of_camera(picture)


def _of_png(picture: Image.Image, raw: bytes) -> Iterator[bytes]:
    """By PNG (third edition), 4.3: cICP, then iCCP, sRGB, and gAMA with cHRM."""
    chunks = _chunks(raw)
    if len(code := chunks.get(b"cICP", b"")) == 4:
        yield from _coded(code[0], code[1], is_full=bool(code[3]))
    if profile := picture.info.get("icc_profile"):
        yield profile
    if b"sRGB" in chunks:
        return
    if b"gAMA" in chunks or b"cHRM" in chunks:
        yield from _measured(chunks.get(b"gAMA", b""), chunks.get(b"cHRM", b""))
    else:
        yield from _of_camera(picture)


def _chunks(raw: bytes) -> dict[bytes, bytes]:
    """The first chunk of each kind before the pixels."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at + 8 <= len(raw) and (kind := raw[at + 4 : at + 8]) != b"IDAT":
        size = int.from_bytes(raw[at : at + 4], "big")
        found.setdefault(kind, raw[at + 8 : at + 8 + size])
        at += 12 + size
    return found


def _coded(primaries: int, transfer: int, *, is_full: bool = True) -> Iterator[bytes]:
    if primaries in _PRIMARIES and transfer in _TRANSFERS:
        curve = _TRANSFERS[transfer]
        narrow: Curve = lambda value: curve(min(1, max(0, (255 * value - 16) / 219)))  # noqa: E731
        yield from _made(_PRIMARIES[primaries], curve if is_full else narrow)


def _measured(gamma: bytes, chromaticities: bytes) -> Iterator[bytes]:
    """By gAMA and cHRM, in hundred-thousandths; what is missing is as in sRGB."""
    value = int.from_bytes(gamma, "big") / 100_000 if len(gamma) == 4 else 0
    primaries = _scaled(struct.unpack(">8I", chromaticities)) if len(chromaticities) == 32 else _BT709
    is_near = abs(value / _SRGB_GAMMA - 1) <= _NEAR and dist(primaries, _BT709) <= _NEAR
    yield from _made(primaries, _power(1 / value) if value and not is_near else _srgb)


def _scaled(parts: tuple[int, ...]) -> Chromaticities:
    white_x, white_y, *colours = (part / 100_000 for part in parts)
    return white_x, white_y, *colours  # type: ignore[return-value]


def _power(exponent: float) -> Curve:
    return lambda value: pow(value, exponent)


def _of_boxes(raw: bytes) -> Iterator[bytes]:
    """By the codes in the head of an AVIF or HEIC (ISO/IEC 14496-12, 12.1.5)."""
    at = raw.find(b"colrnclx", 0, raw.find(b"mdat"))
    if at >= 0 and len(code := raw[at + 8 : at + 12]) == 4:
        yield from _coded(*struct.unpack(">HH", code))


def _of_camera(picture: Image.Image) -> Iterator[bytes]:
    """By Exif (CIPA DC-008, 4.6.5 B): what is not sRGB is Adobe RGB, the only other space of DCF 2.0, unless told R98.

    Some programs write 2 for it.
    """
    try:
        exif = picture.getexif()
        space, rule = exif.get_ifd(0x8769).get(0xA001), str(exif.get_ifd(0xA005).get(1, ""))[:3]
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):  # a damaged block says nothing
        return
    if space == 2 or (space != 1 and rule == "R03") or (space == 0xFFFF and rule != "R98"):
        yield from _made(_ADOBE_RGB, _power(563 / 256))


@cache
def _profile(primaries: Chromaticities, curve: bytes) -> bytes | None:
    """A profile of three primaries and one curve; None where the primaries span no colours."""
    try:
        columns = _to_d50(primaries)
    except ZeroDivisionError:
        return None
    if max(abs(part) for column in columns for part in column) >= 2**15:
        return None
    tags = [(name, _xyz(column)) for name, column in zip((b"rXYZ", b"gXYZ", b"bXYZ"), columns, strict=True)]
    tags += [(b"wtpt", _xyz(_D50)), *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC"))]
    return _bound(tags)


def _made(primaries: Chromaticities, curve: Curve) -> Iterator[bytes]:
    """A value for each of 8 bits, so that none lies between two."""
    values = struct.pack(">256H", *(round(65535 * min(1.0, max(0.0, curve(value / 255)))) for value in range(256)))
    if profile := _profile(primaries, b"curv" + bytes(4) + struct.pack(">I", 256) + values):
        yield profile


def _bound(tags: list[tuple[bytes, bytes]]) -> bytes:
    """ICC.1:2022, 7: a head of 128 bytes, a table of what follows, and that."""
    table, data, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, body in tags:
        table += name + struct.pack(">II", start + len(data), len(body))
        data += body + bytes(-len(body) % 4)
    head = struct.pack(">I4xI4s4s4s12x4s", start + len(data), 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    return (head.ljust(68, b"\0") + _xyz(_D50)[8:]).ljust(128, b"\0") + table + data


def _xyz(parts: _Vector) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(part * 65536) for part in parts))


# --- from chromaticities to the XYZ of a profile, whose white is D50 (ICC.1:2022, annex E) -------------------------

_BRADFORD: _Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def _to_d50(chromaticities: Chromaticities) -> _Matrix:
    """Red, green and blue in the XYZ of D50; ZeroDivisionError where they span nothing."""
    white, *colours = (_light(chromaticities[at], chromaticities[at + 1]) for at in range(0, 8, 2))
    shares = _times(_inverse(_turned(tuple(colours))), white)
    scaled = (tuple(share * part for part in colour) for share, colour in zip(shares, colours, strict=True))
    cones, target = _times(_BRADFORD, white), _times(_BRADFORD, _D50)
    gains = tuple(wanted / given for wanted, given in zip(target, cones, strict=True))
    return tuple(_adapted(colour, gains) for colour in scaled)


def _adapted(colour: _Vector, gains: _Vector) -> _Vector:
    cones = _times(_BRADFORD, colour)
    return _times(_inverse(_BRADFORD), tuple(gain * part for gain, part in zip(gains, cones, strict=True)))


def _light(x: float, y: float) -> _Vector:
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: _Matrix, vector: _Vector) -> _Vector:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _turned(matrix: _Matrix) -> _Matrix:
    return tuple(zip(*matrix, strict=True))


def _inverse(matrix: _Matrix) -> _Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    minors = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    whole = a * minors[0][0] + b * minors[1][0] + c * minors[2][0]
    return tuple(tuple(part / whole for part in row) for row in minors)

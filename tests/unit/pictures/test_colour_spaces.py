"""Colours by what a format or a camera says of them, worked out here from chromaticities and curves by hand.

From chromaticities to XYZ by SMPTE RP 177; sRGB by IEC 61966-2-1. Every space here has the white of sRGB, D65, so that
nothing has to be adapted. A profile's name says nothing.
"""

import struct
import zlib
from typing import TypeAlias

import pytest
from PIL import Image, ImageCms

from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import SIZE, Colour, distance, quarters, saved, scene
from tests.unit.pictures.printing import JPEGS, shown

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")

LOSS = 7

MUTED: tuple[Colour, ...] = ((180, 90, 80), (90, 150, 100), (80, 90, 160), (200, 180, 110))
"""Well within every space: nothing has to be cut off."""

Primaries: TypeAlias = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]

SRGB: Primaries = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
ADOBE_RGB: Primaries = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
DISPLAY_P3: Primaries = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
BT2020: Primaries = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))


def matrix(primaries: Primaries) -> list[list[float]]:
    """From linear red, green and blue to XYZ; the rows are X, Y, Z."""
    columns = [(x / y, 1, (1 - x - y) / y) for x, y in primaries]
    white = (0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290)
    rows = [list(row) for row in zip(*columns, strict=True)]
    gains = solved(rows, white)
    return [[part * gain for part, gain in zip(row, gains, strict=True)] for row in rows]


def solved(rows: list[list[float]], wanted: tuple[float, ...]) -> list[float]:
    """By Cramer's rule."""

    def determinant(m: list[list[float]]) -> float:
        (a, b, c), (d, e, f), (g, h, i) = m
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    whole = determinant(rows)
    return [
        determinant([[*row[:at], value, *row[at + 1 :]] for row, value in zip(rows, wanted, strict=True)]) / whole
        for at in range(3)
    ]


def expected(primaries: Primaries, light: tuple[float, ...]) -> Colour:
    """The sRGB of linear light in such primaries."""
    xyz = tuple(sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix(primaries))
    linear = [min(1, max(0, part)) for part in solved(matrix(SRGB), xyz)]
    curved = [12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in linear]
    red, green, blue = (round(255 * part) for part in curved)
    return red, green, blue


def by_gamma(primaries: Primaries, gamma: float) -> tuple[Colour, ...]:
    lights = [tuple((part / 255) ** gamma for part in colour) for colour in MUTED]
    return tuple(expected(primaries, light) for light in lights)


def by_srgb_curve(primaries: Primaries) -> tuple[Colour, ...]:
    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    lights = [tuple(light(part / 255) for part in colour) for colour in MUTED]
    return tuple(expected(primaries, each) for each in lights)


def png(*chunks: tuple[bytes, bytes], colours: tuple[Colour, ...] = MUTED) -> bytes:
    whole, width = scene(colours=colours).tobytes(), 3 * SIZE[0]
    rows = b"".join(b"\0" + whole[at : at + width] for at in range(0, len(whole), width))
    return corpus.png(SIZE, 8, 2, rows, *chunks)


def found(raw: bytes, name: str = "a.png") -> tuple[Colour, ...]:
    return quarters(shown(raw, name, recipe=JPEGS))


def gama(value: float) -> tuple[bytes, bytes]:
    return b"gAMA", struct.pack(">I", round(value * 100_000))


def chrm(primaries: Primaries) -> tuple[bytes, bytes]:
    parts = (0.3127, 0.3290, *(part for point in primaries for part in point))
    return b"cHRM", struct.pack(">8I", *(round(part * 100_000) for part in parts))


def iccp(profile: bytes) -> tuple[bytes, bytes]:
    return b"iCCP", b"x\0\0" + zlib.compress(profile)


PLAIN = by_srgb_curve(SRGB)


def test_the_reckoning_of_this_file_leaves_srgb_as_it_is() -> None:
    assert distance(PLAIN, MUTED) == 0


@pytest.mark.parametrize("gamma", [1.0, 1.4, 1.8, 2.6])
def test_a_png_says_its_gamma(gamma: float) -> None:
    raw = png(gama(1 / gamma))
    assert distance(found(raw), by_gamma(SRGB, gamma)) <= LOSS
    assert distance(found(raw), MUTED) > LOSS


@pytest.mark.parametrize("value", [0.45455, 0.45, 0.46])
def test_a_gamma_that_is_written_for_srgb_means_srgb(value: float) -> None:
    assert distance(found(png(gama(value))), MUTED) <= LOSS


def test_a_png_says_its_primaries() -> None:
    assert distance(found(png(chrm(BT2020))), by_srgb_curve(BT2020)) <= LOSS
    assert distance(found(png(gama(256 / 563), chrm(ADOBE_RGB))), by_gamma(ADOBE_RGB, 563 / 256)) <= LOSS
    assert distance(found(png(gama(0.45455), chrm(SRGB))), MUTED) <= LOSS
    assert distance(found(png(gama(1 / 1.8), chrm(ADOBE_RGB))), by_gamma(ADOBE_RGB, 1.8)) <= LOSS


@pytest.mark.parametrize(
    "chunks",
    [
        (gama(0),),
        (chrm(((0, 0), (0, 0), (0, 0))),),
        (chrm(((0.3, 0.3), (0.3, 0.3), (0.3, 0.3))),),
        (chrm(((0.64, 0.33), (0.30, 0.60), (0.15, 0))),),
        (b"cICP", b"\1\2"),
        (b"cICP", bytes((2, 2, 0, 1))),
        (b"cICP", bytes((200, 99, 0, 1))),
    ],
)
def test_what_says_nothing_that_can_be_meant_is_left_aside(chunks: tuple[tuple[bytes, bytes], ...]) -> None:
    each = chunks if isinstance(chunks[0], tuple) else (chunks,)
    assert distance(found(png(*each)), MUTED) <= LOSS


def test_of_what_a_png_says_the_code_counts_most_then_the_profile_then_srgb() -> None:
    code, profile = (b"cICP", bytes((12, 13, 0, 1))), iccp(corpus.rgb_profile(corpus.ADOBE_RGB, 1.8))
    srgb, gamma = (b"sRGB", b"\0"), gama(1.0)
    assert distance(found(png(code, profile, srgb, gamma)), by_srgb_curve(DISPLAY_P3)) <= LOSS
    assert distance(found(png(profile, srgb, gamma)), by_gamma(ADOBE_RGB, 1.8)) <= LOSS
    assert distance(found(png(srgb, gamma, chrm(BT2020))), MUTED) <= LOSS
    assert distance(found(png(iccp(b"no profile"), gamma)), by_gamma(SRGB, 1.0)) <= LOSS


def test_a_code_of_narrow_range_has_its_black_at_16() -> None:
    narrow = tuple((round(16 + part * 219 / 255), 128, 128) for part, *_ in MUTED)
    reds = [colour[0] for colour in found(png((b"cICP", bytes((1, 13, 0, 0))), colours=narrow))]
    assert max(abs(red - colour[0]) for red, colour in zip(reds, MUTED, strict=True)) <= LOSS


def test_lights_of_10000_candela_have_their_white_at_203() -> None:
    """By ITU-R BT.2100, 148 of 255 is 203 candela, and 128 is 92; BT.2408 calls the first white."""
    white, grey, black, lamp = found(
        png((b"cICP", bytes((9, 16, 0, 1))), colours=((148,) * 3, (128,) * 3, (0,) * 3, (220,) * 3))
    )
    linear = 92.2 / 203
    middle = round(255 * (1.055 * linear ** (1 / 2.4) - 0.055))
    assert distance((white, grey, black, lamp), ((255,) * 3, (middle,) * 3, (0,) * 3, (255,) * 3)) <= LOSS


@pytest.mark.parametrize("kind", ["L", "LA"])
def test_a_grey_picture_has_a_gamma_too(kind: str) -> None:
    samples = 1 if kind == "L" else 2
    rows = (b"\0" + (b"\x80" + b"\xff" * (samples - 1)) * SIZE[0]) * SIZE[1]
    raw = corpus.png(SIZE, 8, 0 if kind == "L" else 4, rows, gama(1.0))
    light = 128 / 255
    assert distance(found(raw), (((round(255 * (1.055 * light ** (1 / 2.4) - 0.055)),) * 3),) * 4) <= 3


def test_grey_with_transparency_has_a_profile_of_its_own() -> None:
    raw = saved(Image.new("LA", SIZE, (128, 255)), "PNG", icc_profile=corpus.grey_profile(1.0))
    assert distance(found(raw), ((188, 188, 188),) * 4) <= 3


def test_a_grey_picture_with_a_profile_of_colours_is_shown_by_it() -> None:
    raw = saved(Image.new("L", SIZE, 128), "JPEG", quality=98, icc_profile=corpus.rgb_profile(corpus.ADOBE_RGB, 1.0))
    assert distance(found(raw, "a.jpg"), ((188, 188, 188),) * 4) <= 3


def exif(space: int | None, rule: str | None) -> bytes:
    """Exif by hand (CIPA DC-008, 4.6.3): the colour space, and the rule for exchange in a directory of its own."""
    below = 26
    entries = [struct.pack("<HHII", 0xA001, 3, 1, space)] if space is not None else []
    if rule is not None:
        entries.append(struct.pack("<HHII", 0xA005, 4, 1, below + 2 + 12 * (len(entries) + 1) + 4))
    block = b"II*\0" + struct.pack("<I", 8) + struct.pack("<HHHIII", 1, 0x8769, 4, 1, below, 0)
    block += struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)
    if rule is not None:
        block += struct.pack("<HHHI4sI", 1, 1, 2, 4, rule.encode().ljust(4, b"\0"), 0)
    return b"Exif\0\0" + block


FORMATS = {
    "JPEG": ("a.jpg", {"quality": 98, "subsampling": 0}),
    "WEBP": ("a.webp", {"quality": 98}),
    "PNG": ("a.png", {}),
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("space", "rule"), [(0xFFFF, "R03"), (2, None), (0xFFFF, None), (None, "R03")])
def test_a_camera_says_that_its_colours_are_adobe_rgb(format: str, space: int | None, rule: str | None) -> None:
    name, options = FORMATS[format]
    raw = saved(scene(colours=MUTED), format, exif=exif(space, rule), **options)
    assert distance(found(raw, name), by_gamma(ADOBE_RGB, 563 / 256)) <= LOSS
    assert distance(found(raw, name), MUTED) > LOSS


@pytest.mark.parametrize(("space", "rule"), [(1, None), (1, "R98"), (0xFFFF, "R98"), (None, None), (1, "R03")])
def test_a_camera_says_that_its_colours_are_srgb(space: int | None, rule: str | None) -> None:
    raw = saved(scene(colours=MUTED), "JPEG", exif=exif(space, rule), quality=98, subsampling=0)
    assert distance(found(raw, "a.jpg"), MUTED) <= LOSS


def test_a_profile_counts_more_than_what_a_camera_says() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"quality": 98, "subsampling": 0}
    raw = saved(scene(colours=MUTED), "JPEG", exif=exif(0xFFFF, "R03"), icc_profile=profile, **options)
    assert distance(found(raw, "a.jpg"), MUTED) <= LOSS


def test_damaged_exif_says_nothing_of_colours() -> None:
    for length in range(8, 70, 3):
        raw = saved(scene(colours=MUTED), "JPEG", exif=exif(1, "R98")[:length], quality=98, subsampling=0)
        assert distance(found(raw, "a.jpg"), MUTED) <= LOSS


def test_an_avif_says_its_primaries_by_a_code() -> None:
    raw = saved(scene(colours=MUTED), "AVIF", quality=98, subsampling="4:4:4", speed=10)
    at = raw.index(b"colrnclx") + 8
    wide = raw[:at] + struct.pack(">HH", 12, 13) + raw[at + 4 :]
    assert distance(found(raw, "a.avif"), MUTED) <= LOSS
    assert distance(found(wide, "a.avif"), by_srgb_curve(DISPLAY_P3)) <= LOSS


def named(profile: bytes, name: bytes) -> bytes:
    """A profile under another name of the same length at most."""
    told = b"A profile of the tests"
    assert told in profile
    return profile.replace(told, name.ljust(len(told), b" "))


@pytest.mark.parametrize("name", [b"sRGB", b"sRGB IEC61966-2.1", b"sRGB wide"])
def test_a_profile_that_calls_itself_srgb_is_judged_by_its_numbers(name: bytes) -> None:
    profile = named(corpus.rgb_profile(corpus.ADOBE_RGB, 563 / 256), name)
    raw = saved(scene(colours=MUTED), "JPEG", icc_profile=profile, quality=98, subsampling=0)
    assert distance(found(raw, "a.jpg"), by_gamma(ADOBE_RGB, 563 / 256)) <= LOSS


def test_a_profile_of_srgb_under_any_name_changes_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert shown(saved(scene(), "PNG", icc_profile=profile)).tobytes() == shown(saved(scene(), "PNG")).tobytes()

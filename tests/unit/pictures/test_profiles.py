"""Colours by their profiles: what is shown is what the profile's own numbers say, worked out here by hand.

Matrices are those of IEC 61966-2-1 (sRGB), adapted to D50 by ICC.1:2022, annex E; Lab by CIE 15.
"""

import pytest
from PIL import Image

from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import ADOBE_RGB, DISPLAY_P3, SCENE, SIZE, Colour, distance, quarters, saved, scene
from tests.unit.pictures.printing import JPEGS, shown

LOSS = 6

SRGB = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
"""From the XYZ of D50 to linear red, green and blue."""

Triple = tuple[float, float, float]


def srgb(xyz: Triple) -> Colour:
    linear = [sum(a * b for a, b in zip(row, xyz, strict=True)) for row in SRGB]
    curved = [12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in (max(0, v) for v in linear)]
    red, green, blue = (round(255 * min(1, v)) for v in curved)
    return red, green, blue


def by_primaries(colour: Colour, primaries: tuple[Triple, ...], gamma: float) -> Colour:
    parts = [(part / 255) ** gamma for part in colour]
    x, y, z = (sum(part * primary[axis] for part, primary in zip(parts, primaries, strict=True)) for axis in range(3))
    return srgb((x, y, z))


def by_lab(lightness: float, a: float, b: float) -> Colour:
    fy = (lightness + 16) / 116
    x, y, z = (f**3 if f > 6 / 29 else 3 * (6 / 29) ** 2 * (f - 4 / 29) for f in (fy + a / 500, fy, fy - b / 200))
    white = corpus.D50
    return srgb((x * white[0], y * white[1], z * white[2]))


MUTED: tuple[Colour, ...] = ((180, 90, 80), (90, 150, 100), (80, 90, 160), (200, 180, 110))
"""Well within every space: nothing has to be cut off."""


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize(("primaries", "gamma"), [(DISPLAY_P3, 2.2), (ADOBE_RGB, 563 / 256), (ADOBE_RGB, 1.8)])
def test_a_matrix_profile_is_carried_out(format: str, primaries: tuple[Triple, ...], gamma: float) -> None:
    raw = saved(scene(colours=MUTED), format, icc_profile=corpus.rgb_profile(primaries, gamma), **BEST[format])
    found = quarters(shown(raw, recipe=JPEGS))
    assert distance(found, tuple(by_primaries(colour, primaries, gamma) for colour in MUTED)) <= LOSS
    assert distance(found, MUTED) > LOSS


BEST: dict[str, dict[str, int]] = {
    "JPEG": {"quality": 98, "subsampling": 0},
    "PNG": {},
    "WEBP": {"quality": 98},
    "AVIF": {"quality": 98, "speed": 10},
    "TIFF": {},
}


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_profile_counts_in_a_transparent_picture_too(mode: str) -> None:
    raw = saved(scene(colours=MUTED).convert(mode), "PNG", icc_profile=corpus.rgb_profile(ADOBE_RGB, 2.2))
    expected = tuple(by_primaries(colour, ADOBE_RGB, 2.2) for colour in MUTED)
    assert distance(quarters(shown(raw, recipe=JPEGS)), expected) <= LOSS


def test_what_is_transparent_shows_the_same_white_whatever_the_profile() -> None:
    clear = Image.new("RGBA", SIZE, (10, 200, 10, 0))
    raw = saved(clear, "PNG", icc_profile=corpus.rgb_profile(ADOBE_RGB, 1.8))
    assert quarters(shown(raw, recipe=JPEGS)) == ((255, 255, 255),) * 4


def test_a_turned_photograph_keeps_its_profile() -> None:
    profile = corpus.rgb_profile(DISPLAY_P3, 2.2)
    raw = saved(scene(colours=MUTED), "JPEG", icc_profile=profile, exif=corpus.exif(3), **BEST["JPEG"])
    expected = tuple(by_primaries(colour, DISPLAY_P3, 2.2) for colour in reversed(MUTED))
    assert distance(quarters(shown(raw, recipe=JPEGS)), expected) <= LOSS


INKS = {
    "paper": ((0, 0, 0, 0), (100, 0, 0)),
    "cyan": ((255, 0, 0, 0), (80, -40, -35)),
    "magenta and yellow": ((0, 255, 255, 0), (62, 60, 70)),
    "yellow": ((0, 0, 255, 0), (92, 0, 70)),
    "black": ((0, 0, 0, 255), (10, 0, 0)),
}
"""Inks, and the Lab that the corpus's profile gives them."""


@pytest.mark.parametrize(("ink", "lab"), INKS.values(), ids=INKS)
@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_inks_are_what_their_profile_says(format: str, ink: tuple[int, ...], lab: Triple) -> None:
    options = {"quality": 98} if format == "JPEG" else {}
    raw = saved(Image.new("CMYK", SIZE, ink), format, icc_profile=corpus.cmyk_profile(), **options)
    assert distance(quarters(shown(raw, recipe=JPEGS))[:1], (by_lab(*lab),)) <= 2 * LOSS


def test_grey_has_a_profile_of_its_own() -> None:
    raw = saved(Image.new("L", SIZE, 128), "PNG", icc_profile=corpus.grey_profile(1.0))
    expected = srgb((*(0.50196 * part for part in corpus.D50),))  # type: ignore[arg-type]
    assert distance(quarters(shown(raw, recipe=JPEGS)), (expected,) * 4) <= 3


def test_a_profile_cut_short_is_left_aside() -> None:
    profile = corpus.rgb_profile(ADOBE_RGB, 2.2)
    for at in (0, 60, 130, len(profile) // 2, len(profile) - 1):
        raw = saved(scene(), "PNG", icc_profile=profile[:at])
        assert distance(quarters(shown(raw, recipe=JPEGS)), SCENE) <= LOSS, at

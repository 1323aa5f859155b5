"""Every make of picture is shown upright, whole, and in its own colours."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from ocop_site.problems import Mistake
from tests.unit.pictures import corpus
from tests.unit.pictures.corpus import BLUE, GOLD, GREEN, RED, SCENE, SIZE, distance, quarters, saved, scene
from tests.unit.pictures.printing import shown

LOSS = 6
"""How far a lossy codec may be off in a flat field."""

WHITE = (255, 255, 255)

TURNED = {
    1: (RED, GREEN, BLUE, GOLD),
    2: (GREEN, RED, GOLD, BLUE),
    3: (GOLD, BLUE, GREEN, RED),
    4: (BLUE, GOLD, RED, GREEN),
    5: (RED, BLUE, GREEN, GOLD),
    6: (BLUE, RED, GOLD, GREEN),
    7: (GOLD, GREEN, BLUE, RED),
    8: (GREEN, GOLD, RED, BLUE),
}
"""How the scene is seen where its row 0 and column 0 lie as Exif's tag 274 says (CIPA DC-008, 4.6.4 A)."""


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_a_picture_of_every_format_has_its_colours(format: str) -> None:
    assert distance(quarters(shown(saved(scene(), format))), SCENE) <= LOSS


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_upright(orientation: int) -> None:
    upright = shown(saved(scene(), "JPEG", quality=95, exif=corpus.exif(orientation)))
    assert upright.size == (SIZE if orientation < 5 else (630, 840))
    assert distance(quarters(upright), TURNED[orientation]) <= LOSS


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", [3, 6])
def test_other_formats_stand_upright_too(format: str, orientation: int) -> None:
    upright = shown(saved(scene(), format, exif=corpus.exif(orientation)))
    assert upright.size == (SIZE if orientation < 5 else (630, 840))
    assert distance(quarters(upright), TURNED[orientation]) <= LOSS


def test_an_orientation_that_is_none_counts_as_upright() -> None:
    assert quarters(shown(saved(scene(), "PNG", exif=corpus.exif(77)))) == quarters(shown(saved(scene(), "PNG")))


def reference(profile: bytes, mode: str, colour: tuple[int, ...]) -> tuple[int, int, int]:
    """What littlecms makes of a single colour."""
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    patch = ImageCms.profileToProfile(
        Image.new(mode, (8, 8), colour),
        source,
        ImageCms.createProfile("sRGB"),
        outputMode="RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert patch
    return patch.getpixel((4, 4))  # type: ignore[return-value]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("primaries", [corpus.DISPLAY_P3, corpus.ADOBE_RGB], ids=["Display P3", "Adobe RGB"])
def test_wide_colours_are_turned_to_srgb(format: str, primaries: Any) -> None:
    profile = corpus.rgb_profile(primaries, 2.2)
    found = quarters(shown(saved(scene(), format, icc_profile=profile)))
    assert distance(found, tuple(reference(profile, "RGB", colour) for colour in SCENE)) <= LOSS
    assert distance(found, SCENE) > 2 * LOSS


def test_a_green_of_display_p3_is_what_its_primaries_say() -> None:
    """By its matrix and that of sRGB (IEC 61966-2-1), (30, 160, 60) with gamma 2.2 is near the edge of sRGB."""
    _, green, _, _ = quarters(shown(saved(scene(), "PNG", icc_profile=corpus.rgb_profile(corpus.DISPLAY_P3, 2.2))))
    assert distance((green,), ((0, 162, 45),)) <= 14


def test_inks_are_turned_to_srgb_by_their_profile() -> None:
    inks = ((0, 255, 255, 0), (255, 0, 255, 0), (255, 255, 0, 0), (0, 0, 0, 255))
    picture = Image.new("CMYK", SIZE)
    for index, ink in enumerate(inks):
        picture.paste(ink, (index % 2 * 420, index // 2 * 315, index % 2 * 420 + 420, index // 2 * 315 + 315))
    profile = corpus.cmyk_profile()
    found = quarters(shown(saved(picture, "JPEG", quality=95, icc_profile=profile)))
    assert distance(found, tuple(reference(profile, "CMYK", ink) for ink in inks)) <= 2 * LOSS
    assert distance(found, quarters(picture)) > 2 * LOSS


def test_inks_without_a_profile_are_shown_all_the_same() -> None:
    assert distance(quarters(shown(saved(scene().convert("CMYK"), "JPEG", quality=95))), SCENE) <= 2 * LOSS


@pytest.mark.parametrize(
    "profile", [b"no profile at all", corpus.cmyk_profile()], ids=["damaged", "of another kind of picture"]
)
def test_a_profile_that_does_not_fit_is_left_aside(profile: bytes) -> None:
    assert distance(quarters(shown(saved(scene(), "PNG", icc_profile=profile))), SCENE) <= LOSS


def test_grey_of_16_bits_keeps_its_lights_and_darks() -> None:
    rows = b"".join(b"\0" + b"".join((x * 65535 // 839).to_bytes(2, "big") for x in range(840)) for _ in range(630))
    grey = shown(corpus.png(SIZE, 16, 0, rows)).convert("L")
    row = grey.crop((0, 300, 840, 301)).tobytes()
    assert max(abs(row[x] - round(x / 839 * 255)) for x in (5, 210, 420, 630, 835)) <= 2


def test_colours_of_16_bits_are_those_of_8() -> None:
    pixel = b"".join((channel * 257).to_bytes(2, "big") for channel in RED)
    assert distance(quarters(shown(corpus.png(SIZE, 16, 2, (b"\0" + pixel * 840) * 630))), (RED,) * 4) <= LOSS


def test_half_transparent_red_on_white_is_pink() -> None:
    red = Image.new("RGBA", SIZE, (*RED, 128))
    assert distance(quarters(shown(saved(red, "PNG"))), ((227, 142, 142),) * 4) <= LOSS


def test_a_palette_with_a_transparent_colour_shows_white_there() -> None:
    palette = scene().quantize(4, method=Image.Quantize.MEDIANCUT)
    gold = palette.getpixel((600, 500))
    found = quarters(shown(saved(palette, "PNG", transparency=gold)))
    assert distance(found, (RED, GREEN, BLUE, WHITE)) <= LOSS


@pytest.mark.parametrize("mode", ["L", "LA", "1"])
def test_grey_pictures_are_grey(mode: str) -> None:
    grey = scene().convert("L").point(lambda value: 255 if value > 100 else 0).convert(mode)
    assert distance(quarters(shown(saved(grey, "PNG"))), ((0,) * 3, WHITE, (0,) * 3, WHITE)) <= LOSS


def test_lab_is_turned_to_srgb() -> None:
    lab = ImageCms.createProfile("LAB")
    picture = ImageCms.profileToProfile(scene(), ImageCms.createProfile("sRGB"), lab, outputMode="LAB")
    assert picture
    assert distance(quarters(shown(saved(picture, "TIFF"))), SCENE) <= 10


@pytest.mark.parametrize("mode", ["F", "I"])
def test_measurements_are_no_colours(mode: str) -> None:
    with pytest.raises(Mistake) as raised:
        shown(saved(scene().convert("L").convert(mode), "TIFF"))
    assert raised.value.code == "picture.measurements"

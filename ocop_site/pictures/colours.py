"""Any picture as sRGB with 8 bits a channel: upright, and no larger than it will be shown."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageCms

from ocop_site.pictures.recipe import Size
from ocop_site.units import Pixel

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by Exif's tag 274 (CIPA DC-008, 4.6.4 A)."""

_ORIENTATION = 0x0112

_SIXTEEN = ("I;16", "I;16L", "I;16B", "I;16N")
"""Modes of 16 bits a channel."""

_ROUNDING = 2
"""By how much of 255 a colour may change on a way that changes none."""

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

_SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab "}
"""The colour space that a profile must be of to belong to a picture of such a mode (ICC.1:2022, table 19)."""


class Unreadable(Exception):
    """Pixels that mean nothing here, such as depths or measurements."""


def orientation(picture: Image.Image) -> int:
    """How a picture lies, by Exif: 1 (upright) to 8; anything else counts as upright. Pillow turns a TIFF by itself."""
    if picture.format == "TIFF":
        return 1
    try:
        found = picture.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError):  # a damaged block says nothing
        return 1
    return found if found in _UPRIGHT else 1


def upright_size(picture: Image.Image) -> Size:
    """The size of a picture when it is set upright."""
    width, height = map(Pixel, picture.size)
    return (height, width) if orientation(picture) >= 5 else (width, height)


def as_srgb(picture: Image.Image, size: Size, profiles: Iterable[bytes] = ()) -> Image.Image:
    """The whole picture in sRGB, upright and of that size: RGB, or RGBA where parts of it are transparent.

    Its colours are meant by the first of its profiles that can be used. `Unreadable` where its pixels hold no colours,
    OSError where its file is cut short.
    """
    turned = orientation(picture)
    stored_size = size[::-1] if turned >= 5 else size
    picture.draft(picture.mode, stored_size)
    plain = _plain(picture)
    if plain.size != stored_size:
        plain = plain.resize(stored_size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if turned in _UPRIGHT:
        plain = plain.transpose(_UPRIGHT[turned])
    alpha = plain.getchannel("A") if plain.mode in ("RGBA", "LA") else None
    colours = _srgb(plain.convert(plain.mode[:-1]) if alpha else plain, profiles)
    if alpha:
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels as RGB, RGBA, L, LA, CMYK or LAB, 8 bits each."""
    if picture.mode in _SIXTEEN:
        return picture.convert("I").point(_eight_of_sixteen(), "L")
    if picture.mode in ("I", "F"):
        raise Unreadable(picture.mode)
    if picture.mode == "La":
        return picture.convert("LA")
    if picture.mode not in ("RGBA", "LA") and ("transparency" in picture.info or picture.mode in ("PA", "RGBa")):
        return picture.convert("RGBA")
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode not in (*_SPACES, "RGBA", "LA"):
        return picture.convert("RGB")
    picture.load()
    return picture


@cache
def _eight_of_sixteen() -> list[int]:
    """What 8 bits have for each value of 16."""
    return [round(value / 257) for value in range(65536)]


def _srgb(picture: Image.Image, profiles: Iterable[bytes]) -> Image.Image:
    """The picture in sRGB by the first profile that fits; else its numbers are sRGB already."""
    for profile in profiles:
        if changed := _by_profile(picture, profile):
            return changed
    if picture.mode == "LAB":
        lab = ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
        return lab.apply(picture)
    return picture.convert("RGB")


def _by_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """None where the profile is damaged or another picture's. What a profile is called says nothing of its colours."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if picture.mode == "L" and source.profile.xcolor_space == _SPACES["RGB"]:
            picture = picture.convert("RGB")
        if source.profile.xcolor_space != _SPACES[picture.mode]:
            return None
        transform = ImageCms.buildTransform(
            source,
            _SRGB,
            picture.mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None
    is_srgb = picture.mode == "RGB" and _is_identity(transform)
    return picture.copy() if is_srgb else transform.apply(picture)


def _is_identity(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a way to sRGB changes no colour by more than rounding does."""
    difference = ImageChops.difference(transform.apply(_samples()), _samples())
    return max(most for _, most in difference.getextrema()) <= _ROUNDING  # type: ignore[misc]


@cache
def _samples() -> Image.Image:
    """Colours from all of the cube."""
    steps = range(0, 256, 17)
    return Image.frombytes(
        "RGB", (16, 256), bytes(part for r in steps for g in steps for b in steps for part in (r, g, b))
    )

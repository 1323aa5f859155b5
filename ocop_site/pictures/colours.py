"""Any picture as sRGB with 8 bits a channel: upright, opaque, and no larger than it will be shown."""

from io import BytesIO

from PIL import Image, ImageCms

from ocop_site.pictures.recipe import Size
from ocop_site.units import Pixel

UNDER = (255, 255, 255)
"""What shows through where a picture is transparent."""

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

_EIGHT_OF_SIXTEEN = [round(value / 257) for value in range(65536)]
"""Modes of 16 bits a channel."""

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


def as_srgb(picture: Image.Image, size: Size) -> Image.Image:
    """The whole picture in sRGB, opaque, upright and of that size.

    `Unreadable` where its pixels hold no colours, OSError where its file is cut short.
    """
    turned, profile = orientation(picture), picture.info.get("icc_profile")
    stored_size = size[::-1] if turned >= 5 else size
    picture.draft(picture.mode, stored_size)
    plain = _plain(picture)
    if plain.size != stored_size:
        plain = plain.resize(stored_size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if turned in _UPRIGHT:
        plain = plain.transpose(_UPRIGHT[turned])
    alpha = plain.getchannel("A") if plain.mode == "RGBA" else None
    colours = _srgb(plain.convert("RGB") if alpha else plain, profile)
    if alpha:
        under = Image.new("RGB", colours.size, UNDER)
        under.paste(colours, mask=alpha)
        colours = under
    colours.info = {}
    return colours


def _plain(picture: Image.Image) -> Image.Image:
    """The pixels as RGB, RGBA, L, CMYK or LAB, 8 bits each."""
    if picture.mode in _SIXTEEN:
        return picture.convert("I").point(_EIGHT_OF_SIXTEEN, "L")
    if picture.mode in ("I", "F"):
        raise Unreadable(picture.mode)
    if picture.mode != "RGBA" and ("transparency" in picture.info or picture.mode in ("LA", "La", "PA", "RGBa")):
        return picture.convert("RGBA")
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode not in (*_SPACES, "RGBA"):
        return picture.convert("RGB")
    picture.load()
    return picture


def _srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB: by its own profile where it has one that fits; else its numbers are sRGB already."""
    transform = _transform(profile, picture.mode) if profile else None
    if transform:
        return transform.apply(picture)
    if picture.mode == "LAB":
        lab = ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
        return lab.apply(picture)
    return picture.convert("RGB")


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way to sRGB; None where the numbers are sRGB already, or the profile is damaged or another picture's."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if source.profile.xcolor_space != _SPACES[mode]:
            return None
        if (source.profile.profile_description or "").startswith("sRGB"):
            return None
        return ImageCms.buildTransform(
            source,
            _SRGB,
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return None

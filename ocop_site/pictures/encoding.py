"""From pixels to a file: AVIF, WebP or JPEG, with nothing in it but the picture."""

from io import BytesIO
from typing import Any

import resvg_py
from PIL import Image, features

from ocop_site.pictures.metadata import extras
from ocop_site.pictures.recipe import Recipe

CODECS = ("pil", "avif", "webp", "libjpeg_turbo", "littlecms2")


def codec_versions() -> dict[str, str]:
    """The versions of all that encodes; another version may make other bytes of the same picture."""
    return {"resvg": resvg_py.__version__, **{name: str(features.version(name)) for name in CODECS}}


def encode(picture: Image.Image, format: str, recipe: Recipe) -> bytes:
    """The file of a picture in a format. RuntimeError where anything but the picture got into it."""
    file = BytesIO()
    picture.save(file, format.upper(), **_options(format, recipe), exif=b"", icc_profile=None, xmp=b"")
    body = file.getvalue()
    if found := extras(body, format):
        raise RuntimeError(f"{format}: {', '.join(found)}")
    return body


def _options(format: str, recipe: Recipe) -> dict[str, Any]:
    match format:
        case "avif":
            quality, speed = recipe.avif
            return {"quality": quality, "speed": speed, "max_threads": 1}  # more threads make other bytes
        case "webp":
            quality, method = recipe.webp
            return {"quality": quality, "method": method}
        case _:
            return {"quality": recipe.jpeg, "optimize": True, "progressive": True}

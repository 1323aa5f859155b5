"""What became of a file: its prints as pictures, or the mistake that was told."""

from io import BytesIO

from PIL import Image

from ocop_site.pictures.darkroom import make
from ocop_site.pictures.originals import read_original
from ocop_site.pictures.recipe import FULL, Recipe
from ocop_site.pictures.store import Print


def prints(raw: bytes, name: str = "a.jpg", recipe: Recipe = FULL) -> list[tuple[Print, bytes]]:
    return make(read_original(name, raw)[0], recipe)[1]


def shown(raw: bytes, name: str = "a.jpg", use: str = "page", recipe: Recipe = FULL) -> Image.Image:
    """The largest JPEG of a use."""
    jpegs = [body for each, body in prints(raw, name, recipe) if (each.use, each.format) == (use, "jpeg")]
    return Image.open(BytesIO(jpegs[0]))


def doubts(raw: bytes, name: str) -> list[str]:
    return [mistake.code for mistake in read_original(name, raw)[1]]

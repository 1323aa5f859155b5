"""What became of a file: its renditions as pictures, or the mistake that was told."""

from io import BytesIO

from PIL import Image

from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.originals import read_original
from ocop_site.pictures.recipe import FULL, Recipe, Size, Use, shot
from ocop_site.pictures.render import render
from ocop_site.units import Pixel

FAST = Recipe(FULL.uses, avif=(55, 10), webp=(75, 0))
"""The full recipe, made in haste."""

JPEGS = Recipe(
    tuple(
        Use(u.name, u.narrowest, u.widest, jpegs)
        for u in FULL.uses
        if (jpegs := tuple(s for s in u.shots if s.format == "jpeg"))
    )
)

TINY = Recipe((Use("page", FULL.uses[0].narrowest, FULL.uses[0].widest, (shot("jpeg", 64),)),))


def renditions(raw: bytes, name: str = "a.jpg", recipe: Recipe = FAST) -> list[tuple[Rendition, bytes]]:
    return render(read_original(name, raw)[0], recipe)[1]


def shown(raw: bytes, name: str = "a.jpg", use: str = "page", recipe: Recipe = JPEGS) -> Image.Image:
    """The largest JPEG of a use."""
    jpegs = [body for each, body in renditions(raw, name, recipe) if (each.use, each.format) == (use, "jpeg")]
    return Image.open(BytesIO(jpegs[0]))


def size_of(width: int, height: int) -> Size:
    return Pixel(width), Pixel(height)


def doubts(raw: bytes, name: str) -> list[str]:
    return [mistake.code for mistake in read_original(name, raw)[1]]

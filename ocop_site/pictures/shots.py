"""One use of a picture: cropped, made smaller step by step, and encoded in the formats that are worth their bytes."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from hashlib import sha256
from typing import TypeAlias

from PIL import Image, ImageChops

from ocop_site.pictures.cache import Rendition
from ocop_site.pictures.crop import crop_box
from ocop_site.pictures.encoding import encode
from ocop_site.pictures.recipe import Recipe, Size, Use, rendered_widths
from ocop_site.units import Pixel

RenderedFile: TypeAlias = tuple[Rendition, bytes]

_Pictures: TypeAlias = Mapping[Pixel, Image.Image]
"""The same picture in each width."""

_Bodies: TypeAlias = Mapping[Pixel, bytes]
"""The files of one format by width; none where the format is given up."""

_HOPEFUL = 1.05
"""What a format's first files may be of the plainer ones, since wider ones may save what these cost."""


def rendered_for(use: Use, picture: Image.Image, recipe: Recipe) -> Iterator[RenderedFile]:
    """The files for one use by falling width, without a format that is no smaller than one that more browsers read."""
    part, recipe = _part(picture, use, recipe), recipe.careful() if use.is_drawn else recipe
    widths = {shot.format: rendered_widths(shot.widths, Pixel(part.width)) for shot in use.shots}
    pictures = _smaller(part, {width for each in widths.values() for width in each})
    bodies: dict[str, _Bodies] = {}
    plainer: _Bodies = {}
    for shot in reversed(use.shots):
        bodies[shot.format] = _encoded(shot.format, widths[shot.format], pictures, plainer, recipe)
        plainer = bodies[shot.format] or plainer
    for width, smaller in pictures.items():
        for format in widths:
            if body := bodies[format].get(width):
                yield rendition(use.name, format, (width, Pixel(smaller.height)), body), body


def rendition(use: str, format: str, size: Size, body: bytes) -> Rendition:
    """A file as a rendition."""
    return Rendition(use, format, *size, sha256(body).hexdigest(), len(body))


def _part(picture: Image.Image, use: Use, recipe: Recipe) -> Image.Image:
    box = crop_box(picture, use.crop(Pixel(picture.width), Pixel(picture.height)), recipe.focus)
    return picture.crop(box) if box != (0, 0, *picture.size) else picture


def _smaller(picture: Image.Image, widths: Collection[Pixel]) -> dict[Pixel, Image.Image]:
    """The picture in falling widths, each made from the one above it."""
    ratio, pictures = Fraction(picture.height, picture.width), {}
    for width in sorted(widths, reverse=True):
        if width != picture.width:
            size = (width, max(1, round(width * ratio)))
            picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        pictures[width] = picture
    return pictures


def _encoded(
    format: str, widths: Collection[Pixel], pictures: _Pictures, plainer: _Bodies, recipe: Recipe
) -> dict[Pixel, bytes]:
    """The files of a format, the smallest that is `plainer` too first: it tells whether more are worth encoding."""
    bodies: dict[Pixel, bytes] = {}
    both = sorted(set(widths) & plainer.keys())
    if both and _needs_care(pictures[both[0]], plainer[both[0]], recipe):
        recipe = recipe.careful()
    for width in (*both, *sorted(set(widths) - set(both))):
        bodies[width] = encode(pictures[width], format, recipe)
        if width in both and _is_wasteful(bodies, plainer, most=1 if width == both[-1] else _HOPEFUL):
            return {}
    return bodies


def _needs_care(picture: Image.Image, plainer: bytes, recipe: Recipe) -> bool:
    """Whether a picture has little detail, by its plainer file, or is flat."""
    return len(plainer) < recipe.light * picture.width * picture.height or _flatness(picture) >= recipe.flat


def _flatness(picture: Image.Image) -> float:
    """The share of pixels that are as light as the one beside them."""
    grey = picture.convert("L")
    steps = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).histogram()
    return steps[0] / sum(steps)


def _is_wasteful(bodies: _Bodies, plainer: _Bodies, most: float) -> bool:
    """Whether files add up to at least so much of the plainer ones of the same widths."""
    return sum(map(len, bodies.values())) >= most * sum(len(plainer[width]) for width in bodies)

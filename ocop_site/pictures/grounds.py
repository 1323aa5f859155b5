"""What shows where a picture is transparent: white, or a ground from which the picture stands out better.

A white logo made for a dark page would be blank on white; and a page's own colour changes by night and while it loads.
"""

from PIL import Image, ImageChops, ImageFilter, ImageStat

from ocop_site.pictures.recipe import Colour

WHITE: Colour = (255, 255, 255)

GROUNDS: tuple[Colour, ...] = (WHITE, (0x1D, 0x2A, 0x26), (0x86, 0x89, 0x7F))
"""White; a dark one for what is white; one between for what is black here and white there."""

_SAMPLE_SIDE = 256
"""Pixels on the longer side of the small picture in which edges are looked for."""

_STEP = 48
"""How far a shape is from its ground, in the channel that tells them apart best, for its edge to be seen."""

_MOST_HIDDEN = 0.1
"""The part of all edges that may be lost on white, as highlights are."""

_MOSTLY = 0.7
"""The part that is covered of a picture with corners or holes cut out, as against a sign or a thing without ground."""


def ground_of(picture: Image.Image) -> Colour:
    """The ground for an RGBA picture: white, unless too many of its edges would be lost there."""
    small = _sample(picture)
    alpha = small.getchannel("A")
    edges = ImageChops.subtract(alpha, alpha.filter(ImageFilter.MinFilter(3)))
    is_mostly_covered = ImageStat.Stat(alpha).mean[0] >= 255 * _MOSTLY
    if not edges.getbbox() or (is_mostly_covered and not _is_blank(small, WHITE)):
        return WHITE
    hidden = {ground: _hidden(small, edges, ground) for ground in GROUNDS}
    if hidden[WHITE] <= _MOST_HIDDEN:
        return WHITE
    return min(GROUNDS, key=lambda ground: (round(hidden[ground], 1), GROUNDS.index(ground)))


def laid_on(picture: Image.Image, ground: Colour) -> Image.Image:
    """An RGBA picture, opaque, with the ground showing through."""
    under = Image.new("RGB", picture.size, ground)
    under.paste(picture.convert("RGB"), mask=picture.getchannel("A"))
    return under


def is_opaque(picture: Image.Image) -> bool:
    """Whether no ground shows through."""
    return picture.mode != "RGBA" or picture.getchannel("A").getextrema()[0] == 255


def _sample(picture: Image.Image) -> Image.Image:
    scale = min(1, _SAMPLE_SIDE / max(picture.size))
    size = max(3, round(picture.width * scale)), max(3, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def _hidden(picture: Image.Image, edges: Image.Image, ground: Colour) -> float:
    """The part of all edges that cannot be seen on a ground; a faint edge is seen where its step is as faint."""
    on_ground = laid_on(picture, ground)
    brightest, darkest = on_ground.filter(ImageFilter.MaxFilter(3)), on_ground.filter(ImageFilter.MinFilter(3))
    steps = _most(ImageChops.subtract(brightest, darkest))
    lost = ImageChops.subtract(edges, steps.point([min(255, step * 255 // _STEP) for step in range(256)]))
    mask = lost.point([0] + [255] * 255)
    return ImageStat.Stat(edges, mask).sum[0] / ImageStat.Stat(edges).sum[0] if mask.getbbox() else 0.0


def _is_blank(picture: Image.Image, ground: Colour) -> bool:
    apart = _most(ImageChops.difference(laid_on(picture, ground), Image.new("RGB", picture.size, ground)))
    return not apart.point([0] * _STEP + [255] * (256 - _STEP)).getbbox()


def _most(picture: Image.Image) -> Image.Image:
    """The channel that is highest at each pixel."""
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)

"""From one original to its renditions: decoded once, cropped for each place, made smaller step by step, encoded."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from gzip import compress
from hashlib import sha256
from math import ceil
from pathlib import Path

from PIL import Image

from ocop_site.pictures import drawings
from ocop_site.pictures.cache import RenditionSet
from ocop_site.pictures.colours import Unreadable, as_srgb
from ocop_site.pictures.drawings.drawing import Drawing
from ocop_site.pictures.encoding import codec_versions
from ocop_site.pictures.grounds import WHITE, ground_of, is_opaque, laid_on
from ocop_site.pictures.originals import UNSOUND, Original, Photograph, format_of
from ocop_site.pictures.placeholder import tone_of
from ocop_site.pictures.recipe import SOCIAL, WITHOUT_GROUND, Colour, Recipe, Size
from ocop_site.pictures.shots import RenderedFile, rendered_for, rendition
from ocop_site.problems import Mistake
from ocop_site.units import Pixel

RENDERER_VERSION = 6
"""To be raised whenever this room makes other pictures of the same original by the same recipe."""

MOST_DRAWING, MOST_DRAWING_WHOLE = 32 << 10, 256 << 10
"""Bytes of a drawing, compressed as servers send it and whole as phones draw it; a larger one is painted."""

_GLANCE = Fraction(1, 8)
"""The scale at which a drawing is painted of which only the tone and the ground are needed."""


def key_of(raw: bytes, recipe: Recipe) -> str:
    """The key of renditions: a hash of all that they depend on; no name, no time."""
    judge = judge_of_drawings() if format_of(raw) == "SVG" else ""
    inputs = repr((RENDERER_VERSION, judge, sorted(codec_versions().items()), recipe, sha256(raw).hexdigest()))
    return sha256(inputs.encode()).hexdigest()


@cache
def judge_of_drawings() -> str:
    """A hash of the code that reads drawings: what was let pass by other rules is judged anew."""
    code = (file.read_bytes() for file in sorted(Path(drawings.__file__).parent.glob("*.py")))
    return sha256(b"\0".join(code)).hexdigest()


def rendered_set(key: str, original: Original, recipe: Recipe) -> tuple[RenditionSet, list[bytes]]:
    """The renditions as the cache keeps them, and their bytes. A `Mistake` as `render` has it."""
    tone, files, is_opaque = render(original, recipe)
    size = original.width, original.height
    return RenditionSet(key, tone, size, tuple(each for each, _ in files), is_opaque), [body for _, body in files]


def pixels_in_flight(original: Original, recipe: Recipe) -> int:
    """The number of pixels that are in memory at once, at most, while the renditions are made."""
    working_size = _working_size(original, recipe)
    if isinstance(original, Photograph) and not _is_read_by_lines(original.picture):
        return original.width * original.height + 3 * working_size[0] * working_size[1]
    return 6 * working_size[0] * working_size[1]


def render(original: Original, recipe: Recipe) -> tuple[int, list[RenderedFile], bool]:
    """The tone, the renditions, whether no ground shows through.

    A `Mistake` where the file is cut short, damaged inside, or holds no colours.
    """
    drawn = _is_shown_as_drawing(original, recipe)
    painted = replace(recipe, uses=tuple(use for use in recipe.uses if use.name != "page")) if drawn else recipe
    size = _working_size(original, painted)
    picture = original.painted(*size) if isinstance(original, Drawing) else _decoded(original, size)
    covers = is_opaque(picture)
    cut_out = picture if recipe.ground and not covers else None
    ground = None if covers else recipe.ground or ground_of(picture)
    if picture.mode != "RGB":
        picture = laid_on(picture, ground or WHITE)
    rendered = [_as_drawing(original, None if cut_out else ground)] if drawn and isinstance(original, Drawing) else []
    thing = cut_out.crop(cut_out.getbbox()) if cut_out and cut_out.getbbox() else None
    for use in painted.uses:
        shown = thing if use.name in WITHOUT_GROUND else None if thing and use.name == SOCIAL else picture
        if shown:
            rendered += rendered_for(use, shown, painted)
    return tone_of(picture), rendered, covers


def _decoded(original: Photograph, size: Size) -> Image.Image:
    try:
        return as_srgb(original.picture, size, original.profiles)
    except Unreadable:
        raise Mistake("picture.measurements") from None
    except UNSOUND:
        raise Mistake("picture.broken") from None


def _is_read_by_lines(picture: Image.Image) -> bool:
    """As most JPEGs are, and made smaller on the way; a progressive one is held whole, as is everything else."""
    return picture.format in ("JPEG", "MPO") and "progressive" not in picture.info


def _working_size(original: Original, recipe: Recipe) -> Size:
    """The size of the whole picture from which every crop still has the pixels it needs; never above its own."""
    own = (original.width, original.height)
    scales = (Fraction(min(use.width, wide), wide) for use in recipe.uses for wide in [use.crop(*own)[0]])
    scale = max(scales, default=_GLANCE)
    return Pixel(ceil(own[0] * scale)), Pixel(ceil(own[1] * scale))


def _is_shown_as_drawing(original: Original, recipe: Recipe) -> bool:
    """Whether pages show a drawing itself: it is small and nothing has to be cut off."""
    page = next((use for use in recipe.uses if use.name == "page"), None)
    if not isinstance(original, Drawing) or not page or len(original.body) > MOST_DRAWING_WHOLE:
        return False
    if len(compress(original.body, mtime=0)) > MOST_DRAWING:
        return False
    return page.crop(original.width, original.height) == (original.width, original.height)


def _as_drawing(drawing: Drawing, ground: Colour | None) -> RenderedFile:
    body = drawing.on(ground) if ground else drawing.body
    return rendition("page", "svg", (drawing.width, drawing.height), body), body

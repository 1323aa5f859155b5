"""A drawing as it is shown: of its own proportions, framed around what can be seen, painted in any size."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TypeAlias

from PIL import Image

from ocop_site.frozen import frozen
from ocop_site.pictures.drawings.limits import length
from ocop_site.pictures.drawings.painter import paint
from ocop_site.pictures.drawings.reading import SVG, read_clean, written_in_tag
from ocop_site.pictures.recipe import WIDEST, Colour
from ocop_site.problems import Mistake
from ocop_site.units import Pixel

Box: TypeAlias = tuple[float, float, float, float]
"""The part of the plane that is shown: left, upper, width, height."""

_REACHES = (64, 512, 4096, 32_768, 262_144)
"""How far from the origin in pixels a drawing is looked for that does not tell its size."""

_LOOK = 256
"""Pixels on a side of the paintings in which it is looked for; two more find its edges to a thousandth."""

_OF_ALL = ("opacity", "clip-path", "transform", "display")
"""What a root does to all shapes."""


@frozen
class Drawing:
    """A drawing with nothing but shapes in it; of its own proportions, its longer side as long as `WIDEST`."""

    body: bytes
    width: Pixel
    height: Pixel
    box: Box

    def painted(self, width: Pixel, height: Pixel) -> Image.Image:
        """The drawing of that size, on nothing. A `Mistake` where the shapes are beyond painting."""
        return _painted(self.body, width, height)

    def on(self, ground: Colour) -> bytes:
        """The drawing with a ground of its own, so that no page's colour shows through it."""
        head, _, shapes = self.body.partition(b">")
        x, y, width, height = (f"{part:.12g}" for part in self.box)
        area = f'x="{x}" y="{y}" width="{width}" height="{height}" fill="#{bytes(ground).hex().upper()}"'
        plain = 'fill-opacity="1" stroke="none" visibility="visible"'
        return head + f"><rect {area} {plain}></rect>".encode() + shapes


def read_drawing(raw: bytes) -> Drawing:
    """The drawing, written anew. A `Mistake` names what it may not hold and the line where it stands."""
    clean = read_clean(raw)
    return _framed(clean.root, clean.inside)


def _framed(root: Mapping[str, str], inside: str) -> Drawing:
    """A drawing has proportions and no size of its own: it is as wide as the widest rendition."""
    box = _box_of(root) or _visible_box(root, inside)
    if box is None or min(box[2:]) < 1e-6 or not 1 / 6 <= box[2] / box[3] <= 6:
        raise Mistake("picture.drawing-size")
    scale = WIDEST / max(box[2:])
    width, height = Pixel(round(box[2] * scale)), Pixel(round(box[3] * scale))
    return Drawing(_written(root, inside, box, width, height), width, height, box)


def _box_of(root: Mapping[str, str]) -> Box | None:
    """What is to be seen, by the drawing's `viewBox`, else its size; None where it tells neither."""
    parts = [length(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    if len(parts) != 4:
        parts = [0, 0, length(root.get("width", "")), length(root.get("height", ""))]
    x, y, width, height = parts
    return None if x is None or y is None or not width or not height else (x, y, width, height)


def _visible_box(root: Mapping[str, str], inside: str) -> Box | None:
    """The box around all that can be seen, found by painting it ever closer; None where it has no end, or is nothing.

    A `Mistake` where the shapes are beyond painting.
    """
    for reach in _REACHES:
        box: Box = (-reach, -reach, 2 * reach, 2 * reach)
        seen = _seen_in(root, inside, box)
        if seen and min(seen[:2]) > 0 and max(seen[2:]) < _LOOK:
            return _closer(root, inside, _part_of_box(box, seen, margin=1))
    return None


def _closer(root: Mapping[str, str], inside: str, box: Box) -> Box:
    for margin in (1, 0):
        if seen := _seen_in(root, inside, box):
            box = _part_of_box(box, seen, margin)
    return box


def _seen_in(root: Mapping[str, str], inside: str, box: Box) -> tuple[int, int, int, int] | None:
    """Left, upper, right and lower, in pixels of the painting, of what can be seen in a box of the plane."""
    body = _written({**root, "preserveAspectRatio": "none"}, inside, box, _LOOK, _LOOK)
    return _painted(body, Pixel(_LOOK), Pixel(_LOOK)).getchannel("A").getbbox()


def _part_of_box(box: Box, seen: tuple[int, int, int, int], margin: int) -> Box:
    """The part of a box that was seen, with some pixels of the painting around it."""
    x, y, width, height = box
    left, upper, right, lower = seen[0] - margin, seen[1] - margin, seen[2] + margin, seen[3] + margin
    across, down = width / _LOOK, height / _LOOK
    return x + left * across, y + upper * down, (right - left) * across, (lower - upper) * down


def _written(root: Mapping[str, str], inside: str, box: Box, width: int, height: int) -> bytes:
    """The whole drawing; what its root does to all shapes is done by a group, lest it be done to their ground."""
    shared = {name: value for name, value in root.items() if name in _OF_ALL}
    rest = {name: value for name, value in root.items() if name not in ("viewBox", "width", "height", *_OF_ALL)}
    view = " ".join(f"{part:.12g}" for part in box)
    head = {"xmlns": SVG, "width": str(width), "height": str(height), "viewBox": view, **rest}
    if shared:
        inside = f"<g{written_in_tag(shared)}>{inside.removesuffix('</svg>')}</g></svg>"
    return f"<svg{written_in_tag(head)}>{inside}".encode()


def _painted(body: bytes, width: Pixel, height: Pixel) -> Image.Image:
    if (png := paint(body, width, height)) is None:
        raise Mistake("picture.drawing-unpainted")
    return Image.open(BytesIO(png)).convert("RGBA").resize((width, height))

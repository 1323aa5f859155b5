"""Drawings (SVG) by a strict list of what they may hold: shapes and colours, nothing that acts, writes or leads out.

What drawing programs keep for themselves (metadata, guides, layers' names) is left out of what is published.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from PIL import Image

from ocop_site.pictures.grounds import Colour
from ocop_site.pictures.painter import paint
from ocop_site.pictures.recipe import WIDEST
from ocop_site.pictures.svg_limits import (
    MOST_DEPTH,
    MOST_PARTS,
    Part,
    in_pixels,
    is_too_much,
    length,
    part_of,
)
from ocop_site.problems import Mistake
from ocop_site.units import Pixel

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

_SHAPES = {
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
    "use": {"href", "x", "y", "width", "height"},
}
_GRADIENT = {"gradientUnits", "gradientTransform", "spreadMethod", "href"}
_ELEMENTS = {
    **_SHAPES,
    "svg": {"width", "height", "viewBox"},
    "g": set(),
    "switch": set(),
    "defs": set(),
    "clipPath": {"clipPathUnits"},
    "linearGradient": {"x1", "y1", "x2", "y2", *_GRADIENT},
    "radialGradient": {"cx", "cy", "r", "fx", "fy", *_GRADIENT},
    "stop": {"offset"},
}
_PRESENTATION = {
    "id", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity",
    "clip-path", "clip-rule", "color", "display", "visibility", "stop-color", "stop-opacity", "paint-order",
    "vector-effect",
}  # fmt: skip
_OF_ALL = ("opacity", "clip-path", "transform", "display")

_LENGTHS = {
    "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "fx", "fy", "x1", "y1", "x2", "y2", "stroke-width",
    "stroke-dasharray", "stroke-dashoffset",
}  # fmt: skip
"""What may be measured in units that the painter does not know."""

_EFFECTS = {"mask", "filter", "mix-blend-mode"}
"""What changes how a shape looks and is not kept: refused, lest another drawing be shown than was made."""

_WRITTEN = {"switch": "g"}
"""A choice that was made is a group."""

_SILENT = {"title", "desc", "metadata"}

_URL = re.compile(r"""url\(\s*(["']?)#(?P<name>[^"')]+?)\1\s*\)""")
"""The only addresses are those of the drawing's own parts."""

_CALLS = re.compile(r"url\(#[\w.-]+\)|(?:matrix|translate|scale|rotate|skew[XY]|rgba?|hsla?)\(")

_UNSAFE = re.compile(r"[\x00-\x1f\\:(]")
"""What must not be left beside the calls; no colon, so no scheme either."""


MOST_ENTITIES, LONGEST_ENTITY, MOST_MENTIONS = 200, 500, 20_000
"""Words that Illustrator declares once and mentions often: how many, how long, and how often `&` may stand there."""

Box: TypeAlias = tuple[float, float, float, float]
"""The part of the plane that is shown: left, upper, width, height."""

_REACHES = (64, 512, 4096, 32_768, 262_144)
"""How far from the origin in pixels a drawing is looked for that does not tell its size."""

_LOOK = 256
"""Pixels on a side of the paintings in which it is looked for; two more find its edges to a thousandth."""


@dataclass(frozen=True, slots=True)
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
    try:
        reader = _Reader(_names(raw))
        reader.parser.Parse(raw, True)
    except expat.ExpatError as error:
        raise Mistake("picture.drawing-broken", at=error.lineno) from None
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        if isinstance(error, Mistake):
            raise
        raise Mistake("picture.drawing-broken", at=1) from None
    if is_too_much(reader.top, reader.named):
        raise Mistake("picture.drawing-large", most=MOST_PARTS)
    return _framed(reader.root, "".join(reader.written))


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
    head = {"xmlns": _SVG, "width": str(width), "height": str(height), "viewBox": view, **rest}
    if shared:
        inside = f"<g{_words(shared)}>{inside.removesuffix('</svg>')}</g></svg>"
    return f"<svg{_words(head)}>{inside}".encode()


def _words(attributes: Mapping[str, str]) -> str:
    return "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())


def _painted(body: bytes, width: Pixel, height: Pixel) -> Image.Image:
    if (png := paint(body, width, height)) is None:
        raise Mistake("picture.drawing-unpainted")
    return Image.open(BytesIO(png)).convert("RGBA").resize((width, height))


def _names(raw: bytes) -> dict[str, str]:
    """New names for the parts that something refers to, in the order of that: the old ones may be people's words."""
    names: dict[str, str] = {}
    declared = 0

    def start(_: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            found = [match["name"] for match in _URL.finditer(value)]
            if key.rpartition(":")[2] == "href":
                found.append(value.strip().removeprefix("#"))
            for name in found:
                names.setdefault(name, f"p{len(names) + 1}")

    def entity(name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        """Plain words alone: those with others in them grow without end, and those of other files lead out."""
        nonlocal declared
        declared += 1
        is_plain = value is not None and len(value) <= LONGEST_ENTITY and not set("<&%") & set(value)
        if is_parameter or not is_plain or declared > MOST_ENTITIES or raw.count(b"&") > MOST_MENTIONS:
            raise Mistake("picture.drawing-entity", what=name[:40], at=parser.CurrentLineNumber)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EntityDeclHandler = start, entity
    parser.Parse(raw, True)
    return names


class _Reader:
    """A reader that writes down what is allowed."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names, self._space = names, _SVG
        self.root: dict[str, str] = {}
        self.written: list[str] = []
        self.top = Part()
        self.named: dict[str, Part] = {}
        self._open: list[Part] = [self.top]
        self._choices: list[bool] = [False]
        self._silent = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        is_root = len(self._open) == 1
        if is_root and not space:
            self._space = ""  # browsers ask for the namespace, and what is written has it
        if self._silent or space != self._space or local in _SILENT or self._is_passed_over(attributes):
            if is_root:
                raise self._refused(local)
            self._silent += 1
            return
        if len(self._open) > MOST_DEPTH:
            raise Mistake("picture.drawing-deep", most=MOST_DEPTH, at=self.parser.CurrentLineNumber)
        if local == "style":
            raise Mistake("picture.drawing-style", at=self.parser.CurrentLineNumber)
        if local not in _ELEMENTS or (local == "svg") != is_root:
            raise self._refused(local)
        kept = dict(self._kept(local, attributes))
        part = part_of(local, kept)
        self._open[-1].below.append(part)
        self._open.append(part)
        self._choices.append(local == "switch")
        if "id" in kept:
            self.named.setdefault(kept["id"], part)
        if is_root:
            self.root = kept
        else:
            self.written.append(f"<{_WRITTEN.get(local, local)}{_words(kept)}>")

    def _end(self, name: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        self._open.pop()
        self._choices.pop()
        local = name.rpartition(" ")[2]
        self.written.append(f"</{_WRITTEN.get(local, local)}>")

    def _is_passed_over(self, attributes: dict[str, str]) -> bool:
        """What only some programs draw; and of a choice, all but the first that every program draws."""
        wanted = ("requiredExtensions", "systemLanguage") if self._choices[-1] else ("requiredExtensions",)
        if any(attributes.get(name, "").strip() for name in wanted):
            return True
        return self._choices[-1] and bool(self._open[-1].below)

    def _kept(self, element: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Those that say how a shape looks, also where a program wrote them as one `style`, which then counts."""
        for name, value in sorted(attributes.items(), key=lambda item: item[0] == "style"):
            space, _, local = name.rpartition(" ")
            if local == "href" and space in ("", _XLINK) and "href" in _ELEMENTS[element]:
                if not value.strip().startswith("#"):
                    raise self._refused(f"href={value[:40]}")
                yield "href", f"#{self._names[value.strip()[1:]]}"
            elif space:
                continue
            elif local == "style":
                yield from self._styles(value)
            elif local.startswith("on") or (local in _EFFECTS and value.strip() != "none"):
                raise self._refused(local)
            elif local == "id":
                if value in self._names:
                    yield "id", self._names[value]
            elif local in _ELEMENTS[element] or local in _PRESENTATION:
                yield local, self._safe(local, value) if element != "svg" else self._plain(local, value)

    def _styles(self, style: str) -> Iterator[tuple[str, str]]:
        for rule in filter(str.strip, style.split(";")):
            name, _, value = (part.strip() for part in rule.removesuffix("!important").partition(":"))
            if name in ("transform", *_EFFECTS) and value not in ("none", "normal"):
                raise self._refused(f"{name}:{value[:40]}")
            if name in _PRESENTATION and not value.startswith("color("):  # said once more for screens of more colours
                yield name, self._safe(name, value.removesuffix("!important"))

    def _safe(self, name: str, value: str) -> str:
        even = in_pixels(self._plain(name, value)) if name in _LENGTHS else self._plain(name, value)
        if even is None:
            raise self._refused(f"{name}={value[:40]}")
        return even

    def _plain(self, name: str, value: str) -> str:
        even = _URL.sub(lambda match: f"url(#{self._names[match['name']]})", " ".join(value.split()))
        if _UNSAFE.search(_CALLS.sub("", even)):
            raise self._refused(f"{name}={value[:40]}")
        return even

    def _refused(self, what: str) -> Mistake:
        return Mistake("picture.drawing-refused", what=what, at=self.parser.CurrentLineNumber)

"""Drawings (SVG) by a strict list of what they may hold: shapes and colours, nothing that acts, writes or leads out.

What drawing programs keep for themselves (metadata, guides, layers' names) is left out of what is published.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

import resvg_py
from PIL import Image

from ocop_site.pictures.recipe import WIDEST, Size
from ocop_site.pictures.svg_limits import MOST_DEPTH, MOST_PARTS, Part, is_too_much, number, part_of
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
_EFFECTS = {"mask", "filter", "mix-blend-mode"}
"""What changes how a shape looks and is not kept: refused, lest another drawing be shown than was made."""

_SILENT = {"title", "desc", "metadata"}

_URL = re.compile(r"""url\(\s*(["']?)#(?P<name>[^"')]+?)\1\s*\)""")
"""The only addresses are those of the drawing's own parts."""

_CALLS = re.compile(r"url\(#[\w.-]+\)|(?:matrix|translate|scale|rotate|skew[XY]|rgba?|hsla?)\(")

_UNSAFE = re.compile(r"[\x00-\x1f\\:(]")
"""What must not be left beside the calls; no colon, so no scheme either."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with nothing but shapes in it; of its own proportions, its longer side as long as `WIDEST`."""

    body: bytes
    width: Pixel
    height: Pixel

    def painted(self, width: Pixel, height: Pixel) -> Image.Image:
        """The drawing of that size, opaque, on white. A `Mistake` where the shapes are beyond painting."""
        try:
            png = resvg_py.svg_to_bytes(
                svg_string=self.body.decode(), width=width, height=height, background="#FFFFFF", skip_system_fonts=True
            )
        except BaseException as error:  # a panic of the painter is no Exception
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            raise Mistake("picture.drawing-unpainted") from None
        return Image.open(BytesIO(png)).convert("RGB").resize((width, height))


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
    return Drawing("".join(reader.written).encode(), *reader.size)


def _names(raw: bytes) -> dict[str, str]:
    """New names for the parts that something refers to, in the order of that: the old ones may be people's words."""
    names: dict[str, str] = {}

    def start(_: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            found = [match["name"] for match in _URL.finditer(value)]
            if key.rpartition(":")[2] == "href":
                found.append(value.strip().removeprefix("#"))
            for name in found:
                names.setdefault(name, f"p{len(names) + 1}")

    def doctype(_name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if declares:
            raise Mistake("picture.drawing-refused", what="<!ENTITY", at=parser.CurrentLineNumber)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, doctype
    parser.Parse(raw, True)
    return names


class _Reader:
    """A reader that writes down what is allowed."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names, self._space = names, _SVG
        self.written: list[str] = []
        self.size: Size = (Pixel(0), Pixel(0))
        self.top = Part()
        self.named: dict[str, Part] = {}
        self._open: list[Part] = [self.top]
        self._silent = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self.written and not space:
            self._space = ""  # browsers ask for the namespace, and what is written has it
        if self._silent or space != self._space or local in _SILENT:
            if not self.written:
                raise self._refused(local)
            self._silent += 1
            return
        if len(self._open) > MOST_DEPTH:
            raise Mistake("picture.drawing-deep", most=MOST_DEPTH, at=self.parser.CurrentLineNumber)
        if local == "style":
            raise Mistake("picture.drawing-style", at=self.parser.CurrentLineNumber)
        if local not in _ELEMENTS or (local == "svg") == bool(self.written):
            raise self._refused(local)
        kept = dict(self._kept(local, attributes))
        if local == "svg":
            kept = self._sized(kept)
        part = part_of(local, kept)
        self._open[-1].below.append(part)
        self._open.append(part)
        if "id" in kept:
            self.named.setdefault(kept["id"], part)
        words = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self.written.append(f"<{local}{words}>" if local != "svg" else f'<svg xmlns="{_SVG}"{words}>')

    def _end(self, name: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        self._open.pop()
        self.written.append(f"</{name.rpartition(' ')[2]}>")

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
                yield local, self._safe(local, value)

    def _styles(self, style: str) -> Iterator[tuple[str, str]]:
        for rule in filter(str.strip, style.split(";")):
            name, _, value = (part.strip() for part in rule.removesuffix("!important").partition(":"))
            if name in ("transform", *_EFFECTS) and value not in ("none", "normal"):
                raise self._refused(f"{name}:{value[:40]}")
            if name in _PRESENTATION and not value.startswith("color("):  # said once more for screens of more colours
                yield name, self._safe(name, value.removesuffix("!important"))

    def _safe(self, name: str, value: str) -> str:
        even = _URL.sub(lambda match: f"url(#{self._names[match['name']]})", " ".join(value.split()))
        if _UNSAFE.search(_CALLS.sub("", even)):
            raise self._refused(f"{name}={value[:40]}")
        return even

    def _sized(self, attributes: dict[str, str]) -> dict[str, str]:
        """A drawing has proportions and no size of its own: it is as wide as the widest rendition."""
        box = [number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
        if len(box) != 4:
            box = [0, 0, number(attributes.get("width", "")), number(attributes.get("height", ""))]
        wide, high = box[2], box[3]
        if None in box or not wide or not high or min(wide, high) < 1e-6 or not 1 / 6 <= wide / high <= 6:
            raise Mistake("picture.drawing-size")
        scale = WIDEST / max(wide, high)
        self.size = (Pixel(round(wide * scale)), Pixel(round(high * scale)))
        rest = {name: value for name, value in attributes.items() if name not in ("viewBox", "width", "height")}
        view = " ".join(f"{part:.12g}" for part in box if part is not None)
        return {"width": str(self.size[0]), "height": str(self.size[1]), "viewBox": view, **rest}

    def _refused(self, what: str) -> Mistake:
        return Mistake("picture.drawing-refused", what=what, at=self.parser.CurrentLineNumber)

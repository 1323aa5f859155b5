"""What a drawing may hold, by a strict list: shapes and colours, nothing that acts, writes or leads out.

What drawing programs keep for themselves (metadata, guides, layers' names) is left out of what is published.
"""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from ocop_site.frozen import frozen
from ocop_site.pictures.drawings.limits import MOST_DEPTH, MOST_PARTS, Part, in_pixels, is_too_much, part_of
from ocop_site.problems import Mistake

SVG = "http://www.w3.org/2000/svg"
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

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})

_UNSAFE = re.compile(r"[\x00-\x1f\\:(]")
"""What must not be left beside the calls; no colon, so no scheme either."""


MOST_ENTITIES, LONGEST_ENTITY, MOST_MENTIONS = 200, 500, 20_000
"""Words that Illustrator declares once and mentions often: how many, how long, and how often `&` may stand there."""


@frozen
class CleanDrawing:
    """What of a drawing may be shown: the attributes of its root, and what is within, with the root's end."""

    root: Mapping[str, str]
    inside: str


def read_clean(raw: bytes) -> CleanDrawing:
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
    return CleanDrawing(reader.root, "".join(reader.written))


def written_in_tag(attributes: Mapping[str, str]) -> str:
    """As they are written in a tag."""
    return "".join(f" {key}={_quoted(value)}" for key, value in attributes.items())


def _quoted(value: str) -> str:
    """As `xml.sax.saxutils.quoteattr` has it, which would bring in all that speaks HTTP."""
    words = value.translate(_ESCAPED)
    if '"' in words and "'" not in words:
        return f"'{words}'"
    return '"' + words.replace('"', "&quot;") + '"'


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
        self._names, self._space = names, SVG
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
        self._judge(local, is_root)
        self._write(local, dict(self._kept(local, attributes)), is_root)

    def _judge(self, element: str, is_root: bool) -> None:
        if len(self._open) > MOST_DEPTH:
            raise Mistake("picture.drawing-deep", most=MOST_DEPTH, at=self.parser.CurrentLineNumber)
        if element == "style":
            raise Mistake("picture.drawing-style", at=self.parser.CurrentLineNumber)
        if element not in _ELEMENTS or (element == "svg") != is_root:
            raise self._refused(element)

    def _write(self, element: str, kept: dict[str, str], is_root: bool) -> None:
        part = part_of(element, kept)
        self._open[-1].below.append(part)
        self._open.append(part)
        self._choices.append(element == "switch")
        if "id" in kept:
            self.named.setdefault(kept["id"], part)
        if is_root:
            self.root = kept
        else:
            self.written.append(f"<{_WRITTEN.get(element, element)}{written_in_tag(kept)}>")

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

"""HTML that is written plainly: whose elements stand where they are written, whatever a browser's parser may mend.

What such a parser would close, drop or move (HTML, 13.2.6), and what is not written as `<name attribute="value">`, is
`Unusual`: it may be right, but a parser has to read it.
"""

import re
from collections.abc import Mapping

from ocop_site.frozen import frozen

_ATTRIBUTE = re.compile(r"""[ \n\t]+([A-Za-z][\w:-]*)(?:(=)"([^"<>]*)")?""", re.ASCII)
_TAG = re.compile(rf"([a-z][a-z0-9]*)((?:{_ATTRIBUTE.pattern})*)[ \n\t]*(/?)", re.ASCII)

_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"}

_BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dialog", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
    "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
}  # fmt: skip
"""They end a paragraph that is open."""

_IN_LINES = {
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "datalist", "dfn", "em", "i", "kbd", "label",
    "legend", "mark", "meter", "optgroup", "option", "output", "picture", "progress", "q", "s", "samp", "script",
    "select", "small", "span", "strong", "sub", "sup", "svg", "template", "textarea", "time", "u", "var",
}  # fmt: skip

_OF_TABLES = {"caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}

_KNOWN = _VOID | _BLOCKS | _IN_LINES | _OF_TABLES

_DRAWN = {
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "image", "line", "linearGradient", "marker", "mask",
    "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "symbol", "text", "title", "tspan",
    "use",
}  # fmt: skip

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

_NEVER_WITHIN = {"a": {"a"}, "button": {"button"}, "form": {"form"}, **dict.fromkeys(_HEADINGS, _HEADINGS)}

_STANDS_IN = {
    "li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "option": {"select", "optgroup", "datalist"},
    "optgroup": {"select"}, "col": {"colgroup"}, "colgroup": {"table"}, "caption": {"table"}, "thead": {"table"},
    "tbody": {"table"}, "tfoot": {"table"}, "tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"},
}  # fmt: skip

_HOLDS: Mapping[str, set[str]] = {
    "": {"html"}, "html": {"head"}, "html after head": {"body"}, "html after body": set(), "end": set(),
    "head": {"title", "meta", "link", "script", "style"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "colgroup": {"col"}, "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"}, "tr": {"td", "th"},
    "select": {"option", "optgroup"}, "optgroup": {"option"}, "option": set(),
}  # fmt: skip

_BLANK = {*_HOLDS} - {"select", "optgroup", "option"}
"""Text between the tags of these would stand elsewhere."""

_RAW = {"script", "style", "title", "textarea"}
"""Nothing but their own end is a tag within them."""

_REFUSED = {"style", "srcdoc", "ping", "poster", "data", "background", "formaction", "imagesrcset"}

_WATCHED = {
    "href", "src", "action", "srcset", "id", "lang", "name", "content", "rel", "hreflang", "type", "http-equiv",
}  # fmt: skip

BEGIN, END = (), ("end",)
"""The open elements before a page, and behind it."""


class Unusual(Exception):
    """Not written plainly."""


@frozen
class PlainTag:
    """The start of an element, and the elements that are open behind it. `quoted` are the attributes with a value."""

    name: str
    attributes: Mapping[str, str]
    quoted: tuple[str, ...]
    after: tuple[str, ...]


def closed(name: str, elements: tuple[str, ...]) -> tuple[str, ...]:
    """What is open behind the end of an element. Unusual."""
    last = elements[-1] if elements else ""
    if last == "html after body" and name == "html":
        return END
    if last != name or name == "html":
        raise Unusual
    return (f"html after {name}",) if name in ("head", "body") else elements[:-1]


def opened(tag: str, elements: tuple[str, ...]) -> PlainTag:
    """What stands between `<` and `>`, where these elements are open. Unusual."""
    match, is_drawing = _TAG.fullmatch(tag), "svg" in elements
    if not match:
        raise Unusual
    name, is_closed = match[1], bool(match[6])
    _allow(name, elements, is_drawing)
    attributes = _ATTRIBUTE.findall(match[2])
    values = {key: unescaped(value) for key, _, value in attributes}
    if len(values) < len(attributes) or any(map(_is_refused, values)):
        raise Unusual
    is_empty = is_closed if is_drawing or name == "svg" else name in _VOID
    if is_closed and not is_empty:
        raise Unusual
    quoted = tuple(key for key, is_quoted, _ in attributes if is_quoted)
    return PlainTag(name, values, quoted, elements if is_empty else (*elements, name))


def is_blank(elements: tuple[str, ...]) -> bool:
    """Whether no text may stand there."""
    return not elements or elements[-1] in _BLANK


def unescaped(value: str) -> str:
    """With the references that our own escaping writes; there are two thousand others. Unusual."""
    if "&" not in value:
        return value
    for reference, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'")):
        value = value.replace(reference, sign)
    if value.count("&") != value.count("&amp;"):
        raise Unusual
    return value.replace("&amp;", "&")


def _allow(name: str, elements: tuple[str, ...], is_drawing: bool) -> None:
    """Whether an element stays where it is written, and ends nothing that is open. Unusual."""
    parent = elements[-1] if elements else ""
    if is_drawing:
        is_right = name in _DRAWN and parent not in ("title", "desc")
    else:
        is_right = parent not in _RAW and name in _HOLDS.get(parent, _KNOWN)
        is_right &= parent in _STANDS_IN.get(name, {parent}) or parent == "template"
        is_right &= name not in ("dt", "dd") or parent != "div" or elements[-2] == "dl"
        is_right &= name not in _BLOCKS or "p" not in elements
        is_right &= _NEVER_WITHIN.get(name, set()).isdisjoint(elements)
    if not is_right:
        raise Unusual


def _is_refused(name: str) -> bool:
    """What is stopped, or told by a value in another way; a parser knows attributes by small letters."""
    small = name.lower()
    return small.startswith("on") or small in _REFUSED or ":" in small or (small != name and small in _WATCHED)

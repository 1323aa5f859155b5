"""Whatever XML is read, only shapes come out, and what came out is read again as it is."""

import re
from contextlib import suppress
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pictures.drawings.drawing import Drawing, read_drawing
from ocop_site.pictures.drawings.reading import written_in_tag
from ocop_site.problems import Mistake
from tests.unit.pictures.printing import size_of
from tests.unit.pictures.test_svg import HEAD, read

NAMES = st.sampled_from(["g", "path", "use", "script", "rect", "text", "svg", "style", "a", "image", "defs", "x:y"])
KEYS = st.sampled_from(["d", "href", "xlink:href", "onclick", "style", "fill", "id", "clip-path", "xmlns", "transform"])
VALUES = st.text(max_size=20) | st.sampled_from(["#a", "url(#a)", "url(http://x)", "javascript:x", "&#106;avascript:x"])


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(NAMES)
    attributes = draw(st.dictionaries(KEYS, VALUES, max_size=3))
    words = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    inner = draw(st.lists(elements(depth + 1), max_size=3)) if depth < 3 else []
    return f"<{name}{words}>{''.join(inner)}</{name}>"


@given(st.text(st.characters() | st.sampled_from("\"'<>&\t\n\r")))
def test_what_stands_in_a_tag_is_written_as_the_standard_library_writes_it(value: str) -> None:
    assert written_in_tag({"d": value}) == f" d={quoteattr(value)}"


@settings(deadline=None)
@given(elements() | st.text(max_size=60))
def test_whatever_is_read_only_shapes_come_out(inside: str) -> None:
    try:
        body = read(inside)
    except Mistake:
        return
    for element in ElementTree.fromstring(body).iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in {"svg", "g", "path", "use", "rect", "defs"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert ":" not in value
            assert name != "href" or value.startswith("#")


MARKS = [
    "<", ">", "</g>", "<g>", "<g ", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?x ", "?>", "<!DOCTYPE svg [", "]>",
    '<!ENTITY a "b">', "&a;", "&#0;", "&#x72;", "<script>", "</script>", "<path ", 'd="M0 0"', 'onload="x"', '="', "'",
    'href="http://x"', 'xlink:href="//x"', 'style="fill:url(http://x)"', 'style="', "url(", ")", "#a",
    'xmlns="http://www.w3.org/2000/svg"', 'xmlns="http://www.w3.org/1999/xhtml"',
    'xmlns:a="http://www.w3.org/2000/svg"',
    "<a:script/>", "<a:rect/>", "\0", "\ufffe", "é", "javascript:", "<svg ", "</svg>", HEAD,
    'fill="u\\72l(x)"', "viewBox='0 0 4 3'", " ",
]  # fmt: skip

BEFORE = ["", HEAD, "\ufeff", '<?xml version="1.0" encoding="utf-16"?>', '<?xml version="1.1"?>', "<!DOCTYPE svg>"]

OUTSIDE = re.compile(rb"""script|href="(?!#)|\son\w+\s*=|<!|<\?|url\((?!#)|style|:(?!//www\.w3\.org/2000/svg")""", re.I)
"""What no drawing may be published with; its own words are all there are."""


@settings(deadline=None, max_examples=400)
@given(st.sampled_from(BEFORE), st.lists(st.sampled_from(MARKS) | st.text(max_size=5), max_size=25))
def test_whatever_looks_like_xml_becomes_shapes_or_a_mistake(before: str, parts: list[str]) -> None:
    raw = (before + "".join(parts)).encode("utf-8", "surrogatepass")
    for whole in (raw, raw + b"</svg>", raw.decode("utf-8", "replace").encode("utf-16")):
        try:
            found = read_drawing(whole)
        except Mistake:
            continue
        assert OUTSIDE.search(without_ids(found.body)) is None
        assert read_drawing(found.body) == found
        assert found.painted(*size_of(16, 12)).size == (16, 12)


def without_ids(body: bytes) -> bytes:
    """An element may be called what it likes."""
    return re.sub(rb'\b(?:id|d|fill)="[^"]*"', b"", body)


NUMBERS = st.sampled_from(
    ["0", "-1", "1e38", "-1e38", "1e-38", "nan", "1e999", "0.5", "3", "99999999999", "1 2", "x", ""]
)
SHAPES = {
    "rect": ("x", "y", "width", "height", "rx", "ry", "stroke-width"),
    "circle": ("cx", "cy", "r", "stroke-dashoffset"),
    "ellipse": ("cx", "cy", "rx", "ry", "stroke-dasharray"),
    "line": ("x1", "y1", "x2", "y2", "stroke-miterlimit"),
    "use": ("x", "y", "width", "height"),
    "path": ("d", "opacity", "transform"),
    "polygon": ("points", "fill-opacity"),
    "stop": ("offset", "stop-opacity"),
}


@st.composite
def shapes(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(sorted(SHAPES)))
    words = {key: draw(NUMBERS) for key in SHAPES[name]}
    words |= {"stroke": "#8c4526", "fill": draw(st.sampled_from(["url(#s)", "#fff", "none", "url(#none)"]))}
    if name == "use":
        words["href"] = draw(st.sampled_from(["#s", "#p", "#none"]))
    return f"<{name}" + "".join(f" {key}={quoteattr(value)}" for key, value in words.items()) + "/>"


@settings(deadline=None, max_examples=80)
@given(st.lists(shapes(), max_size=5))
def test_whatever_numbers_a_shape_has_it_is_painted_or_told(drawn: list[str]) -> None:
    known = '<linearGradient id="s" x1="1e38" gradientTransform="scale(0)"><stop offset="0"/></linearGradient>'
    found = read_drawing(f'{HEAD}{known}<path id="p" d="M0 0h9v9z"/>{"".join(drawn)}</svg>'.encode())
    assert isinstance(found, Drawing)
    with suppress(Mistake):
        assert found.painted(*size_of(40, 30)).size == (40, 30)

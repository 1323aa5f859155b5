"""Drawings hold shapes and colours; whatever acts, writes, hides or leads out is refused with its line."""

from io import BytesIO

import pytest
from PIL import Image

from ocop_site.pictures.drawings.drawing import read_drawing
from ocop_site.pictures.drawings.limits import MOST_DEPTH, MOST_PARTS
from ocop_site.problems import Mistake
from tests.unit.pictures.corpus import distance, quarters
from tests.unit.pictures.printing import FAST, renditions

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">'


def drawing(inside: str, head: str = HEAD) -> bytes:
    return f"{head}\n{inside}</svg>".encode()


def read(inside: str, head: str = HEAD) -> str:
    return read_drawing(drawing(inside, head)).body.decode()


FOUR = """<rect width="20" height="15" fill="#C81E1E"/><rect x="20" width="20" height="15" fill="#1EA03C"/>
<rect y="15" width="20" height="15" fill="#283CC8"/><rect x="20" y="15" width="20" height="15" fill="#E6C83C"/>"""


def test_a_drawing_stands_on_its_page_as_it_is_and_on_cards_as_a_picture() -> None:
    made = renditions(drawing(FOUR), "a.svg")
    assert [each.format for each, _ in made if each.use == "page"] == ["svg"]
    assert {(each.use, each.format) for each, _ in made} >= {("card", "jpeg"), ("social", "jpeg")}
    social = next(Image.open(BytesIO(body)) for each, body in made if each.use == "social")
    assert social.size == (600, 630)
    assert distance(quarters(social), ((200, 30, 30), (30, 160, 60), (40, 60, 200), (230, 200, 60))) <= 8


def test_it_is_as_wide_as_the_widest_picture_whatever_size_it_names() -> None:
    found = read_drawing(drawing(FOUR, HEAD.replace("viewBox", 'width="4cm" height="3cm" viewBox')))
    assert (found.width, found.height) == (1600, 1200)
    assert b'width="1600" height="1200" viewBox="0 0 40 30"' in found.body


def test_without_a_view_box_its_size_is_one() -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30">'
    assert read_drawing(drawing(FOUR, head)).height == 1200


def test_a_large_drawing_is_shown_as_a_photograph_would_be() -> None:
    points = " ".join(f"{i / 300:.4f} {(104729 * i) % 20011 / 100000 + 9:.5f}" for i in range(12_000))
    made = renditions(drawing(f'<polyline fill="none" points="{points}"/>'), "a.svg", FAST)
    formats = {each.format for each, _ in made if each.use == "page"}
    assert "svg" not in formats
    assert "jpeg" in formats


REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script by its address": '<script href="x.js"/>',
    "HTML": "<foreignObject><p>x</p></foreignObject>",
    "a picture": '<image href="x.png"/>',
    "text, which needs a font": "<text>Mắm</text>",
    "a link": '<a href="https://example.org"><path d="M0 0"/></a>',
    "an animation": '<rect><animate attributeName="x" to="9"/></rect>',
    "a set": '<rect><set attributeName="onclick" to="alert(1)"/></rect>',
    "a filter": '<filter id="f"/>',
    "a handler": '<rect width="1" height="1" onclick="alert(1)"/>',
    "a handler when it loads": '<g onload="alert(1)"/>',
    "a part of another file": '<use href="https://example.org/a.svg#b"/>',
    "a part of another file, the old way": '<use xlink:href="a.svg#b"/>',
    "a script as a part": '<use href="javascript:alert(1)"/>',
    "data as a part": '<use href="data:image/svg+xml,x"/>',
    "a colour from elsewhere": '<rect fill="url(https://example.org/#a)"/>',
    "a colour from a file": '<rect fill="url(a.svg#b)"/>',
    "a hidden address": '<rect fill="u\\72l(https://example.org)"/>',
    "an address in a style": '<rect style="fill:url(https://example.org/a)"/>',
    "a hidden script": '<use href="&#106;avascript:alert(1)"/>',
    "an address written in parts": '<rect fill="ur&#108;(//example.org)"/>',
    "an address in two attributes": '<rect style="fill:u/**/rl(//example.org/a)"/>',
    "an import": '<rect style="fill:red;stroke:url(//example.org)"/>',
    "an image as a fill": '<rect fill="image(//example.org/a.png)"/>',
    "a variable": '<rect fill="var(--a)"/>',
    "a function in a function": '<rect fill="urmatrix(l(//example.org)"/>',
    "an address in a clip": '<g clip-path="url(//example.org/#a)"/>',
    "a drawing in the drawing": '<svg viewBox="0 0 1 1"/>',
}


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<style>.a{fill:red}</style>", "picture.drawing-style"),
        ("<g>" * (MOST_DEPTH + 1) + "</g>" * (MOST_DEPTH + 1), "picture.drawing-deep"),
        ('<rect mask="url(#m)"/>', "picture.drawing-refused"),
        ('<rect style="filter:url(#f)"/>', "picture.drawing-refused"),
        ('<rect style="transform:translate(5px)"/>', "picture.drawing-refused"),
    ],
)
def test_what_would_be_drawn_otherwise_than_it_was_made_is_told(inside: str, code: str) -> None:
    with pytest.raises(Mistake) as raised:
        read(inside)
    assert raised.value.code == code
    assert raised.value.details["at"] == 2


def test_a_doctype_that_declares_nothing_and_a_missing_namespace_are_forgiven() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    body = read_drawing(f'{doctype}<svg viewBox="0 0 .4 .3"><path d="M0 0"/></svg>'.encode()).body
    assert body.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 0.4 0.3">')


def test_a_style_counts_more_than_an_attribute_and_what_is_hidden_stays_hidden() -> None:
    assert 'fill="red"' in read('<rect style="fill:red !important" fill="blue"/>')
    assert 'visibility="hidden"' in read('<rect visibility="hidden"/>')
    assert 'fill="#F00"' in read('<rect style="fill:#F00;fill:color(display-p3 1 0 0)"/>')


def test_names_of_layers_are_left_out_and_parts_that_are_used_are_numbered() -> None:
    body = read(
        '<g id="Nháp của chị Lan"><path id="Hình: 1" d="M0 0"/></g><use href="#Hình: 1"/><g fill="url(\'#a b\')"/>'
    )
    assert "Lan" not in body
    assert '<path id="p1" d="M0 0">' in body
    assert '<use href="#p1">' in body
    assert 'fill="url(#p2)"' in body


@pytest.mark.parametrize("inside", REFUSED.values(), ids=REFUSED)
def test_what_is_more_than_a_shape_is_refused_with_its_line(inside: str) -> None:
    with pytest.raises(Mistake) as raised:
        read(inside)
    assert raised.value.code == "picture.drawing-refused"
    assert raised.value.details["at"] == 2


DECLARED = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!ENTITY ns_svg "http://www.w3.org/2000/svg">
<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
<!ENTITY st0 "fill:#C81E1E;stroke:none;">
<!ATTLIST svg xmlns:a CDATA #FIXED "http://www.adobe.com/svg10-extensions">
]>
"""


def test_what_illustrator_declares_once_and_mentions_often_is_read() -> None:
    head = '<svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" i:viewOrigin="1 2" viewBox="0 0 40 30">'
    only = '<foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgfRef xlink="#x"/></foreignObject>'
    shape = '<path style="&st0;" d="M0 0h9v9z"/>'
    body = read_drawing(
        f'{DECLARED}{head}<switch>{only}<g i:extraneous="self">{shape}</g></switch></svg>'.encode()
    ).body
    assert b'<g><g><path d="M0 0h9v9z" fill="#C81E1E" stroke="none"></path></g></g>' in body


def test_of_a_choice_the_first_is_drawn_that_every_program_draws() -> None:
    choices = '<g systemLanguage="vi"><path d="M1 1"/></g><path d="M2 2"/><path d="M3 3"/>'
    body = read(f"<switch>{choices}</switch>")
    assert '<g><path d="M2 2"></path></g>' in body
    assert "M1 1" not in body
    assert "M3 3" not in body


ENTITIES = {
    "that grows": '<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;">',
    "that grows from the start": "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)),
    "that grows, hidden": '<!ENTITY a "x"><!ENTITY b "&#38;a;&#38;a;">',
    "with elements": '<!ENTITY b "<script>alert(1)</script>">',
    "with hidden elements": '<!ENTITY b "&#60;script>">',
    "of another file": '<!ENTITY b SYSTEM "file:///etc/passwd">',
    "of another place": '<!ENTITY b PUBLIC "x" "https://example.org/b">',
    "for declarations": '<!ENTITY % b "x">',
    "that is long": f'<!ENTITY b "{"x" * 501}">',
    "and another, without end": "".join(f'<!ENTITY b{n} "x">' for n in range(201)),
}


@pytest.mark.parametrize("declared", ENTITIES.values(), ids=ENTITIES)
def test_an_entity_is_refused_with_its_line(declared: str) -> None:
    with pytest.raises(Mistake) as raised:
        read_drawing(f"<!DOCTYPE svg [\n{declared}]>{HEAD}<g>&b;</g></svg>".encode())
    assert raised.value.code == "picture.drawing-entity"
    assert raised.value.details["at"] == 2


def test_an_entity_that_is_mentioned_without_end_is_refused() -> None:
    mentions = f'<path d="{"&b;" * 20_001}"/>'
    with pytest.raises(Mistake) as raised:
        read_drawing(f'<!DOCTYPE svg [<!ENTITY b "M0 0">]>{HEAD}{mentions}</svg>'.encode())
    assert raised.value.code == "picture.drawing-entity"


def test_instructions_and_comments_are_left_out() -> None:
    body = read_drawing(f'<?xml-stylesheet href="//x"?><!-- kín -->{HEAD}<!-- kín --><path d="M0 0"/></svg>'.encode())
    assert b"<?" not in body.body
    assert b"<!" not in body.body


def test_what_a_drawing_program_keeps_for_itself_is_left_out() -> None:
    own = 'xmlns:ink="http://www.inkscape.org/namespaces/inkscape" ink:version="1.3 (NGUOI-VE)"'
    said = "<metadata><x>NGUOI-VE</x></metadata><title>NGUOI-VE</title><ink:grid units='NGUOI-VE'/>"
    styled = '<path ink:label="NGUOI-VE" style="fill:#8c4526;-inkscape-font:NGUOI-VE;stroke:none" d="M0 0h9v9z"/>'
    body = read(said + styled, HEAD.replace("viewBox", f"{own} viewBox"))
    assert "NGUOI-VE" not in body
    assert '<path d="M0 0h9v9z" fill="#8c4526" stroke="none"></path>' in body


def test_its_own_parts_may_be_used_again_and_coloured_by_a_gradient() -> None:
    slope = '<linearGradient id="s"><stop offset="0" stop-color="#fff"/></linearGradient>'
    body = read(
        slope
        + '<defs><path id="g" d="M0 0"/></defs>'
        + '<use xlink:href="#g" transform="translate(3 4) rotate(-20)"/><rect fill="url(#s)"/>'
    )
    assert '<use href="#p1" transform="translate(3 4) rotate(-20)">' in body
    assert 'fill="url(#p2)"' in body


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "".join(f'<g id="l{n}">' + f'<use href="#l{n + 1}"/>' * 10 + "</g>" for n in range(9))
        + '<path id="l9" d="M0 0"/>',
    ],
    ids=["itself", "each other", "a thousand millions"],
)
def test_parts_that_use_parts_without_end_are_refused(inside: str) -> None:
    with pytest.raises(Mistake) as raised:
        read(inside)
    assert raised.value.code == "picture.drawing-large"
    assert raised.value.details == {"most": MOST_PARTS}


@pytest.mark.parametrize(
    "box",
    [
        "",
        "0 0 0 30",
        "0 0 40",
        "0 0 700 100",
        "a b c d",
        "0 0 1e400 1",
        "1e400 0 4 3",
        "0 0 -4 -3",
        "0 0 1e-320 1e-320",
    ],
)
def test_proportions_that_no_page_has_room_for_are_refused(box: str) -> None:
    with pytest.raises(Mistake) as raised:
        read("", HEAD.replace("0 0 40 30", box))
    assert raised.value.code == "picture.drawing-size"


@pytest.mark.parametrize("raw", [b"<svg", b"<svg></g>", HEAD.encode(), b"<svg>\xff</svg>", b"<svg>&x;</svg>"])
def test_what_is_not_well_formed_is_told_with_its_line(raw: bytes) -> None:
    with pytest.raises(Mistake) as raised:
        read_drawing(raw)
    assert raised.value.code in ("picture.drawing-broken", "picture.drawing-refused")


@pytest.mark.parametrize("encoding", ["no-such", "big5", "utf-7", "rot13"])
def test_an_encoding_that_xml_does_not_know_is_told(encoding: str) -> None:
    with pytest.raises(Mistake) as raised:
        read_drawing(f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + drawing(FOUR))
    assert raised.value.code == "picture.drawing-broken"


def test_a_drawing_in_another_encoding_is_written_in_utf_8() -> None:
    raw = f'<?xml version="1.0" encoding="iso-8859-1"?>{HEAD}<g fill="é"/></svg>'.encode("latin-1")
    assert '<g fill="é">' in read_drawing(raw).body.decode()


def test_far_from_the_origin_a_drawing_keeps_its_place() -> None:
    """As maps are, in metres of their projection."""
    assert 'viewBox="601234.125 1167123.5 40 30"' in read("", HEAD.replace("0 0 40 30", "601234.125 1167123.5 40 30"))


def test_what_was_written_anew_is_read_as_it_is() -> None:
    once = read(FOUR + '<path style="fill:#fff" d="M1 &lt; 2"/>').encode()
    assert read_drawing(once).body == once

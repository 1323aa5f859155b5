"""Facts of a page read line by line are those that a parser finds; what is not written plainly it reads itself."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.document import Document
from ocop_site.output.page_facts import PageFacts, page_facts, parsed
from ocop_site.output.page_states import read_plain
from ocop_site.output.plain_html import Unusual
from tests.support import some

PAGE = b"""<!doctype html>
<html lang="vi" id="top">
<head>
<meta charset="utf-8">
<title>Tr\xc3\xa0 &amp; b\xc3\xa1nh</title>
<meta name="description" content="M&#39;t &lt;b&gt;">
<meta name="robots" content="noindex">
<link rel="canonical" href="https://example.org/vi/">
<link rel="alternate" hreflang="vi" href="https://example.org/vi/">
<link rel="stylesheet" href="/site.css">
<script src="/site.js" defer></script>
<script type="application/ld+json">{"a": "> b"}</script>
</head>
<body data-x>
<svg viewBox="0 0 24 24"><symbol id="_star"><path d="M0 0"/></symbol><title>x</title></svg>
<header><a class="skip" href="#main">Qua</a><nav><ul>
<li><a href="/vi/a/">A</a></li>
<li><a href="/vi/b/?x=1&amp;y=2">B</a></li>
</ul></nav>
<form action="/vi/search/"><label for="q">T\xc3\xacm</label><input id="q" name="q"><button>T\xc3\xacm</button>
<template><li class="card"><a href="/nowhere">x</a></li></template></form></header>
<main id="main"><h1 id="h">Tr\xc3\xa0</h1>
<p>L\xc3\xa1 <a href="tel:+84272">+84</a>, <a href="#gone">m\xe1\xba\xa5t</a> &copy;</p>
<picture><source srcset="/a.avif 1x, /b.avif 2x"><img src="/a.jpg" srcset="/a.jpg 1x" alt=""></picture>
<table><thead><tr><th>x</th></tr></thead><tbody><tr><td><a href="/vi/t/">t</a></td></tr></tbody></table>
<dl><div><dt>a</dt><dd><a href="https://example.com/">b</a></dd></div></dl>
<select><option value="a">A</option></select>
<svg><use href="#_star"/><a href="/vi/c/"><text>c</text></a></svg>
<textarea>x</textarea><br>
</main>
</body>
</html>
"""

PIECES: list[bytes] = [
    *re.findall(rb"<[^>]*>", PAGE),
    b"<!-- c -->",
    b"</br>",
    b"<br/>",
    b"<div/>",
    b"text",
    b"&copy;",
    b"<A HREF='/u'>",
    b"<a href=/bare>",
    b"\x00",
    b"\r",
    b'<p onclick="x">',
    b'<p style="x">',
    b"<style>",
    b"<script>",
    b"<noscript>",
    b'<base href="/b/">',
    b"<a href>",
    b"<p>",
    b'<meta http-equiv="refresh" content="0; url=/r">',
    b'<link rel="alternate" hreflang="" href="/h">',
    b"<h2>",
    b"\xff",
    b'<meta content="v" name="robots">',
    b'<link href="/c" rel="canonical">',
    b'<p id="a" id="b">',
    b'<span title="a>b">',
]


LINES = [
    "<p>{}</p>",
    '<p class="{}">{}</p>',
    '<p id="{}" class="{}">{} <a class="{}" href="{}">{}</a> {}</p>',
    '<ul class="{}">\n<li><a href="{}" lang="{}">{}</a></li>\n<li>{}</li>\n</ul>',
    '<ul>{}<li id="{}">{}</li>\n</ul>',
    '<table>{}<tr>{}<td title="{}">{}</td>\n</tr></table>',
    '<h1 id="{}">{}</h1><img src="{}" srcset="{}" alt="{}">{}',
    '<svg aria-label="{}"><use href="{}"/>{}</svg>{}',
    '<template><a href="{}">{}</a></template>',
    '<div><form action="{}"><input id="{}" value="{}" required>{}</form></div>',
    '<script src="{}"></script>{}<script type="application/json">{}</script>',
    '<link rel="{}" href="{}">',
    '<link href="{}" rel="{}"><a href="{}">{}</a>',
    '<p><meta name="{}" content="{}"></p><link rel="icon" href="{}">',
    "<dl><div><dt>{}</dt><dd>{}</dd></div></dl>",
    "<p class={}>{}</p>",
]
HEAD_LINES = [
    "<title>{}</title>",
    '<meta name="{}" content="{}">',
    '<link rel="{}" href="{}">',
    '<link rel="alternate" hreflang="{}" href="{}">',
    '<meta property="{}" content="{}"><link rel="canonical" href="{}">',
    '<script src="{}" defer></script>',
    '<script type="{}">{}</script>',
    '<meta http-equiv="{}" content="{}">',
]
VALUES = [
    "", " ", "a", "/a/", "/b/?x=1&amp;y=2", "#a", "#gone", "tel:1", "https://example.org/", "a 1x, b 2x", "robots",
    "noindex", "description", "canonical", "alternate", "application/json", "refresh", "en", "\n", "\n\n", "a > b", ">",
    "<", "a<b", "\n<b>", "</p>", '"', '" id="x', '"x', 'x="', "'", "=", "/", "/>", "&lt;", "&copy;", "&", "tr\u00e0",
]  # fmt: skip


@st.composite
def pages_of_a_form(draw: st.DrawFn) -> list[bytes]:
    """Pages that differ in their values and texts alone."""
    head, body = (draw(st.lists(st.sampled_from(lines), max_size=5)) for lines in (HEAD_LINES, LINES))
    page = '<!doctype html>\n<html lang="{}">\n<head>\n%s\n</head>\n<body>\n%s\n</body>\n</html>\n'
    form = page % (draw(st.sampled_from(["\n", ""])).join(head), draw(st.sampled_from(["\n", " "])).join(body))
    plain = st.lists(st.sampled_from(VALUES[:18]), min_size=form.count("{}"), max_size=form.count("{}"))
    fillings = draw(st.lists(plain, min_size=2, max_size=5))
    fillings[-1][draw(st.integers(0, len(fillings[-1]) - 1))] = draw(st.sampled_from(VALUES))
    return [form.format(*filling).encode() for filling in fillings]


def document(body: bytes) -> Document:
    return Document("vi/index.html", body, ("site.yaml",))


def in_order(facts: PageFacts) -> PageFacts:
    """Links and ids are sets."""
    return facts._replace(links=tuple(sorted(facts.links)), ids=tuple(sorted(facts.ids)))


def is_plain(body: bytes) -> bool:
    try:
        return bool(read_plain(body))
    except (Unusual, UnicodeDecodeError):
        return False


def test_a_plain_page_tells_what_a_parser_finds() -> None:
    facts = page_facts(document(PAGE))
    assert is_plain(PAGE)
    assert in_order(facts) == in_order(parsed(document(PAGE)))
    assert facts.title == "Trà & bánh"
    assert facts.description == "M't <b>"
    assert "/vi/b/?x=1&y=2" in facts.links
    assert "/nowhere" not in facts.links
    assert "#gone" in facts.links


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_changed_in_a_page_its_facts_are_those_of_the_parser(seed: int) -> None:
    chosen, plain = random.Random(seed), 0
    for _ in range(150):
        body = changed(PAGE, chosen)
        plain += is_plain(body)
        assert in_order(page_facts(document(body))) == in_order(parsed(document(body))), body.decode(errors="replace")
    assert plain


@settings(deadline=None, max_examples=300)
@given(pages=pages_of_a_form())
def test_whatever_values_stand_in_lines_of_the_same_form_facts_are_those_of_the_parser(pages: list[bytes]) -> None:
    for body in some(pages):
        assert in_order(page_facts(document(body))) == in_order(parsed(document(body)))


@pytest.mark.parametrize(
    ("plain", "looks_like_it"),
    [
        (b"<div>x<h1>y</h1></div>", b'<div"x"<h1>y</h1></div>'),
        (b'<p><a href="/a" class>x</a></p>', b"<p><a href= class>x</a></p>"),
        (b'<p><a href="/a">x</a></p>', b'<p><a href="/a>x</a></p>'),
        (b'<p><a id="a" href="/a">x</a></p>', b'<p><a id="a"href="/a">x</a></p>'),
        (b'<p><a title="" href="/a">x</a></p>', b'<p><a title="/a">x</a> href=">x</p>'),
        (b"<ul> <li>x</li></ul>", b"<ul>x<li>x</li></ul>"),
        (b"<table> <tr> <td>x</td></tr></table>", b"<table> <tr>x<td>x</td></tr></table>"),
    ],
)
def test_a_line_that_only_looks_like_another_is_not_taken_for_it(plain: bytes, looks_like_it: bytes) -> None:
    form = PAGE.replace(b'<main id="main">', b"%b\n<main>")
    for line in (plain, plain, plain, looks_like_it):
        page = document(form.replace(b"%b", line))
        assert in_order(page_facts(page)) == in_order(parsed(page))


def changed(page: bytes, chosen: random.Random) -> bytes:
    """With a tag more, a tag less, a line around which an element stands, or a piece of it twice."""
    cuts = [match.start() for match in re.finditer(b"<", page)]
    first, second = sorted(chosen.sample(cuts, 2))
    match chosen.randrange(4):
        case 0:
            return b"".join((page[:first], chosen.choice(PIECES), page[first:]))
        case 1:
            return page[:first] + page[page.index(b">", first) + 1 :]
        case 2:
            lines = page.split(b"\n")
            place, name = chosen.randrange(len(lines)), chosen.choice([b"div", b"p", b"a", b"ul", b"template", b"form"])
            lines[place] = b"<%b>%b</%b>" % (name, lines[place], name)
            return b"\n".join(lines)
        case _:
            return page[:second] + page[first:second] + page[second:]


def test_facts_are_plain_values_and_come_back_as_they_were() -> None:
    facts = page_facts(document(PAGE))
    assert facts.shared() == facts
    assert type(facts.links) is tuple


def test_what_was_read_before_tells_nothing_of_another_page() -> None:
    other = PAGE.replace(b'lang="vi"', b'lang="en"').replace(b"/vi/a/", b"/en/a/")
    alone = parsed(document(other))
    for _ in range(3):
        assert in_order(page_facts(document(PAGE))) == in_order(parsed(document(PAGE)))
        assert in_order(page_facts(document(other))) == in_order(alone)

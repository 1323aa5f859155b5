"""Markdown becomes plain, fitting HTML; whatever is put into it, nothing harmful comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from ocop_site.theme.markdown import prose, to_html
from ocop_site.views import Prose

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//example.net/)",
    "[x](\\\\example.net/)",
    "[x](http://example.net/)",
    "[x](https://example.org/ \"a' onmouseover='alert(1)\")",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://example.net></iframe>",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<javascript:alert(1)>",
    "![x](https://example.net/x.png)",
    '![x" onerror="alert(1)](x)',
    "[x]: javascript:alert(1)\n\n[x]",
    "`<script>`\n\n    <script>alert(1)</script>",
    "<!-- --!><script>alert(1)</script>",
    "|a|\n|-|\n|<script>alert(1)</script>|",
    "\u0002wzxhzdk:0\u0003 <b>",
    "# <h1 id=x>",
]

HARMLESS_TAGS = {
    "a", "blockquote", "br", "code", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul", "html", "head", "body", "-text", "-comment",
}  # fmt: skip


def assert_harmless(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert tree.root is not None
    for node in tree.root.traverse(include_text=True):
        assert node.tag in HARMLESS_TAGS, node.html
        assert set(node.attributes) <= {"href", "rel", "title", "start"}
        address = (node.attributes.get("href") or "").replace("\\", "/")
        assert not address.startswith("//")
        scheme, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
        assert not colon or scheme.lower() in ("https", "mailto", "tel")


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_out_harmless(attack: str) -> None:
    assert_harmless(to_html(attack, 3))
    assert_harmless(to_html(f"Trước {attack} sau", 3))


@given(st.text(alphabet="<>[]()!*_#`'\"=&;:/\\ \n\tajscriptonerxhlf-|0123456789\u0002\u0003", max_size=80))
def test_nothing_harmful_comes_out_of_anything(source: str) -> None:
    assert_harmless(to_html(source, 3))


def test_html_in_a_text_is_shown_as_it_was_typed() -> None:
    assert to_html("Bánh <b>tráng</b>", 3) == "<p>Bánh &lt;b&gt;tráng&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    ("source", "level", "tags"),
    [
        ("# A\n\n## B", 3, ["h3", "h4"]),
        ("## A\n\n### B\n\n## C", 2, ["h2", "h3", "h2"]),
        ("#### A", 3, ["h3"]),
        ("# A\n\n#### B", 2, ["h2", "h3"]),
        ("# A", 1, ["h2"]),
        ("# A\n\n## B\n\n### C", 5, ["h5", "h6", "h6"]),
    ],
)
def test_headings_fit_under_those_of_the_page(source: str, level: int, tags: list[str]) -> None:
    tree = LexborHTMLParser(to_html(source, level))
    assert [node.tag for node in tree.css("h1, h2, h3, h4, h5, h6")] == tags


def test_a_link_out_is_marked_and_a_link_within_is_not() -> None:
    assert (
        to_html("[a](https://example.org/)", 3) == '<p><a href="https://example.org/" rel="external noopener">a</a></p>'
    )
    assert to_html("[a](/vi/san-pham/)", 3) == '<p><a href="/vi/san-pham/">a</a></p>'


def test_a_picture_leaves_its_words() -> None:
    assert to_html("Đây: ![Chợ nổi](https://example.net/x.png), buổi sáng.", 3) == "<p>Đây: Chợ nổi, buổi sáng.</p>"


def test_a_table_keeps_its_head() -> None:
    tree = LexborHTMLParser(to_html("| Hạng | Điểm |\n|---|--:|\n| 5 sao | 90 |", 3))
    assert [node.text() for node in tree.css("thead th")] == ["Hạng", "Điểm"]


def test_a_text_in_another_language_is_marked() -> None:
    assert prose(Prose("Chào", "vi")) == '<div class="prose" lang="vi">\n<p>Chào</p>\n</div>'
    assert prose(Prose("Chào")) == '<div class="prose">\n<p>Chào</p>\n</div>'

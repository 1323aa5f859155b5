"""Markdown becomes plain, fitting HTML; whatever is put into it, nothing harmful comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from ocop_site.text.language import TextRun
from ocop_site.text.markdown.parsing import parse
from ocop_site.theme.markdown import prose
from ocop_site.units import Pixel
from ocop_site.views import Picture, Prose, ProseLink, ProsePicture

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
    "span", "table", "tbody", "td", "th", "thead", "tr", "ul", "html", "head", "body", "-text", "-comment",
}  # fmt: skip


def assert_harmless(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert tree.root is not None
    for node in tree.root.traverse(include_text=True):
        assert node.tag in HARMLESS_TAGS, node.html
        assert set(node.attributes) <= {"href", "rel", "title", "value", "class", "lang"}
        address = (node.attributes.get("href") or "").replace("\\", "/")
        assert not address.startswith("//")
        scheme, colon, _ = re.split(r"[/?#]", address, maxsplit=1)[0].partition(":")
        assert not colon or scheme.lower() in ("https", "http", "mailto", "tel")


def within(html: str) -> str:
    """What stands in the block of a text."""
    return str(html).removeprefix('<div class="prose">').removesuffix("</div>")


def to_html(source: str, level: int) -> str:
    """The text on a page that knows none of its addresses."""
    return within(prose(Prose(source), level, page_language="vi")).strip("\n")


def led(source: str) -> str:
    """The text on a page that believes every address that was typed."""
    links = [ProseLink(mention.typed, mention.typed) for mention in parse(source).mentions if mention.sort == "link"]
    return within(prose(Prose(source, links=tuple(links)), page_language="vi"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_out_harmless(attack: str) -> None:
    assert_harmless(led(attack))
    assert_harmless(led(f"Trước {attack} sau"))


@given(st.text(alphabet="<>[]()!*_#`'\"=&;:/\\ \n\tajscriptonerxhlf-|0123456789\u0002\u0003", max_size=80))
def test_nothing_harmful_comes_out_of_anything(source: str) -> None:
    assert_harmless(led(source))


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
    out = ProseLink("https://example.org", "https://example.org", is_external=True)
    within = ProseLink("product:gao", "/vi/san-pham/gao/")
    html = prose(Prose("[a](https://example.org) [b](product:gao)", links=(out, within)), page_language="vi")
    assert '<a href="https://example.org" rel="external noopener">a</a> <a href="/vi/san-pham/gao/">b</a>' in html


def test_what_a_link_costs_or_risks_stands_behind_its_words() -> None:
    insecure = ProseLink("http://example.org", "http://example.org", True, "chưa bảo mật")
    links = (insecure, ProseLink("ke-hoach.pdf", "/files/k.pdf", note="PDF, 1,2 MB, 4 trang"))
    html = prose(Prose("[a](http://example.org), [b](ke-hoach.pdf).", links=links), page_language="vi")
    assert ">a</a> (chưa bảo mật), " in html
    assert ">b</a> (PDF, 1,2 MB, 4 trang).</p>" in html


def test_a_link_that_leads_nowhere_is_its_words() -> None:
    assert to_html("Xem [gạo](product:khong-co).", 3) == "<p>Xem gạo.</p>"


def test_a_link_in_the_middle_of_a_list_keeps_its_words_in_their_order() -> None:
    assert to_html("- a [b](product:khong) c\n- d", 3) == "<ul><li>a b c</li><li>d</li></ul>"


def test_a_picture_leaves_its_words() -> None:
    html = to_html("Đây: ![Chợ nổi](https://example.net/x.png), buổi sáng.", 3)
    assert html == "<p>Đây: </p>\n<p>Chợ nổi</p>\n<p>, buổi sáng.</p>"


def shown(source: str, *pictures: tuple[str, str]) -> str:
    """The text on a page that has these pictures, by file and words."""
    known = tuple(
        ProsePicture(file, Picture((), f"/{file}", "", Pixel(4), Pixel(3), 0, TextRun(words), None, "photo"))
        for file, words in pictures
    )
    figure = lambda picture, caption: f"[{picture.src} {picture.alt.text}{'' if caption is None else ' | ' + caption}]"  # noqa: E731
    return (
        str(prose(Prose(source, pictures=known), figure=figure, page_language="vi"))
        .split("\n", 1)[1]
        .removesuffix("\n</div>")
    )


def test_a_picture_stands_between_paragraphs_with_its_caption() -> None:
    source = 'Trước ![chợ](cho.jpg "Chợ nổi lúc sáu giờ") sau'
    assert shown(source, ("cho.jpg", "chợ")) == "<p>Trước </p>\n[/cho.jpg chợ | Chợ nổi lúc sáu giờ]\n<p> sau</p>"
    assert shown("![chợ](cho.jpg)", ("cho.jpg", "chợ")) == "[/cho.jpg chợ | chợ]"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("- ![chợ](cho.jpg)", "<ul><li>[/cho.jpg chợ]</li></ul>"),
        ("**![chợ](cho.jpg)**", "<p><strong>[/cho.jpg chợ]</strong></p>"),
        ("a|b\n-|-\n![chợ](cho.jpg)|c", "[/cho.jpg chợ]</td>"),
    ],
)
def test_a_picture_within_a_line_stands_in_the_line(source: str, html: str) -> None:
    assert html in shown(source, ("cho.jpg", "chợ"))


def test_one_file_may_be_shown_twice_under_other_words() -> None:
    html = shown("![một](a.jpg)\n\n![hai](a.jpg)", ("a.jpg", "một"), ("a.jpg", "hai"))
    assert html == "[/a.jpg một | một]\n[/a.jpg hai | hai]"


def test_a_table_keeps_its_head() -> None:
    tree = LexborHTMLParser(to_html("| Hạng | Điểm |\n|---|--:|\n| 5 sao | 90 |", 3))
    assert [node.text() for node in tree.css("thead th")] == ["Hạng", "Điểm"]


def test_a_column_stands_on_the_side_that_was_typed() -> None:
    tree = LexborHTMLParser(to_html("| Hạng | Điểm | Năm |\n|:--|--:|:-:|\n| 5 sao | 90 | 2025 |", 3))
    assert [node.attributes.get("class") for node in tree.css("th")] == [None, "cell-end", "cell-center"]
    assert [node.attributes.get("class") for node in tree.css("td")] == [None, "cell-end", "cell-center"]


def test_code_that_stands_alone_keeps_its_lines() -> None:
    assert to_html("Gõ:\n\n`a --b\nc=d`", 3) == "<p>Gõ:</p>\n<pre><code>a --b\nc=d</code></pre>"
    assert to_html("Gõ `a --b`.", 3) == "<p>Gõ <code>a --b</code>.</p>"


def test_a_text_in_another_language_is_marked() -> None:
    assert prose(Prose("Chào", "vi"), page_language="en") == '<div class="prose" lang="vi">\n<p>Chào</p>\n</div>'
    assert prose(Prose("Chào"), page_language="vi") == '<div class="prose">\n<p>Chào</p>\n</div>'

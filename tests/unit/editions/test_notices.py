"""A notice is shown as it was typed, whatever Markdown would make of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from ocop_site.text.markdown.parsing import parse_as_typed, plain_words
from ocop_site.theme.markdown import prose
from ocop_site.views import Prose, ProseLink

NEWS = ProseLink("news:tin-mau", "/vi/tin-tuc/tin-mau/")


def html(words: str) -> str:
    return str(prose(Prose(words, links=(NEWS,), is_typed=True), page_language="vi"))


def shown(words: str) -> str:
    body = LexborHTMLParser(html(words)).body
    assert body
    return body.text().strip()


@pytest.mark.parametrize(
    "words",
    [
        "Thu hồi lô 12*08*26 và 13*08*26, HSD #08.", "lô _01_ và __02__", "lô `7` <b>8</b> &amp; 9", "# Lô 01",
        "* lô 1", "- lô 1", "+ lô 1", "1. lô một", "12) lô hai", "> lô 3", "lô ~~4~~ | 5", "[lô](6)", "[lô](https://example.org/)",
        "lô \\*7\\*", "![lô](a.png)",
    ],
)  # fmt: skip
def test_every_sign_stands_as_it_was_typed(words: str) -> None:
    assert shown(words) == words


def test_lines_stay_lines() -> None:
    assert html("Lô 01\n    Lô 02\n======").count("<br>") == 2
    assert "<h" not in html("Lô 01\n======")


def test_a_link_by_record_is_a_link_and_its_words_are_words() -> None:
    words = "Xem [tin *này*](news:tin-mau), lô 1*2*3."
    assert '<p>Xem <a href="/vi/tin-tuc/tin-mau/">tin *này*</a>, lô 1*2*3.</p>' in html(words)
    assert plain_words(parse_as_typed(words)) == "Xem tin *này*, lô 1*2*3."

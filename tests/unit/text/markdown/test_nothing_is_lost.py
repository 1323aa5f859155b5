"""Whatever is typed stands in the page, every letter and digit in its order; what mark-up means aside."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ocop_site.text.markdown.parsing import parse, parse_as_typed, plain_words

LINES = st.sampled_from(
    [
        "- a", "  - b", "    c", "1. x", "2) y", "12. z", "2019. n", "# h", "#OCOP", "> q", "> 5 kg", "| a | b |",
        "|-|-|",
        "a|b", "-|-", "c|d|e", "---", "===", "=", "-", "*", "**d** e", "*f*g", "_h_", "`k`", "``` yaml", "[q]: r",
        "[q]",
        "[t][q]", "<b>u</b>", "&copy;", "\\* A", "B  ", "\tC", "– D", "– E", "• F", "a) G", "b) H", "+ I", "-J", "-K",
        "30*40*5", "(*) L", "", "", "\\", "[", "](", "![", "```", "    ", "~~M~~", "1986. N", "+ -", "- ", "1.", "***",
        "***O***", "[^1]", "[^1]: P", "[a](trang 5)",
    ]
)  # fmt: skip
SCRAPS = st.text(alphabet="ab1 -*+_`[]()!<>#|:.\\\n\t&;\"'~", max_size=8)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(LINES, max_size=8).map("\n".join),
    st.lists(st.one_of(LINES, SCRAPS), max_size=10).map("\n".join),
    st.lists(st.one_of(LINES, SCRAPS), max_size=8).map(" ".join),
)

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What no content holds: it is told as the file is read."""


def signs(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


@settings(max_examples=1500)
@given(TEXTS)
@example("1. x\n\n  - b\n2. y")
@example("1. x\n  - a\n\n  - b\n2. y")
@example("0. |\n|")
@example("- a | b\n-|-")
def test_every_letter_and_digit_of_any_text_is_shown_in_its_order(source: str) -> None:
    source = CONTROL.sub("", source)
    parsed = parse(source)
    if all(mention.sort == "html" for mention in parsed.mentions):
        assert signs(plain_words(parsed)) == signs(source)


@given(TEXTS)
def test_a_text_as_it_was_typed_loses_no_sign_at_all(source: str) -> None:
    source = CONTROL.sub("", source)
    parsed = parse_as_typed(source)
    if not parsed.mentions:
        assert plain_words(parsed) == source


def test_an_item_is_no_table_whatever_bars_are_in_it() -> None:
    parsed = parse("1. Nấu\n2. Dọn | bày\n|\n3. a | b\n-|-")
    assert not list(parsed.root.iter("table"))
    assert [item.get("value") for item in parsed.root.iter("li")] == ["1", "2", "3"]
    assert "Dọn | bày" in plain_words(parsed)

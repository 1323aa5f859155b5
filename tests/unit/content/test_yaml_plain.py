"""Plain YAML is read in haste: what comes of it is what the careful reading would have found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.content.yaml.plain import read_plain
from ocop_site.content.yaml.tree import read_carefully, read_tree

WORDS = ("a", "code", "true", "0272", "~", "null", "''", "'8'", "{vi: Bánh, en: Cake}", "[1, 2]", "07:30-11:30", "ð")
SIGNS = ("b: ", "b:", "name: ", "- ", "-", ": ", ":", ", ", "{", "}", "[", "]", "'", '"', "@", "`", "? ", "&a ", "*a")
LINES = ("\n", "\n  ", "\n    ", "\n\n", " ", "|\n    x\n", ">-\n    y\n    z\n", "---", "\n---\n", "...", "%YAML")
RARE = ("# lời", " #OCOP", "!!str ", "<<: ", '"\\u200b"', '"\\x07"', "\u00a0", "e\u0301", "\u200b", "\ufeff", "\t")

PIECES = (*WORDS, *SIGNS, *LINES, *RARE)

BLOCKS = "a:\n  vi: |\n    Một\n    hai\n  en: '1'\nb: [2, 3]\n# lời nhắn\n"


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_plain_says_the_same_to_a_careful_reader(text: str) -> None:
    plain, careful = read_plain(text, 1000), read_carefully(text, 1000)
    if plain is not None:
        assert (careful.data, careful.slips, careful.whole) == (plain, [], True)
        assert list(map(repr, careful.data.items())) == list(map(repr, plain.items()))


@pytest.mark.parametrize(
    "text", ["a: [b, {c: d}]\n", "a:\n  vi: |\n    Một\n    hai\n  en: '1'\nb: [2, 3]\n# lời nhắn\n"]
)
def test_usual_files_are_plain(text: str) -> None:
    assert read_plain(text, 1000) == read_carefully(text).data


@pytest.mark.parametrize("nodes", range(4, 40))
def test_a_text_of_too_many_nodes_is_none_that_is_read_in_haste(nodes: int) -> None:
    text = "a: [1, 2, {b: c, d: [e]}]\nf: g\n"
    assert read_plain(text, nodes) is None or read_carefully(text, nodes).whole


def test_the_sample_is_read_the_same_in_haste_and_with_care() -> None:
    texts = {file: file.read_text("utf-8") for file in Path("content").rglob("*.yaml")}
    assert texts
    assert [file for file, text in texts.items() if read_tree(text).data != read_carefully(text).data] == []

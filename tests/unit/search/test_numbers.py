"""Numbers as letters: each comes back, none needs to be escaped."""

import json

from hypothesis import given
from hypothesis import strategies as st

from ocop_site.search.numbers import packed, packed_rising


def unpacked(text: str) -> list[int]:
    """As index.js of the kit reads them."""
    found, at = [], 0
    while at < len(text):
        if (number := sign(text[at])) < 0:
            number = sign(text[at + 1]) * 8028 + sign(text[at + 2])
            at += 2
        found.append(number)
        at += 1
    return found


def sign(letter: str) -> int:
    code = ord(letter)
    return code - 69 if code > 126 else code - 35 if code > 92 else code - 34 if code > 34 else code - 33


@given(st.lists(st.integers(0, 8028 * 8028 - 1)))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


@given(st.lists(st.integers(0, 1_000_000), unique=True).map(sorted))
def test_rising_numbers_are_told_by_their_gaps(numbers: list[int]) -> None:
    total, found = 0, []
    for gap in unpacked(packed_rising(numbers)):
        total += gap
        found.append(total)
    assert found == numbers


def test_small_numbers_are_one_byte_each_and_nothing_is_escaped() -> None:
    text = packed(range(92))
    assert len(text.encode()) == 92
    everything = packed(range(100_000))
    assert json.dumps(everything, ensure_ascii=False) == f'"{everything}"'
    assert not {"\u2028", "\u2029", "\n"} & set(everything)

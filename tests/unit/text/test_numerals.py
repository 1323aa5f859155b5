"""Numbers in words are read as digits, and words that only sound like them are left alone."""

import pytest

from ocop_site.text.numerals import in_digits


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("bốn mươi lăm độ", "45 độ"),
        ("Bon muoi lam do", "45 do"),
        ("hai mươi độ", "20 độ"),
        ("mười, mười hai", "10, 12"),
        ("ba trăm lẻ năm, ba trăm, ba trăm mười", "305, 300, 310"),
        ("không chín mười hai, ba trăm bốn mươi lăm", "0912, 345"),
        ("forty-five percent", "45 percent"),
        ("twenty, twelve, three hundred", "20, 12, 300"),
        ("tổ Bảy", "tổ 7"),
    ],
)
def test_a_number_in_words_is_written_in_digits(words: str, digits: str) -> None:
    assert in_digits(words) == digits


@pytest.mark.parametrize("words", ["", "cá linh", "muối", "trăm hoa", "bánh 12 cái", "lẻ loi", "tenor"])
def test_other_words_stay(words: str) -> None:
    assert in_digits(words) == words

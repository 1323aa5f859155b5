"""Widths without a font: never less than the widest common font has, and lines that break where they should."""

import unicodedata
from pathlib import Path

import pytest
from PIL import ImageFont

from ocop_site.paper.lettering import balance, width_of, wrap

FONTS = Path("/usr/share/fonts/truetype/dejavu")
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"


def every_letter() -> list[str]:
    small = [*LETTERS, *(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES)]
    others = [chr(number) for number in range(32, 127)]
    return [*small, *(letter.upper() for letter in small), *others, *"₫“”‘’–·×°\xa0"]


@pytest.mark.parametrize(("file", "is_bold"), [("DejaVuSans.ttf", False), ("DejaVuSans-Bold.ttf", True)])
def test_no_letter_is_wider_than_reckoned(file: str, is_bold: bool) -> None:
    if not (FONTS / file).exists():
        pytest.skip(f"{file} is not installed")
    font = ImageFont.truetype(str(FONTS / file), 1000)
    wider = [letter for letter in every_letter() if font.getlength(letter) / 1000 > width_of(letter, is_bold) + 1e-6]
    assert wider == []


def test_marks_have_no_width_of_their_own() -> None:
    assert width_of("ệ") == width_of("e")
    assert width_of(unicodedata.normalize("NFD", "ệ")) == width_of("e")
    assert width_of("ư") > width_of("u")


def test_lines_break_between_words_and_lose_none() -> None:
    text = "Gạo đặc sản Nàng Hoa của Bảy Sánh, gói năm ký"
    set_text = wrap(text, 10)
    assert " ".join(set_text.lines) == text
    assert all(width_of(line) <= 10 for line in set_text.lines)
    assert not set_text.is_broken
    assert not set_text.is_cut


def test_a_word_that_is_too_long_is_broken_and_that_is_known() -> None:
    set_text = wrap("x " + "nghiêng" * 5, 10)
    assert set_text.is_broken
    assert all(width_of(line) <= 10 for line in set_text.lines)
    assert "".join(set_text.lines).replace(" ", "") == "x" + "nghiêng" * 5


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    set_text = wrap("một hai ba bốn năm sáu bảy tám", 6, most=2)
    assert len(set_text.lines) == 2
    assert set_text.lines[-1].endswith("…")
    assert set_text.is_cut
    assert all(width_of(line) <= 6 for line in set_text.lines)


def test_lines_of_a_name_are_about_as_long_as_one_another() -> None:
    assert wrap("Bầu sao Thuận Giàu", 9, is_bold=True).lines == ("Bầu sao Thuận", "Giàu")
    assert balance("Bầu sao Thuận Giàu", 9, is_bold=True).lines == ("Bầu sao", "Thuận Giàu")


def test_balancing_cuts_nothing_that_fits() -> None:
    text = "Traditional twelve-month fermented anchovy sauce of a household"
    assert balance(text, 16, most=3).lines == balance(text, 16).lines
    assert not balance(text, 16, most=3).is_cut


def test_no_line_begins_with_a_dash() -> None:
    for width in range(4, 30):
        assert not any(line.startswith(("-", "–", "·")) for line in wrap("Gạo ST25 - Bảy Sánh · xã Long", width).lines)

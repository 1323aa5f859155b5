"""Texts and the Vietnamese alphabet: order as in a dictionary, folding for addresses, letters of an index."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.text.language import Text, TextRun, direction, isolated
from ocop_site.text.vietnamese import ALPHABET, collation_key, fold, heading, initial, slug

DISTRICTS = [
    "Bến Lức", "Cần Đước", "Cần Giuộc", "Châu Thành", "Đức Hòa", "Đức Huệ", "Kiến Tường", "Mộc Hóa", "Tân An",
    "Tân Hưng", "Tân Thạnh", "Tân Trụ", "Thạnh Hóa", "Thủ Thừa", "Vĩnh Hưng",
]  # fmt: skip

SAUSAGE = Text({"vi": "Lạp xưởng", "en": "Sausage"})


@pytest.mark.parametrize(
    "in_order",
    [
        ["An", "Ẩm", "Bánh", "Dưa", "Đậu", "Ếch"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["la", "lá", "lan", "lán"],
        ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n"],
        ["n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"],
        ["ca", "cạ", "căn", "cặn", "cân", "cận"],
        ["An", "An Giang", "Anh"],
        ["Trà 2", "Trà 10", "Trà hoa"],
        ["3 Sen", "20 Sen", "An"],
        ["an", "An", "AN"],
        ["Đế Gò Đen 19", "Đế Gò Đen 31", "Đế Gò Đen 41"],
        DISTRICTS,
    ],
)
def test_names_stand_in_vietnamese_order(in_order: list[str]) -> None:
    assert sorted(set(in_order), key=collation_key) == in_order
    assert all(collation_key(first) < collation_key(second) for first, second in pairwise(in_order))


def test_a_tone_counts_only_where_all_letters_are_equal() -> None:
    assert sorted(["mạn", "mã", "man", "mạ"], key=collation_key) == ["mã", "mạ", "man", "mạn"]


def test_punctuation_does_not_change_the_order() -> None:
    assert sorted(["“Bánh”", "An", "(Dưa)"], key=collation_key) == ["An", "“Bánh”", "(Dưa)"]


@given(st.text())
def test_any_text_has_a_place_in_the_order(text: str) -> None:
    assert collation_key(text) == collation_key(text)


@given(st.text(alphabet="aăâđeêơưAĐ ầẩẫấậ"))
def test_a_name_sorts_alike_however_its_marks_are_stored(text: str) -> None:
    stored_apart = unicodedata.normalize("NFD", text)
    assert collation_key(text)[:2] == collation_key(stored_apart)[:2]
    assert slug(text) == slug(stored_apart)
    assert initial(text) == initial(stored_apart)


@given(st.text(alphabet="aăâđeAĐ ầẩẫấậ", max_size=3), st.text(alphabet="aăâđeAĐ ầẩẫấậ", max_size=3))
def test_only_equal_names_share_a_place(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đậu phộng", "dau-phong"),
        ("Lạp xưởng tươi Cô Châu", "lap-xuong-tuoi-co-chau"),
        ("ĐẾ GÒ ĐEN 31%", "de-go-den-31"),
        ("  Mắm -- ruốc ", "mam-ruoc"),
        ("OCOP", "ocop"),
        ("!?", ""),
    ],
)
def test_an_address_has_neither_marks_nor_capitals(text: str, address: str) -> None:
    assert slug(text) == address


@given(st.text())
def test_an_address_is_of_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@given(st.text())
def test_an_address_of_an_address_is_the_same(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("text", "folded"), [("Đậu PHỘNG", "dau phong"), ("ứỪửữự", "uuuuu"), ("Ếch", "ech"), ("cà-phê 3", "ca-phe 3")]
)
def test_folding_takes_marks_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ẩm thực", "Â"),
        ("Đậu phộng", "Đ"),
        ("Dưa leo", "D"),
        ("ếch", "Ê"),
        ("Ướp", "Ư"),
        ("ấm", "Â"),
        ("Wagyu", "W"),
        ("“An”", "A"),
        ("31 Gò Đen", "#"),
        ("酒", "#"),
        ("", "#"),
        ("...", "#"),
    ],
)
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ẩm thực", "Â"),
        ("쌀", "ㅆ"),
        ("한과", "ㅎ"),
        ("أرز", "ا"),
        ("Рис", "Р"),
        ("酒", "#"),
        ("すし", "#"),
        ("5 쌀", "#"),
    ],
)
def test_an_index_in_another_writing_has_its_letters(name: str, letter: str) -> None:
    assert heading(name) == letter


def test_names_in_another_writing_stand_in_the_order_of_its_letters_behind_the_others() -> None:
    names = ["쌀", "تمر", "Rượu", "떡", "Garçon", "أرز", "Gạo"]
    assert sorted(names, key=collation_key) == ["Gạo", "Garçon", "Rượu", "أرز", "تمر", "떡", "쌀"]


@given(st.text())
def test_the_index_has_no_other_letters(name: str) -> None:
    assert initial(name) in {*ALPHABET.upper(), "#"}


def test_a_text_is_told_in_the_language_asked_for() -> None:
    assert SAUSAGE.run("en") == TextRun("Sausage")


@pytest.mark.parametrize("text", [Text({"vi": "Lạp xưởng"}), Text({"vi": "Lạp xưởng", "en": ""})])
def test_a_missing_language_is_told_in_the_first_and_marked(text: Text) -> None:
    assert text.run("en") == TextRun("Lạp xưởng", "vi")
    assert not text.has("en")


def test_a_missing_language_is_told_in_the_first_fallback_that_has_words_and_marked() -> None:
    assert SAUSAGE.run("ko", "en", "vi") == TextRun("Sausage", "en")
    assert Text({"vi": "Lạp xưởng", "en": ""}).run("ko", "en", "vi") == TextRun("Lạp xưởng", "vi")
    assert Text({"vi": "Lạp xưởng", "ko": "소시지"}).run("ko", "en", "vi") == TextRun("소시지")


@pytest.mark.parametrize(
    ("language", "side"),
    [("vi", "ltr"), ("zh-hant", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("ur", "rtl")],
)
def test_a_language_is_written_from_one_side(language: str, side: str) -> None:
    assert direction(language) == side


def test_letters_of_the_other_direction_are_kept_together_addresses_as_they_are() -> None:
    assert isolated("12/QĐ", "ar") == "\u206812/QĐ\u2069"
    assert isolated("https://example.org/a/", "ar") == "https://example.org/a/"
    assert (isolated("أرز", "ar"), isolated("12", "ar"), isolated("أرز", "vi")) == ("أرز", "12", "أرز")


def test_a_text_without_a_language_is_never_printed() -> None:
    with pytest.raises(TypeError):
        str(SAUSAGE)


def test_a_text_without_words_is_none() -> None:
    assert SAUSAGE
    assert not Text({"vi": ""})


def test_equal_texts_are_one() -> None:
    assert len({SAUSAGE, Text(dict(SAUSAGE.words))}) == 1

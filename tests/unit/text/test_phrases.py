"""A phrase is found as a reader finds it, however it is typed, and nothing else is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.text.phrases import Phrases
from ocop_site.text.plain_text import PlainText

PHRASES = Phrases(
    [
        "# sao",
        "# stars",
        "OCOP 4",
        "còn hiệu lực",
        "chữa",
        "chữa bệnh",
        "tốt cho sức khỏe",
        "giảm đau",
        "giải độc",
        "đau đầu ~ dứt",
        "good for the heart",
        "清热",
    ],
    harmless=["sửa chữa", "khách sạn # sao", "không chữa bệnh"],
)


def found(text: str) -> list[str]:
    return list(PHRASES.found_in(PlainText(text)))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Sản phẩm 5 sao OCOP", "5 sao"),
        ("BỐN SAO", "BỐN SAO"),
        ("đạt năm sao", "năm sao"),
        ("three-stars", "three-stars"),
        ("OCOP4", "OCOP4"),
        ("５ sao", "5 sao"),
        ("5 s a o", "5 sao"),
        ("5\u200b sao", "5 sao"),
        ("5\u00a0sao", "5 sao"),
        ("5&nbsp;sao", "5 sao"),
        ("**5** _sao_", "5 sao"),
        ("[5 sao](https://example.org/a)", "5 sao"),
        ("5\n> sao", "5 sao"),
        ("5 sаo", "5 sao"),
        ("ch**ữ**a ho", "chữa"),
        ("ch\u00adữa", "chữa"),
        ("chu\u031b\u0303a ho", "chữa"),
        ("chua benh", "chua benh"),
        ("con hieu luc", "con hieu luc"),
        ("còn hieu luc", "còn hieu luc"),
        ("tốt cho\n  sức khoẻ", "tốt cho sức khoẻ"),
        ("gi&#7843;m đau", "giảm đau"),
        ("Good  for the\theart", "Good for the heart"),
        ("giai đôc", "giai đôc"),
        ("giãi độc", "giãi độc"),
        ("đau đầu, ngậm vài miếng là dứt", "đau đầu, ngậm vài miếng là dứt"),
        ("đau đầu dứt", "đau đầu dứt"),
        ("g.i.ả.i đ.ộ.c", "giải độc"),
        ("giảiđộc", "giảiđộc"),
        ("#GiaiDoc", "Giai Doc"),
        ("giải\u200bđộc", "giảiđộc"),
        ("giải\u3164độc", "giải độc"),
        ("g-i-ả-i đ-ộ-c", "giải độc"),
        ("goodfortheheart", "goodfortheheart"),
        ("米纸清热好吃", "清热"),
    ],
)
def test_a_phrase_is_found_whatever_its_writing(text: str, wording: str) -> None:
    assert found(f"Ở đây {text}, và hết") == [wording]


@pytest.mark.parametrize(
    "text",
    [
        "", "canh chua", "chứa nước", "xưởng sửa chữa máy", "khách sạn 4 sao", "trà này không chữa bệnh", "năm sau",
        "15 sao", "giảm. Đau", "OCOP 40", "ngôi sao", "con hiểu lục", "goods for the heart",
        "đau đầu. Ngậm là dứt", "đau đầu một hai ba bốn năm sáu bảy dứt", "chưa bệnh",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert found(f"Ở đây {text}") == []


def test_the_longest_phrase_is_told_once_and_each_time_it_stands() -> None:
    assert found("chữa bệnh rồi chữa, 4 sao") == ["chữa bệnh", "chữa", "4 sao"]


def test_without_phrases_nothing_is_found() -> None:
    assert list(Phrases([]).found_in(PlainText("4 sao"))) == []


@given(st.text(alphabet="4năm saochữbệnh*_[]().\n "))
def test_what_is_found_stands_in_the_text_as_it_is_read(text: str) -> None:
    plain = PlainText(text)
    assert all(wording in plain.line for wording in PHRASES.found_in(plain))

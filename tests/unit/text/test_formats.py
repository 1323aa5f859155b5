"""Numbers, money, dates and telephone numbers as readers of each language write them."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_currency
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.text.formats import format_date, format_money, format_number, format_phone


@pytest.mark.parametrize(
    ("date", "vietnamese", "english"),
    [
        ("2023-10-20", "20/10/2023", "20 October 2023"),
        ("2023-01-05", "05/01/2023", "5 January 2023"),
        ("2024-02-29", "29/02/2024", "29 February 2024"),
        ("2023-01", "01/2023", "January 2023"),
        ("2023", "2023", "2023"),
    ],
)
def test_a_date_is_told_day_first_and_to_its_precision(date: str, vietnamese: str, english: str) -> None:
    assert (format_date(date, "vi"), format_date(date, "en")) == (vietnamese, english)


@pytest.mark.parametrize("date", ["2023-10-20", "2023-10", "2023"])
def test_a_further_language_needs_no_pattern_of_its_own(date: str) -> None:
    parts = date.split("-")
    told = format_date(date, "ko")
    assert all(part in told for part in parts)
    assert told.count("월") == (len(parts) > 1)
    assert told.count("일") == (len(parts) > 2)


def test_dong_are_told_as_each_language_writes_them() -> None:
    assert format_money(1250000, "vi") == "1.250.000\N{NO-BREAK SPACE}₫"
    assert format_money(1250000, "en") == "₫1,250,000"


@pytest.mark.parametrize("language", ["vi", "en", "ko", "fr", "ar", "hi", "zh-hant"])
@given(st.integers(0, 10**12) | st.sampled_from([-5000]))
def test_every_sum_is_written_as_babel_writes_it(language: str, amount: int) -> None:
    locale = Locale.parse({"en": "en_GB"}.get(language, language), sep="_" if language == "en" else "-")
    assert format_money(amount, language) == format_currency(amount, "VND", locale=locale)


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [(1.5, "1,5", "1.5"), (Decimal("31.5"), "31,5", "31.5"), (1250000, "1.250.000", "1,250,000"), (0, "0", "0")],
)
def test_a_number_has_its_languages_marks(number: float, vietnamese: str, english: str) -> None:
    assert (format_number(number, "vi"), format_number(number, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("number", "at_home", "abroad"),
    [
        ("+842723826123", "0272 3826 123", "+84 272 3826 123"),
        ("+84909123456", "0909 123 456", "+84 909 123 456"),
        ("19001234", "1900 1234", "1900 1234"),
        ("1900636465", "1900 636465", "1900 636465"),
    ],
)
def test_a_telephone_number_has_its_country_for_foreigners(number: str, at_home: str, abroad: str) -> None:
    assert format_phone(number, "vi") == at_home
    assert format_phone(number, "en") == format_phone(number, "ko") == abroad

"""What the filters make of texts, dates, numbers, money and telephone numbers, as each language writes them."""

import pytest

from ocop_site.text.language import TextRun
from ocop_site.theme.filters import make_filters

VI, EN = make_filters("vi"), make_filters("en")


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("day", "2023-10-20", "20/10/2023", "20 October 2023"),
        ("day", "2023-01-05", "05/01/2023", "5 January 2023"),
        ("day", "2023-10", "10/2023", "October 2023"),
        ("day", "2023", "2023", "2023"),
        ("number", 1250, "1.250", "1,250"),
        ("money", 185000, "185.000\u00a0₫", "₫185,000"),
        ("phone", "+842723822123", "0272 3822 123", "+84 272 3822 123"),
        ("month", 5, "tháng 5", "May"),
        ("weekday", 0, "Thứ Hai", "Monday"),
        ("weekday", 6, "Chủ Nhật", "Sunday"),
    ],
)
def test_each_language_writes_it_its_own_way(name: str, value: object, vietnamese: str, english: str) -> None:
    assert VI[name](value) == vietnamese
    assert EN[name](value) == english


def test_a_text_in_another_language_is_marked() -> None:
    assert EN["run"](TextRun("Mắm <ruốc>", "vi")) == '<span lang="vi">Mắm &lt;ruốc&gt;</span>'


def test_a_text_in_the_page_s_own_language_is_only_escaped() -> None:
    assert EN["run"](TextRun("Salt & pepper")) == "Salt &amp; pepper"


def test_a_text_in_an_attribute_is_bare() -> None:
    assert EN["plain"](TextRun("Muối", "vi")) == "Muối"


def test_a_quoted_text_keeps_its_apostrophes_and_ends_no_attribute() -> None:
    assert EN["quoted"]("'self' \"><b>") == "'self' &#34;&gt;&lt;b&gt;"

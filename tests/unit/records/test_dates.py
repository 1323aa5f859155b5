"""Dates: to the precision that the source gives, day first or year first, and months counted as the law counts them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.messages import message
from ocop_site.problems import Mistake
from ocop_site.records.values.dates import FIRST_YEAR, LAST_YEAR, PartialDate, add_months, parse_day, parse_partial_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-01-10", PartialDate(2023, 1, 10)),
        ("2023-01", PartialDate(2023, 1)),
        ("2023", PartialDate(2023)),
        ("10/01/2023", PartialDate(2023, 1, 10)),
        ("01/2023", PartialDate(2023, 1)),
        ("1/2/2023", PartialDate(2023, 2, 1)),
        ("2023-1-5", PartialDate(2023, 1, 5)),
        ("29/02/2024", PartialDate(2024, 2, 29)),
        ("10.01.2023", PartialDate(2023, 1, 10)),
        ("10-1-2023", PartialDate(2023, 1, 10)),
        ("01.2023", PartialDate(2023, 1)),
        ("01-2023", PartialDate(2023, 1)),
        ("2023/01/10", PartialDate(2023, 1, 10)),
        ("2023.01.10", PartialDate(2023, 1, 10)),
        (" 2023-01-10 ", PartialDate(2023, 1, 10)),
        (str(FIRST_YEAR), PartialDate(FIRST_YEAR)),
        (str(LAST_YEAR), PartialDate(LAST_YEAR)),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, meant: PartialDate) -> None:
    assert parse_partial_date(written) == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2023-02-31", "date.day"),
        ("31/02/2023", "date.day"),
        ("2023-02-29", "date.day"),
        ("31/04/2023", "date.day"),
        ("00/01/2023", "date.day"),
        ("2023-01-00", "date.day"),
        ("2023-13", "date.month"),
        ("2023-00-10", "date.month"),
        ("13/13/2023", "date.month"),
        ("1899", "date.year"),
        ("2200-01-01", "date.year"),
        ("", "date.shape"),
        ("10/01", "date.shape"),
        ("2015-2016", "date.shape"),
        ("quý 3/2026", "date.shape"),
        ("tháng Giêng 2023", "date.shape"),
        ("44936", "date.shape"),
        ("31 tháng 2 năm 2023", "date.shape"),
    ],
)
def test_what_is_no_date_is_refused(written: str, code: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_partial_date(written)
    assert refused.value.code == code
    assert refused.value.details["value"] == written


@pytest.mark.parametrize(("written", "last"), [("31/02/2023", 28), ("30/02/2024", 29), ("31/11/2023", 30)])
def test_a_day_too_many_is_told_with_the_months_last_day(written: str, last: int) -> None:
    with pytest.raises(Mistake) as refused:
        parse_partial_date(written)
    assert refused.value.details["last"] == last


@pytest.mark.parametrize(
    ("written", "right", "spoken"),
    [
        ("ngày 15 tháng 9 năm 2026", "2026-09-15", "15/09/2026"),
        ("15 tháng 9, 2026", "2026-09-15", "15/09/2026"),
        ("mùng 5 tháng 1 năm 2026", "2026-01-05", "05/01/2026"),
        ("tháng 9/2026", "2026-09", "09/2026"),
        ("T9/2026", "2026-09", "09/2026"),
        ("Tháng 9 năm 2026", "2026-09", "09/2026"),
        ("năm 2026", "2026", "2026"),
        ("khoảng 2015", "2015", "2015"),
        ("15/09/26", "2026-09-15", "15/09/2026"),
        ("15/09-2026", "2026-09-15", "15/09/2026"),
        ("15 / 9 / 2026", "2026-09-15", "15/09/2026"),
        ("15,9,2026", "2026-09-15", "15/09/2026"),
        ("20260915", "2026-09-15", "15/09/2026"),
        ("2026-09-15T10:00", "2026-09-15", "15/09/2026"),
        ("15/9/2026 10:00", "2026-09-15", "15/09/2026"),
        ("2026-09-15 00:00:00", "2026-09-15", "15/09/2026"),
        ("15 Sep 2026", "2026-09-15", "15/09/2026"),
        ("September 15, 2026", "2026-09-15", "15/09/2026"),
        ("09/15/2026", "2026-09-15", "15/09/2026"),
        ("2026-15-09", "2026-09-15", "15/09/2026"),
    ],
)
def test_a_date_in_another_writing_is_refused_with_the_two_that_are_read(written: str, right: str, spoken: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_partial_date(written)
    assert (refused.value.details["proposal"], refused.value.details["spoken"]) == (right, spoken)
    assert str(parse_partial_date(right)) == str(parse_partial_date(spoken)) == right
    for language in ("vi", "en"):
        assert right in message(refused.value.code, language, refused.value.details)


def test_a_day_is_read_where_it_is_known() -> None:
    assert parse_day("10/01/2023") == date(2023, 1, 10)


@pytest.mark.parametrize("written", ["2023", "2023-01", "01/2023"])
def test_a_missing_day_is_never_filled_up(written: str) -> None:
    with pytest.raises(Mistake) as refused:
        parse_day(written)
    assert refused.value.code == "date.day-needed"
    assert parse_partial_date(written).full is None


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2023-01-10", date(2023, 1, 10), date(2023, 1, 10)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_coarse_date_has_an_earliest_and_a_latest_day(written: str, earliest: date, latest: date) -> None:
    known = parse_partial_date(written)
    assert (known.earliest, known.latest) == (earliest, latest)


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_is_told_as_it_was_read(day: date, length: int) -> None:
    written = day.isoformat()[:length]
    assert str(parse_partial_date(written)) == written


@given(st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_both_orders_of_writing_mean_the_same_day(day: date) -> None:
    assert parse_day(day.strftime("%d/%m/%Y")) == parse_day(day.strftime("%Y-%m-%d")) == day


@given(st.text(alphabet="0123456789-/ .a", max_size=12))
def test_whatever_is_written_is_a_date_or_a_mistake(written: str) -> None:
    with suppress(Mistake):
        known = parse_partial_date(written)
        assert known.earliest <= known.latest


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 1, 10), 36, date(2026, 1, 10)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2021, 2, 28), 36, date(2024, 2, 28)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 3, 31), 1, date(2023, 4, 30)),
        (date(2023, 8, 31), 18, date(2025, 2, 28)),
        (date(2023, 12, 31), 12, date(2024, 12, 31)),
        (date(2022, 12, 15), 1, date(2023, 1, 15)),
        (date(2023, 1, 31), -2, date(2022, 11, 30)),
        (date(2023, 1, 10), 0, date(2023, 1, 10)),
    ],
)
def test_months_later_is_the_same_day_or_that_months_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(st.dates(date(1900, 1, 1), date(2190, 1, 1)), st.integers(0, 60))
def test_months_are_counted_whatever_their_length(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later.replace(day=28) - later).days <= 0)

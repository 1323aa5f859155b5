"""Days of the Vietnamese lunar calendar, which is not the Chinese one where a new moon falls near midnight."""

from datetime import date

import pytest

from ocop_site.catalogue.lunar_calendar import next_day, solar_day
from ocop_site.records.values.lunar_days import DayOfMoon

TET, MID_AUTUMN, KINGS = DayOfMoon(1, 1), DayOfMoon(15, 8), DayOfMoon(10, 3)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1985, "1985-01-21"), (2000, "2000-02-05"), (2007, "2007-02-17"), (2020, "2020-01-25"), (2023, "2023-01-22"),
        (2024, "2024-02-10"), (2025, "2025-01-29"), (2026, "2026-02-17"), (2027, "2027-02-06"), (2028, "2028-01-26"),
        (2029, "2029-02-13"), (2030, "2030-02-02"), (2033, "2033-01-31"), (2034, "2034-02-19"),
    ],
)  # fmt: skip
def test_tet_is_the_day_that_calendars_of_vietnam_have(year: int, day: str) -> None:
    assert solar_day(year, TET) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("year", "lunar", "day"),
    [(2023, MID_AUTUMN, "2023-09-29"), (2025, MID_AUTUMN, "2025-10-06"), (2020, KINGS, "2020-04-02")],
)
def test_a_leap_month_moves_what_comes_after_it(year: int, lunar: DayOfMoon, day: str) -> None:
    """2023 had a second month two, 2025 a second month six, 2020 a second month four, after the feast of the kings."""
    assert solar_day(year, lunar) == date.fromisoformat(day)


def test_the_eve_of_tet_is_the_day_before_it_in_a_short_month_too() -> None:
    eves = {year: solar_day(year, DayOfMoon(30, 12)) for year in (2026, 2027, 2033)}
    assert eves == {2026: date(2027, 2, 5), 2027: date(2028, 1, 25), 2033: date(2034, 2, 18)}


def test_tet_is_never_before_21_january_nor_after_21_february() -> None:
    for year in range(1968, 2200):
        assert date(year, 1, 20) < solar_day(year, TET) < date(year, 2, 22)


@pytest.mark.parametrize(
    ("today", "day"),
    [("2026-11-27", "2027-02-06"), ("2027-02-06", "2027-02-06"), ("2027-02-07", "2028-01-26")],
)
def test_the_next_time_of_a_day_is_today_or_later(today: str, day: str) -> None:
    assert next_day(TET, date.fromisoformat(today)) == date.fromisoformat(day)

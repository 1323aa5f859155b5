"""Days of the Vietnamese lunar calendar as days of the sun's, worked out from moon and sun.

Rules: a month begins on the day of the new moon; the winter solstice lies in month 11; of thirteen months between two
such months the first without a principal term of the sun is a leap month, named as the one before; days are those of
UTC+7 (Decision 121/CP of 8 August 1967). The series are Jean Meeus's ("Astronomical Algorithms", 1991) as shortened by
Hồ Ngọc Đức ("Computing the Vietnamese lunar calendar", https://www.informatik.uni-leipzig.de/~duc/amlich/), which are
good to some minutes, enough for 1968 to 2199.
"""

from datetime import date, timedelta
from math import floor, radians, sin

from ocop_site.records.values.lunar_days import DayOfMoon

_ZONE = 7 / 24
"""Vietnam is seven hours ahead of UTC."""

_LUNATION = 29.530588853
"""The mean length of a month in days."""

_FIRST = 2415021.076998695
"""The new moon of 1 January 1900, from which others are counted, as a Julian day."""

_ORDINALS = 1721425
"""A Julian day number less this is Python's ordinal of the day."""


def next_day(day: DayOfMoon, today: date) -> date:
    """The day, today or the next time that it comes."""
    found = (solar_day(year, day) for year in (today.year - 1, today.year, today.year + 1))
    return next(each for each in found if each >= today)


def solar_day(year: int, day: DayOfMoon) -> date:
    """The day in the lunar year that begins within `year`; the thirtieth of a short month is its last day."""
    before = year if day.month >= 11 else year - 1
    start, end = _month_11(before), _month_11(before + 1)
    months = (day.month - 11) % 12
    if (end - start).days > 365 and months >= _leap(start):
        months += 1
    lunation = _lunation_at(start) + months
    return min(_new_moon(lunation) + timedelta(days=day.day - 1), _new_moon(lunation + 1) - timedelta(days=1))


def _month_11(year: int) -> date:
    """The first day of the month that the winter solstice of a year lies in."""
    lunation = floor((date(year, 12, 31).toordinal() + _ORDINALS - _FIRST) / _LUNATION)
    start = _new_moon(lunation)
    return _new_moon(lunation - 1) if _sign(start) >= 9 else start


def _leap(start: date) -> int:
    """How many months after month 11 the leap month is, in a year of thirteen."""
    first = _lunation_at(start)
    signs = [_sign(_new_moon(first + months)) for months in range(1, 15)]
    return next(months for months in range(1, 14) if signs[months - 1] == signs[months])


def _lunation_at(start: date) -> int:
    return floor(0.5 + (start.toordinal() + _ORDINALS - _FIRST) / _LUNATION)


def _new_moon(lunation: int) -> date:
    """The day of a new moon, counted from that of 1 January 1900."""
    century = lunation / 1236.85
    mean = 2415020.75933 + 29.53058868 * lunation + 0.0001178 * century**2 - 0.000000155 * century**3
    mean += 0.00033 * sin(radians(166.56 + 132.87 * century - 0.009173 * century**2))
    clock = -0.000278 + 0.000265 * century + 0.000262 * century**2
    return date.fromordinal(floor(mean + _wobble(lunation, century) - clock + 0.5 + _ZONE) - _ORDINALS)


def _wobble(lunation: int, century: float) -> float:
    """How many days a new moon is off the mean one, by where sun and moon are on their paths."""
    sun = radians(359.2242 + 29.10535608 * lunation - 0.0000333 * century**2 - 0.00000347 * century**3)
    moon = radians(306.0253 + 385.81691806 * lunation + 0.0107306 * century**2 + 0.00001236 * century**3)
    node = radians(21.2964 + 390.67050646 * lunation - 0.0016528 * century**2 - 0.00000239 * century**3)
    of_the_sun = (0.1734 - 0.000393 * century) * sin(sun) + 0.0021 * sin(2 * sun)
    of_the_moon = -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    of_both = -0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon) + 0.0005 * sin(2 * moon + sun)
    of_the_node = 0.0104 * sin(2 * node) + 0.0004 * (sin(2 * node + sun) - sin(2 * node - sun))
    of_the_node += 0.0010 * sin(2 * node - moon) - 0.0006 * sin(2 * node + moon)
    return of_the_sun + of_the_moon + of_both + of_the_node


def _sign(day: date) -> int:
    """Which twelfth of its path the sun is in when a day begins, from 0 at the spring equinox."""
    century = (day.toordinal() + _ORDINALS - 0.5 - _ZONE - 2451545.0) / 36525
    anomaly = radians(357.52910 + 35999.05030 * century - 0.0001559 * century**2 - 0.00000048 * century**3)
    mean = 280.46645 + 36000.76983 * century + 0.0003032 * century**2
    centre = (1.914600 - 0.004817 * century - 0.000014 * century**2) * sin(anomaly)
    centre += (0.019993 - 0.000101 * century) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor((mean + centre) % 360 / 30)

"""Dates as sources give them: to the day, the month or the year. The precision is kept, never filled up."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from ocop_site.problems import Mistake

FIRST_YEAR, LAST_YEAR = 1900, 2199

_SHAPES = (
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>\d{4})"),
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year; `month` and `day` are None where the source says no more."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def full(self) -> date | None:
        """The day, where it is known."""
        return self.earliest if self.day else None

    def __str__(self) -> str:
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)


def parse_partial_date(value: str) -> PartialDate:
    """`2023-01-10`, `2023-01`, `2023`, or day first as people write it: `10/01/2023`, `01/2023`."""
    for shape in _SHAPES:
        if match := shape.fullmatch(value.strip()):
            parts = {name: int(number) for name, number in match.groupdict().items() if number}
            return _existing(value, **parts)
    raise Mistake("date.shape", value=value)


def parse_day(value: str) -> date:
    """A date whose day must be known."""
    if (day := parse_partial_date(value).full) is None:
        raise Mistake("date.day-needed", value=value)
    return day


def iso(known: date | PartialDate | None) -> str | None:
    """As far as it is known, the way machines write it."""
    if known is None:
        return None
    return known.isoformat() if isinstance(known, date) else str(known)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day (Civil Code 2015, Art. 148.3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _existing(value: str, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistake("date.year", value=value, first=FIRST_YEAR, last=LAST_YEAR)
    if month is not None and not 1 <= month <= 12:
        raise Mistake("date.month", value=value, month=month)
    if day is not None and month is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise Mistake("date.day", value=value, month=month, year=year, last=last)
    return PartialDate(year, month, day)

"""Dates as sources give them: to the day, the month or the year. The precision is kept, never filled up."""

import calendar
import re
from datetime import date
from functools import lru_cache

from ocop_site.frozen import frozen
from ocop_site.problems import Mistake
from ocop_site.text.vietnamese import fold

FIRST_YEAR, LAST_YEAR = 1900, 2199

_SHAPES = (
    re.compile(r"(?P<year>\d{4})(?:(?P<by>[-/.])(?P<month>\d{1,2})(?:(?P=by)(?P<day>\d{1,2}))?)?"),
    re.compile(r"(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
)

_BETWEEN = r"\s*(?:thang|[-/., ])\s*"
_MEANT = (
    re.compile(
        rf"(?:ngay|mung|mong)?\s*(?P<day>\d{{1,2}}){_BETWEEN}(?P<month>\d{{1,2}})\s*(?:nam|[-/., ])\s*"
        r"(?P<year>\d{4}|\d{2})"
    ),
    re.compile(r"(?:thang|thg|t)\.?\s*(?P<month>\d{1,2})\s*(?:nam|[-/., ])\s*(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})[t ].*"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}) +\d{1,2}:.*"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<name>[a-z]{3})[a-z]*\.?,?[ -](?P<year>\d{4})"),
    re.compile(r"(?P<name>[a-z]{3})[a-z]*\.? (?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>\d{4})"),
    re.compile(r"(?!.*(?:thang|ngay|quy))\D*\b(?P<year>\d{4})\b\D*"),
)
"""How days are written where more than digits stand in them; folded, what is before a comma or in a clock left out."""

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@frozen
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
    """`2023-01-10`, `2023-01`, `2023`, or day first as people write it: `10/01/2023`, `10.1.2023`, `01/2023`."""
    for shape in _SHAPES:
        if match := shape.fullmatch(value.strip()):
            parts = {name: int(number) for name, number in match.groupdict().items() if number and name != "by"}
            return _existing(value, **parts)
    if meant := _meant(value):
        raise _near_mistake(value, meant)
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


@lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day (Civil Code 2015, Art. 148.3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _existing(value: str, year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistake("date.year", value=value, first=FIRST_YEAR, last=LAST_YEAR)
    if month is not None and not 1 <= month <= 12:
        raise _month_mistake(value, year, month, day)
    if day is not None and month is not None:
        last = calendar.monthrange(year, month)[1]
        if not 1 <= day <= last:
            raise Mistake("date.day", value=value, month=month, year=year, last=last)
    return PartialDate(year, month, day)


def _month_mistake(value: str, year: int, month: int, day: int | None) -> Mistake:
    """With the day that was meant, where the month stands before it."""
    if day and day <= 12 and 0 < month <= calendar.monthrange(year, day)[1]:
        meant = PartialDate(year, day, month)
        return Mistake("date.order", value=value, month=month, proposal=str(meant), spoken=_spoken(meant))
    return Mistake("date.month", value=value, month=month)


def _meant(value: str) -> PartialDate | None:
    """The day, month or year that a value in words tells; a year of two digits is of this century."""
    text = " ".join(fold(value[:_LONGEST]).split())
    for shape in _MEANT:
        if not (match := shape.fullmatch(text)):
            continue
        parts = {name: int(number) for name, number in match.groupdict().items() if number and name != "name"}
        if name := match.groupdict().get("name"):
            if name not in _MONTHS:
                continue
            parts["month"] = _MONTHS.index(name) + 1
        parts["year"] += 2000 if parts["year"] < 100 else 0
        try:
            return _existing(value, **parts)
        except Mistake:
            return None
    return None


def _near_mistake(value: str, meant: PartialDate) -> Mistake:
    """A year alone is written in one way."""
    if (spoken := _spoken(meant)) == str(meant):
        return Mistake("date.near-year", value=value, proposal=spoken, spoken=spoken)
    return Mistake("date.near", value=value, proposal=str(meant), spoken=spoken)


def _spoken(known: PartialDate) -> str:
    """Day first, which is read too."""
    return "/".join(f"{part:02d}" for part in (known.day, known.month, known.year) if part is not None)

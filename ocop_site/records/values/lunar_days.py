"""Days of the lunar calendar, which has no year of ours: `1/1` is the first of the first month, Tết."""

import re

from ocop_site.frozen import frozen
from ocop_site.problems import Mistake


@frozen
class DayOfMoon:
    """A day and month of the lunar calendar, in no leap month."""

    day: int
    month: int


def parse_lunar_day(value: str) -> DayOfMoon:
    """As people write it, the day first."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})", value)
    if not match or not 1 <= int(match[1]) <= 30 or not 1 <= int(match[2]) <= 12:
        raise Mistake("value.lunar-day", value=value)
    return DayOfMoon(int(match[1]), int(match[2]))

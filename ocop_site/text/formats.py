"""Numbers, dates and telephone numbers as each language writes them."""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Self

from ocop_site.text.language import ISOLATE_END, LEFT_TO_RIGHT, direction, locale_of

if TYPE_CHECKING:
    from babel import Locale

PATTERNS = {"vi": ("y", "MM/y", "dd/MM/y"), "en": ("y", "MMMM y", "d MMMM y")}
"""The pattern for a year, a month, a day, where a language's own default is not what readers here expect."""

REGIONS = {"en": "en_GB"}
"""The region whose habits a language is written with: day before month in English."""


class Written(str):
    """What is written as one language does it, and within words of another can be written as that one does."""

    again: Callable[[str], str] | None

    def __new__(cls, text: str, again: Callable[[str], str] | None = None) -> Self:
        written = super().__new__(cls, text)
        written.again = again
        return written

    def within(self, language: str) -> str:
        """The same among words of `language`."""
        return self.again(language) if self.again else self


def format_date(iso: str, language: str) -> Written:
    """`2023-01-10`, `2023-01` or `2023`, to the precision it has: 10/01/2023; 10 January 2023."""
    return Written(_date(iso, language), partial(_date, iso))


@lru_cache(maxsize=10_000)
def _date(iso: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    parts = [int(part) for part in iso.split("-")]
    day = date(*parts, *[1] * (3 - len(parts)))
    if patterns := PATTERNS.get(language):
        return format_date(day, patterns[len(parts) - 1], locale=_locale(language))
    return format_skeleton(("y", "yMMMM", "yMMMMd")[len(parts) - 1], day, locale=_locale(language))


def month_name(month: int, language: str) -> Written:
    """1 to 12, at the head of a line: Tháng 5; May."""
    return Written(_month(month, language), partial(_month, month))


def _month(month: int, language: str) -> str:
    from babel.dates import get_month_names

    name = str(get_month_names("wide", context="stand-alone", locale=_locale(language))[month])
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=100)
def weekday_name(day: int, language: str) -> str:
    """0 to 6, from Monday on, at the head of a line: Thứ Hai; Monday."""
    from babel.dates import get_day_names

    name = str(get_day_names("wide", locale=_locale(language))[day])
    return name[:1].upper() + name[1:]


def format_number(number: float, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(number, locale=_locale(language))


def format_money(amount: int, language: str) -> Written:
    """Đồng: 185.000 ₫; ₫185,000."""
    return Written(_money(amount, language), partial(_money, amount))


@lru_cache(maxsize=10_000)
def _money(amount: int, language: str) -> str:
    digits = str(amount)
    return _sum_of(len(digits), language).format(*digits) if digits.isdecimal() else _babel_money(amount, language)


@cache
def _sum_of(digits: int, language: str) -> str:
    """How a language writes a sum of so many digits, with a blank for each."""
    return _babel_money(int("1" * digits), language).replace("1", "{}")


def _babel_money(amount: int, language: str) -> str:
    from babel.numbers import format_currency

    return format_currency(amount, "VND", locale=_locale(language))


@lru_cache(maxsize=10_000)
def format_phone(number: str, language: str) -> str:
    """As people of the country write it in Vietnamese, with the country's number elsewhere; never read backwards.

    A service's number (1800, 1900), which is not international, has none to be dialled from abroad.
    """
    import phonenumbers

    styles = phonenumbers.PhoneNumberFormat
    parsed = phonenumbers.parse(number, "VN")
    at_home = parsed.country_code == 84 and (language == "vi" or not number.startswith("+"))
    written = phonenumbers.format_number(parsed, styles.NATIONAL if at_home else styles.INTERNATIONAL)
    return written if direction(language) == "ltr" else f"{LEFT_TO_RIGHT}{written}{ISOLATE_END}"


@cache
def regional_code(language: str) -> str:
    """The language with the region whose habits it is written with here: vi_VN, en_GB, ko_KR."""
    from babel.core import get_global

    locale = _locale(language)
    if not locale.territory:
        locale = locale.parse(get_global("likely_subtags").get(str(locale), str(locale)))
    return f"{locale.language}_{locale.territory}" if locale.territory else locale.language


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale.parse(REGIONS[language]) if language in REGIONS else locale_of(language)

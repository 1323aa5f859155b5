"""Numbers, dates and telephone numbers as each language writes them."""

from datetime import date
from functools import cache, lru_cache

import phonenumbers
from babel import Locale
from babel.dates import format_date as babel_date
from babel.dates import format_skeleton, get_month_names
from babel.numbers import format_currency, format_decimal

PATTERNS = {"vi": ("y", "MM/y", "dd/MM/y"), "en": ("y", "MMMM y", "d MMMM y")}
"""The pattern for a year, a month, a day, where a language's own default is not what readers here expect."""

REGIONS = {"en": "en_GB"}
"""The region whose habits a language is written with: day before month in English."""


@lru_cache(maxsize=10_000)
def format_date(iso: str, language: str) -> str:
    """`2023-01-10`, `2023-01` or `2023`, to the precision it has: 10/01/2023; 10 January 2023."""
    parts = [int(part) for part in iso.split("-")]
    day = date(*parts, *[1] * (3 - len(parts)))
    if patterns := PATTERNS.get(language):
        return babel_date(day, patterns[len(parts) - 1], locale=_locale(language))
    return format_skeleton(("y", "yMMMM", "yMMMMd")[len(parts) - 1], day, locale=_locale(language))


def month_name(month: int, language: str) -> str:
    """1 to 12, at the head of a line: Tháng 5; May."""
    name = str(get_month_names("wide", context="stand-alone", locale=_locale(language))[month])
    return name[:1].upper() + name[1:]


def format_number(number: float, language: str) -> str:
    return format_decimal(number, locale=_locale(language))


def format_money(amount: int, language: str) -> str:
    """Đồng: 185.000 ₫; ₫185,000."""
    return format_currency(amount, "VND", locale=_locale(language))


@lru_cache(maxsize=10_000)
def format_phone(number: str, language: str) -> str:
    """As people of the country write it in Vietnamese, with the country's number elsewhere.

    A service's number (1800, 1900), which is not international, has none to be dialled from abroad.
    """
    styles = phonenumbers.PhoneNumberFormat
    parsed = phonenumbers.parse(number, "VN")
    at_home = parsed.country_code == 84 and (language == "vi" or not number.startswith("+"))
    return phonenumbers.format_number(parsed, styles.NATIONAL if at_home else styles.INTERNATIONAL)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(REGIONS.get(language, language), sep="-" if "-" in language else "_")

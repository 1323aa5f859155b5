"""Numbers as people write them: a Vietnamese thousand has points, which no program may take for a fraction."""

import re
from decimal import Decimal

from ocop_site.problems import Mistake


def whole(value: str) -> int:
    if re.fullmatch(r"\d{1,18}", value):
        return int(value)
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+\s*(₫|đ|vnd|vnđ)?", value.lower()):
        raise Mistake("number.thousands", value=value, proposal=re.sub(r"\D", "", value))
    raise Mistake("number.whole", value=value)


def positive(value: str) -> int:
    if (number := whole(value)) == 0:
        raise Mistake("number.zero")
    return number


def decimal(value: str) -> Decimal:
    if not re.fullmatch(r"\d{1,9}([.,]\d{1,6})?", value):
        proposal = re.match(r"\d+([.,]\d+)?", value)
        raise Mistake("number.decimal", value=value, proposal=proposal[0] if proposal else "31")
    return Decimal(value.replace(",", "."))


def percent(value: str) -> Decimal:
    if (number := decimal(value)) > 100:
        raise Mistake("number.percent", value=value)
    return number


def stars(value: str) -> int:
    if value not in ("3", "4", "5"):
        raise Mistake("value.stars", value=value)
    return int(value)


def month(value: str) -> int:
    if not re.fullmatch(r"0?[1-9]|1[0-2]", value):
        raise Mistake("value.month", value=value)
    return int(value)

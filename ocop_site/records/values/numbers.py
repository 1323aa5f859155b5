"""Numbers as people write them: a Vietnamese thousand has points, which no program may take for a fraction."""

import re
import unicodedata
from decimal import Decimal

from ocop_site.problems import Mistake

_LONGEST = 60
"""Letters of a number in words; no more of a value is looked at for what was meant."""

_SEPARATED = re.compile(r"\d{1,3}([., ]\d{3})+\s*(₫|đ|vnd|vnđ)?")

_ABOUT = re.compile(r"^(?:(?:khoảng|tầm|chừng|chỉ|từ|giá|còn|~|≈|=|₫|vnđ|vnd)\s*)+")
_CURRENCY = re.compile(r"\s*(?:₫|đồng|dong|đ|vnđ|vnd|d)\.?$")
_FOREIGN = re.compile(r"[$€£¥฿]|\b(?:usd|eur|đô|dollars?)\b")
"""Money that is no đồng: its figure is no price of ours."""

_PER = re.compile(r"\s*(?:/|một|mỗi).*$", re.DOTALL)
_AMOUNT = re.compile(r"(\d{1,3}(?:[., _]\d{3})+)(?:[.,]0{1,2})?|(\d{4,})[.,]00|(\d+)")
_THOUSANDS = re.compile(r"(\d+)(?:[.,](\d{1,3}))?\s*(?:k|nghìn|nghin|ngàn|ngan)")
_MILLIONS = re.compile(
    r"(\d+)(?:[.,](\d{1,6}))?\s*(?:tr|triệu|trieu|củ)\s*(?:(\d{1,3})\s*(?:k|nghìn|nghin|ngàn|ngan)?)?"
)
"""`1tr2`, `1,2 triệu` and `1 triệu 200` are 1200000."""

_ONE_NUMBER = re.compile(r"[^\d\-−.,]*(\d{1,9})[^\d.,%]*")
_SIGNS_OF_STARS = re.compile(r"(?:[★⭐*]\ufe0f?\s*){3,5}")
_CLASS = re.compile(r"[^\d.,]*([345])(?:[.,]0)?[^\d.,]*")
_DAYS, _MILLILITRES = {"vi": "ngày", "en": "days"}, {"vi": "ml", "en": "ml"}
_UNITS = {
    "tuần": (7, _DAYS),
    "tháng": (30, _DAYS),
    "năm": (365, _DAYS),
    "lít": (1000, _MILLILITRES),
    "l": (1000, _MILLILITRES),
}
_OTHER_UNIT = re.compile(rf"[^\d/]*?(\d{{1,6}}(?:[.,]\d{{1,3}})?)\s*({'|'.join(_UNITS)})\b[^\d/]*")
_LARGE = re.compile(r"chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|rưỡi")
_SPAN = re.compile(r"\s*(?:-|–|—|đến|tới|~)\s*")


def whole(value: str) -> int:
    if re.fullmatch(r"\d{1,18}", value):
        return int(value)
    raise _whole_mistake(value)


def positive(value: str) -> int:
    if (number := whole(value)) == 0:
        raise Mistake("number.zero")
    return number


def decimal(value: str) -> Decimal:
    if not re.fullmatch(r"\d{1,9}([.,]\d{1,6})?", value):
        found = re.findall(r"-?\d+(?:[.,]\d+)*", value)
        is_near = len(found) == 1 and re.fullmatch(r"\d{1,9}([.,]\d{1,6})?", found[0])
        raise Mistake("number.decimal", value=value, proposal=found[0] if is_near else "31")
    return Decimal(value.replace(",", "."))


def percent(value: str) -> Decimal:
    if (number := decimal(value)) > 100:
        raise Mistake("number.percent", value=value)
    return number


def stars(value: str) -> int:
    if value not in ("3", "4", "5"):
        raise _stars_mistake(value)
    return int(value)


def month(value: str) -> int:
    if re.fullmatch(r"0?[1-9]|1[0-2]", value):
        return int(value)
    found = [int(number) for number in re.findall(r"\d+", value[:_LONGEST])]
    if not found or not all(1 <= number <= 12 for number in found) or len(found) > 2 or "-" in value[:1]:
        raise Mistake("value.month", value=value)
    if len(found) == 1:
        raise Mistake("value.month-near", value=value, proposal=found[0])
    raise Mistake("value.month-near", value=value, proposal=", ".join(map(str, _months(*found))))


def _months(first: int, last: int) -> list[int]:
    """From one to another, over the turn of the year where need be."""
    return [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]


def _stars_mistake(value: str) -> Mistake:
    """With the class that was meant: `3 sao`, `★★★`."""
    if _SIGNS_OF_STARS.fullmatch(value):
        return Mistake("value.stars-near", value=value, proposal=len(re.findall(r"[★⭐*]", value)))
    if match := _CLASS.fullmatch(value[:_LONGEST]):
        return Mistake("value.stars-near", value=value, proposal=int(match[1]))
    return Mistake("value.stars", value=value)


def _whole_mistake(value: str) -> Mistake:
    """With the number that was meant, in whatever way people write it."""
    if len(value) > _LONGEST:
        return Mistake("number.whole", value=value)
    text = unicodedata.normalize("NFC", value).lower().strip()
    if _SEPARATED.fullmatch(text):
        return Mistake("number.thousands", value=value, proposal=re.sub(r"\D", "", value))
    if match := _OTHER_UNIT.fullmatch(text):
        return _unit_mistake(value, match[1], match[2])
    if (meant := _amount(text)) is not None:
        return Mistake("number.near", value=value, proposal=meant)
    ends = [_amount(part) for part in _SPAN.split(text)]
    if len(ends) == 2 and ends[0] and ends[1]:
        # `150-185k` is of thousands at both ends.
        low = ends[0] * 1000 if ends[0] < 1000 <= ends[1] else ends[0]
        return Mistake("number.span", value=value, low=low, high=ends[1])
    return Mistake("number.whole", value=value)


def _unit_mistake(value: str, written: str, unit: str) -> Mistake:
    """In days or millilitres, which fields are counted in; a month is taken as 30 days."""
    times, fields = _UNITS[unit]
    number = int(Decimal(written.replace(",", ".")) * times)
    return Mistake("number.unit", value=value, unit=fields, proposal=number)


def _amount(text: str) -> int | None:
    """`185k`, `185.000đ/hộp`, `khoảng 1tr2`, `30 ngày`; None where it is not clear."""
    if _FOREIGN.search(text):
        return None
    bare = _CURRENCY.sub("", _PER.sub("", _ABOUT.sub("", text)).strip()).strip(" .")
    if match := _AMOUNT.fullmatch(bare):
        return int(re.sub(r"\D", "", match[1] or match[2] or match[3]))
    if match := _THOUSANDS.fullmatch(bare):
        return int(match[1]) * 1000 + int((match[2] or "0").ljust(3, "0"))
    if match := _MILLIONS.fullmatch(bare):
        parts = (match[2] or "").ljust(6, "0"), (match[3] or "").ljust(3, "0") + "000"
        return int(match[1]) * 1_000_000 + sum(map(int, parts))
    if (match := _ONE_NUMBER.fullmatch(bare)) and not _LARGE.search(bare):
        return int(match[1])
    return None

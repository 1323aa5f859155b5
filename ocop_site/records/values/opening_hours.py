"""When a place is open, by day of the week; days and times as Vietnamese write them are read too."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from ocop_site.frozen import frozen
from ocop_site.problems import Mistake
from ocop_site.records.fields import TextField, parse_text, refuse
from ocop_site.text.language import Text
from ocop_site.text.signs import ascii_signs
from ocop_site.text.vietnamese import fold

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MORNING = "06:00"
"""Until when a night may last; what seems to end later begins after its end by a slip."""

LONGEST = 200
"""Letters of a day's hours, however they are told."""

Span = tuple[str, str]

_NAMES = (
    ("mon", "monday", "t2", "thu 2", "thu hai", "hai"),
    ("tue", "tues", "tuesday", "t3", "thu 3", "thu ba", "ba"),
    ("wed", "wednesday", "t4", "thu 4", "thu tu", "tu"),
    ("thu", "thur", "thurs", "thursday", "t5", "thu 5", "thu nam", "nam"),
    ("fri", "friday", "t6", "thu 6", "thu sau", "sau"),
    ("sat", "saturday", "t7", "thu 7", "thu bay", "bay"),
    ("sun", "sunday", "cn", "chu nhat", "t8", "thu 8"),
)
"""What each day is called, folded."""

_DAY = {name: day for day, names in zip(DAYS, _NAMES, strict=True) for name in names}
_DAY |= {str(number): day for number, day in enumerate(DAYS[:6], start=2)}
_EVERY_DAY = {"hang ngay", "moi ngay", "tat ca cac ngay", "ca tuan", "daily", "every day"}
_CLOSED = {"closed", "nghi", "dong cua", "khong mo", "khong mo cua"}
_WHOLE_DAY = {"ca ngay", "24/24", "24/7", "24h", "24 gio", "suot ngay", "00:00-24:00"}

_TO = re.compile(r"\s*(?:-|–|—|→|~|\bden\b|\btoi\b|\bto\b)\s*")
_AND = re.compile(r"\s*(?:,|;|&|\+|/|\bva\b|\band\b)\s*")
_TIME = re.compile(r"(\d{1,2})\s*(?:[:hg]|gio)\s*(\d{1,2})?(?:'|p|ph|phut)?")
_BEFORE_TIME = re.compile(r"^(?:(?:tu|luc|buoi|sang|trua|chieu|toi)\s+)+")
_AFTERNOON = re.compile(r"\b(?:chieu|toi)\b")


@frozen
class OpeningHours:
    """Spans such as ("07:30", "17:00") for each day, Monday first; no span: closed; a day that is not told: None.

    The last span of a day may end after midnight: ("18:00", "02:00").
    """

    days: tuple[tuple[Span, ...] | None, ...]
    note: Annotated[Text | None, TextField()] = None


def _opening_hours(value: object, info: ValidationInfo) -> OpeningHours:
    """`{mon-fri: "07:30-11:30, 13:00-17:00", sat: closed, note: ...}`."""
    if not isinstance(value, dict):
        refuse(Mistake("hours.shape"))
    days: dict[str, tuple[Span, ...]] = {}
    for key, spans in value.items():
        if key != "note":
            told = dict.fromkeys(_days(key), _spans(key, spans))
            if twice := [day for day in told if day in days]:
                refuse(Mistake("hours.day-twice", at=(key,), found=twice[0]))
            days |= told
    for day, after in pairwise((*DAYS, DAYS[0])):
        night, morning = days.get(day, ())[-1:], days.get(after, ())[:1]
        if any(_is_overnight(span) and morning[0][0] < span[1] for span in night if morning):
            refuse(Mistake("hours.night", day=day, after=after))
    note = parse_text(value["note"], info) if "note" in value else None
    return OpeningHours(tuple(days.get(day) for day in DAYS), note)


def _days(key: str) -> tuple[str, ...]:
    """`mon-fri`, `Thứ 2 - Thứ 6`, `T7, CN`, `Hằng ngày`; each day once."""
    written = " ".join(fold(ascii_signs(key[:LONGEST])).replace(".", "").split())
    if written in _EVERY_DAY:
        return DAYS
    found = [day for part in _AND.split(written) for day in _from_to(key, part)]
    if len(set(found)) < len(found):
        refuse(Mistake("hours.day-twice", at=(key,), found=next(day for day in found if found.count(day) > 1)))
    return tuple(found)


def _from_to(key: str, part: str) -> Iterator[str]:
    """A day, or all from one to another, over the week's end where need be: `sat-mon`."""
    ends = [_DAY.get(name.removeprefix("tu ")) or _DAY.get(name) for name in _TO.split(part)]
    if None in ends or len(ends) > 2 or (len(ends) == 2 and ends[0] == ends[1]):
        refuse(Mistake("hours.day", at=(key,), found=key))
    first, last = (DAYS.index(str(ends[0])), DAYS.index(str(ends[-1])))
    yield from (DAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))


def _spans(key: str, spans: Any) -> tuple[Span, ...]:
    if isinstance(spans, list) and all(isinstance(span, str) for span in spans):
        spans = ", ".join(spans)
    if not isinstance(spans, str) or len(spans) > LONGEST:
        refuse(Mistake("hours.span", at=(key,), value=key))
    written = " ".join(fold(ascii_signs(spans)).split())
    if written in _CLOSED:
        return ()
    if written in _WHOLE_DAY:
        return (("00:00", "24:00"),)
    found = [_span(part) for part in _AND.split(written)]
    told = tuple(span for span in found if span)
    if len(told) < len(found) or any(closes == opens or MORNING < closes < opens for opens, closes in told):
        refuse(Mistake("hours.span", at=(key,), value=spans))
    if any(closes > opens or _is_overnight((began, closes)) for (began, closes), (opens, _) in pairwise(told)):
        refuse(Mistake("hours.overlap", at=(key,), value=spans))
    return told


def _span(part: str) -> Span | None:
    """None where it is none, or where `chiều 1h30-5h` tells its hours by half days: nobody can be sure of them."""
    spoken = _BEFORE_TIME.match(part)
    ends = [_time(end) for end in _TO.split(_BEFORE_TIME.sub("", part))]
    if len(ends) != 2 or not ends[0] or not ends[1] or ends[0] == "24:00":
        return None
    if spoken and _AFTERNOON.search(spoken[0]) and (ends[0] < "12:00" or (ends[1] < ends[0] and "chieu" in spoken[0])):
        return None
    return ends[0], ends[1]


def _time(written: str) -> str | None:
    """`7h30`, `7:30`, `7 giờ 30`, `11h` as 07:30, 11:00; midnight is 24:00 where a day ends at it."""
    if not (match := _TIME.fullmatch(written)):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    has_minutes = match[2] is not None or not re.search(r"\d\s*:$", written)
    if not has_minutes or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}"


def _is_overnight(span: Span) -> bool:
    return span[1] < span[0]


Hours = Annotated[OpeningHours, PlainValidator(_opening_hours), WithJsonSchema({"type": "object"})]

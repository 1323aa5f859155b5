"""What the law says, by period: who gives which stars, the industries and product sets, validity, what needs care."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ocop_site.records.base import Record
from ocop_site.records.decision import Level
from ocop_site.records.fields import Day, Id, Line, Passage, Percent, Phrase, Positive, SourceId, Stars


class Validity(Record):
    """Art. 4.3 (36 months) and Art. 12.3 (at most 180 days more) of Decision 26/2026/QĐ-TTg."""

    months: Positive = 36
    continuation_days: Positive = 180
    ending_days: Positive = 180

    @model_validator(mode="after")
    def _is_of_this_world(self) -> Self:
        for field, most in (("months", 600), ("continuation_days", 3650), ("ending_days", 3650)):
            if getattr(self, field) > most:
                raise PydanticCustomError("number.large", "large", {"at": (field,), "most": most})
        return self


class StarLevel(Record):
    stars: Stars
    level: Level
    by: Phrase


class Period(Record):
    law: Line
    start: Day = Field(alias="from")
    until: Day | None = None
    stars: tuple[StarLevel, ...]
    sources: tuple[SourceId, ...] = ()


class ProductSet(Record):
    number: Positive
    letter: Line | None = None
    name: Phrase
    name_is_ours: tuple[Line, ...] = ()


class Group(Record):
    number: Line
    name: Phrase
    name_is_ours: tuple[Line, ...] = ()
    sets: tuple[ProductSet, ...]


class Industry(Record):
    id: Id
    number: Line
    name: Phrase
    name_is_ours: tuple[Line, ...] = ()
    groups: tuple[Group, ...]


class Spirits(Record):
    """Law 44/2019/QH14 asks for restraint from 15 % up."""

    sets: tuple[Positive, ...]
    from_percent: Percent
    warning: Passage


class SetNotice(Record):
    sets: tuple[Positive, ...]
    notice: Passage


class Care(Record):
    spirits: Spirits | None = None
    supplements: SetNotice | None = None
    health_words: dict[str, tuple[Line, ...]] = {}
    harmless: dict[str, tuple[Line, ...]] = {}
    customs: tuple[SetNotice, ...] = ()


class Scheme(Record):
    validity: Validity = Validity()
    periods: tuple[Period, ...] = ()
    industries: tuple[Industry, ...] = ()
    care: Care = Care()
    sources: tuple[SourceId, ...] = ()

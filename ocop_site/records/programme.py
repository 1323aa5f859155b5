"""The programme in figures: what it set out to reach and what was counted since."""

from ocop_site.records.base import Record
from ocop_site.records.fields import Dated, Flag, Passage, Phrase, Prose, SourceId, Stars, Whole


class Reached(Record):
    value: Whole
    as_of: Dated
    note: Passage | None = None
    sources: tuple[SourceId, ...] = ()


class Target(Record):
    what: Phrase
    value: Whole
    at_least: Flag = False
    period: Phrase
    reached: Reached | None = None
    sources: tuple[SourceId, ...] = ()


class Count(Record):
    as_of: Dated
    products: Whole
    stars: dict[Stars, Whole] = {}
    sources: tuple[SourceId, ...] = ()


class Programme(Record):
    name: Phrase
    summary: Passage
    story: Prose | None = None
    targets: tuple[Target, ...] = ()
    counts: tuple[Count, ...] = ()
    sources: tuple[SourceId, ...] = ()

"""What is written rather than listed: news, pages, notices, sources, the glossary."""

from typing import Literal

from ocop_site.records.base import Record
from ocop_site.records.fields import Dated, Day, Flag, Line, Phrase, ProductId, Prose, SourceId, Whole


class Source(Record):
    """`address` is linked only where it is https; elsewhere it is told as it stands."""

    title: Phrase
    address: Line | None = None
    seen: Dated | None = None
    note: Phrase | None = None


class Sources(Record):
    sources: dict[str, Source] = {}


class Glossary(Record):
    terms: dict[str, Phrase] = {}


class Notice(Record):
    """A recall or a warning; stands at the top of its products' pages until it ends."""

    kind: Literal["recall", "warning"]
    date: Day
    products: tuple[ProductId, ...]
    text: Prose
    sources: tuple[SourceId, ...] = ()
    until: Day | None = None


class FrontMatter(Record):
    """The head of a Markdown file, one file a language."""

    title: Line
    date: Day | None = None
    summary: Line
    order: Whole = 0
    sources: tuple[SourceId, ...] = ()
    draft: Flag = False

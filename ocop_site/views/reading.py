"""What is read: news, pages, notices, the glossary."""

from dataclasses import dataclass

from ocop_site.text.language import TextRun
from ocop_site.views.parts import FileLine, NoticeLine, Picture, Prose, SourceLine, Turn
from ocop_site.views.products import TermLine


@dataclass(frozen=True, slots=True)
class ArticleCard:
    href: str
    title: TextRun
    summary: TextRun
    date: str | None


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The news, newest first, or the pages in their order; `kind` is news or pages."""

    kind: str
    heading: TextRun
    cards: tuple[ArticleCard, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    kind: str
    title: TextRun
    summary: TextRun
    date: str | None
    body: Prose
    pictures: tuple[Picture, ...]
    files: tuple[FileLine, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class NoticesView:
    notices: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    terms: tuple[TermLine, ...]

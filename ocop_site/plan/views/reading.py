"""What is read: news, pages, notices, the glossary."""

from dataclasses import dataclass

from ocop_site.language import Run
from ocop_site.plan.views.parts import NoticeLine, Prose, SourceLine, Turn
from ocop_site.plan.views.products import TermLine


@dataclass(frozen=True, slots=True)
class ArticleCard:
    href: str
    title: Run
    summary: Run
    date: str | None


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The news, newest first, or the pages in their order; `kind` is news or pages."""

    kind: str
    heading: Run
    cards: tuple[ArticleCard, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    kind: str
    title: Run
    summary: Run
    date: str | None
    body: Prose
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class NoticesView:
    notices: tuple[NoticeLine, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    terms: tuple[TermLine, ...]

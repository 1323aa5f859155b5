"""What is read: news, pages, notices, the glossary."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.parts import FileLine, NoticeLine, Picture, Prose, SourceLine, Turn
from ocop_site.views.products import TermLine


@frozen
class ArticleCard:
    href: str
    title: TextRun
    summary: TextRun
    date: str | None


@frozen
class ArticlesView:
    """The news, newest first, or the pages in their order; `kind` is news or pages."""

    kind: str
    heading: TextRun
    cards: tuple[ArticleCard, ...]
    turns: tuple[Turn, ...]


@frozen
class ArticleView:
    kind: str
    title: TextRun
    summary: TextRun
    date: str | None
    body: Prose
    pictures: tuple[Picture, ...]
    files: tuple[FileLine, ...]
    sources: tuple[SourceLine, ...]


@frozen
class NoticesView:
    notices: tuple[NoticeLine, ...]


@frozen
class GlossaryView:
    terms: tuple[TermLine, ...]

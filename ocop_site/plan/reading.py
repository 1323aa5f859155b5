"""Pages to read: news, pages, notices, the programme in figures, the glossary."""

from collections.abc import Iterator, Mapping
from datetime import date

from ocop_site.catalogue.catalogue import Article
from ocop_site.language import Run
from ocop_site.plan.lines import Lines
from ocop_site.plan.paging import by_page
from ocop_site.plan.programme import programme_sheet
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.views import (
    ArticlesView,
    ArticleView,
    GlossaryView,
    NoticesView,
    Prose,
)
from ocop_site.records.dates import iso


def reading_sheets(lines: Lines) -> Iterator[Sheet]:
    catalogue = lines.catalogue
    yield from _articles(lines, "news", catalogue.news)
    yield from _articles(lines, "pages", catalogue.pages)
    yield from _notices(lines)
    if catalogue.programme:
        yield programme_sheet(lines, catalogue.programme)
    if catalogue.glossary:
        yield _glossary(lines)


def _articles(lines: Lines, kind: str, articles: Mapping[str, Article]) -> Iterator[Sheet]:
    index, ordered = lines.menu_link(kind), in_reading_order(kind, articles)
    title, description = lines.words(f"{kind}.title"), lines.words(f"{kind}.description")
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(lines.article_card(kind, i, articles[i]) for i in shown)
        view = ArticlesView(kind, Run(title), cards, lines.turns(len(ordered), (kind, ""), page))
        yield Sheet((kind, ""), view, title, description, (index,), page=page)
    for article_id, article in articles.items():
        key = (kind, article_id)
        yield Sheet(
            key,
            _article_view(lines, kind, article),
            lines.distinct(kind, article_id, lines.run(article.title).text),
            lines.run(article.summary).text,
            (index, lines.link(key, article.title)),
            texts=(article.title, article.summary, article.body),
        )


def in_reading_order(kind: str, articles: Mapping[str, Article]) -> list[str]:
    """News from the newest; pages as their `order` says."""
    if kind == "news":
        return sorted(articles, key=lambda i: (articles[i].date or date.min, i), reverse=True)
    return sorted(articles, key=lambda i: (articles[i].order, i))


def _article_view(lines: Lines, kind: str, article: Article) -> ArticleView:
    return ArticleView(
        kind=kind,
        title=lines.run(article.title),
        summary=lines.run(article.summary),
        date=iso(article.date),
        body=lines.prose(article.body) or Prose(""),
        sources=lines.sources(article.sources),
    )


def _notices(lines: Lines) -> Iterator[Sheet]:
    notices = lines.catalogue.notices
    standing = [i for i in notices if lines.catalogue.stands(notices[i])]
    if standing:
        ordered = sorted(standing, key=lambda i: (notices[i].date, i), reverse=True)
        view = NoticesView(tuple(lines.notice(i) for i in ordered))
        title, description = lines.words("notices.title"), lines.words("notices.description")
        yield Sheet(("notices", ""), view, title, description, (lines.menu_link("notices"),))


def _glossary(lines: Lines) -> Sheet:
    view = GlossaryView(lines.glosses.terms)
    title, description = lines.words("glossary.title"), lines.words("glossary.description")
    return Sheet(("glossary", ""), view, title, description, (lines.menu_link("glossary"),))

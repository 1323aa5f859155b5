"""Pages to read: news, pages, notices, the programme in figures, the glossary."""

from collections.abc import Iterator, Mapping
from datetime import date

from ocop_site.catalogue.catalogue import Article
from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import by_page
from ocop_site.pages.programme import programme_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.records.dates import iso
from ocop_site.text.language import TextRun
from ocop_site.views import ArticlesView, ArticleView, GlossaryView, NoticesView, Prose


def reading_sheets(edition: Edition) -> Iterator[Sheet]:
    catalogue = edition.catalogue
    yield from _articles(edition, "news", catalogue.news)
    yield from _articles(edition, "pages", catalogue.pages)
    yield from _notices(edition)
    if catalogue.programme:
        yield programme_sheet(edition, catalogue.programme)
    if catalogue.glossary:
        yield _glossary(edition)


def _articles(edition: Edition, kind: str, articles: Mapping[str, Article]) -> Iterator[Sheet]:
    index, ordered = edition.urls.menu_link(kind), in_reading_order(kind, articles)
    title, description = edition.words(f"{kind}.title"), edition.words(f"{kind}.description")
    for page, shown in by_page(ordered) if ordered else ():
        cards = tuple(edition.parts.article_card(kind, i, articles[i]) for i in shown)
        view = ArticlesView(kind, TextRun(title), cards, edition.parts.turns(len(ordered), (kind, ""), page))
        yield Sheet((kind, ""), view, title, description, (index,), page=page)
    for article_id, article in articles.items():
        key = (kind, article_id)
        yield Sheet(
            key,
            _article_view(edition, kind, article),
            edition.distinct(kind, article_id, edition.run(article.title).text),
            edition.run(article.summary).text,
            (index, edition.urls.link(key, article.title)),
            texts=(article.title, article.summary, article.body),
        )


def in_reading_order(kind: str, articles: Mapping[str, Article]) -> list[str]:
    """News from the newest; pages as their `order` says."""
    if kind == "news":
        return sorted(articles, key=lambda i: (articles[i].date or date.min, i), reverse=True)
    return sorted(articles, key=lambda i: (articles[i].order, i))


def _article_view(edition: Edition, kind: str, article: Article) -> ArticleView:
    return ArticleView(
        kind=kind,
        title=edition.run(article.title),
        summary=edition.run(article.summary),
        date=iso(article.date),
        body=edition.parts.prose(article.body) or Prose(""),
        sources=edition.parts.sources(article.sources),
    )


def _notices(edition: Edition) -> Iterator[Sheet]:
    notices = edition.catalogue.notices
    standing = [i for i in notices if edition.catalogue.stands(notices[i])]
    if standing:
        ordered = sorted(standing, key=lambda i: (notices[i].date, i), reverse=True)
        view = NoticesView(tuple(edition.parts.notice(i) for i in ordered))
        title, description = edition.words("notices.title"), edition.words("notices.description")
        yield Sheet(("notices", ""), view, title, description, (edition.urls.menu_link("notices"),))


def _glossary(edition: Edition) -> Sheet:
    view = GlossaryView(edition.glossary.terms)
    title, description = edition.words("glossary.title"), edition.words("glossary.description")
    return Sheet(("glossary", ""), view, title, description, (edition.urls.menu_link("glossary"),))

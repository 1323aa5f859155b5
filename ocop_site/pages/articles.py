"""Pages to read: news from the newest, and the pages in their order."""

from collections.abc import Iterator
from datetime import date

from ocop_site.catalogue.article import Article
from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import share
from ocop_site.facts import fact
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.sheet import Sheet
from ocop_site.records.values.dates import iso
from ocop_site.views import ArticlesView, ArticleView, Prose

INDEXES = PAGES = ("news", "pages")


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind in INDEXES:
        articles = edition.catalogue.of(kind)
        if articles:
            yield from numbered(kind, "", len(articles))
        for article_id in articles:
            yield PageKey(kind, article_id)


def plan(edition: Edition, key: PageKey) -> Sheet:
    return _article_sheet(edition, key) if key.id else _index(edition, key)


@fact
def in_reading_order(edition: Edition, kind: str) -> list[str]:
    """News from the newest; pages as their `order` says."""
    articles = edition.catalogue.of(kind)
    if kind == "news":
        return sorted(articles, key=lambda i: (articles[i].date or date.min, i), reverse=True)
    return sorted(articles, key=lambda i: (articles[i].order, i))


def _index(edition: Edition, key: PageKey) -> Sheet:
    ordered = in_reading_order(edition, key.kind)
    title, description = edition.said(f"{key.kind}.title"), edition.words(f"{key.kind}.description")
    cards = tuple(edition.parts.article_card(key.kind, i) for i in share(ordered, key.number))
    turns = edition.parts.turns(len(ordered), key.thing, key.number)
    view = ArticlesView(key.kind, title, cards, turns)
    return Sheet(key, view, title.text, description, (edition.urls.menu_link(key.kind),))


def _article_sheet(edition: Edition, key: PageKey) -> Sheet:
    article: Article = edition.catalogue.of(key.kind)[key.id]
    return Sheet(
        key,
        _article_view(edition, key.kind, article),
        edition.distinct(key.kind, key.id, edition.run(article.title).text),
        edition.run(article.summary).text,
        (edition.urls.menu_link(key.kind), edition.urls.link(key.thing, article.title)),
        texts=(article.title, article.summary, article.body),
    )


def _article_view(edition: Edition, kind: str, article: Article) -> ArticleView:
    return ArticleView(
        kind=kind,
        title=edition.run(article.title),
        summary=edition.run(article.summary),
        date=iso(article.date),
        body=edition.parts.prose(article.body) or Prose(""),
        pictures=edition.pictures.of_page(article.photos),
        files=tuple(line for each in article.files if (line := edition.files.line(each.file, edition.run(each.title)))),
        sources=edition.parts.sources(article.sources),
    )

"""How a list of products, and a directory of lists, become pages."""

from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import by_page
from ocop_site.editions.urls import Key
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import DirectoryView, Link, LinkGroup, ListView


def pages_of(
    edition: Edition,
    key: Key,
    product_ids: Sequence[str],
    title: str,
    description: str,
    *,
    crumbs: tuple[Link, ...] = (),
    label: TextRun | None = None,
    note: TextRun | None = None,
    facets: tuple[LinkGroup, ...] = (),
) -> Iterator[Sheet]:
    """A list, 48 products a page."""
    for page, _ in by_page(product_ids):
        heading = TextRun(title, label.language if label else None)
        view = ListView(heading, note if page == 1 else None, edition.parts.listing(product_ids, key, page), facets)
        crumb = edition.urls.link(key, label or TextRun(title))
        yield Sheet(key, view, title, description, (*crumbs, crumb), page=page)


def directory(edition: Edition, kind: str, groups: tuple[LinkGroup, ...]) -> Sheet:
    title = edition.words(f"{kind}.title")
    return one_page(
        edition, (kind, ""), DirectoryView(TextRun(title), None, groups), title, edition.words(f"{kind}.description")
    )


def one_page(
    edition: Edition, key: Key, view: object, title: str, description: str, page: int = 1, *, is_indexed: bool = True
) -> Sheet:
    return Sheet(key, view, title, description, (edition.urls.link(key, title),), page=page, is_indexed=is_indexed)

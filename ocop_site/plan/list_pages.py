"""How a list of products, and a directory of lists, become pages."""

from collections.abc import Iterator, Sequence

from ocop_site.language import Run
from ocop_site.plan.lines import Lines
from ocop_site.plan.paging import by_page
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.urls import Key
from ocop_site.plan.views import DirectoryView, Link, LinkGroup, ListView


def pages_of(
    lines: Lines,
    key: Key,
    product_ids: Sequence[str],
    title: str,
    description: str,
    *,
    crumbs: tuple[Link, ...] = (),
    label: Run | None = None,
    note: Run | None = None,
    facets: tuple[LinkGroup, ...] = (),
) -> Iterator[Sheet]:
    """A list, 48 products a page."""
    for page, _ in by_page(product_ids):
        heading = Run(title, label.language if label else None)
        view = ListView(heading, note if page == 1 else None, lines.listing(product_ids, key, page), facets)
        crumb = lines.link(key, label or Run(title))
        yield Sheet(key, view, title, description, (*crumbs, crumb), page=page)


def directory(lines: Lines, kind: str, groups: tuple[LinkGroup, ...]) -> Sheet:
    title = lines.words(f"{kind}.title")
    return one_page(
        lines, (kind, ""), DirectoryView(Run(title), None, groups), title, lines.words(f"{kind}.description")
    )


def one_page(
    lines: Lines, key: Key, view: object, title: str, description: str, page: int = 1, *, is_indexed: bool = True
) -> Sheet:
    return Sheet(key, view, title, description, (lines.link(key, title),), page=page, is_indexed=is_indexed)

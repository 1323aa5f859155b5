"""How a page of a list of products, and a directory of lists, is made."""

from collections.abc import Sequence

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import DirectoryView, Link, LinkGroup, ListView


def list_sheet(
    edition: Edition,
    key: PageKey,
    product_ids: Sequence[str],
    title: str,
    description: str,
    *,
    crumbs: tuple[Link, ...] = (),
    label: TextRun | None = None,
    note: TextRun | None = None,
    facets: tuple[LinkGroup, ...] = (),
) -> Sheet:
    """One page of a list; the note stands on its first."""
    heading = TextRun(title, label.language if label else None)
    listing = edition.parts.listing(product_ids, key.thing, key.number)
    crumb = edition.urls.link(key.thing, label or TextRun(title))
    view = ListView(heading, note if key.number == 1 else None, listing, facets)
    return Sheet(key, view, title, description, (*crumbs, crumb))


def directory_sheet(edition: Edition, kind: str, groups: tuple[LinkGroup, ...]) -> Sheet:
    title = edition.words(f"{kind}.title")
    view = DirectoryView(TextRun(title), None, groups)
    return index_sheet(edition, PageKey(kind), view, title, edition.words(f"{kind}.description"))


def index_sheet(
    edition: Edition, key: PageKey, view: object, title: str, description: str, *, is_indexed: bool = True
) -> Sheet:
    return Sheet(key, view, title, description, (edition.urls.link(key.thing, title),), is_indexed=is_indexed)

"""How a page of a list of products, and a directory of lists, is made."""

from collections.abc import Sequence

from ocop_site.editions.edition import Edition
from ocop_site.frozen import frozen
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.filters import list_filters
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.views import DirectoryView, DoorCard, Link, LinkGroup, ListView


@frozen
class ListHead:
    """What stands above a list: `title` and `description` are for search engines too, `crumbs` what is above it.

    `label` is what the list is of, in its own words, where that is not its title; the note stands on the first page.
    `parts` divide the products under headings, in the order of the list.
    """

    title: TextRun
    description: str
    crumbs: tuple[Link, ...] = ()
    label: TextRun | None = None
    note: TextRun | None = None
    narrower: tuple[LinkGroup, ...] = ()
    parts: tuple[tuple[TextRun, Sequence[str]], ...] = ()


def list_sheet(edition: Edition, key: PageKey, product_ids: Sequence[str], head: ListHead) -> Sheet:
    """One page of a list of products."""
    heading = TextRun(head.title.text, head.title.language or (head.label.language if head.label else None))
    listing = edition.parts.listing(product_ids, key.thing, key.number, head.parts)
    crumb = edition.urls.link(key.thing, head.label or head.title)
    note, filters = head.note if key.number == 1 else None, list_filters(edition, *key.thing)
    view = ListView(heading, note, listing, head.narrower, filters)
    return Sheet(key, view, head.title.text, head.description, (*head.crumbs, crumb))


def directory_sheet(
    edition: Edition, kind: str, groups: tuple[LinkGroup, ...], doors: tuple[DoorCard, ...] = ()
) -> Sheet:
    title = edition.said(f"{kind}.title")
    view = DirectoryView(title, None, groups, doors=doors)
    return index_sheet(edition, PageKey(kind), view, title, edition.words(f"{kind}.description"))


def index_sheet(
    edition: Edition,
    key: PageKey,
    view: object,
    title: TextRun,
    description: str,
    *,
    is_indexed: bool = True,
    pages: tuple[tuple[str, int], ...] = (),
) -> Sheet:
    crumbs = (edition.urls.link(key.thing, title),)
    return Sheet(key, view, title.text, description, crumbs, is_indexed=is_indexed, pages=pages)

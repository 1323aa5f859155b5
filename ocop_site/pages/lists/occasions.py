"""Pages of products by when they are in season and by whom or what they suit."""

from collections.abc import Iterator

from ocop_site.catalogue.suits import SUITS
from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import month_name
from ocop_site.text.language import TextRun
from ocop_site.views import Link, LinkGroup

INDEXES = PAGES = ("seasons", "suits")


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind, values in (("seasons", _months(edition)), ("suits", _suits(edition))):
        for value in values:
            yield from numbered(kind, value, len(edition.facets.of(kind)[value]))
    for kind in INDEXES:
        if edition.facets.of(kind):
            yield PageKey(kind)


def plan(edition: Edition, key: PageKey) -> Sheet:
    if not key.id:
        links = season_links(edition) if key.kind == "seasons" else suit_links(edition)
        return directory_sheet(edition, key.kind, (LinkGroup(TextRun(edition.words(f"{key.kind}.menu")), links),))
    product_ids = edition.facets.of(key.kind)[key.id]
    if key.kind == "seasons":
        name, word, note = month_name(int(key.id), edition.language), "month", None
    else:
        name, word, note = edition.words(f"suit.{key.id}"), "suit", TextRun(edition.words(f"suit.{key.id}.note"))
    words: dict[str, str | int] = {word: name, "count": len(product_ids)}
    head = ListHead(
        edition.words(f"{key.kind}.one.title", **words),
        edition.words(f"{key.kind}.one.description", **words),
        crumbs=(edition.urls.menu_link(key.kind),),
        label=TextRun(name),
        note=note,
    )
    return list_sheet(edition, key, product_ids, head)


def season_links(edition: Edition) -> tuple[Link, ...]:
    """The months in which something is in season, as the year has them."""
    products = edition.facets.of("seasons")
    return tuple(
        edition.urls.link(("seasons", month), month_name(int(month), edition.language), len(products[month]))
        for month in _months(edition)
    )


def suit_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("suits")
    return tuple(edition.urls.link(("suits", i), edition.words(f"suit.{i}"), len(products[i])) for i in _suits(edition))


def _months(edition: Edition) -> list[str]:
    return sorted(edition.facets.of("seasons"), key=int)


def _suits(edition: Edition) -> list[str]:
    return [suit for suit in SUITS if suit in edition.facets.of("suits")]

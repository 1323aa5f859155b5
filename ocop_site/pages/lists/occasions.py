"""Pages of products by when they are in season, by whom or what they suit, and by what they cost."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.editions.naming import price_name, suit_name
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import months, price_links, prices, suit_links, suits
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import month_name
from ocop_site.text.language import TextRun
from ocop_site.views import LinkGroup

INDEXES = ("suits", "prices")

PAGES = ("seasons", *INDEXES)
"""The index of the seasons is a page of its own, with the year's wheel: `pages/seasons/`."""


def keys(edition: Edition) -> Iterator[PageKey]:
    for kind, values in (("seasons", months(edition)), ("suits", suits(edition)), ("prices", prices(edition))):
        for value in values:
            yield from numbered(kind, value, len(edition.facets.of(kind)[value]))
    for kind in INDEXES:
        if edition.facets.of(kind):
            yield PageKey(kind)


def plan(edition: Edition, key: PageKey) -> Sheet:
    if not key.id:
        links = {"suits": suit_links, "prices": price_links}[key.kind](edition)
        return directory_sheet(edition, key.kind, (LinkGroup(edition.said(f"{key.kind}.menu"), links),))
    product_ids = edition.facets.of(key.kind)[key.id]
    if key.kind == "seasons":
        name, word, note = TextRun(month_name(int(key.id), edition.language)), "month", None
    elif key.kind == "suits":
        name, word, note = suit_name(edition, key.id), "suit", edition.said(f"suit.{key.id}.note")
    else:
        name, word, note = price_name(edition, key.id), "price", edition.said("prices.note")
    words: dict[str, str | int] = {word: name.text, "count": len(product_ids)}
    head = ListHead(
        edition.said(f"{key.kind}.one.title", **words),
        edition.words(f"{key.kind}.one.description", **words),
        crumbs=(edition.urls.menu_link(key.kind),),
        label=name,
        note=note,
    )
    return list_sheet(edition, key, product_ids, head)

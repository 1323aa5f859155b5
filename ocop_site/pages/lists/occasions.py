"""Pages of products by when they are in season and by whom or what they suit."""

from collections.abc import Iterator

from ocop_site.catalogue.suits import SUITS
from ocop_site.editions.edition import Edition
from ocop_site.pages.lists.list_pages import directory, pages_of
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import month_name
from ocop_site.text.language import TextRun
from ocop_site.views import Link, LinkGroup


def occasion_sheets(edition: Edition) -> Iterator[Sheet]:
    for month, product_ids in sorted(edition.facets.of("seasons").items(), key=lambda found: int(found[0])):
        name = month_name(int(month), edition.language)
        yield from _occasion(edition, "seasons", month, name, month=name, count=len(product_ids))
    for suit in _suits(edition):
        name = edition.words(f"suit.{suit}")
        yield from _occasion(edition, "suits", suit, name, suit=name, count=len(edition.facets.of("suits")[suit]))
    for kind, links in (("seasons", season_links(edition)), ("suits", suit_links(edition))):
        if links:
            yield directory(edition, kind, (LinkGroup(TextRun(edition.words(f"{kind}.menu")), links),))


def season_links(edition: Edition) -> tuple[Link, ...]:
    """The months in which something is in season, as the year has them."""
    products = edition.facets.of("seasons")
    return tuple(
        edition.urls.link(("seasons", month), month_name(int(month), edition.language), len(products[month]))
        for month in sorted(products, key=int)
    )


def suit_links(edition: Edition) -> tuple[Link, ...]:
    products = edition.facets.of("suits")
    return tuple(edition.urls.link(("suits", i), edition.words(f"suit.{i}"), len(products[i])) for i in _suits(edition))


def _suits(edition: Edition) -> list[str]:
    return [suit for suit in SUITS if suit in edition.facets.of("suits")]


def _occasion(edition: Edition, kind: str, value: str, name: str, **words: str | int) -> Iterator[Sheet]:
    yield from pages_of(
        edition,
        (kind, value),
        edition.facets.of(kind)[value],
        edition.words(f"{kind}.one.title", **words),
        edition.words(f"{kind}.one.description", **words),
        crumbs=(edition.urls.menu_link(kind),),
        label=TextRun(name),
        note=TextRun(edition.words(f"suit.{value}.note")) if kind == "suits" else None,
    )

"""Pages of products by when they are in season and by whom or what they suit."""

from collections.abc import Iterator

from ocop_site.catalogue.suits import SUITS
from ocop_site.formats import month_name
from ocop_site.language import Run
from ocop_site.plan.lines import Lines
from ocop_site.plan.list_pages import directory, pages_of
from ocop_site.plan.sheets import Sheet
from ocop_site.plan.views import Link, LinkGroup


def occasion_sheets(lines: Lines) -> Iterator[Sheet]:
    for month, product_ids in sorted(lines.facets.of("seasons").items(), key=lambda found: int(found[0])):
        name = month_name(int(month), lines.language)
        yield from _occasion(lines, "seasons", month, name, month=name, count=len(product_ids))
    for suit in _suits(lines):
        name = lines.words(f"suit.{suit}")
        yield from _occasion(lines, "suits", suit, name, suit=name, count=len(lines.facets.of("suits")[suit]))
    for kind, links in (("seasons", season_links(lines)), ("suits", suit_links(lines))):
        if links:
            yield directory(lines, kind, (LinkGroup(Run(lines.words(f"{kind}.menu")), links),))


def season_links(lines: Lines) -> tuple[Link, ...]:
    """The months in which something is in season, as the year has them."""
    products = lines.facets.of("seasons")
    return tuple(
        lines.link(("seasons", month), month_name(int(month), lines.language), len(products[month]))
        for month in sorted(products, key=int)
    )


def suit_links(lines: Lines) -> tuple[Link, ...]:
    products = lines.facets.of("suits")
    return tuple(lines.link(("suits", i), lines.words(f"suit.{i}"), len(products[i])) for i in _suits(lines))


def _suits(lines: Lines) -> list[str]:
    return [suit for suit in SUITS if suit in lines.facets.of("suits")]


def _occasion(lines: Lines, kind: str, value: str, name: str, **words: str | int) -> Iterator[Sheet]:
    yield from pages_of(
        lines,
        (kind, value),
        lines.facets.of(kind)[value],
        lines.words(f"{kind}.one.title", **words),
        lines.words(f"{kind}.one.description", **words),
        crumbs=(lines.menu_link(kind),),
        label=Run(name),
        note=Run(lines.words(f"suit.{value}.note")) if kind == "suits" else None,
    )

"""Pages of products by their stars: those in force first, then those that are only told."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.views import Link, LinkGroup

INDEXES = PAGES = ("stars",)


def keys(edition: Edition) -> Iterator[PageKey]:
    by_stars = edition.facets.of("stars")
    for stars, product_ids in by_stars.items():
        yield from numbered("stars", stars, len(product_ids))
    if by_stars:
        yield PageKey("stars")


def plan(edition: Edition, key: PageKey) -> Sheet:
    if not key.id:
        group = LinkGroup(TextRun(edition.words("stars.menu")), star_links(edition))
        return directory_sheet(edition, "stars", (group,))
    in_force, told = _divided(edition, key.id)
    today = format_date(edition.catalogue.today.isoformat(), edition.language)
    head = ListHead(
        title=edition.words("star.title", stars=key.id),
        description=edition.words("star.description", stars=key.id, in_force=len(in_force), told=len(told)),
        crumbs=(edition.urls.menu_link("stars"),),
        parts=(
            (TextRun(edition.words("star.in_force", day=today)), in_force),
            (TextRun(edition.words("star.told")), told),
        ),
    )
    return list_sheet(edition, key, [*in_force, *told], head)


def star_links(edition: Edition) -> tuple[Link, ...]:
    """Each class with what is counted: those in force, and those that are only told."""
    found = []
    for stars in sorted(edition.facets.of("stars"), reverse=True):
        in_force, told = _divided(edition, stars)
        label = edition.words("star.label", stars=stars, in_force=len(in_force), told=len(told))
        found.append(edition.urls.link(("stars", stars), label))
    return tuple(found)


def _divided(edition: Edition, stars: str) -> tuple[list[str], list[str]]:
    """The products of a class whose certificate is in force, and the others of whose stars is told."""
    product_ids = edition.facets.of("stars")[stars]
    in_force = [i for i in product_ids if edition.catalogue.showing(i).is_in_force]
    return in_force, [i for i in product_ids if not edition.catalogue.showing(i).is_in_force]

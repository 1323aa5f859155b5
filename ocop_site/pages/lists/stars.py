"""Pages of products by their stars: those in force first, then those that are only told."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.lists.star_classes import StarClass, star_class, star_classes
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
        group = LinkGroup(edition.said("stars.menu"), star_links(edition))
        return directory_sheet(edition, "stars", (group,))
    divided = star_class(edition, key.id)
    today = format_date(edition.catalogue.today.isoformat(), edition.language)
    head = ListHead(
        title=edition.said("star.title", stars=key.id),
        description=edition.words(
            "star.description", stars=key.id, in_force=len(divided.in_force), told=len(divided.told)
        ),
        crumbs=(edition.urls.menu_link("stars"),),
        parts=(
            (edition.said("star.in_force", day=today), divided.in_force),
            (edition.said("star.told"), divided.told),
            (edition.said("star.recalled"), divided.recalled),
        ),
    )
    return list_sheet(edition, key, [*divided.in_force, *divided.told, *divided.recalled], head)


def star_links(edition: Edition) -> tuple[Link, ...]:
    """Each class with what is counted: those in force, those that are only told, and those under a recall."""
    return tuple(
        edition.urls.link(("stars", stars), _label(edition, stars, divided))
        for stars, divided in star_classes(edition).items()
    )


def _label(edition: Edition, stars: str, divided: StarClass) -> TextRun:
    label = edition.said("star.label", stars=stars, in_force=len(divided.in_force), told=len(divided.told))
    if not divided.recalled:
        return label
    return edition.said("star.label.recalled", label=label.text, recalled=len(divided.recalled))

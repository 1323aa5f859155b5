"""Pages of the products behind each door of the home page."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.home.doors import door_cards
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import doors
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet

INDEXES = PAGES = ("doors",)


def keys(edition: Edition) -> Iterator[PageKey]:
    for door_id in doors(edition):
        yield from numbered("doors", door_id, len(edition.facets.of("doors")[door_id]))
    if edition.facets.of("doors"):
        yield PageKey("doors")


def plan(edition: Edition, key: PageKey) -> Sheet:
    if not key.id:
        return directory_sheet(edition, "doors", (), door_cards(edition))
    door, product_ids = edition.catalogue.doors[key.id], edition.facets.of("doors")[key.id]
    title = edition.run(door.title)
    head = ListHead(
        title,
        edition.words("door.description", door=title.text, count=len(product_ids)),
        crumbs=(edition.urls.menu_link("doors"),),
        note=edition.maybe(door.note),
    )
    return list_sheet(edition, key, product_ids, head)

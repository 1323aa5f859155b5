"""Every page of an edition by its key, and the page of one key, planned alone."""

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Protocol, cast

from ocop_site.editions.edition import Edition
from ocop_site.pages import (
    about,
    articles,
    decisions,
    glossary,
    kiosks,
    notices,
    now,
    partners,
    places,
    producers,
    trails,
)
from ocop_site.pages.entrances import codes, doors, former
from ocop_site.pages.home import home
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists import (
    a_z,
    all_products,
    code_list,
    door_lists,
    industries,
    localities,
    occasions,
    search,
    stars,
)
from ocop_site.pages.map import map
from ocop_site.pages.my_list import my_list
from ocop_site.pages.products import product
from ocop_site.pages.programme import programme
from ocop_site.pages.seasons import seasons
from ocop_site.pages.sheet import Sheet, page_of
from ocop_site.records.kinds import Menu, in_menu
from ocop_site.views import Link, Page, Signpost

MODULES = (
    doors, codes, kiosks, home, now,
    all_products, door_lists, industries, stars, localities, seasons, occasions, a_z, code_list, search, map, product,
    producers, decisions, partners, places, trails, articles, notices, programme, glossary, about, my_list, former,
)  # fmt: skip
"""One module a kind of page, in the order in which the sitemap lists them.

Each names the kinds whose index (`INDEXES`) and whose single pages (`PAGES`) it plans, tells the keys that an edition
has of them, and plans the page of one key, which needs no other page. Where that stands elsewhere than its
key says, `path` tells it.
"""


BY_FACETS = {
    "doors": ("doors",),
    "industries": ("industries",),
    "stars": ("stars",),
    "localities": localities.PAGES,
    "seasons": ("seasons",),
    "suits": ("suits",),
    "prices": ("prices",),
}
"""The kinds whose index is there where any product has a value of one of these: to know it takes no list of them."""


class _Module(Protocol):
    def keys(self, edition: Edition) -> Iterable[PageKey]: ...

    def plan(self, edition: Edition, key: PageKey) -> Sheet | Page: ...


def keys(edition: Edition) -> Iterator[PageKey]:
    """The key of every page of an edition; those in all languages are of the site's first edition."""
    for module in MODULES:
        yield from _as_module(module).keys(edition)


def plan(edition: Edition, key: PageKey) -> Page:
    """The page of a key that the edition has, the same whatever else was planned."""
    planned = _planner(key).plan(edition, key)
    return page_of(edition, planned) if isinstance(planned, Sheet) else planned


def has(edition: Edition, key: PageKey) -> bool:
    """Whether the edition has a page of this key."""
    return any(known == key for known in _planner(key).keys(edition))


def path(edition: Edition, key: PageKey) -> str:
    """Where the page of a key stands, told without planning it."""
    told = getattr(_planner(key), "path", None)
    found: str = told(edition, key) if told else edition.site_urls.path(key.thing, edition.language, key.number)
    return found


def has_index(edition: Edition, kind: str) -> bool:
    """Whether a kind has a page of its own: one without a record makes no page and no menu entry."""
    if kind in BY_FACETS:
        return any(edition.facets.values.has(facet) for facet in BY_FACETS[kind])
    return has(edition, PageKey(kind))


def menu_links(edition: Edition, menu: Menu) -> tuple[Link, ...]:
    """Links to the indexes of a menu, those that the edition has."""
    return tuple(edition.urls.menu_link(kind) for kind in _there(edition, menu))


def signposts(edition: Edition, menu: Menu) -> tuple[Signpost, ...]:
    """The same with what one finds there."""
    return tuple(
        Signpost(edition.urls.menu_link(kind), edition.said(f"{kind}.finds")) for kind in _there(edition, menu)
    )


def _there(edition: Edition, menu: Menu) -> Iterator[str]:
    return (kind for kind in in_menu(menu) if has_index(edition, kind))


def _planner(key: PageKey) -> _Module:
    return _PLANNERS[key.kind, bool(key.id)]


def _as_module(module: ModuleType) -> _Module:
    return cast(_Module, module)


_PLANNERS = {
    (kind, is_single): _as_module(module)
    for module in MODULES
    for name, is_single in (("INDEXES", False), ("PAGES", True))
    for kind in getattr(module, name, ())
}

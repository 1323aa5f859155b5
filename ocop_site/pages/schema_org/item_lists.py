"""Lists for machines: schema.org ItemList of what a page lists, BreadcrumbList of what leads to it."""

from ocop_site.editions.edition import Edition
from ocop_site.editions.paging import PER_PAGE
from ocop_site.pages.schema_org.jsonld import Thing, thing
from ocop_site.views import (
    ArticlesView,
    DecisionsView,
    DecisionView,
    Head,
    ListView,
    PlacesView,
    ProducersView,
    TrailsView,
)


def item_list(edition: Edition, view: object, page: int) -> Thing | None:
    """This page's share of a list, by the places that its items have in the whole."""
    if (listed := _listed(view)) is None:
        return None
    count, links = listed
    items = [
        thing("ListItem", position=position, url=edition.site_urls.origin + href)
        for position, href in enumerate(links, start=(page - 1) * PER_PAGE + 1)
    ]
    return thing("ItemList", numberOfItems=count, itemListElement=items) if items else None


def crumbs(edition: Edition, head: Head) -> Thing | None:
    items = [
        thing("ListItem", position=position, name=link.label, item=edition.site_urls.origin + link.href)
        for position, link in enumerate(head.crumbs, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=items) if items else None


def _listed(view: object) -> tuple[int | None, list[str]] | None:
    """How many a list has in all, where its view says so, and where those of this page lead."""
    match view:
        case ListView(listing=listing) | DecisionView(listing=listing):
            return listing.count, [card.href for card in listing.cards]
        case ProducersView() | DecisionsView():
            return view.count, [card.href for card in view.cards]
        case PlacesView():
            cards = (*([view.showroom] if view.showroom else ()), *view.cards)
            return len(cards), [card.href for card in cards]
        case TrailsView():
            return len(view.cards), [card.href for card in view.cards]
        case ArticlesView():
            return None, [card.href for card in view.cards]
    return None

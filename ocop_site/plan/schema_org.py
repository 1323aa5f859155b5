"""What a page says for machines: schema.org as JSON-LD, made from the view and so with the care the page takes."""

from collections.abc import Iterator

from ocop_site.plan.certification import product
from ocop_site.plan.downloads import DATA
from ocop_site.plan.jsonld import Thing, graph, thing
from ocop_site.plan.lines import Lines
from ocop_site.plan.paging import PER_PAGE
from ocop_site.plan.premises import organization, place
from ocop_site.plan.urls import Key
from ocop_site.plan.views import (
    ArticlesView,
    ArticleView,
    DecisionsView,
    DecisionView,
    Head,
    HomeView,
    ListView,
    PlacesView,
    PlaceView,
    ProducersView,
    ProducerView,
    ProductView,
    TrailsView,
    TrailView,
)


def describe(lines: Lines, key: Key, view: object, head: Head, page: int = 1) -> str | None:
    """The JSON-LD of the page that shows `view`: what it is about, what it lists, the crumbs that lead to it."""
    about = _about(lines, key, view, head) if page == 1 else None
    found = (about, _item_list(lines, view, page), _crumbs(lines, head))
    return graph(each for each in found if each)


def _about(lines: Lines, key: Key, view: object, head: Head) -> Thing | None:
    match view:
        case ProductView():
            return product(lines, key[1], view, head)
        case ProducerView():
            return organization(lines, key[1], view, head)
        case PlaceView():
            return place(lines, key[1], view, head)
        case TrailView():
            return _trail(lines, view, head)
        case ArticleView(kind="news"):
            return _news(lines, view, head)
        case ArticleView() if key[1] == lines.catalogue.site.data_page:
            return _data_set(lines, view, head)
        case HomeView():
            return _web_site(lines, head)
    return None


def _web_site(lines: Lines, head: Head) -> Thing:
    site = lines.catalogue.site
    return thing(
        "WebSite",
        name=lines.title,
        description=lines.run(site.tagline).text,
        url=head.canonical,
        inLanguage=lines.language,
        publisher=_publisher(lines),
    )


def _publisher(lines: Lines) -> Thing:
    """The office that keeps the catalogue; where none is named, the catalogue by its own name."""
    office = lines.catalogue.site.office
    if office is None:
        return thing("Organization", name=lines.title)
    return thing("Organization", name=lines.run(office.name).text, telephone=office.phone, email=office.email)


def _news(lines: Lines, view: ArticleView, head: Head) -> Thing:
    return thing(
        "NewsArticle",
        headline=view.title.text,
        description=view.summary.text,
        datePublished=view.date,
        inLanguage=lines.language,
        url=head.canonical,
        publisher=_publisher(lines),
    )


def _data_set(lines: Lines, view: ArticleView, head: Head) -> Thing:
    """The open data, told on the page about the data."""
    licence, addresses = lines.catalogue.site.data_licence, lines.addresses
    downloads = [
        thing("DataDownload", contentUrl=addresses.absolute(addresses.data(name)), encodingFormat=media_type)
        for name, media_type in DATA.items()
    ]
    return thing(
        "Dataset",
        name=f"{lines.title}: {lines.words('data.title')}",
        description=view.summary.text,
        url=head.canonical,
        license=licence.url if licence else None,
        isAccessibleForFree=True,
        inLanguage=list(lines.catalogue.site.languages),
        creator=_publisher(lines),
        distribution=downloads,
    )


def _trail(lines: Lines, view: TrailView, head: Head) -> Thing:
    stops = [
        thing("ListItem", position=stop.number, name=stop.link.label.text, item=lines.addresses.origin + stop.link.href)
        for stop in view.stops
    ]
    return thing(
        "TouristTrip",
        name=view.name.text,
        description=view.summary.text,
        url=head.canonical,
        itinerary=thing("ItemList", numberOfItems=len(stops), itemListElement=stops),
    )


def _item_list(lines: Lines, view: object, page: int) -> Thing | None:
    """This page's share of a list, by the places that its items have in the whole."""
    if (listed := _listed(view)) is None:
        return None
    count, links = listed
    items = [
        thing("ListItem", position=position, url=lines.addresses.origin + href)
        for position, href in enumerate(links, start=(page - 1) * PER_PAGE + 1)
    ]
    return thing("ItemList", numberOfItems=count, itemListElement=items) if items else None


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


def _crumbs(lines: Lines, head: Head) -> Thing | None:
    items = list(_crumb_items(lines, head))
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else None


def _crumb_items(lines: Lines, head: Head) -> Iterator[Thing]:
    for position, link in enumerate(head.crumbs, start=1):
        yield thing("ListItem", position=position, name=link.label.text, item=lines.addresses.origin + link.href)

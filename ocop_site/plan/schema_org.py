"""What a page says for machines: schema.org as JSON-LD, made from the view and so with the care the page takes."""

from ocop_site.plan.certification import product
from ocop_site.plan.downloads import DATA
from ocop_site.plan.item_lists import crumbs, item_list
from ocop_site.plan.jsonld import Thing, graph, thing
from ocop_site.plan.lines import Lines
from ocop_site.plan.premises import organization, place
from ocop_site.plan.urls import Key
from ocop_site.plan.views import (
    ArticleView,
    Head,
    HomeView,
    PlaceView,
    ProducerView,
    ProductView,
    TrailView,
)


def describe(lines: Lines, key: Key, view: object, head: Head, page: int = 1) -> str | None:
    """The JSON-LD of the page that shows `view`: what it is about, what it lists, the crumbs that lead to it."""
    about = _about(lines, key, view, head) if page == 1 else None
    found = (about, item_list(lines, view, page), crumbs(lines, head))
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

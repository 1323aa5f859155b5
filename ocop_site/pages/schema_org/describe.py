"""What a page says for machines: schema.org as JSON-LD, made from the view and so with the care the page takes."""

from ocop_site.editions.downloads import DATA
from ocop_site.editions.edition import Edition
from ocop_site.editions.urls import Key
from ocop_site.pages.schema_org.item_lists import crumbs, item_list
from ocop_site.pages.schema_org.jsonld import Thing, graph, one_or_all, thing
from ocop_site.pages.schema_org.premises import organization, place
from ocop_site.pages.schema_org.product import product
from ocop_site.records.values.dates import iso
from ocop_site.views import ArticleView, Head, HomeView, PlaceView, ProducerView, ProductView, TrailView


def describe(edition: Edition, key: Key, view: object, head: Head, page: int = 1) -> str | None:
    """The JSON-LD of the page that shows `view`: what it is about, what it lists, the crumbs that lead to it."""
    about = _about(edition, key, view, head) if page == 1 else None
    found = (about, item_list(edition, view, page), crumbs(edition, head))
    return graph(each for each in found if each)


def _about(edition: Edition, key: Key, view: object, head: Head) -> Thing | None:
    match view:
        case ProductView():
            return product(edition, key[1], view, head)
        case ProducerView():
            return organization(edition, key[1], view, head)
        case PlaceView():
            return place(edition, key[1], view, head)
        case TrailView():
            return _trail(edition, view, head)
        case ArticleView(kind="news"):
            return _news(edition, key[1], view, head)
        case ArticleView() if key[1] == edition.catalogue.site.data_page:
            return _data_set(edition, view, head)
        case HomeView():
            return _web_site(edition, head)
    return None


def _web_site(edition: Edition, head: Head) -> Thing:
    site = edition.catalogue.site
    return thing(
        "WebSite",
        name=edition.run(site.title),
        description=edition.run(site.tagline),
        url=head.canonical,
        inLanguage=edition.language,
        publisher=_publisher(edition),
    )


def _publisher(edition: Edition) -> Thing:
    """The office that keeps the catalogue; where none is named, the catalogue by its own name."""
    office = edition.catalogue.site.office
    if office is None:
        return thing("Organization", name=edition.run(edition.catalogue.site.title))
    return thing("Organization", name=edition.run(office.name), telephone=one_or_all(office.phone), email=office.email)


def _news(edition: Edition, article_id: str, view: ArticleView, head: Head) -> Thing:
    """Told since the day on which the ledger first has it: what it tells of may be years older."""
    since = edition.catalogue.published_since("news", article_id)
    return thing(
        "Article",
        headline=view.title,
        description=view.summary,
        datePublished=iso(since) if since else None,
        inLanguage=edition.language,
        url=head.canonical,
        publisher=_publisher(edition),
    )


def _data_set(edition: Edition, view: ArticleView, head: Head) -> Thing:
    """The open data, told on the page about the data."""
    licence, addresses = edition.catalogue.site.data_licence, edition.site_urls
    downloads = [
        thing("DataDownload", contentUrl=addresses.absolute(addresses.data(name)), encodingFormat=media_type)
        for name, media_type in DATA.items()
    ]
    return thing(
        "Dataset",
        name=f"{edition.title}: {edition.words('data.title')}",
        description=view.summary,
        url=head.canonical,
        license=licence.url if licence else None,
        isAccessibleForFree=True,
        inLanguage=list(edition.catalogue.site.languages),
        creator=_publisher(edition),
        distribution=downloads,
    )


def _trail(edition: Edition, view: TrailView, head: Head) -> Thing:
    stops = [
        thing("ListItem", position=stop.number, name=stop.link.label, item=edition.site_urls.origin + stop.link.href)
        for stop in view.stops
    ]
    return thing(
        "TouristTrip",
        name=view.name,
        description=view.summary,
        url=head.canonical,
        itinerary=thing("ItemList", numberOfItems=len(stops), itemListElement=stops),
    )

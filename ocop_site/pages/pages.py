"""From the catalogue to every page of the site, in every language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ocop_site.document import Document
from ocop_site.editions.downloads import DATA, FEEDS
from ocop_site.editions.edition import Edition, Editions
from ocop_site.pages.articles import reading_sheets
from ocop_site.pages.codes import permanent_pages
from ocop_site.pages.doors import not_found_page, root_page
from ocop_site.pages.former import former_pages
from ocop_site.pages.home import home_sheet
from ocop_site.pages.kiosks import kiosk_pages, kiosk_paths
from ocop_site.pages.lists.indexes import index_sheets
from ocop_site.pages.lists.localities import locality_sheets
from ocop_site.pages.lists.occasions import occasion_sheets
from ocop_site.pages.lists.products import list_sheets
from ocop_site.pages.map.features import has_map
from ocop_site.pages.map.map import map_sheets
from ocop_site.pages.my_list import my_list_sheet
from ocop_site.pages.people import people_sheets
from ocop_site.pages.places import place_sheets
from ocop_site.pages.products.product import product_sheets
from ocop_site.pages.sheet import Sheet, page_of
from ocop_site.text.language import TextRun
from ocop_site.views import Chrome, Download, Link, OfficeLine, Page

MENU = ("products", "industries", "localities", "map", "producers", "places", "trails", "programme", "news", "pages")
FOOTER = ("a_z", "codes", "stars", "seasons", "suits", "decisions", "partners", "glossary", "notices")


def pages(editions: Editions, list_scripts: Mapping[str, Sequence[Document]]) -> Iterator[Page]:
    """Every page, one after the other, each made when it is asked for; `list_scripts` are those of visitors' lists."""
    yield root_page(editions)
    yield not_found_page(editions)
    yield from permanent_pages(editions)
    yield from kiosk_pages(editions)
    for edition in editions.values():
        for sheet in _sheets(edition):
            yield page_of(edition, sheet)
        yield page_of(edition, my_list_sheet(edition, list_scripts[edition.language]))
        yield from former_pages(edition)


def chrome(edition: Edition) -> Chrome:
    """What all pages of a language share."""
    catalogue, site = edition.catalogue, edition.catalogue.site
    licence, office = site.data_licence, site.office
    label = TextRun(edition.words("feed.title", site=edition.title))
    return Chrome(
        language=edition.language,
        title=edition.run(site.title),
        tagline=edition.run(site.tagline),
        home=edition.urls.home.href,
        base=edition.site_urls.base,
        origin=edition.site_urls.origin,
        menu=tuple(edition.urls.menu_link(kind) for kind in MENU if _has_pages(edition, kind)),
        footer=tuple(edition.urls.menu_link(kind) for kind in FOOTER if _has_pages(edition, kind)),
        my_list=edition.urls.menu_link("my_list"),
        office=OfficeLine(edition.run(office.name), office.phone, office.email) if office else None,
        data_page=edition.urls.href(("pages", site.data_page)) if site.data_page else None,
        report=site.report_problem,
        checked_on=site.checked_on.isoformat() if site.checked_on else None,
        today=catalogue.today.isoformat(),
        time_zone=site.time_zone,
        utc_offset=_utc_offset(site.time_zone, catalogue.today),
        licence=Link(licence.url, edition.run(licence.name)) if licence else None,
        feeds=tuple(
            Download(edition.site_urls.link(edition.site_urls.feed(edition.language, name)), label, media_type)
            for name, media_type in FEEDS.items()
        ),
        data=tuple(
            Download(
                edition.site_urls.link(edition.site_urls.data(name)), TextRun(edition.words(f"data.{name}")), media_type
            )
            for name, media_type in DATA.items()
        ),
        kiosk=kiosk_paths(edition),
    )


def _utc_offset(time_zone: str, day: date) -> int:
    """Minutes ahead of UTC, at noon: for browsers that do not know the zone."""
    offset = datetime.combine(day, time(12), ZoneInfo(time_zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


def _sheets(edition: Edition) -> Iterator[Sheet]:
    yield home_sheet(edition)
    yield from list_sheets(edition)
    yield from locality_sheets(edition)
    yield from occasion_sheets(edition)
    yield from index_sheets(edition)
    yield from map_sheets(edition)
    yield from product_sheets(edition)
    yield from people_sheets(edition)
    yield from place_sheets(edition)
    yield from reading_sheets(edition)


def _has_pages(edition: Edition, kind: str) -> bool:
    """A kind without a record makes no page and no menu entry."""
    catalogue = edition.catalogue
    match kind:
        case "products" | "a_z" | "codes":
            return True
        case "industries" | "stars" | "seasons" | "suits":
            return bool(edition.facets.of(kind))
        case "localities":
            return any(catalogue.locality(i) for i in catalogue.listed)
        case "map":
            return has_map(edition)
        case "notices":
            return any(catalogue.stands(notice) for notice in catalogue.notices.values())
        case _:
            return bool(getattr(catalogue, kind))

"""From the catalogue to every page of the site, in every language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.document import Document
from ocop_site.language import Run
from ocop_site.pictures.gallery import Gallery
from ocop_site.plan.downloads import DATA, FEEDS
from ocop_site.plan.entrances import not_found_page, root_page
from ocop_site.plan.former import former_pages
from ocop_site.plan.home import home_sheet
from ocop_site.plan.indexes import index_sheets
from ocop_site.plan.kiosk import kiosk_pages, kiosk_paths
from ocop_site.plan.lines import Editions, Lines
from ocop_site.plan.lists import list_sheets
from ocop_site.plan.map import map_sheets
from ocop_site.plan.my_list import my_list_sheet
from ocop_site.plan.occasions import occasion_sheets
from ocop_site.plan.people import people_sheets
from ocop_site.plan.permanent import permanent_pages
from ocop_site.plan.places import place_sheets
from ocop_site.plan.products import product_sheets
from ocop_site.plan.reading import reading_sheets
from ocop_site.plan.sheets import Sheet, page_of
from ocop_site.plan.stands import has_map
from ocop_site.plan.units import locality_sheets
from ocop_site.plan.urls import Addresses
from ocop_site.plan.views import Chrome, Download, Link, OfficeLine, Page
from ocop_site.showroom.permanent import codes_of
from ocop_site.showroom.qr import QrCode

MENU = ("products", "industries", "localities", "map", "producers", "places", "trails", "programme", "news", "pages")
FOOTER = ("a_z", "codes", "stars", "seasons", "suits", "decisions", "partners", "glossary", "notices")


def editions(catalogue: Catalogue, gallery: Gallery, codes: Mapping[str, QrCode]) -> Editions:
    """One edition a language, the site's first language first; `codes` by their absolute addresses."""
    addresses = Addresses(catalogue.site)
    return {language: Lines(catalogue, addresses, gallery, codes, language) for language in catalogue.site.languages}


def code_addresses(catalogue: Catalogue) -> tuple[str, ...]:
    """Every address that is printed as a QR code."""
    addresses = Addresses(catalogue.site)
    return tuple(addresses.absolute(addresses.code(code)) for code in codes_of(catalogue))


def pages(editions: Editions, list_scripts: Mapping[str, Sequence[Document]]) -> Iterator[Page]:
    """Every page, one after the other, each made when it is asked for; `list_scripts` are those of visitors' lists."""
    yield root_page(editions)
    yield not_found_page(editions)
    yield from permanent_pages(editions)
    yield from kiosk_pages(editions)
    for lines in editions.values():
        for sheet in _sheets(lines):
            yield page_of(lines, sheet)
        yield page_of(lines, my_list_sheet(lines, list_scripts[lines.language]))
        yield from former_pages(lines)


def chrome(lines: Lines) -> Chrome:
    """What all pages of a language share."""
    catalogue, site = lines.catalogue, lines.catalogue.site
    licence, office = site.data_licence, site.office
    label = Run(lines.words("feed.title", site=lines.title))
    return Chrome(
        language=lines.language,
        title=lines.run(site.title),
        tagline=lines.run(site.tagline),
        home=lines.home.href,
        base=lines.addresses.base,
        origin=lines.addresses.origin,
        menu=tuple(lines.menu_link(kind) for kind in MENU if _has_pages(lines, kind)),
        footer=tuple(lines.menu_link(kind) for kind in FOOTER if _has_pages(lines, kind)),
        my_list=lines.menu_link("my_list"),
        office=OfficeLine(lines.run(office.name), office.phone, office.email) if office else None,
        data_page=lines.href(("pages", site.data_page)) if site.data_page else None,
        report=site.report_problem,
        checked_on=site.checked_on.isoformat() if site.checked_on else None,
        today=catalogue.today.isoformat(),
        time_zone=site.time_zone,
        utc_offset=_utc_offset(site.time_zone, catalogue.today),
        licence=Link(licence.url, lines.run(licence.name)) if licence else None,
        feeds=tuple(
            Download(lines.addresses.link(lines.addresses.feed(lines.language, name)), label, media_type)
            for name, media_type in FEEDS.items()
        ),
        data=tuple(
            Download(lines.addresses.link(lines.addresses.data(name)), Run(lines.words(f"data.{name}")), media_type)
            for name, media_type in DATA.items()
        ),
        kiosk=kiosk_paths(lines),
    )


def _utc_offset(time_zone: str, day: date) -> int:
    """Minutes ahead of UTC, at noon: for browsers that do not know the zone."""
    offset = datetime.combine(day, time(12), ZoneInfo(time_zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


def _sheets(lines: Lines) -> Iterator[Sheet]:
    yield home_sheet(lines)
    yield from list_sheets(lines)
    yield from locality_sheets(lines)
    yield from occasion_sheets(lines)
    yield from index_sheets(lines)
    yield from map_sheets(lines)
    yield from product_sheets(lines)
    yield from people_sheets(lines)
    yield from place_sheets(lines)
    yield from reading_sheets(lines)


def _has_pages(lines: Lines, kind: str) -> bool:
    """A kind without a record makes no page and no menu entry."""
    catalogue = lines.catalogue
    match kind:
        case "products" | "a_z" | "codes":
            return True
        case "industries" | "stars" | "seasons" | "suits":
            return bool(lines.facets.of(kind))
        case "localities":
            return any(catalogue.locality(i) for i in catalogue.listed)
        case "map":
            return has_map(catalogue)
        case "notices":
            return any(catalogue.stands(notice) for notice in catalogue.notices.values())
        case _:
            return bool(getattr(catalogue, kind))

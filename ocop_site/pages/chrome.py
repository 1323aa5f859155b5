"""What every page of a language has around it: menu, footer, the site's own facts."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ocop_site.editions.downloads import DATA, FEEDS
from ocop_site.editions.edition import Edition
from ocop_site.editions.notices import notice_mark
from ocop_site.pages.kiosks import kiosk_paths
from ocop_site.pages.planning import menu_links, signposts
from ocop_site.pages.policy import POLICY
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.search.pages import LISTS
from ocop_site.search.scripts import FIRST
from ocop_site.views import Chrome, Download, FoundKind, Link, OfficeLine, Offline, Search


def chrome(edition: Edition) -> Chrome:
    """What all pages of a language share."""
    catalogue, site = edition.catalogue, edition.catalogue.site
    licence, office, register = site.data_licence, site.office, site.public_register
    label = edition.said("feed.title", site=edition.title)
    return Chrome(
        language=edition.language,
        title=edition.run(site.title),
        short_title=edition.run(site.short_title or site.title),
        tagline=edition.run(site.tagline),
        home=edition.urls.home.href,
        base=edition.site_urls.base,
        origin=edition.site_urls.origin,
        menu=(*menu_links(edition, "menu"), *menu_links(edition, "visit")[:1]),
        about=edition.urls.menu_link("about"),
        finding=signposts(edition, "finding"),
        programme=signposts(edition, "programme"),
        catalogue=signposts(edition, "catalogue"),
        my_list=edition.urls.menu_link("my_list"),
        search=_search(edition),
        office=OfficeLine(edition.run(office.name), office.phone, office.email) if office else None,
        stars_page=edition.parts.explain_stars(),
        data_page=edition.urls.href(("pages", site.data_page)) if site.data_page else None,
        privacy_page=edition.urls.href(("pages", site.privacy_page)) if site.privacy_page else None,
        report=site.report_problem,
        checked_on=site.checked_on.isoformat() if site.checked_on else None,
        today=catalogue.today.isoformat(),
        time_zone=site.time_zone,
        utc_offset=_utc_offset(site.time_zone, catalogue.today),
        policy=POLICY,
        licence=Link(licence.url, edition.run(licence.name)) if licence else None,
        attribution=edition.maybe(site.attribution),
        register=Link(register.url, edition.run(register.name)) if register else None,
        feeds=tuple(
            Download(edition.site_urls.link(edition.site_urls.feed(edition.language, name)), label, media_type)
            for name, media_type in FEEDS.items()
        ),
        data=tuple(
            Download(edition.site_urls.link(edition.site_urls.data(name)), edition.said(f"data.{name}"), media_type)
            for name, media_type in DATA.items()
        ),
        kiosk=kiosk_paths(edition),
        offline=Offline(
            worker=edition.site_urls.link("/sw.js"),
            notices=edition.site_urls.link("/notices.json"),
            webmanifest=edition.site_urls.link("/manifest.webmanifest"),
            standing=tuple(notice_mark(i, catalogue.notices[i]) for i in catalogue.standing_notices),
        ),
    )


def _search(edition: Edition) -> Search:
    kinds, spirits = (*PAGE_KINDS, *LISTS), edition.catalogue.scheme.care.spirits
    return Search(
        index=edition.site_urls.link(f"/{FIRST}"),
        page=edition.urls.menu_link("search"),
        names=edition.urls.menu_link("a_z"),
        pictures=edition.site_urls.link("/pictures/"),
        kinds=tuple(
            FoundKind(kind, f"{edition.urls.href((kind, ''))}*/", edition.words(f"{kind}.menu")) for kind in kinds
        ),
        law_warning=edition.run(spirits.warning) if spirits else None,
    )


def _utc_offset(time_zone: str, day: date) -> int:
    """Minutes ahead of UTC, at noon: for browsers that do not know the zone."""
    offset = datetime.combine(day, time(12), ZoneInfo(time_zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0

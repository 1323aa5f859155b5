"""Touch screens in showrooms: where the kiosk of each place begins, and the page for those who set kiosks up."""

from collections.abc import Iterator, Mapping

from ocop_site.editions.edition import Edition
from ocop_site.editions.urls import HOME
from ocop_site.pages.home.doors import door_cards
from ocop_site.pages.keys import PageKey
from ocop_site.pages.now import has_now
from ocop_site.pages.places import on_the_shelves
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.pages.shelves import shelf_things, slides
from ocop_site.records.place import Place
from ocop_site.text.wording import FALLBACK
from ocop_site.views import (
    Door,
    Head,
    KioskLine,
    KioskPaths,
    KiosksView,
    KioskView,
    Link,
    Page,
    Prose,
)

INDEXES = PAGES = ("kiosk",)


def keys(edition: Edition) -> Iterator[PageKey]:
    """In the site's first language, with doors into all; nothing where no place has a kiosk."""
    places = kiosk_places(edition) if edition.is_default else {}
    if places:
        yield PageKey("kiosk")
    yield from (PageKey("kiosk", place_id) for place_id in places)


def plan(edition: Edition, key: PageKey) -> Page:
    return _start_page(edition, key.id, edition.catalogue.places[key.id]) if key.id else _staff_page(edition)


def path(edition: Edition, key: PageKey) -> str:
    return edition.site_urls.kiosk(key.id)


def kiosk_places(edition: Edition) -> Mapping[str, Place]:
    """The showroom, and every place whose stock is recorded."""
    showroom = edition.catalogue.site.showroom
    return {i: place for i, place in edition.catalogue.places.items() if place.stock or i == showroom}


def kiosk_paths(edition: Edition) -> KioskPaths | None:
    if not kiosk_places(edition):
        return None
    now = edition.urls.menu_link("now") if has_now(edition) else None
    return KioskPaths(edition.site_urls.link(edition.site_urls.kiosk()), edition.urls.href(("places", "")), now)


def _start_page(edition: Edition, place_id: str, place: Place) -> Page:
    name = edition.distinct("places", place_id, edition.run(place.name).text)
    view = KioskView(
        place=place_id,
        name=edition.run(place.name),
        other_names=edition.others(place.name),
        invitation=edition.run(edition.catalogue.site.invitation or edition.catalogue.site.title),
        slides=tuple(slides(edition, place)),
        here=tuple(shelf_things(edition, place)),
        stock=edition.urls.link(("places", place_id), edition.said("kiosk.stock"), len(on_the_shelves(edition, place))),
        doors=tuple(_door(each) for each in edition.editions.values()),
        ways=door_cards(edition),
        wheel=year_wheel(edition),
        notices=_notices(edition),
    )
    file = edition.catalogue.files.get(("places", place_id))
    head = _head(edition, edition.site_urls.kiosk(place_id), "kiosk", name=name)
    return Page(edition.site_urls.kiosk(place_id), edition.language, head, view, (file,) if file else ())


def _door(edition: Edition) -> Door:
    name = edition.catalogue.site.languages[edition.language].name
    return Door(edition.language, name, edition.urls.href(HOME), edition.said("kiosk.door"))


def _notices(edition: Edition) -> Link | None:
    count = len(edition.catalogue.standing_notices)
    return edition.urls.link(("notices", ""), edition.said("notices.title"), count) if count else None


def _staff_page(edition: Edition) -> Page:
    kiosks = tuple(_line(edition, place_id, place) for place_id, place in kiosk_places(edition).items())
    languages = dict.fromkeys((edition.language, FALLBACK))
    view = KiosksView(kiosks, tuple(_guide(edition, language, kiosks[0].address) for language in languages))
    return Page(edition.site_urls.kiosk(), edition.language, _head(edition, edition.site_urls.kiosk(), "kiosks"), view)


def _line(edition: Edition, place_id: str, place: Place) -> KioskLine:
    path = edition.site_urls.kiosk(place_id)
    address, href = edition.site_urls.absolute(path), edition.site_urls.link(path)
    return KioskLine(Link(href, edition.run(place.name)), address, f"{href}#leave")


def _guide(edition: Edition, language: str, address: str) -> Prose:
    run = edition.wording(language).said("kiosks.guide", address=address)
    said = run.language or language
    return Prose(run.text, said if said != edition.language else None)


def _head(edition: Edition, path: str, key: str, **values: str) -> Head:
    """No search engine shows a kiosk to anybody: who came upon one could not leave it."""
    title, description = edition.words(f"{key}.title", **values), edition.words(f"{key}.description", **values)
    return Head(
        title=edition.words("title.with-site", title=title, site=edition.title),
        description=description,
        canonical=edition.site_urls.absolute(path),
        alternates=(),
        switches=(),
        is_indexed=False,
    )

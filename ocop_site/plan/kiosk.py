"""Touch screens in showrooms: where the kiosk of each place begins, and the page for those who set kiosks up."""

from collections.abc import Iterator, Mapping

from ocop_site.language import Run
from ocop_site.plan.edition import WORDS
from ocop_site.plan.lines import Editions, Lines, first_of
from ocop_site.plan.urls import HOME
from ocop_site.plan.views import Door, Head, KioskLine, KioskPaths, KiosksView, KioskView, Link, Page, Prose, Slide
from ocop_site.records.place import Place
from ocop_site.wording import FALLBACK, Wording

SHOWN = 10
"""How many pictures a loop has: one that stands before it for a minute and a half has seen them all."""


def kiosk_pages(editions: Editions) -> Iterator[Page]:
    """In the site's first language, with doors into all; nothing where no place has a kiosk."""
    lines = first_of(editions)
    places = kiosk_places(lines)
    if places:
        yield _staff_page(lines, places)
    for place_id, place in places.items():
        yield _start_page(editions, lines, place_id, place)


def kiosk_places(lines: Lines) -> Mapping[str, Place]:
    """The showroom, and every place whose stock is recorded."""
    showroom = lines.catalogue.site.showroom
    return {i: place for i, place in lines.catalogue.places.items() if place.stock or i == showroom}


def kiosk_paths(lines: Lines) -> KioskPaths | None:
    if not kiosk_places(lines):
        return None
    return KioskPaths(lines.addresses.link(lines.addresses.kiosk()), lines.href(("places", "")))


def _start_page(editions: Editions, lines: Lines, place_id: str, place: Place) -> Page:
    name = lines.distinct("places", place_id, lines.run(place.name).text)
    view = KioskView(
        place=place_id,
        name=lines.run(place.name),
        other_names=lines.others(place.name),
        slides=tuple(_slides(lines, place)),
        doors=tuple(_door(edition) for edition in editions.values()),
        notices=_notices(lines),
    )
    file = lines.catalogue.files.get(("places", place_id))
    head = _head(lines, lines.addresses.kiosk(place_id), "kiosk", name=name)
    return Page(lines.addresses.kiosk(place_id), lines.language, head, view, (file,) if file else ())


def _door(lines: Lines) -> Door:
    name = lines.catalogue.site.languages[lines.language].name
    return Door(lines.language, name, lines.href(HOME), Run(lines.words("kiosk.door")))


def _slides(lines: Lines, place: Place) -> Iterator[Slide]:
    """What is in stock there, then the rest of the catalogue; what has no picture is not in a loop of pictures."""
    shelves = {stock.product: stock.shelf for stock in place.stock if not stock.out}
    products, shown = lines.catalogue.products, 0
    here = lines.in_order(i for i in shelves if i in products)
    for product_id in dict.fromkeys((*here, *lines.in_order(lines.catalogue.listed))):
        product = products[product_id]
        if shown == SHOWN:
            return
        if lines.promoted((product_id,)) and (pictures := lines.pictures(product.photos[:1])):
            shown += 1
            link = lines.link(("products", product_id), product.name)
            yield Slide(link, lines.others(product.name), pictures[0], shelves.get(product_id))


def _notices(lines: Lines) -> Link | None:
    count = sum(lines.catalogue.stands(notice) for notice in lines.catalogue.notices.values())
    return lines.link(("notices", ""), lines.words("notices.title"), count) if count else None


def _staff_page(lines: Lines, places: Mapping[str, Place]) -> Page:
    kiosks = tuple(_line(lines, place_id, place) for place_id, place in places.items())
    languages = dict.fromkeys((lines.language, FALLBACK))
    view = KiosksView(kiosks, tuple(_guide(lines, language, kiosks[0].address) for language in languages))
    return Page(lines.addresses.kiosk(), lines.language, _head(lines, lines.addresses.kiosk(), "kiosks"), view)


def _line(lines: Lines, place_id: str, place: Place) -> KioskLine:
    path = lines.addresses.kiosk(place_id)
    address, href = lines.addresses.absolute(path), lines.addresses.link(path)
    return KioskLine(Link(href, lines.run(place.name)), address, f"{href}#leave")


def _guide(lines: Lines, language: str, address: str) -> Prose:
    words = Wording(language, (WORDS,))
    return Prose(words("kiosks.guide", address=address), language if language != lines.language else None)


def _head(lines: Lines, path: str, key: str, **values: str) -> Head:
    """No search engine shows a kiosk to anybody: who came upon one could not leave it."""
    title, description = lines.words(f"{key}.title", **values), lines.words(f"{key}.description", **values)
    return Head(
        title=lines.words("title.with-site", title=title, site=lines.title),
        description=description,
        canonical=lines.addresses.absolute(path),
        alternates=(),
        switches=(),
        is_indexed=False,
    )

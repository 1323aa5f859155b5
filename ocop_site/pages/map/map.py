"""The map: numbered pins, and the list beside them with the same numbers, what is old and new, and how far it is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ocop_site.catalogue.unit_centres import UnitCentre, kilometres
from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.localities import made_of
from ocop_site.pages.map.base_map import base_map
from ocop_site.pages.map.features import (
    MapFeature,
    has_map,
    place_feature,
    places_in_order,
    products_by_unit,
    unit_feature,
    units_in_order,
)
from ocop_site.pages.map.marks import marks
from ocop_site.pages.map.sheets import sheet_of
from ocop_site.pages.map.sketch import numbered_sketch
from ocop_site.pages.sheet import Sheet
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import collation_key
from ocop_site.views import Link, MapMakers, MapPlace, MapView

Numbers = dict[MapFeature, int]


INDEXES = ("map",)


def keys(edition: Edition) -> Iterator[PageKey]:
    """The key of the map, where there is one."""
    if has_map(edition):
        yield PageKey("map")


def plan(edition: Edition, key: PageKey) -> Sheet:
    """The page of the map."""
    title, description = edition.words("map.title"), edition.words("map.description")
    return Sheet(key, _map_view(edition), title, description, (edition.urls.menu_link("map"),))


def _map_view(edition: Edition) -> MapView:
    places = [place_feature(edition, i) for i in places_in_order(edition)]
    products = products_by_unit(edition)
    centres = units_in_order(edition, [centre for centre in products if centre])
    units = [unit_feature(edition, centre) for centre in centres]
    marked = marks(edition)
    numbers = {each.feature: each.number for each in marked}
    showroom = next(
        (feature for feature in places if feature.id == edition.catalogue.site.showroom and feature.point), None
    )
    place_lines = tuple(_place_line(edition, feature, numbers, showroom) for feature in places)
    unit_lines = tuple(
        _unit_line(edition, feature, centre, products[centre], numbers, showroom)
        for feature, centre in zip(units, centres, strict=True)
    )
    unknown = (_unknown_line(edition, products[None]),) if None in products else ()
    return MapView(
        sketch=numbered_sketch(edition, list(numbers)),
        sheet=sheet_of(edition, marked),
        places=tuple(line for line in place_lines if line.number),
        units=tuple(line for line in unit_lines if line.number),
        other_places=tuple(line for line in place_lines if not line.number),
        other_units=(*(line for line in unit_lines if not line.number), *unknown),
        showroom=edition.urls.link(("places", showroom.id), showroom.name) if showroom else None,
        changed_on=edition.catalogue.gazetteer.localities.changed_on.isoformat(),
        sources=edition.parts.sources(edition.catalogue.gazetteer.localities.sources),
    )


def _place_line(edition: Edition, feature: MapFeature, numbers: Numbers, showroom: MapFeature | None) -> MapPlace:
    number = numbers.get(feature)
    return MapPlace(
        number, edition.parts.place_card(feature.id), feature.precision if number else None, _km(feature, showroom)
    )


def _unit_line(
    edition: Edition,
    feature: MapFeature,
    centre: UnitCentre,
    products: Sequence[str],
    numbers: Numbers,
    showroom: MapFeature | None,
) -> MapMakers:
    page = edition.facets.link(centre.kind, centre.id, centre.name)
    return MapMakers(
        number=numbers.get(feature),
        name=feature.name,
        href=page.href if page else None,
        note=made_of(edition, centre.id) if centre.kind == "communes" else _former_note(edition, products),
        is_former=centre.is_former,
        count=len(products),
        makers=_makers(edition, products),
        km=_km(feature, showroom),
    )


def _unknown_line(edition: Edition, products: Sequence[str]) -> MapMakers:
    return MapMakers(None, None, None, None, False, len(products), _makers(edition, products), None)


def _former_note(edition: Edition, products: Sequence[str]) -> TextRun | None:
    """The former communes that the sources name, each once."""
    known = base_map(edition).former_communes
    ids = dict.fromkeys(known[i] for i in products if i in known)
    names = [edition.run(edition.catalogue.gazetteer.label("former_communes", i)).text for i in ids]
    return edition.said("map.former", units=", ".join(names)) if names else None


def _makers(edition: Edition, products: Sequence[str]) -> tuple[Link, ...]:
    counts = Counter(map(base_map(edition).makers.__getitem__, products))
    names = {i: edition.title_of("producers", i) for i in counts}
    ordered = sorted(counts, key=lambda i: (collation_key(names[i].text), i))
    return tuple(edition.urls.link(("producers", i), names[i], counts[i]) for i in ordered)


def _km(feature: MapFeature, showroom: MapFeature | None) -> int | None:
    """Whole kilometres; None where either place is known only about, and for the showroom itself."""
    if not (showroom and showroom.point and feature.point) or feature is showroom:
        return None
    if "former" in (feature.precision, showroom.precision):
        return None
    return round(kilometres(showroom.point, feature.point))

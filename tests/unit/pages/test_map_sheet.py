"""The map on its ground: pins as large as a fingertip, no name on a name or a pin, however many products there are."""

import random
import re
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from ocop_site.catalogue.unit_centres import UnitCentre
from ocop_site.editions.edition import Edition
from ocop_site.pages.boxes import BoundingBox, is_free
from ocop_site.pages.keys import PageKey
from ocop_site.pages.map.crops import maker_crop, place_crop, trail_crop
from ocop_site.pages.map.features import called, place_feature, unit_feature
from ocop_site.pages.map.home_map import home_map
from ocop_site.pages.map.lettering import LEADING, LETTERS, width_of
from ocop_site.pages.map.map import plan
from ocop_site.pages.map.plates.plate import RADIUS
from ocop_site.pages.map.sheets import COMPASS, Marked, sheet_of
from ocop_site.units import MapUnit
from ocop_site.views import GroundName, MapSheet, MapView, Plate, SheetPin
from tests.support import PROJECT, Task, editions_of, some, understand
from tests.unit.small import RICE, linked, told

FINGER, PHONE = 44, 360
"""Pixels that a finger needs, and the width of a telephone, which the sheet fills."""

NEARLY = MapUnit(6.0)
"""What is nearer than this seems to touch: 3 px on a telephone."""

DAY = date(2026, 11, 27)

GROUND = """\
bounds: {south: 1, west: 2.5, north: 2, east: 4}
rivers:
  - {name: {vi: Sông Mẫu}, width: [4, 20], line: [[1.9, 2.6], [1.6, 3.0], [1.4, 3.4], [1.1, 3.9]]}
towns: [{name: Phố Mẫu, point: [1.5, 3.2]}]
"""


@cache
def sample(language: str) -> Edition:
    """The sample catalogue, its pictures left out."""
    understood = understand(Task(content=PROJECT / "content", today=DAY))
    assert understood.catalogue
    return editions_of(understood.catalogue, PROJECT / "content" / "media")[language]


def map_of(edition: Edition) -> MapView:
    view = plan(edition, PageKey("map")).view
    assert isinstance(view, MapView)
    return view


@cache
def sheet(products: int, language: str = "vi") -> MapSheet:
    """The sample's own sheet; or one of so many products, made by chance in its communes, and all of its places."""
    edition = sample(language)
    marked = _marked(edition, products) if products > 40 else []
    found = sheet_of(edition, marked) if marked else map_of(edition).sheet
    assert found
    return found


def _marked(edition: Edition, products: int) -> list[Marked]:
    communes = edition.catalogue.gazetteer.localities.communes
    chosen = random.Random(7).choices(range(len(communes)), k=products)
    places = [place_feature(edition, i) for i in edition.catalogue.places]
    marked = [Marked(place, place.name, n, "/", None, None) for n, place in enumerate(places) if place.point]
    for i in sorted(set(chosen)):
        centre = UnitCentre("communes", communes[i].id, communes[i].name, communes[i].point)
        feature, count = unit_feature(edition, centre), chosen.count(i)
        marked.append(Marked(feature, called(edition, centre), len(places) + i, "/", count, None))
    return marked


def pin_box(pin: SheetPin, radius: MapUnit) -> BoundingBox[MapUnit]:
    return pin.x - radius, pin.y - radius, pin.x + radius, pin.y + radius


def name_box(pin: SheetPin) -> BoundingBox[MapUnit]:
    """What the name of a pin covers."""
    wide = max(width_of(line, LETTERS) for line in pin.lines)
    left = pin.x + pin.label_x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[pin.anchor]
    top = pin.y + pin.label_y - LETTERS * 0.9
    return left, top, left + wide, top + LEADING * (len(pin.lines) - 1) + LETTERS


def ground_boxes(name: GroundName) -> list[BoundingBox[MapUnit]]:
    """What a name on the ground covers; along a way, its letters one by one."""
    if not name.path:
        half, high = width_of(name.text.text, MapUnit(20)) / 2, MapUnit(11)
        return [(name.x - half, name.y - high, name.x + half, name.y + high)]
    x0, y0, x1, y1, x2, y2 = (float(n) for n in re.findall(r"-?[\d.]+", name.path))
    found = []
    for t in (i / 12 for i in range(1, 12)):
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2 - 8
        found.append((MapUnit(x - 9), MapUnit(y - 9), MapUnit(x + 9), MapUnit(y + 9)))
    return found


def things(plate: Plate, radius: MapUnit) -> list[list[BoundingBox[MapUnit]]]:
    """All that must not cover one another on a plate."""
    pins = [[pin_box(pin, radius)] for pin in plate.pins]
    return [*pins, *([name_box(pin)] for pin in plate.pins), *map(ground_boxes, plate.names)]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("products", [40, 300, 3000])
def test_no_name_covers_a_name_or_a_pin(products: int, language: str) -> None:
    drawn = sheet(products, language)
    for plate in some(drawn.plates):
        for one, other in some(combinations(things(plate, drawn.pin), 2)):
            assert all(is_free(box, other) for box in one), (one, other)


def wider(boxes: list[BoundingBox[MapUnit]], by: MapUnit) -> list[BoundingBox[MapUnit]]:
    return [(left - by, top - by, right + by, bottom + by) for left, top, right, bottom in boxes]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("products", [40, 300, 3000])
def test_no_pin_and_its_name_seem_to_touch_those_of_another(products: int, language: str) -> None:
    drawn = sheet(products, language)
    both = ([[pin_box(pin, drawn.pin), name_box(pin)] for pin in plate.pins] for plate in some(drawn.plates))
    for one, other in some([pair for plate in both for pair in combinations(plate, 2)]):
        assert all(is_free(box, other) for box in wider(one, NEARLY)), (one, other)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_on_the_home_page_the_map_is_quiet(language: str) -> None:
    drawn = home_map(sample(language))
    assert drawn
    assert 2 <= len(drawn.pins) <= 4
    assert not any(pin.more for pin in drawn.pins)
    for one, other in some(combinations(things(drawn, RADIUS), 2)):
        if not _are_one(drawn, one, other):
            assert all(is_free(box, other) for box in wider(one, NEARLY)), (one, other)


def _are_one(plate: Plate, *both: list[BoundingBox[MapUnit]]) -> bool:
    """A pin and its own name."""
    return any(both == ([pin_box(pin, RADIUS)], [name_box(pin)]) for pin in plate.pins)


@pytest.mark.parametrize("products", [40, 300, 3000])
def test_a_finger_meets_every_pin_on_the_smallest_telephone(products: int) -> None:
    drawn = sheet(products)
    assert 2 * drawn.pin * PHONE / drawn.width >= FINGER
    assert some([pin for plate in drawn.plates for pin in plate.pins])


@pytest.mark.parametrize("products", [40, 300, 3000])
def test_all_of_it_lies_within_its_plate(products: int) -> None:
    drawn = sheet(products)
    for plate in some(drawn.plates):
        for left, top, right, bottom in some(box for boxes in things(plate, drawn.pin) for box in boxes):
            assert left >= 0
            assert top >= 0
            assert right <= plate.width
            assert bottom <= plate.height


@pytest.mark.parametrize("products", [300, 3000])
def test_whatever_is_located_has_a_pin_or_is_counted_at_one(products: int) -> None:
    pins = [pin for plate in sheet(products).plates for pin in plate.pins]
    assert sum(1 + pin.more for pin in pins) == len(_marked(sample("vi"), products))
    assert all(pin.href is None for pin in some([pin for pin in pins if pin.more]))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_of_the_sample_each_place_and_commune_has_its_own_pin(language: str) -> None:
    view = map_of(sample(language))
    assert view.sheet
    pins = [pin for plate in view.sheet.plates for pin in plate.pins]
    assert len(pins) == len(view.places) + len(view.units)
    assert not any(pin.more for pin in pins)


@pytest.mark.parametrize("products", [40, 300, 3000])
def test_no_pin_lies_under_a_frame_or_the_compass(products: int) -> None:
    drawn = sheet(products)
    first = drawn.plates[0]
    frames = [each.frame for each in some(drawn.plates[1:])]
    taken = [(f.x, f.y, f.x + f.width, f.y + f.height) for f in frames if f]
    aside = MapUnit(12)
    taken.append((aside, first.height - COMPASS - aside, COMPASS + aside, first.height - aside))
    assert all(is_free(pin_box(pin, drawn.pin), taken) for pin in first.pins)


def test_a_pin_leads_to_its_page() -> None:
    pins = [pin for plate in sheet(40).plates for pin in plate.pins]
    by_name = {pin.name.text: pin.href for pin in pins}
    assert by_name["Làng nổi Tân Lập"] == "/ocop-long-an/vi/dia-diem/lang-noi-tan-lap/"
    assert by_name["xã Long Hựu"] == "/ocop-long-an/vi/xa-phuong/long-huu/"


def test_the_rivers_are_named_along_their_water() -> None:
    along = {name.text.text for plate in sheet(40).plates for name in plate.names if name.path}
    assert along >= {"Vàm Cỏ Đông", "Vàm Cỏ Tây", "Vàm Cỏ"}


def test_without_a_ground_there_is_no_sheet_and_no_crop(tmp_path: Path) -> None:
    edition = told(linked(tmp_path / "content", RICE), tmp_path)["vi"]
    assert sheet_of(edition, []) is None
    assert home_map(edition) is None


def test_a_place_and_a_maker_are_shown_with_what_is_near() -> None:
    edition = sample("vi")
    for crop in (place_crop(edition, "lang-noi-tan-lap"), maker_crop(edition, "co-chau")):
        assert crop
        [pin] = crop.pins
        assert pin.lines
        assert {name.kind for name in crop.names} & {"water", "town"}


def test_a_household_is_shown_no_nearer_than_its_commune() -> None:
    edition = sample("vi")
    crop = maker_crop(edition, "co-chau")
    assert crop
    assert [(pin.precision, pin.name.text) for pin in crop.pins] == [("centre", "xã Cần Đước")]


def test_a_place_that_nobody_can_locate_has_no_crop() -> None:
    assert place_crop(sample("vi"), "milan-farm") is None


def test_a_trail_shows_its_stops_by_number_and_the_way_between_them(tmp_path: Path) -> None:
    files = {
        "map.yaml": GROUND,
        "places/cho.yaml": "name: Chợ\nkind: shop\naddress: {commune: an-mau, point: [1.2, 3.6]}\nsources: [s-so]\n",
        "places/ben.yaml": "name: Bến\nkind: shop\naddress: {commune: an-mau, point: [1.8, 2.8]}\nsources: [s-so]\n",
        "trails/di.yaml": "name: Đi\nsummary: Một ngày.\nstops: [{place: ben}, {place: cho}]\nsources: [s-so]\n",
    }
    edition = told(linked(tmp_path / "content", RICE, files=files), tmp_path)["vi"]
    crop = trail_crop(edition, "di")
    assert crop
    assert {(pin.number, pin.name.text) for pin in crop.pins} == {(1, "Bến"), (2, "Chợ")}
    assert crop.route.startswith("M")

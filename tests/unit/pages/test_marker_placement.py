"""Pins make room for one another, stay on the sheet, and stand in the same places in every build."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pages.boxes import apart, box_around, is_free
from ocop_site.pages.map.marker_placement import GAP, reaches, spread
from ocop_site.pages.map.projection import Spot
from ocop_site.units import MapUnit
from tests.unit.pages.positions import box, spot

SHEET = spot(720.0, 400.0)

RADIUS = MapUnit(27)

SPOTS = st.lists(st.builds(spot, st.integers(0, 720).map(float), st.integers(0, 400).map(float)), max_size=18)

ARROW = box(668.0, 0.0, 720.0, 62.0)


def test_a_pin_alone_stands_on_its_spot() -> None:
    assert spread([spot(300.0, 200.0)], RADIUS, *SHEET) == [spot(300.0, 200.0)]


def test_pins_far_apart_stay_where_they_are() -> None:
    spots = [spot(100.0, 100.0), spot(300.0, 200.0), spot(500.0, 300.0)]
    assert spread(spots, RADIUS, *SHEET) == spots


def test_of_two_pins_on_one_spot_one_gives_way_a_little() -> None:
    first, second = spread([spot(300.0, 200.0)] * 2, RADIUS, *SHEET)
    assert 2 * RADIUS + GAP <= apart(first, second) <= 3 * RADIUS
    assert spot(300.0, 200.0) in (first, second) or apart(first, spot(300.0, 200.0)) <= 2 * RADIUS


@settings(deadline=None, max_examples=60)
@given(SPOTS)
def test_no_pin_lies_on_another_nor_on_the_arrow_nor_over_the_edge(spots: list[Spot]) -> None:
    places = spread(spots, RADIUS, *SHEET, [ARROW])
    for index, place in enumerate(places):
        assert all(apart(place, other) >= 2 * RADIUS for other in places[:index])
        assert is_free(box_around(place, RADIUS, RADIUS), [ARROW])
        assert RADIUS <= place[0] <= SHEET[0] - RADIUS
        assert RADIUS <= place[1] <= SHEET[1] - RADIUS


@settings(deadline=None, max_examples=20)
@given(SPOTS)
def test_the_same_spots_give_the_same_places(spots: list[Spot]) -> None:
    assert spread(spots, RADIUS, *SHEET) == spread(spots, RADIUS, *SHEET)


def test_a_sheet_without_room_still_gets_every_pin() -> None:
    assert len(spread([spot(50.0, 50.0)] * 9, RADIUS, *spot(100.0, 100.0))) == 9


def test_hundreds_of_pins_find_room_when_they_are_small() -> None:
    spots = [spot(float(60 + 37 * i % 600), float(50 + 53 * i % 300)) for i in range(120)]
    places = spread(spots, MapUnit(15), *SHEET)
    assert all(apart(a, b) >= 30 for i, a in enumerate(places) for b in places[:i])


def test_a_finger_may_miss_a_pin_as_far_as_no_other_is_nearer() -> None:
    assert reaches([spot(100.0, 100.0), spot(160.0, 100.0), spot(500.0, 100.0)], RADIUS, MapUnit(48)) == [
        30.0,
        30.0,
        48,
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_one_pin_or_none_needs_no_room(count: int) -> None:
    assert reaches([spot(100.0, 100.0)] * count, RADIUS, MapUnit(48)) == [MapUnit(48)] * count

"""Pins make room for one another, stay on the sheet, and stand in the same places in every build."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pages.boxes import apart, box_around, is_free
from ocop_site.pages.map.marker_placement import GAP, reaches, spread

SHEET = (720.0, 400.0)

SPOTS = st.lists(st.tuples(st.integers(0, 720).map(float), st.integers(0, 400).map(float)), max_size=18)

ARROW = (668.0, 0.0, 720.0, 62.0)


def test_a_pin_alone_stands_on_its_spot() -> None:
    assert spread([(300.0, 200.0)], 27, *SHEET) == [(300.0, 200.0)]


def test_pins_far_apart_stay_where_they_are() -> None:
    spots = [(100.0, 100.0), (300.0, 200.0), (500.0, 300.0)]
    assert spread(spots, 27, *SHEET) == spots


def test_of_two_pins_on_one_spot_one_gives_way_a_little() -> None:
    first, second = spread([(300.0, 200.0)] * 2, 27, *SHEET)
    assert 2 * 27 + GAP <= apart(first, second) <= 3 * 27
    assert (300.0, 200.0) in (first, second) or apart(first, (300.0, 200.0)) <= 2 * 27


@settings(deadline=None, max_examples=60)
@given(SPOTS)
def test_no_pin_lies_on_another_nor_on_the_arrow_nor_over_the_edge(spots: list[tuple[float, float]]) -> None:
    places = spread(spots, 27, *SHEET, [ARROW])
    for index, place in enumerate(places):
        assert all(apart(place, other) >= 2 * 27 for other in places[:index])
        assert is_free(box_around(place, 27, 27), [ARROW])
        assert 27 <= place[0] <= SHEET[0] - 27
        assert 27 <= place[1] <= SHEET[1] - 27


@settings(deadline=None, max_examples=20)
@given(SPOTS)
def test_the_same_spots_give_the_same_places(spots: list[tuple[float, float]]) -> None:
    assert spread(spots, 27, *SHEET) == spread(spots, 27, *SHEET)


def test_a_sheet_without_room_still_gets_every_pin() -> None:
    assert len(spread([(50.0, 50.0)] * 9, 27, 100.0, 100.0)) == 9


def test_hundreds_of_pins_find_room_when_they_are_small() -> None:
    spots = [(float(60 + 37 * i % 600), float(50 + 53 * i % 300)) for i in range(120)]
    places = spread(spots, 15, *SHEET)
    assert all(apart(a, b) >= 30 for i, a in enumerate(places) for b in places[:i])


def test_a_finger_may_miss_a_pin_as_far_as_no_other_is_nearer() -> None:
    assert reaches([(100.0, 100.0), (160.0, 100.0), (500.0, 100.0)], 27, 48) == [30.0, 30.0, 48]


@pytest.mark.parametrize("count", [0, 1])
def test_one_pin_or_none_needs_no_room(count: int) -> None:
    assert reaches([(100.0, 100.0)] * count, 27, 48) == [48] * count

"""Degrees become units: north above, as wide as high on the ground, whatever the shape of the province."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.catalogue.area import Area
from ocop_site.catalogue.unit_centres import kilometres
from ocop_site.pages.boxes import apart
from ocop_site.pages.map.projection import MARGIN, TALLEST, WIDTH, Projection, round_length
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit

LONG_AN = Projection(Area(10.396, 105.499, 11.032, 106.749))


def areas() -> st.SearchStrategy[Area]:
    south, west = st.floats(-60, 60), st.floats(-170, 170)
    return st.builds(lambda s, w, high, wide: Area(s, w, s + high, w + wide), south, west, *[st.floats(0, 4)] * 2)


def test_north_is_at_the_top_and_east_on_the_right() -> None:
    south_west, north_east = LONG_AN.spot(Point(10.4, 105.5)), LONG_AN.spot(Point(11.0, 106.7))
    assert south_west[0] < north_east[0]
    assert south_west[1] > north_east[1]


def test_the_province_fills_the_sheet_within_its_margins() -> None:
    assert LONG_AN.spot(Point(11.032, 105.499)) == (MARGIN, MARGIN)
    right, bottom = LONG_AN.spot(Point(10.396, 106.749))
    assert right == WIDTH - MARGIN
    assert bottom == pytest.approx(LONG_AN.height - MARGIN, abs=0.1)


def test_a_kilometre_is_as_long_to_the_east_as_to_the_north() -> None:
    middle = Point(10.7, 106.1)
    for there in (Point(10.9, 106.1), Point(10.7, 106.4), Point(10.55, 105.8)):
        drawn = apart(LONG_AN.spot(middle), LONG_AN.spot(there)) / LONG_AN.units_per_km
        assert drawn == pytest.approx(kilometres(middle, there), rel=0.01)


@given(areas())
def test_every_area_lies_on_its_sheet(area: Area) -> None:
    projection = Projection(area)
    assert projection.height <= TALLEST + 0.1
    for corner in area.corners:
        x, y = projection.spot(corner)
        assert MARGIN - 0.1 <= x <= WIDTH - MARGIN + 0.1
        assert MARGIN - 0.1 <= y <= projection.height - MARGIN + 0.1


@pytest.mark.parametrize(("units_per_km", "km"), [(4.77, 20), (1.0, 100), (0.1, 1000), (60, 2), (200, 1), (3.2, 50)])
def test_the_scale_bar_is_a_round_number_of_kilometres(units_per_km: float, km: int) -> None:
    assert round_length(MapUnit(units_per_km), MapUnit(160)) == km

"""Outlines become short path data: what cannot be seen is left out, and no map is too heavy for a telephone."""

import gzip
import random
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.pages.boxes import apart_from_line
from ocop_site.pages.map.projection import Spot
from ocop_site.pages.map.simplify import dots, number, path, simplified, thinned
from ocop_site.units import MapUnit
from tests.unit.pages.positions import spot

SQUARE = [spot(10.0, 10.0), spot(10.0, 20.0), spot(20.0, 20.0), spot(20.0, 10.0), spot(10.0, 10.0)]


def drawn(data: str) -> list[Spot]:
    """The corners of path data with one ring, as a browser adds up its steps."""
    numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]
    x = y = 0.0
    corners = []
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = round(x + right, 1), round(y + down, 1)
        corners.append(spot(x, y))
    return corners


def wild(points: int, seed: int) -> list[Spot]:
    chance = random.Random(seed)
    ring = [spot(round(chance.uniform(0, 720), 1), round(chance.uniform(0, 400), 1)) for _ in range(points)]
    return [*ring, ring[0]]


def test_a_ring_is_told_by_its_corners_and_closed() -> None:
    assert path([SQUARE]) == "M10 10l0 10 10 0 0-10z"
    assert drawn(path([SQUARE])) == SQUARE[:-1]


def test_numbers_are_as_short_as_they_may_be() -> None:
    told = {12.0: "12", 0.5: ".5", -0.5: "-.5", 10.5: "10.5", -10.0: "-10", 0.0: "0", -0.04: "0"}
    assert {value: number(value) for value in told} == told


@given(st.lists(st.tuples(st.integers(0, 7200), st.integers(0, 4000)), min_size=4, max_size=40))
def test_steps_do_not_drift(corners: list[tuple[int, int]]) -> None:
    ring = [spot(x / 10, y / 10) for x, y in corners]
    if data := path([[*ring, ring[0]]]):
        assert set(drawn(data)) <= {(round(x, 1), round(y, 1)) for x, y in ring}


def test_what_lies_on_a_line_is_left_out() -> None:
    assert simplified([spot(10.0, 10.0), spot(10.0, 12.0), spot(10.0, 15.0), *SQUARE[1:]], MapUnit(0.5)) == SQUARE


def test_what_is_too_small_to_be_seen_is_not_drawn() -> None:
    assert simplified([spot(x / 100, y / 100) for x, y in SQUARE], MapUnit(0.5)) == []


@settings(deadline=None)
@given(st.integers(0, 50))
def test_no_corner_is_farther_from_the_simplified_line_than_allowed(seed: int) -> None:
    ring = wild(60, seed)
    kept = simplified(ring, MapUnit(20))
    edges = list(pairwise(kept))
    assert all(min(apart_from_line(spot, *edge) for edge in edges) <= 20 for spot in ring)


def test_outlines_as_heavy_as_a_file_may_be_travel_in_40_kilobytes() -> None:
    groups = [[wild(400, seed) for seed in range(60)], [wild(400, seed) for seed in range(60, 80)]]
    paths = thinned(groups)
    assert len(paths) == 2
    assert len(gzip.compress("".join(paths).encode(), 6)) <= 40_000


def test_centres_are_strokes_of_no_length() -> None:
    assert dots([spot(1.0, 2.0), spot(30.5, 4.0)]) == "M1 2h0M30.5 4h0"

"""A map file of the office becomes outlines, or one clear word on what is wrong with it."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_site.content.outlines import MOST_POSITIONS, read_outlines
from ocop_site.problems import Mistake
from ocop_site.records.values.points import Point

RING = [[105.5, 10.4], [106.7, 10.4], [106.7, 11.0], [105.5, 10.4]]
HOLE = [[106.0, 10.6], [106.1, 10.6], [106.1, 10.7], [106.0, 10.6]]

SQUARE = {"type": "Polygon", "coordinates": [RING, HOLE]}


def feature(geometry: object = SQUARE, **more: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": geometry, **more}


def collection(*features: object, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def refused(data: object) -> str:
    with pytest.raises(Mistake) as told:
        read_outlines(data if isinstance(data, str) else json.dumps(data), "a.geojson")
    return told.value.code


def test_longitude_stands_first_in_a_map_file() -> None:
    [shape] = read_outlines(json.dumps(collection(feature())), "a.geojson").shapes
    assert shape.rings[0][0] == Point(latitude=10.4, longitude=105.5)
    assert [len(ring) for ring in shape.rings] == [4, 4]


@pytest.mark.parametrize("data", [SQUARE, feature(), {"type": "MultiPolygon", "coordinates": [[RING], [HOLE]]}])
def test_an_area_may_stand_alone(data: object) -> None:
    assert len(read_outlines(json.dumps(data), "a.geojson").shapes) == 1


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"properties": {"code": "28108"}}, "28108"),
        ({"properties": {"ma_xa": 28108}}, "28108"),
        ({"id": "28108"}, "28108"),
        ({"properties": None}, ""),
    ],
)
def test_an_area_may_say_which_commune_it_is(more: dict[str, Any], code: str) -> None:
    [shape] = read_outlines(json.dumps(collection(feature(**more))), "a.geojson").shapes
    assert shape.code == code


def test_whose_work_a_map_is_stays_with_it() -> None:
    data = collection(feature(), attribution="Sở Ví Dụ ", license="MIT", source=7)
    assert read_outlines(json.dumps(data), "a.geojson").credits == ("Sở Ví Dụ, MIT",)


def test_points_and_lines_in_between_are_passed_over() -> None:
    point = feature({"type": "Point", "coordinates": [106, 10]})
    assert len(read_outlines(json.dumps(collection(point, feature(), feature(None))), "a.geojson").shapes) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("{", "outline.json"),
        ('{"type": "Polygon", "coordinates": [[[NaN, 1]]]}', "outline.unreadable"),
        ('{"type": ' + "[" * 100_000, "outline.unreadable"),
        ('{"type": ' + "9" * 5000 + "}", "outline.unreadable"),
        ([], "outline.not-geojson"),
        ({"type": 7}, "outline.not-geojson"),
        ({"type": "FeatureCollection", "features": {}}, "outline.not-geojson"),
        (collection(), "outline.nothing"),
        ({"type": "Topology", "arcs": []}, "outline.nothing"),
        (collection(7), "outline.feature"),
        ({"type": "Polygon", "coordinates": 7}, "outline.feature"),
        ({"type": "Polygon", "coordinates": [[["a", "b"]] * 4]}, "outline.feature"),
        ({"type": "Polygon", "coordinates": [[[True, False]] * 4]}, "outline.feature"),
        ({"type": "Polygon", "coordinates": [[[106.0]] * 4]}, "outline.feature"),
        ({"type": "Polygon", "coordinates": [[[590123.4, 1166789.1]] * 4]}, "outline.degrees"),
        ({"type": "Polygon", "coordinates": [RING * (MOST_POSITIONS // 4 + 1)]}, "outline.too-many"),
    ],
)
def test_what_cannot_be_drawn_is_told(data: object, code: str) -> None:
    assert refused(data) == code


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.sampled_from(["Polygon", "Feature", "MultiPolygon"]),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "id"]), inner)
    ),
)


@given(JSON)
def test_whatever_a_file_holds_it_is_drawn_or_told(data: object) -> None:
    with suppress(Mistake):
        assert read_outlines(json.dumps(data), "a.geojson").shapes

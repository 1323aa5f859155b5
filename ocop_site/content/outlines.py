"""A GeoJSON file (RFC 7946) becomes outlines, or a mistake that says what is wrong with it."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from ocop_site.content.entry import Slip
from ocop_site.problems import Mistake
from ocop_site.records.maps.outlines import Outline, Outlines
from ocop_site.records.values.points import Point

MOST_POSITIONS = 100_000
"""More is a survey and no sketch, and would be simplified for minutes."""

LONGEST_CREDIT = 300

SHORTEST_RING = 4
"""A triangle, whose first point stands again as its last."""

_CREDITS = ("attribution", "source", "licence", "license")
_CODES = ("code", "ma_xa", "id")


def read_outlines(text: str, file: str) -> Outlines:
    """Every polygon of a file; raises a `Slip` where it is no JSON, a `Mistake` where nothing can be drawn."""
    data = _parsed(text)
    shapes = tuple(Outline(file, code, rings) for code, rings in _shapes(data))
    if not shapes:
        raise Mistake("outline.nothing")
    if sum(len(ring) for shape in shapes for ring in shape.rings) > MOST_POSITIONS:
        raise Mistake("outline.too-many", most=MOST_POSITIONS)
    credits = (data.get(name) for name in _CREDITS)
    credit = ", ".join(words.strip()[:LONGEST_CREDIT] for words in credits if isinstance(words, str) and words.strip())
    return Outlines(shapes, (credit,) if credit else ())


def _parsed(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise Slip("outline.json", error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise Mistake("outline.unreadable") from None
    if not isinstance(data, dict) or not isinstance(data.get("type"), str):
        raise Mistake("outline.not-geojson")
    return data


def _refused(constant: str) -> NoReturn:
    """NaN and Infinity, which are no JSON and no place."""
    raise ValueError(constant)


def _shapes(data: dict[str, Any]) -> Iterator[tuple[str, tuple[tuple[Point, ...], ...]]]:
    """Code and rings of the features that have an area; points and lines in between are passed over."""
    features = data.get("features") if data["type"] == "FeatureCollection" else [data]
    if not isinstance(features, list):
        raise Mistake("outline.not-geojson")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict):
            raise Mistake("outline.feature", number=number)
        geometry = feature.get("geometry") if feature.get("type") == "Feature" else feature
        if rings := tuple(_rings(geometry, number)):
            yield _code(feature), rings


def _rings(geometry: Any, number: int) -> Iterator[tuple[Point, ...]]:
    kind, coordinates = (geometry.get(name) if isinstance(geometry, dict) else None for name in ("type", "coordinates"))
    if kind not in ("Polygon", "MultiPolygon"):
        return
    polygons = [coordinates] if kind == "Polygon" else coordinates
    for polygon in _listed(polygons, number):
        for ring in _listed(polygon, number):
            if len(_listed(ring, number)) >= SHORTEST_RING:
                yield tuple(_point(position, number) for position in ring)


def _listed(value: Any, number: int) -> list[Any]:
    if not isinstance(value, list):
        raise Mistake("outline.feature", number=number)
    return value


def _point(position: Any, number: int) -> Point:
    """GeoJSON has the longitude first."""
    if not isinstance(position, list) or len(position) < 2 or not all(_is_number(value) for value in position[:2]):
        raise Mistake("outline.feature", number=number)
    longitude, latitude = position[:2]
    if abs(longitude) > 180 or abs(latitude) > 90:
        raise Mistake("outline.degrees", number=number, found=f"{longitude!s:.20}, {latitude!s:.20}")
    return Point(float(latitude), float(longitude))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _code(feature: dict[str, Any]) -> str:
    properties = feature.get("properties")
    codes = [properties.get(name) for name in _CODES] if isinstance(properties, dict) else []
    return next((str(code) for code in (*codes, feature.get("id")) if isinstance(code, str | int)), "")

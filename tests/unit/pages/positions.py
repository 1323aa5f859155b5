"""Positions on a map, made of plain numbers."""

from ocop_site.pages.boxes import BoundingBox
from ocop_site.pages.map.projection import Spot
from ocop_site.units import MapUnit


def spot(x: float, y: float) -> Spot:
    return MapUnit(x), MapUnit(y)


def box(left: float, top: float, right: float, bottom: float) -> BoundingBox[MapUnit]:
    return MapUnit(left), MapUnit(top), MapUnit(right), MapUnit(bottom)

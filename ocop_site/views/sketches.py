"""A map as it is drawn: the base map, its names and pins."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from ocop_site.views.everywhere import Link
from ocop_site.views.sheets import Plate


@frozen
class MapLabel:
    """A name to find one's way by, its middle at `x` and `y`; `is_small` where there is no room for large letters."""

    x: MapUnit
    y: MapUnit
    text: TextRun
    is_small: bool


@frozen
class ScaleBar:
    """The scale of a map: `km` kilometres are as long as `length`."""

    km: int
    length: MapUnit


@frozen
class Pin:
    """A number on a map, the same as in the list beside it; its middle is at `x` and `y`.

    `at_x` and `at_y` are the spot that it means, elsewhere where it had to make room for others. `kind`: place, or
    makers of products. `precision`: point, centre (of its commune), or former (the centre of a unit of before: only
    about there). `reach` is the radius around it that no other pin claims.
    """

    number: int
    kind: str
    precision: str
    name: TextRun
    x: MapUnit
    y: MapUnit
    at_x: MapUnit
    at_y: MapUnit
    reach: MapUnit


@frozen
class Sketch:
    """A map as SVG draws it, north at the top, in units of its own; `pin` is the radius of a pin.

    `land` and `land_made` are path data: outlines, those of communes with products apart; else `dots` are the communes'
    centres, strokes of no length. `is_dense`: so many pins that 360 px are too few. `credits`: whose the outlines are.
    """

    width: MapUnit
    height: MapUnit
    pin: MapUnit
    is_dense: bool
    land: str
    land_made: str
    dots: str
    labels: tuple[MapLabel, ...]
    pins: tuple[Pin, ...]
    scale: ScaleBar
    credits: tuple[str, ...]


@frozen
class Locator:
    """A small map and the way to the large one: a `plate` of its ground where somebody drew that, else a `sketch`."""

    map: Link
    sketch: Sketch | None = None
    plate: Plate | None = None

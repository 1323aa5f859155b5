"""A map as a drawn sheet: water and land in the manner of a block print, pins with pictures and names, windows."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from ocop_site.views.parts import Picture


@frozen
class Ground:
    """What a map is drawn on, as path data: `water`, `reeds`, `forest`, `fields` and `ink` to be filled.

    `ink` is an uneven contour on the side away from the light; `waves` and `roads` are strokes.
    """

    water: str
    ink: str
    waves: str
    reeds: str
    forest: str
    fields: str
    roads: str


@frozen
class GroundName:
    """A name on the ground. `kind`: water, area, road, edge (what lies beyond) or town.

    Its middle is at `x` and `y`; where there is a `path`, it runs along that. A town has a dot at `at_x` and `at_y`.
    """

    kind: str
    text: TextRun
    x: MapUnit
    y: MapUnit
    path: str
    at_x: MapUnit | None
    at_y: MapUnit | None


@frozen
class SheetPin:
    """A pin on a sheet; its middle is at `x` and `y`, the spot that it means at `at_x` and `at_y`.

    `kind`, `precision` as of a `Pin`. It leads to `href`, or where that is nothing to the line of the list with its
    `number`; on a trail the number is the stop's. `more`: so many others that it stands for, too near to be told apart.
    What it is called, in `language` if that is another one, stands in `lines`, the first at `label_x` and `label_y`
    from the pin's middle, each 30 below the last one; `anchor`: start, middle or end of a line is there.
    """

    kind: str
    precision: str
    number: int
    name: TextRun
    language: str | None
    href: str | None
    more: int
    count: int | None
    picture: Picture | None
    x: MapUnit
    y: MapUnit
    at_x: MapUnit
    at_y: MapUnit
    lines: tuple[str, ...]
    label_x: MapUnit
    label_y: MapUnit
    anchor: str


@frozen
class MapFrame:
    """What a window enlarges of the first plate: a box from its upper left corner on."""

    x: MapUnit
    y: MapUnit
    width: MapUnit
    height: MapUnit


@frozen
class Plate:
    """A part of a sheet, its upper left corner at `x` and `y`; all in it is measured from there.

    `frame` is what it enlarges of the first plate, if it is not that. `route`: path data of a trail's way.
    """

    x: MapUnit
    y: MapUnit
    width: MapUnit
    height: MapUnit
    frame: MapFrame | None
    ground: Ground
    names: tuple[GroundName, ...]
    route: str
    pins: tuple[SheetPin, ...]


@frozen
class MapSheet:
    """A sheet of plates; the first shows everything, each other one what is crowded there. `pin` is a pin's radius."""

    width: MapUnit
    height: MapUnit
    pin: MapUnit
    plates: tuple[Plate, ...]

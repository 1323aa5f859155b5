"""The map on its ground: a sheet of plates with pins that have pictures and names; none where nobody drew a ground."""

from collections.abc import Collection, Sequence
from math import sqrt

from ocop_site.catalogue.area import Area
from ocop_site.editions.edition import Edition
from ocop_site.frozen import frozen
from ocop_site.pages.boxes import BoundingBox
from ocop_site.pages.map.features import MapFeature
from ocop_site.pages.map.ground import ground_of
from ocop_site.pages.map.ground_names import AFTER, names_after, names_first
from ocop_site.pages.map.plates.plate import RADIUS, Marker, Names, PinGroup, Spread
from ocop_site.pages.map.plates.spreading import Windows, spread_over
from ocop_site.pages.map.projection import WIDTH
from ocop_site.pages.map.window import FLATTEST, Window
from ocop_site.records.maps.ground import MapGround
from ocop_site.text.language import TextRun
from ocop_site.units import MapUnit
from ocop_site.views import MapFrame, MapSheet, Picture, Plate, SheetPin

BETWEEN = MapUnit(52.0)
"""Between two plates, for the lines from a frame to what it enlarges."""

INNER = MapUnit(6)
"""Between the edge of a plate and a frame in it."""

ON_SCREEN = Windows(4)

ON_PAGE, ON_PAPER = MapUnit(150.0), MapUnit(4.0)
"""How far a pin may stand from its spot where nobody can ask for a larger picture; how near things are to one another
where no finger has to tell them apart.
"""

PLACE_WEIGHT = 1_000_000
"""A group is called by a place, if there is one in it: that is where people want to go."""

COMPASS = MapUnit(128.0)
"""The side of the square in the lower left corner of the first plate that the compass has."""


@frozen
class Marked:
    """A feature of the map with what its pin shows, what it is called there and where it leads."""

    feature: MapFeature
    called: TextRun
    number: int
    href: str | None
    count: int | None
    picture: Picture | None


def sheet_of(edition: Edition, marked: Sequence[Marked]) -> MapSheet | None:
    """The sheet with a pin for each feature, or for several that lie too near together."""
    ground, window = edition.catalogue.map_ground, whole_window(edition)
    return _sheet(edition, ground, window, marked, ON_SCREEN) if ground and window else None


def page_of(edition: Edition, marked: Sequence[Marked], width: MapUnit, height: MapUnit) -> MapSheet | None:
    """The same no larger than a page: what is crowded has all that is left below the first plate, if that is enough."""
    ground, window = edition.catalogue.map_ground, whole_window(edition)
    if ground is None or window is None:
        return None
    whole = Window(window.area, width * min(1.0, height / Window(window.area, width).height))
    ratio = (height - whole.height - BETWEEN) / whole.width
    return _sheet(edition, ground, whole, marked, Windows(int(ratio > FLATTEST[0]), ratio, ON_PAGE, ON_PAPER))


def _sheet(edition: Edition, ground: MapGround, whole: Window, marked: Sequence[Marked], allowed: Windows) -> MapSheet:
    markers, names = [marker_of(each) for each in marked], first_names(edition, ground, whole)
    plates, top = [], MapUnit(0)
    for spread in spread_over(whole, markers, names, (compass_of(whole),), allowed):
        plates.append(plate_of(edition, ground, whole, spread, marked, top))
        top += spread.window.height + BETWEEN
    return MapSheet(whole.width, round(top - BETWEEN, 1), RADIUS, tuple(plates))


def whole_window(edition: Edition, width: MapUnit = WIDTH) -> Window | None:
    """As far as the map reaches; None where neither it nor the localities tell."""
    ground = edition.catalogue.map_ground
    bounds = (ground and ground.bounds) or edition.catalogue.gazetteer.localities.bounds
    return Window(Area.within(bounds), width) if bounds else None


def compass_of(window: Window) -> BoundingBox[MapUnit]:
    """The box of the compass on the first plate."""
    return MapUnit(12), window.height - COMPASS - MapUnit(12), COMPASS + MapUnit(12), window.height - MapUnit(12)


def marker_of(marked: Marked) -> Marker:
    point = marked.feature.point
    assert point, "what has no point has no pin"
    weight = PLACE_WEIGHT if marked.feature.kind == "place" else marked.count or 1
    return Marker(point, marked.called.text, weight)


def broad_on(whole: Window, window: Window) -> float:
    """How much broader water is drawn in a larger window: enough to see, not so much that it drowns all else."""
    return sqrt(window.scale / whole.scale)


def pin_of(group: PinGroup, marked: Sequence[Marked]) -> SheetPin:
    """The pin of those that share it."""
    first, pin = marked[group.members[0]], group.pin
    return SheetPin(
        kind=first.feature.kind,
        precision=first.feature.precision,
        number=first.number,
        name=first.feature.name,
        language=first.called.language,
        href=first.href if len(group.members) == 1 else None,
        more=len(group.members) - 1,
        count=first.count,
        picture=first.picture,
        x=round(pin.place[0], 1),
        y=round(pin.place[1], 1),
        at_x=pin.spot[0],
        at_y=pin.spot[1],
        lines=pin.label.lines,
        label_x=pin.label.x,
        label_y=pin.label.y,
        anchor=pin.label.anchor,
    )


def plate_of(
    edition: Edition,
    ground: MapGround,
    whole: Window,
    spread: Spread,
    marked: Sequence[Marked],
    top: MapUnit,
    route: str = "",
    kinds: Collection[str] = AFTER,
) -> Plate:
    """A plate as it is drawn, on a sheet filled as far as `top`; `kinds`: what else is named if there is room."""
    window = spread.window
    return Plate(
        x=MapUnit(0),
        y=round(top, 1),
        width=window.width,
        height=window.height,
        frame=None if window is whole else _frame(whole, *whole.frame_of(window)),
        ground=ground_of(ground, window, broad_on(whole, window)),
        names=(*spread.names, *names_after(edition, ground, window, spread.taken, kinds)),
        route=route,
        pins=tuple(pin_of(group, marked) for group in spread.groups),
    )


def first_names(edition: Edition, ground: MapGround, whole: Window) -> Names:
    """The names that are written before pins are placed."""
    return lambda window, taken, pins: names_first(edition, ground, window, broad_on(whole, window), taken, pins)


def _frame(whole: Window, left: MapUnit, top: MapUnit, right: MapUnit, bottom: MapUnit) -> MapFrame:
    """As much of it as lies on the first plate."""
    left, top = max(left, INNER), max(top, INNER)
    right, bottom = min(right, whole.width - INNER), min(bottom, whole.height - INNER)
    return MapFrame(round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))

"""The map of places and makers, with the list beside it."""

from ocop_site.frozen import frozen
from ocop_site.text.language import TextRun
from ocop_site.views.everywhere import Link
from ocop_site.views.parts import SourceLine
from ocop_site.views.places import PlaceCard
from ocop_site.views.sheets import MapSheet
from ocop_site.views.sketches import Sketch


@frozen
class MapPlace:
    """A place in the list beside the map; no `number`: it is not located. `km` as the crow flies from the showroom."""

    number: int | None
    card: PlaceCard
    precision: str | None
    km: int | None


@frozen
class MapMakers:
    """The producers of a commune of today; of a unit of before (`is_former`) where that is not determined.

    No `number`: it is not located; no `name`: no source says where. `note` tells of the units old and new; `makers`
    have the number of products that they make there. `km` goes from the showroom to the unit's centre.
    """

    number: int | None
    name: TextRun | None
    href: str | None
    note: TextRun | None
    is_former: bool
    count: int
    makers: tuple[Link, ...]
    km: int | None


@frozen
class MapView:
    """The map. `showroom` is where distances start, if there is one and it is known where that is.

    `sheet` is the map on a ground that somebody drew, which may stand in place of the `sketch`.
    """

    sketch: Sketch
    sheet: MapSheet | None
    places: tuple[MapPlace, ...]
    units: tuple[MapMakers, ...]
    other_places: tuple[MapPlace, ...]
    other_units: tuple[MapMakers, ...]
    showroom: Link | None
    changed_on: str
    sources: tuple[SourceLine, ...]

"""What pins are put on: outlines if the office has a map file, else the communes' centres as small dots."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ocop_site.catalogue.area import Area, area_of
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.unit_centres import UnitCentre, unit_centre
from ocop_site.editions.edition import Edition, once
from ocop_site.facts import fact, opaque
from ocop_site.pages.boxes import BoundingBox
from ocop_site.pages.map.projection import MARGIN, WIDTH, Projection, Spot, round_length
from ocop_site.pages.map.simplify import Ring, dots, thinned
from ocop_site.records.maps.outlines import Outline
from ocop_site.records.values.points import Point
from ocop_site.units import MapUnit
from ocop_site.views import ScaleBar

LONGEST_BAR = MapUnit(160.0)
"""No scale bar is longer."""

BEYOND = 0.25
"""How much more than the province outlines may make the map show, in parts of it."""

COARSE, COARSE_CHARACTERS = MapUnit(2.0), 6_000
"""Of a map as small as a stamp: what is not seen to be missing, and characters for all its outlines."""


def base_map(edition: Edition) -> "BaseMap":
    """The base map of all editions, made once."""
    return _of_all(edition.editions.default)


@once
def _of_all(edition: Edition) -> "BaseMap":
    return BaseMap(edition.catalogue)


class BaseMap:
    """The part that all maps of a catalogue share, whatever their language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        localities = catalogue.gazetteer.localities
        self._bounds = Area.within(localities.bounds) if localities.bounds else None

    @property
    @opaque
    def projection(self) -> Projection:
        """The way from points of the Earth to spots."""
        return Projection(self._area or Area(0, 0, 0, 0))

    @property
    @opaque
    def scale(self) -> ScaleBar:
        """The scale bar of every map."""
        km = round_length(self.projection.units_per_km, LONGEST_BAR)
        return ScaleBar(km, round(km * self.projection.units_per_km, 1))

    @property
    @opaque
    def instruments(self) -> tuple[BoundingBox[MapUnit], BoundingBox[MapUnit]]:
        """The boxes of the scale bar with its words and of the arrow to the north."""
        height = self.projection.height
        return (
            (MARGIN, height - MapUnit(40), MARGIN + self.scale.length + MapUnit(110), height),
            (WIDTH - MapUnit(52), MapUnit(0), WIDTH, MapUnit(62)),
        )

    def spot(self, point: Point | None) -> Spot | None:
        """The spot of a point; None for one that lies off the map, or for none at all."""
        return self.projection.spot(point) if point and self._area and self._area.holds(point) else None

    @property
    @fact
    def outlines(self) -> tuple[str, str]:
        """Path data of the land, and of those communes of it where listed products are made."""
        plain, with_products = thinned(self._rings)
        return plain, with_products

    @property
    @fact
    def coarse_outlines(self) -> str:
        """Path data of the land on a map as small as a stamp."""
        return "".join(thinned(self._rings, COARSE_CHARACTERS, COARSE))

    @property
    @opaque
    def dots(self) -> str:
        """Path data of dots at the communes' centres, where there are no outlines to show the shape of the land."""
        spots = (self.spot(commune.point) for commune in self._catalogue.gazetteer.localities.communes)
        return "" if self._shapes else dots(spot for spot in spots if spot)

    @cached_property
    def credits(self) -> tuple[str, ...]:
        """Whose the outlines are."""
        return self._catalogue.outlines.credits if self._shapes else ()

    @property
    @fact
    def centres(self) -> dict[str, UnitCentre | None]:
        """The unit where each listed product is made; None where no source says."""
        return dict(zip(self._catalogue.listed, self.each_centre(), strict=True))

    @property
    @fact
    def makers(self) -> dict[str, str]:
        """The producer of each listed product."""
        products = self._catalogue.products
        return {i: products[i].producer for i in self._catalogue.listed}

    @property
    @fact
    def former_communes(self) -> dict[str, str]:
        """The former commune of each listed product of which the sources name one."""
        located = ((i, self._catalogue.locality(i)) for i in self._catalogue.listed)
        return {i: place.former_commune.id for i, place in located if place and place.former_commune}

    def each_centre(self) -> Iterator[UnitCentre | None]:
        """The same, one after the other."""
        for locality in map(self._catalogue.locality, self._catalogue.listed):
            yield unit_centre(locality, self._catalogue.gazetteer) if locality else None

    @property
    @fact
    def _area(self) -> Area | None:
        """The province and the outlines that touch it; where neither is known, all the points there are."""
        outlined = [corner for shape in self._shapes for corner in area_of(shape).corners]
        bounded = list(self._bounds.corners) if self._bounds else []
        area = Area.around([*outlined, *bounded] or self._points())
        return area.clipped(self._bounds, BEYOND) if area and self._bounds else area

    def _points(self) -> Iterator[Point]:
        localities = self._catalogue.gazetteer.localities
        addresses = (place.address for place in self._catalogue.places.values())
        for units in (localities.communes, localities.districts, localities.former_communes):
            yield from (unit.point for unit in units if unit.point)
        yield from (address.point for address in addresses if address and address.point)

    @cached_property
    def _shapes(self) -> Sequence[Outline]:
        shapes = self._catalogue.outlines.shapes
        return [shape for shape in shapes if self._bounds is None or area_of(shape).meets(self._bounds)]

    @property
    @opaque
    def _rings(self) -> tuple[list[Ring], list[Ring]]:
        """The rings of the communes without products, and of those with."""
        codes = {commune.id: commune.code for commune in self._catalogue.gazetteer.localities.communes}
        made_in = {codes[centre.id] for centre in self.centres.values() if centre and centre.kind == "communes"}
        plain: list[Ring] = []
        with_products: list[Ring] = []
        for shape in self._shapes:
            rings = with_products if shape.code in made_in else plain
            rings += [[self.projection.spot(point) for point in ring] for ring in shape.rings]
        return plain, with_products

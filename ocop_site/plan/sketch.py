"""Maps as SVG will draw them: the numbered one, and one as small as a stamp with a single pin."""

from collections.abc import Sequence

from ocop_site.language import Run
from ocop_site.plan.ground import Ground
from ocop_site.plan.labels import place_labels
from ocop_site.plan.lines import Lines
from ocop_site.plan.pins import reaches, spread
from ocop_site.plan.projection import WIDTH, Spot
from ocop_site.plan.stands import Stand, place_stand
from ocop_site.plan.units import bare
from ocop_site.plan.views import Locator, Pin, Sketch

ROOMY, DENSE = 27.0, 15.0
"""The radius of a pin in units: 24 px across on a screen of 360 px, or on a map 576 px wide that has to be moved."""

WIDEST_REACH = 48.0
"""Units: 44 px across on a screen of 360 px."""

FULLEST = 0.3
"""Pins cover this part of the sheet at most before they are made small."""


def numbered_sketch(lines: Lines, drawn: Sequence[Stand]) -> Sketch:
    ground, height = lines.ground, lines.ground.projection.height
    spots = [ground.projection.spot(stand.point) for stand in drawn if stand.point]
    is_dense = len(spots) * (2 * ROOMY) ** 2 > FULLEST * WIDTH * height
    radius = DENSE if is_dense else ROOMY
    stands = spread(spots, radius, WIDTH, height, ground.instruments)
    pins = tuple(
        Pin(number, stand.kind, stand.precision, stand.name, *place, *spot, reach)
        for number, (stand, spot, place, reach) in enumerate(
            zip(drawn, spots, stands, reaches(stands, radius, WIDEST_REACH), strict=True), start=1
        )
    )
    return _sketch(ground, pins, radius, names=_names_of_districts(lines))


def locator(lines: Lines, place_id: str) -> Locator | None:
    """Where a place lies, on a map as small as a stamp."""
    stand = place_stand(lines, place_id)
    if not stand.point:
        return None
    ground = lines.ground
    x, y = ground.projection.spot(stand.point)
    pin = Pin(0, stand.kind, stand.precision, stand.name, x, y, x, y, ROOMY)
    return Locator(_sketch(ground, (pin,), ROOMY, is_large=False), lines.menu_link("map"))


def _names_of_districts(lines: Lines) -> list[tuple[Run, Spot]]:
    """Former districts, which people still find their way by; bare, in the site's first language, as on signs."""
    units = lines.catalogue.gazetteer.localities.districts
    first = lines.catalogue.site.first_language
    found = [(bare(unit.name.run(first).text), lines.ground.spot(unit.point)) for unit in units]
    return [(lines.native(name), spot) for name, spot in found if spot]


def _sketch(
    ground: Ground,
    pins: tuple[Pin, ...],
    radius: float,
    names: Sequence[tuple[Run, Spot]] = (),
    *,
    is_large: bool = True,
) -> Sketch:
    height = ground.projection.height
    taken = [(pin.x - radius, pin.y - radius, pin.x + radius, pin.y + radius) for pin in pins]
    taken += ground.instruments
    land, land_made = ground.outlines if is_large else (ground.coarse_outlines, "")
    return Sketch(
        width=WIDTH,
        height=height,
        pin=radius,
        is_dense=is_large and radius == DENSE,
        land=land,
        land_made=land_made,
        dots=ground.dots,
        labels=place_labels(names, taken, height),
        pins=pins,
        scale=ground.scale,
        credits=ground.credits,
    )

"""A place's poster: its picture, name, hours and address, the trails through it as a line of water, a code to scan."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import DrawnLabel, LinkedCode, placed_code, quiet_zone_width
from ocop_site.paper.pictures import ground_in, picture_in
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.river import trail_line
from ocop_site.paper.showroom import hours_lines
from ocop_site.paper.typesetting import Paragraph
from ocop_site.records.place import Stop, Trail
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Field, Piece, PrintedPicture, PrintedShape, Rule, Writing

_REFERENCE = (178.0 * MM, 265.0 * MM)
"""Width and height of A4 within its inset, which the sizes at scale 1 are made for."""

_CODE, _PICTURE = (0.46, 0.36), (0.44, 0.24)
"""Without a trail and with one: the code's part of the width, read from a metre away, the picture's of the height."""

_COLUMN = 7.0 * MM
"""At scale 1 the room for the line of a trail, before its stops."""


def place_poster(
    print_edition: PrintEdition, place_id: str, code: LinkedCode, box: Box, inset: Millimetre
) -> DrawnLabel:
    """A poster of a place: its names and address, the trails it is on, and a code that leads to its page."""
    inner = box.at_origin().within(inset)
    scale = min(inner.width / _REFERENCE[0], inner.height / _REFERENCE[1])
    has_trail = any(_stops_at(trail, place_id) for trail in print_edition.first.catalogue.trails.values())
    size = _CODE[has_trail] * min(inner.width, inner.height * 0.67)
    foot = inner.y + inner.height - size
    margin = quiet_zone_width(code.qr, size)
    printed_code, _ = placed_code(code, inner.x + inner.width - size + margin, foot + margin, size)
    fields, pictures = _head(print_edition, place_id, box, inset, _PICTURE[has_trail])
    top = max(inner.y, fields[0].height + 8 * scale * MM) if pictures else inner.y
    room = (foot - top) * (0.56 if has_trail else 0.9)
    names = fit_block(tuple(_texts(print_edition, place_id)), inner.width, room, scale, scale * 0.4).at(inner.x, top)
    under = top + names.height
    trails = fit_block(
        tuple(_trails(print_edition, place_id)), inner.width - _COLUMN * scale, foot - under - 10 * scale * MM,
        scale, scale * 0.4,
    ).at(inner.x + _COLUMN * scale, under)  # fmt: skip
    beside = inner.width - size - 4 * scale * MM
    low = fit_block(tuple(_foot(print_edition, code)), beside, size, scale, scale * 0.4)
    bottom = low.at(inner.x, inner.y + inner.height - low.height)
    line = round(foot - 4 * scale * MM, 3)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*names.writings, *trails.writings, *bottom.writings), codes=(printed_code,),
        rules=(Rule(inner.x, line, inner.x + inner.width, line),), fields=fields, pictures=pictures,
        shapes=_water(trails.writings, inner.x + _COLUMN * scale * 0.4, scale),
    )  # fmt: skip
    return DrawnLabel(piece, size / code.qr.side, names.is_whole and trails.is_whole and low.is_whole)


def _head(
    print_edition: PrintEdition, place_id: str, box: Box, inset: Millimetre, share: float
) -> tuple[tuple[Field], tuple[PrintedPicture, ...]]:
    """The picture from edge to edge; a band of the river's colour where there is none."""
    part = Box(0 * MM, 0 * MM, box.width, round(share * box.height, 3))
    if picture := picture_in(print_edition, print_edition.first.catalogue.places[place_id].photos, part, enlarged=9):
        return (ground_in((), "", part),), (picture,)
    return (Field(0 * MM, 0 * MM, box.width, round(inset * 0.5, 3), ""),), ()


def _water(writings: Sequence[Writing], x: Millimetre, scale: float) -> tuple[PrintedShape, ...]:
    """The line of each trail through its stops; what is the second line of a stop is none."""
    shapes: list[PrintedShape] = []
    for is_stop, group in groupby(writings, key=lambda each: each.role in ("stop", "here")):
        if is_stop:
            stops = [each.y - 0.36 * each.size for each in group if each.text.text[:1].isdigit()]
            shapes += trail_line(x, stops, 1.2 * scale * MM)
    return tuple(shapes)


def _texts(print_edition: PrintEdition, place_id: str) -> Iterator[Paragraph]:
    place = print_edition.first.catalogue.places[place_id]
    name, *others = print_edition.texts(place.name)
    yield Paragraph(name, "name", 17, is_bold=True, most=4)
    for other in others:
        yield Paragraph(other, "other", 10, most=3, above=2)
    if place.address:
        address = print_edition.first.addresses.of(place.address, "")
        units = [run.text for run in (*([address.line] if address.line else []), *(address.today or address.before))]
        yield Paragraph(TextRun(", ".join(units)), "maker", 5.4, most=3, above=4)
    yield from hours_lines(print_edition, place_id, 5.0)


def _trails(print_edition: PrintEdition, place_id: str) -> Iterator[Paragraph]:
    for trail in print_edition.first.catalogue.trails.values():
        if _stops_at(trail, place_id):
            yield from _trail(print_edition, trail, place_id)


def _stops_at(trail: Trail, place_id: str) -> bool:
    return any(stop.place == place_id for stop in trail.stops)


def _trail(print_edition: PrintEdition, trail: Trail, place_id: str) -> Iterator[Paragraph]:
    yield Paragraph(
        TextRun(" · ".join(run.text for run in print_edition.words("print.trail"))), "heading", 4.4, above=9
    )
    name, *others = print_edition.texts(trail.name)
    yield Paragraph(name, "trail", 7, is_bold=True, above=0.5)
    for other in others:
        yield Paragraph(other, "other", 5.2)
    for number, stop in enumerate(trail.stops, start=1):
        here = stop.place == place_id
        words = TextRun(f"{number}   {_stop_name(print_edition, stop)}")
        yield Paragraph(words, "here" if here else "stop", 5.2, is_bold=here, most=2, above=2.4 if number == 1 else 0.6)


def _stop_name(print_edition: PrintEdition, stop: Stop) -> str:
    catalogue = print_edition.first.catalogue
    name = catalogue.places[stop.place].name if stop.place else catalogue.producers[stop.producer or ""].name
    return print_edition.first.run(name).text


def _foot(print_edition: PrintEdition, code: LinkedCode) -> Iterator[Paragraph]:
    for number, run in enumerate(print_edition.words("print.scan.place")):
        yield Paragraph(run, "hint", 7 if number == 0 else 5.4, is_bold=number == 0, above=1.5)
    yield Paragraph(TextRun(code.address.removeprefix("https://")), "hint", 3.4, most=6, above=5)
    for run in print_edition.texts(print_edition.first.catalogue.site.title):
        yield Paragraph(run, "hint", 3.8, above=2)

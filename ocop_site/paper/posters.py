"""A place's poster: its name, where it is, the trails that stop there with their stops, a code for those who pass."""

from collections.abc import Iterator

from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import CodeTarget, DrawnLabel, placed_code, quiet
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph, fit_block
from ocop_site.records.place import Stop, Trail
from ocop_site.text.language import TextRun
from ocop_site.views.paper import Field, Piece, Rule

_REFERENCE = (178.0, 265.0)
"""A4 within its inset, which the sizes at scale 1 are made for."""

_CODE = 0.54
"""Of the width: read from a metre away."""


def place_poster(paper: PrintEdition, place_id: str, target: CodeTarget, box: Box, inset: float) -> DrawnLabel:
    inner = Box(0, 0, box.width, box.height).within(inset)
    scale = min(inner.width / _REFERENCE[0], inner.height / _REFERENCE[1])
    size = _CODE * min(inner.width, inner.height * 0.67)
    foot = inner.y + inner.height - size
    margin = quiet(target.code, size)
    code, _ = placed_code(target, inner.x + inner.width - size + margin, foot + margin, size)
    block = fit_block(tuple(_texts(paper, place_id)), inner.width, foot - inner.y - 10 * scale, scale, scale * 0.4)
    beside = inner.width - size - 4 * scale
    low = fit_block(tuple(_foot(paper, target)), beside, size, scale, scale * 0.4)
    top, bottom = block.at(inner.x, inner.y), low.at(inner.x, inner.y + inner.height - low.height)
    line = round(foot - 4 * scale, 3)
    piece = Piece(
        box.x, box.y, box.width, box.height,
        writings=(*top.writings, *bottom.writings), codes=(code,),
        rules=(Rule(inner.x, line, inner.x + inner.width, line),),
        fields=(Field(0, 0, box.width, round(inset * 0.5, 3), ""),),
    )  # fmt: skip
    return DrawnLabel(piece, size / target.code.side, block.is_whole and low.is_whole)


def _texts(paper: PrintEdition, place_id: str) -> Iterator[Paragraph]:
    place = paper.first.catalogue.places[place_id]
    name, *others = paper.texts(place.name)
    yield Paragraph(name, "name", 17, is_bold=True, most=4)
    for other in others:
        yield Paragraph(other, "other", 10, most=3, above=2)
    if place.address:
        address = paper.first.addresses.of(place.address, "")
        units = [run.text for run in (*([address.line] if address.line else []), *(address.today or address.before))]
        yield Paragraph(TextRun(", ".join(units)), "maker", 5.4, most=3, above=5)
    for trail in paper.first.catalogue.trails.values():
        if any(stop.place == place_id for stop in trail.stops):
            yield from _trail(paper, trail, place_id)


def _trail(paper: PrintEdition, trail: Trail, place_id: str) -> Iterator[Paragraph]:
    yield Paragraph(TextRun(" · ".join(run.text for run in paper.words("print.trail"))), "heading", 4.4, above=9)
    name, *others = paper.texts(trail.name)
    yield Paragraph(name, "trail", 7, is_bold=True, above=0.5)
    for other in others:
        yield Paragraph(other, "other", 5.2)
    for number, stop in enumerate(trail.stops, start=1):
        here = stop.place == place_id
        words = TextRun(f"{number}   {_stop_name(paper, stop)}")
        yield Paragraph(words, "here" if here else "stop", 5.2, is_bold=here, most=2, above=2.4 if number == 1 else 0.6)


def _stop_name(paper: PrintEdition, stop: Stop) -> str:
    catalogue = paper.first.catalogue
    name = catalogue.places[stop.place].name if stop.place else catalogue.producers[stop.producer or ""].name
    return paper.first.run(name).text


def _foot(paper: PrintEdition, target: CodeTarget) -> Iterator[Paragraph]:
    for number, run in enumerate(paper.words("print.scan.place")):
        yield Paragraph(run, "hint", 7 if number == 0 else 5.4, is_bold=number == 0, above=1.5)
    yield Paragraph(TextRun(target.address.removeprefix("https://")), "hint", 3.4, most=6, above=5)
    for run in paper.texts(paper.first.catalogue.site.title):
        yield Paragraph(run, "hint", 3.8, above=2)

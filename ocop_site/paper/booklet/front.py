"""The first two pages of the printed catalogue: the cover, and what it is and of which day. No product is on them."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Block, Paragraph
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Field, Piece, Rule

_EDGE = 14.0 * MM
"""What is kept free around the words of the cover."""


def cover(print_edition: PrintEdition, count: int, page: PaperSize) -> Piece:
    """The cover: the title under coloured bands, the number of products and the day at the foot."""
    width, height = page
    inner = Box(0 * MM, 0 * MM, width, height).within(_EDGE)
    top = fit_block(tuple(_cover_title(print_edition)), inner.width, 110 * MM, 1.0, 0.4).at(inner.x, 52 * MM)
    low = fit_block(tuple(_cover_foot(print_edition, count)), inner.width, 40 * MM, 1.0, 0.5)
    bottom = low.at(inner.x, height - _EDGE - low.height)
    line = bottom.writings[0].y - 8 * MM
    return _piece(page, top, bottom, (Rule(inner.x, line, width - inner.x, line),), _bands(width))


def imprint(print_edition: PrintEdition, content: Box, page: PaperSize) -> Piece:
    """The second page: what the booklet is, of which day, and what it vouches for."""
    low = fit_block(tuple(_imprint(print_edition)), content.width * 0.86, content.height - 10 * MM, 1.0, 0.6)
    return _piece(page, low.at(content.x, content.y + content.height - 8 * MM - low.height))


def _piece(
    page: PaperSize,
    first: Block,
    second: Block | None = None,
    rules: tuple[Rule, ...] = (),
    fields: tuple[Field, ...] = (),
) -> Piece:
    writings = first.writings + (second.writings if second else ())
    return Piece(0 * MM, 0 * MM, *page, writings=writings, rules=rules, fields=fields)


def _bands(width: Millimetre) -> tuple[Field, ...]:
    """River, rice, leaf: three bands across the top, as of a field seen from the dyke."""
    return (
        Field(0 * MM, 0 * MM, width, 22 * MM, ""),
        Field(0 * MM, 22 * MM, width, 5 * MM, "thuc-pham"),
        Field(0 * MM, 27 * MM, width, 2.5 * MM, "duoc-lieu"),
    )


def _cover_title(print_edition: PrintEdition) -> Iterator[Paragraph]:
    title, *others = print_edition.texts(print_edition.first.catalogue.site.title)
    yield Paragraph(title, "name", 13, is_bold=True, most=4)
    for other in others:
        yield Paragraph(other, "other", 8, most=3, above=2)
    for number, run in enumerate(print_edition.texts(print_edition.first.catalogue.site.tagline)):
        yield Paragraph(run, "summary" if number == 0 else "aside", 4.2, most=4, above=8 if number == 0 else 2)


def _cover_foot(print_edition: PrintEdition, count: int) -> Iterator[Paragraph]:
    counts = print_edition.words("print.booklet.count", count=count)
    days = [
        edition.words("print.booklet.day", date=format_date(edition.catalogue.today.isoformat(), edition.language))
        for edition in print_edition.editions
    ]
    for number, (words, day) in enumerate(zip(counts, days, strict=True)):
        yield Paragraph(TextRun(f"{words.text} · {day}", words.language), "summary" if number == 0 else "aside", 3.8)
    if office := print_edition.first.catalogue.site.office:
        yield Paragraph(print_edition.first.run(office.name), "maker", 3.8, above=2)


def _imprint(print_edition: PrintEdition) -> Iterator[Paragraph]:
    site = print_edition.first.catalogue.site
    yield Paragraph(print_edition.first.run(site.title), "name", 4.4, is_bold=True)
    for number, edition in enumerate(print_edition.editions):
        language = edition.language if number else None
        role = "aside" if number else "summary"
        for place, statement in enumerate(_statements(print_edition, edition)):
            yield Paragraph(TextRun(statement, language), role, 3.0, most=6, above=1.2 if place else 4)


def _statements(print_edition: PrintEdition, edition: Edition) -> Iterator[str]:
    site, day = edition.catalogue.site, edition.catalogue.today.isoformat()
    address = site.url.removeprefix("https://").rstrip("/")
    yield edition.words("print.booklet.about", address=address, date=format_date(day, edition.language))
    yield edition.words("print.booklet.stars" if print_edition.has_stars else "print.booklet.no-stars")
    yield edition.words("print.booklet.unchecked")
    if site.checked_on:
        yield edition.words("print.booklet.checked", date=format_date(site.checked_on.isoformat(), edition.language))
    if site.data_licence:
        yield edition.words("print.booklet.licence", name=edition.run(site.data_licence.name).text)

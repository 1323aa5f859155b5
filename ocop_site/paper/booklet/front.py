"""The second page of the printed catalogue: what it is, of which day, and what it vouches for."""

from collections.abc import Iterator

from ocop_site.editions.edition import Edition
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Piece


def imprint(print_edition: PrintEdition, content: Box, page: PaperSize) -> Piece:
    """The second page: what the booklet is, of which day, and what it vouches for."""
    low = fit_block(tuple(_imprint(print_edition)), content.width * 0.86, content.height - 10 * MM, 1.0, 0.6)
    placed = low.at(content.x, content.y + content.height - 8 * MM - low.height)
    return Piece(0 * MM, 0 * MM, *page, placed.writings)


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

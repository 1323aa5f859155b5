"""The middle of the printed catalogue: the wheel of the year with what its colours and its flower stand for."""

from collections.abc import Iterator
from itertools import chain

from ocop_site.editions.edition import Edition
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.paper.booklet.heading import HEAD, heading
from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.paper.year import wheel_piece
from ocop_site.text.formats import format_date, month_name
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Piece


def year_pages(print_edition: PrintEdition, content: Box, page: PaperSize) -> Iterator[tuple[Piece, ...]]:
    """A page, or none where of nothing it is known when it is in season."""
    top = content.y + HEAD
    piece = wheel_piece(print_edition, Box(content.x, top, content.width, content.width))
    if piece:
        below = top + content.width + 4 * MM
        words = chain.from_iterable(_legend(print_edition, edition) for edition in print_edition.editions)
        block = fit_block(tuple(words), content.width, content.y + content.height - below - 6 * MM, 1.0, 0.7)
        legend = Piece(0 * MM, 0 * MM, *page, block.at(content.x, below).writings)
        names = TextRun(" · ".join(run.text for run in print_edition.words("print.booklet.year")))
        yield heading(names, "", content, page), piece, legend


def _legend(print_edition: PrintEdition, edition: Edition) -> Iterator[Paragraph]:
    language = edition.language if edition is not print_edition.first else None
    role = "aside" if language else "summary"
    if wheel := year_wheel(edition):
        for season in wheel.seasons:
            told = ", ".join(_span(first, last, edition.language) for first, last in season.spans)
            yield Paragraph(TextRun(f"{season.name.text}: {told}", language), role, 3.2, above=0.8)
        for feast in wheel.feasts:
            day = format_date(feast.day, edition.language)
            yield Paragraph(TextRun(f"{feast.name.text}: {day}", language), role, 3.2, above=0.8)


def _span(first: int, last: int, language: str) -> str:
    names = [str(month_name(month, language)) for month in dict.fromkeys((first, last))]
    return " – ".join(names)

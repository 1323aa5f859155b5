"""Where to go and see: the showroom's name, and when a place is open, in the words of each language of the paper."""

from collections.abc import Iterator

from ocop_site.editions.addresses import opening_hours
from ocop_site.editions.edition import Edition
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.formats import weekday_name
from ocop_site.text.language import TextRun
from ocop_site.views import HoursLine


def showroom_lines(print_edition: PrintEdition, size: float) -> Iterator[Paragraph]:
    """The showroom with its hours; nothing where the site has none."""
    catalogue = print_edition.first.catalogue
    if place_id := catalogue.site.showroom:
        name = print_edition.first.run(catalogue.places[place_id].name)
        yield Paragraph(name, "heading", size, is_bold=True, most=2, above=3)
        yield from hours_lines(print_edition, place_id, size)


def hours_lines(print_edition: PrintEdition, place_id: str, size: float) -> Iterator[Paragraph]:
    """When a place is open, as far as it is known: neighbouring days with the same hours in one line."""
    for number, edition in enumerate(print_edition.editions):
        language = edition.language if number else None
        for line in opening_hours(edition.catalogue.places[place_id].opening_hours):
            if line.spans is not None:
                words = TextRun(f"{_days(edition, line)}: {_spans(edition, line)}", language)
                yield Paragraph(words, "aside" if number else "hours", size, most=2)


def _days(edition: Edition, line: HoursLine) -> str:
    first, last = (weekday_name(day, edition.language) for day in (line.first, line.last))
    return first if line.first == line.last else f"{first} – {last}"


def _spans(edition: Edition, line: HoursLine) -> str:
    return ", ".join(f"{start}–{end}" for start, end in line.spans or ()) or edition.words("print.closed")

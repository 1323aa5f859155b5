"""The first two pages of the printed catalogue: the cover, and what it is and of which day. No product is on them."""

from collections.abc import Iterator

from ocop_site.formats import format_date
from ocop_site.language import Run
from ocop_site.plan.label_texts import Paper
from ocop_site.plan.print_views import Field, Piece, Rule
from ocop_site.plan.typesetting import Block, Paragraph, fit_block
from ocop_site.showroom.sheet_geometry import Box

_EDGE = 14.0


def cover(paper: Paper, count: int, page: tuple[float, float]) -> Piece:
    width, height = page
    inner = Box(0, 0, width, height).within(_EDGE)
    top = fit_block(tuple(_cover_title(paper)), inner.width, 110, 1.0, 0.4).at(inner.x, 52)
    low = fit_block(tuple(_cover_foot(paper, count)), inner.width, 40, 1.0, 0.5)
    bottom = low.at(inner.x, height - _EDGE - low.height)
    line = bottom.writings[0].y - 8
    return _piece(page, top, bottom, (Rule(inner.x, line, width - inner.x, line),), _bands(width))


def imprint(paper: Paper, content: Box, page: tuple[float, float]) -> Piece:
    low = fit_block(tuple(_imprint(paper)), content.width * 0.86, content.height - 10, 1.0, 0.6)
    return _piece(page, low.at(content.x, content.y + content.height - 8 - low.height))


def _piece(
    page: tuple[float, float],
    first: Block,
    second: Block | None = None,
    rules: tuple[Rule, ...] = (),
    fields: tuple[Field, ...] = (),
) -> Piece:
    writings = first.writings + (second.writings if second else ())
    return Piece(0, 0, *page, writings=writings, rules=rules, fields=fields)


def _bands(width: float) -> tuple[Field, ...]:
    """River, rice, leaf: three bands across the top, as of a field seen from the dyke."""
    return (
        Field(0, 0, width, 22, ""),
        Field(0, 22, width, 5, "thuc-pham"),
        Field(0, 27, width, 2.5, "duoc-lieu"),
    )


def _cover_title(paper: Paper) -> Iterator[Paragraph]:
    title, *others = paper.texts(paper.first.catalogue.site.title)
    yield Paragraph(title, "name", 13, is_bold=True, most=4)
    for other in others:
        yield Paragraph(other, "other", 8, most=3, above=2)
    for number, run in enumerate(paper.texts(paper.first.catalogue.site.tagline)):
        yield Paragraph(run, "summary" if number == 0 else "aside", 4.2, most=4, above=8 if number == 0 else 2)


def _cover_foot(paper: Paper, count: int) -> Iterator[Paragraph]:
    counts = paper.words("print.booklet.count", count=count)
    days = [
        lines.words("print.booklet.day", date=format_date(lines.catalogue.today.isoformat(), lines.language))
        for lines in paper.books
    ]
    for number, (words, day) in enumerate(zip(counts, days, strict=True)):
        yield Paragraph(Run(f"{words.text} · {day}", words.language), "summary" if number == 0 else "aside", 3.8)
    if office := paper.first.catalogue.site.office:
        yield Paragraph(paper.first.run(office.name), "maker", 3.8, above=2)


def _imprint(paper: Paper) -> Iterator[Paragraph]:
    site = paper.first.catalogue.site
    yield Paragraph(paper.first.run(site.title), "name", 4.4, is_bold=True)
    for number, lines in enumerate(paper.books):
        language = lines.language if number else None
        role = "aside" if number else "summary"
        for key, values in _statements(paper, number):
            yield Paragraph(
                Run(lines.words(key, **values), language), role, 3.0, most=6, above=4 if key.endswith("about") else 1.2
            )


def _statements(paper: Paper, number: int) -> Iterator[tuple[str, dict[str, str]]]:
    lines = paper.books[number]
    site, day = lines.catalogue.site, lines.catalogue.today.isoformat()
    address = site.url.removeprefix("https://").rstrip("/")
    yield "print.booklet.about", {"address": address, "date": format_date(day, lines.language)}
    yield "print.booklet.stars" if paper.has_stars else "print.booklet.no-stars", {}
    yield "print.booklet.unchecked", {}
    if site.checked_on:
        yield "print.booklet.checked", {"date": format_date(site.checked_on.isoformat(), lines.language)}
    if site.data_licence:
        yield "print.booklet.licence", {"name": lines.run(site.data_licence.name).text}

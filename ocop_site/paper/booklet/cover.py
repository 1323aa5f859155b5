"""The outside of the printed catalogue: an invitation over a still life on the river, and the paper of its back."""

from collections.abc import Iterator

from ocop_site.paper.fitting import fit_block
from ocop_site.paper.geometry import Box, PaperSize
from ocop_site.paper.pictures import cut_out_in
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.river import bands
from ocop_site.paper.typesetting import Paragraph
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun
from ocop_site.units import MM
from ocop_site.views.paper import Field, Piece, PrintedPicture

_EDGE = 14.0 * MM
"""What is kept free around the words."""

_WATER = 0.5
"""Where the river begins, as a part of the height."""

_LAID = (
    (0.00, 0.43, 0.44, 0.19),
    (0.60, 0.42, 0.38, 0.19),
    (0.20, 0.52, 0.60, 0.25),
    (0.02, 0.68, 0.40, 0.17),
    (0.58, 0.66, 0.40, 0.18),
)
"""Where things lie, from the back to the front: left, top, width and height as parts of the page."""


def cover(print_edition: PrintEdition, count: int, page: PaperSize) -> Piece:
    """The cover: the invitation and the title, the things laid out, the number of products and the day at the foot."""
    width, height = page
    inner = Box(0 * MM, 0 * MM, width, height).within(_EDGE)
    top = fit_block(tuple(_title(print_edition)), inner.width, height * _WATER * 0.72, 1.0, 0.4).at(inner.x, 16 * MM)
    low = fit_block(tuple(_foot(print_edition, count)), inner.width, 26 * MM, 1.0, 0.5)
    bottom = low.at(inner.x, height - 9 * MM - low.height)
    return Piece(
        0 * MM, 0 * MM, width, height,
        writings=top.writings + bottom.writings,
        fields=(Field(0 * MM, 0 * MM, width, height, "", "rice"),),
        shapes=bands(Box(0 * MM, height * _WATER, width, height * (1 - _WATER))),
        pictures=tuple(_still_life(print_edition, page)),
    )  # fmt: skip


def back(print_edition: PrintEdition, page: PaperSize) -> Piece:
    """The back: a printed paper, with a label that says where the catalogue lives on."""
    width, height = page
    plate = Box(width * 0.18, height * 0.4, width * 0.64, height * 0.2)
    words = fit_block(tuple(_address(print_edition)), plate.width - 12 * MM, plate.height - 8 * MM, 1.0, 0.5)
    placed = words.at(plate.x + 6 * MM, plate.y + (plate.height - words.height) / 2)
    return Piece(
        0 * MM, 0 * MM, width, height, writings=placed.writings,
        fields=(
            Field(0 * MM, 0 * MM, width, height, _pattern(print_edition), is_printed=True),
            Field(plate.x, plate.y, plate.width, plate.height, "", "paper"),
        ),
    )  # fmt: skip


def _pattern(print_edition: PrintEdition) -> str:
    """That of the industry which has most products."""
    catalogue = print_edition.first.catalogue
    patterns = [print_edition.first.parts.pattern(catalogue.products[i].set) for i in catalogue.listed]
    return max(sorted(set(patterns)), key=patterns.count, default="")


def _title(print_edition: PrintEdition) -> Iterator[Paragraph]:
    site = print_edition.first.catalogue.site
    for number, run in enumerate(print_edition.texts(site.invitation) if site.invitation else ()):
        yield Paragraph(run, "aside" if number else "invitation", 6 if number else 12.5, is_bold=not number, above=1.5)
    title, *others = print_edition.texts(site.title)
    yield Paragraph(title, "name", 6.4 if site.invitation else 13, is_bold=True, most=4, above=6)
    for other in others:
        yield Paragraph(other, "other", 4.6, most=3, above=0.6)


def _foot(print_edition: PrintEdition, count: int) -> Iterator[Paragraph]:
    counts = print_edition.words("print.booklet.count", count=count)
    for number, (words, edition) in enumerate(zip(counts, print_edition.editions, strict=True)):
        day = format_date(edition.catalogue.today.isoformat(), edition.language)
        line = TextRun(f"{words.text} · {edition.words('print.booklet.day', date=day)}", words.language)
        yield Paragraph(line, "aside" if number else "summary", 3.6)
    tagline, *_ = print_edition.texts(print_edition.first.catalogue.site.tagline)
    yield Paragraph(tagline, "summary", 3.2, most=3, above=1)


def _address(print_edition: PrintEdition) -> Iterator[Paragraph]:
    site = print_edition.first.catalogue.site
    yield Paragraph(print_edition.first.run(site.title), "name", 4.4, is_bold=True)
    yield Paragraph(TextRun(site.url.removeprefix("https://").rstrip("/")), "summary", 3.6, most=3, above=1)
    if office := site.office:
        yield Paragraph(print_edition.first.run(office.name), "maker", 3.4, above=1)


def _still_life(print_edition: PrintEdition, page: PaperSize) -> Iterator[PrintedPicture]:
    """Things of different makers first, no picture twice; only what may be recommended and is cut out."""
    width, height = page
    photos = list(_cut_outs(print_edition))[: len(_LAID)]
    for (left, top, wide, high), shown in zip(_LAID, photos, strict=False):
        box = Box(width * left, height * top, width * wide, height * high)
        if picture := cut_out_in(print_edition, print_edition.first.catalogue.products[shown].photos, box):
            yield picture


def _cut_outs(print_edition: PrintEdition) -> Iterator[str]:
    products = print_edition.first.catalogue.products
    codes = {str(product.code): i for i, product in products.items()}
    promoted = [codes[card.code] for card in print_edition.first.parts.promoted(products) if card.cut_out]
    makers, files = set[str](), set[str]()
    for is_again in (False, True):
        for i in promoted:
            file, maker = products[i].photos[0].file, products[i].producer
            if file not in files and (is_again or maker not in makers):
                makers.add(maker)
                files.add(file)
                yield i

"""A product in the printed catalogue: picture, names, maker, what it is, its code. Of a spirit no praise."""

from collections.abc import Iterator

from ocop_site.paper.geometry import Box
from ocop_site.paper.labels.label import CodeTarget, placed_code
from ocop_site.paper.pictures import picture_of
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.typesetting import Paragraph, fit_block
from ocop_site.text.language import Text, TextRun
from ocop_site.views.paper import Piece, Rule

MODULE = 0.62
"""Millimetres; of a code that is longer than usual a little less, down to 0.5."""

_PICTURE = (40.0, 30.0)

_GAP = 4.0


def block(paper: PrintEdition, product_id: str, target: CodeTarget, box: Box, is_last: bool) -> Piece:
    showing = paper.first.catalogue.showing(product_id)
    size = max(min(MODULE * target.code.side, 26.0), 0.5 * target.code.side)
    code, letters = placed_code(target, box.width - size, 0, size, letter=2.7)
    picture = picture_of(paper, product_id, Box(0, 1.5, *_PICTURE), use="card") if showing.may_be_praised else None
    left = _PICTURE[0] + _GAP if picture else 0.0
    high = max(size + 4, picture.y + picture.height if picture else 0)
    names = fit_block(tuple(_names(paper, product_id)), box.width - size - left - 1, high, 1.0, 0.7).at(left, 0.6)
    told = _warning(paper, showing.law_warning) if showing.law_warning else _summary(paper, product_id)
    below = fit_block(tuple(told), box.width, box.height - high - 4, 1.0, 0.8).at(0, high + 0.6)
    rule = () if is_last else (Rule(0, box.height - 2.2, box.width, box.height - 2.2),)
    return Piece(
        box.x, box.y, box.width, box.height,
        writings=(*names.writings, *below.writings, letters), codes=(code,), stars=names.stars,
        rules=rule, pictures=(picture,) if picture else (),
    )  # fmt: skip


def _names(paper: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    name, *others = paper.name(product_id)
    yield Paragraph(name, "name", 4.4, is_bold=True, most=3)
    for other in others:
        yield Paragraph(other, "other", 3.1, most=3, above=0.4)
    where, maker = paper.locality(product_id), paper.maker(product_id)
    yield Paragraph(maker, "maker", 2.8, most=2, above=1)
    if where:
        yield Paragraph(where, "maker", 2.8, most=1)
    if claimed := paper.claimed(product_id):
        for number, words in enumerate(paper.claim_words(claimed)):
            yield Paragraph(
                words, "stars", 2.6, most=2, above=0.8 if number == 0 else 0, stars=0 if number else claimed.stars
            )


def _summary(paper: PrintEdition, product_id: str) -> Iterator[Paragraph]:
    for number, run in enumerate(paper.texts(paper.first.catalogue.products[product_id].summary)):
        yield Paragraph(run, "summary" if number == 0 else "aside", 2.75, most=4, above=0.8)


def _warning(paper: PrintEdition, warning: Text) -> Iterator[Paragraph]:
    for run in paper.texts(warning):
        yield Paragraph(TextRun(" ".join(run.text.split()), run.language), "warning", 2.5, most=4, above=1)

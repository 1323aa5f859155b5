"""From products to sheets of labels, shelf talkers or posters, and from places to their posters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocop_site.codes.qr import encode
from ocop_site.paper.geometry import Box, cut_marks, on_sheets
from ocop_site.paper.labels.label import CodeTarget, DrawnLabel, label
from ocop_site.paper.labels.talker import talker
from ocop_site.paper.posters import place_poster
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.records.label_paper import LabelPaper
from ocop_site.views.paper import Leaf, PosterView, Rule, SheetsView

_Layout = Callable[[PrintEdition, str, CodeTarget, Box, float, bool], DrawnLabel]


@dataclass(frozen=True, slots=True)
class PrintSheets:
    """What is to be printed. `modules`: each address with the width of its code's modules; `cut`: ids of what was cut.

    `addresses` are those of each leaf's codes.
    """

    view: SheetsView | PosterView
    modules: tuple[tuple[str, float], ...]
    cut: tuple[str, ...]
    addresses: tuple[tuple[str, ...], ...]


def label_sheets(
    paper: PrintEdition,
    product_ids: Sequence[str],
    stock: LabelPaper,
    *,
    copies: int = 1,
    start_at: int = 1,
    large_print: bool = False,
    has_marks: bool = False,
) -> PrintSheets:
    """Every product so many times, copies side by side."""
    layout: _Layout = label if stock.kind == "label" else talker
    width, height = stock.label
    drawn = {
        i: layout(paper, i, target_of(paper, i), Box(0, 0, width, height), stock.inset, large_print)
        for i in product_ids
    }
    items = [drawn[i] for i in product_ids for _ in range(copies)]
    leaves = tuple(_leaf(stock, placed, has_marks) for placed in on_sheets(stock, items, start_at) if placed)
    title = paper.first.words("print.labels.title", stock=paper.first.run(stock.name).text)
    return _sheets(SheetsView(title, leaves), drawn)


def poster_sheets(
    paper: PrintEdition, place_ids: Sequence[str], stock: LabelPaper, has_marks: bool = False
) -> PrintSheets:
    width, height = stock.label
    targets = {i: place_target(paper, i) for i in place_ids}
    drawn = {i: place_poster(paper, i, targets[i], Box(0, 0, width, height), stock.inset) for i in place_ids}
    leaves = tuple(_leaf(stock, placed, has_marks) for placed in on_sheets(stock, list(drawn.values())))
    names = ", ".join(paper.first.run(paper.first.catalogue.places[i].name).text for i in place_ids)
    return _sheets(PosterView(paper.first.words("print.poster.title", name=names), leaves), drawn)


def target_of(paper: PrintEdition, product_id: str) -> CodeTarget:
    edition = paper.first
    code = edition.catalogue.products[product_id].code
    address = edition.site_urls.absolute(edition.site_urls.code(code))
    return CodeTarget(edition.editions.qr_codes[address], address, code)


def place_target(paper: PrintEdition, place_id: str) -> CodeTarget:
    """The place's page in the site's first language, which the ledger of what was published keeps alive."""
    edition = paper.first
    path = edition.site_urls.path(("places", place_id), edition.catalogue.site.first_language)
    address = edition.site_urls.absolute(path)
    return CodeTarget(encode(address), address, "")


def _sheets(view: SheetsView | PosterView, drawn: dict[str, DrawnLabel]) -> PrintSheets:
    return PrintSheets(
        view=view,
        modules=tuple((each.piece.codes[0].href, each.module) for each in drawn.values()),
        cut=tuple(i for i, each in drawn.items() if not each.is_whole),
        addresses=tuple(tuple(code.href for piece in leaf.pieces for code in piece.codes) for leaf in view.leaves),
    )


def _leaf(stock: LabelPaper, placed: Sequence[tuple[Box, DrawnLabel]], has_marks: bool) -> Leaf:
    pieces = tuple(printed.piece.moved(round(box.x, 3), round(box.y, 3)) for box, printed in placed)
    marks = tuple(_cut(*line) for line in cut_marks(stock)) if has_marks else ()
    return Leaf(*stock.paper, pieces, marks)


def _cut(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(round(x1, 3), round(y1, 3), round(x2, 3), round(y2, 3), "cut")

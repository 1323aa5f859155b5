"""From products to sheets of labels, shelf talkers or posters, and from places to their posters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocop_site.plan.label_layout import Printed, Target, label
from ocop_site.plan.label_texts import Paper
from ocop_site.plan.place_poster import place_poster
from ocop_site.plan.print_views import Leaf, PosterView, Rule, SheetsView
from ocop_site.plan.talker_layout import talker
from ocop_site.records.label_stock import LabelStock
from ocop_site.showroom.qr import encode
from ocop_site.showroom.sheet_geometry import Box, cut_marks, on_sheets

_Layout = Callable[[Paper, str, Target, Box, float, bool], Printed]


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be printed. `modules`: each address with the width of its code's modules; `cut`: ids of what was cut.

    `addresses` are those of each leaf's codes.
    """

    view: SheetsView | PosterView
    modules: tuple[tuple[str, float], ...]
    cut: tuple[str, ...]
    addresses: tuple[tuple[str, ...], ...]


def label_sheets(
    paper: Paper,
    product_ids: Sequence[str],
    stock: LabelStock,
    *,
    copies: int = 1,
    start_at: int = 1,
    large_print: bool = False,
    has_marks: bool = False,
) -> Sheets:
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


def poster_sheets(paper: Paper, place_ids: Sequence[str], stock: LabelStock, has_marks: bool = False) -> Sheets:
    width, height = stock.label
    targets = {i: place_target(paper, i) for i in place_ids}
    drawn = {i: place_poster(paper, i, targets[i], Box(0, 0, width, height), stock.inset) for i in place_ids}
    leaves = tuple(_leaf(stock, placed, has_marks) for placed in on_sheets(stock, list(drawn.values())))
    names = ", ".join(paper.first.run(paper.first.catalogue.places[i].name).text for i in place_ids)
    return _sheets(PosterView(paper.first.words("print.poster.title", name=names), leaves), drawn)


def target_of(paper: Paper, product_id: str) -> Target:
    lines = paper.first
    code = lines.catalogue.products[product_id].code
    address = lines.addresses.absolute(lines.addresses.code(code))
    return Target(lines.codes[address], address, code)


def place_target(paper: Paper, place_id: str) -> Target:
    """The place's page in the site's first language, which the ledger of what was published keeps alive."""
    lines = paper.first
    path = lines.addresses.path(("places", place_id), lines.catalogue.site.first_language)
    address = lines.addresses.absolute(path)
    return Target(encode(address), address, "")


def _sheets(view: SheetsView | PosterView, drawn: dict[str, Printed]) -> Sheets:
    return Sheets(
        view=view,
        modules=tuple((each.piece.codes[0].href, each.module) for each in drawn.values()),
        cut=tuple(i for i, each in drawn.items() if not each.is_whole),
        addresses=tuple(tuple(code.href for piece in leaf.pieces for code in piece.codes) for leaf in view.leaves),
    )


def _leaf(stock: LabelStock, placed: Sequence[tuple[Box, Printed]], has_marks: bool) -> Leaf:
    pieces = tuple(printed.piece.moved(round(box.x, 3), round(box.y, 3)) for box, printed in placed)
    marks = tuple(_cut(*line) for line in cut_marks(stock)) if has_marks else ()
    return Leaf(*stock.paper, pieces, marks)


def _cut(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(round(x1, 3), round(y1, 3), round(x2, 3), round(y2, 3), "cut")

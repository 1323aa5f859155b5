"""From products to sheets of labels, shelf talkers or posters, and from places to their posters."""

from collections.abc import Callable, Mapping, Sequence

from ocop_site.frozen import frozen
from ocop_site.paper.geometry import Box, cut_marks, on_sheets
from ocop_site.paper.labels.label import DrawnLabel, LinkedCode, label
from ocop_site.paper.labels.talker import talker
from ocop_site.paper.posters import place_poster
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.product_poster import product_poster
from ocop_site.records.label_paper import LabelPaper
from ocop_site.units import MM, Millimetre
from ocop_site.views.paper import Leaf, PosterView, Rule, SheetsView

_Layout = Callable[[PrintEdition, str, LinkedCode, Box, Millimetre, bool], DrawnLabel]

_LAYOUTS: Mapping[str, _Layout] = {"label": label, "shelf_talker": talker, "poster": product_poster}
"""What a product looks like on each kind of label paper."""


@frozen
class PrintSheets:
    """Sheets to be printed. `modules`: each address with the width of its code's modules; `cut`: ids of what was cut.

    `addresses` are those of each leaf's codes; `left_out` those records that lack a line for want of room, by its role.
    """

    view: SheetsView | PosterView
    modules: tuple[tuple[str, Millimetre], ...]
    cut: tuple[str, ...]
    addresses: tuple[tuple[str, ...], ...]
    left_out: Mapping[str, tuple[str, ...]]


def label_sheets(
    print_edition: PrintEdition,
    product_ids: Sequence[str],
    label_paper: LabelPaper,
    *,
    copies: int = 1,
    start_at: int = 1,
    large_print: bool = False,
    has_marks: bool = False,
) -> PrintSheets:
    """The labels of the products on sheets, each as often as `copies` says, copies side by side."""
    layout = _LAYOUTS[label_paper.kind]
    width, height = label_paper.label
    drawn = {
        i: layout(
            print_edition,
            i,
            product_code(print_edition, i),
            Box(0 * MM, 0 * MM, width, height),
            label_paper.inset,
            large_print,
        )
        for i in product_ids
    }
    items = [drawn[i] for i in product_ids for _ in range(copies)]
    leaves = tuple(
        _leaf(label_paper, placed, has_marks) for placed in on_sheets(label_paper, items, start_at) if placed
    )
    title = print_edition.first.words("print.labels.title", stock=print_edition.first.run(label_paper.name).text)
    return _sheets(SheetsView(title, leaves), drawn)


def poster_sheets(
    print_edition: PrintEdition, place_ids: Sequence[str], label_paper: LabelPaper, has_marks: bool = False
) -> PrintSheets:
    """The posters of the places on sheets."""
    width, height = label_paper.label
    codes = {i: place_code(print_edition, i) for i in place_ids}
    drawn = {
        i: place_poster(print_edition, i, codes[i], Box(0 * MM, 0 * MM, width, height), label_paper.inset)
        for i in place_ids
    }
    leaves = tuple(_leaf(label_paper, placed, has_marks) for placed in on_sheets(label_paper, list(drawn.values())))
    names = ", ".join(print_edition.first.run(print_edition.first.catalogue.places[i].name).text for i in place_ids)
    return _sheets(PosterView(print_edition.first.words("print.poster.title", name=names), leaves), drawn)


def product_code(print_edition: PrintEdition, product_id: str) -> LinkedCode:
    """The printed code of a product, which leads to its permanent address."""
    edition = print_edition.first
    code = edition.catalogue.products[product_id].code
    address = edition.site_urls.absolute(edition.site_urls.code(code))
    return LinkedCode(edition.editions.qr_codes[address], address, code)


def place_code(print_edition: PrintEdition, place_id: str) -> LinkedCode:
    """The code of a place's page in the site's first language, which the ledger of what was published keeps alive."""
    edition = print_edition.first
    path = edition.site_urls.path(("places", place_id), edition.catalogue.site.first_language)
    address = edition.site_urls.absolute(path)
    return LinkedCode(edition.editions.qr_codes[address], address, "")


def _sheets(view: SheetsView | PosterView, drawn: dict[str, DrawnLabel]) -> PrintSheets:
    return PrintSheets(
        view=view,
        modules=tuple((each.piece.codes[0].href, each.module) for each in drawn.values()),
        cut=tuple(i for i, each in drawn.items() if not each.is_whole),
        addresses=tuple(tuple(code.href for piece in leaf.pieces for code in piece.codes) for leaf in view.leaves),
        left_out=_left_out(drawn),
    )


def _left_out(drawn: Mapping[str, DrawnLabel]) -> Mapping[str, tuple[str, ...]]:
    roles = dict.fromkeys(role for each in drawn.values() for role in each.left_out)
    return {role: tuple(i for i, each in drawn.items() if role in each.left_out) for role in roles}


def _leaf(label_paper: LabelPaper, placed: Sequence[tuple[Box, DrawnLabel]], has_marks: bool) -> Leaf:
    pieces = tuple(printed.piece.moved(round(box.x, 3), round(box.y, 3)) for box, printed in placed)
    marks = tuple(_cut(*line) for line in cut_marks(label_paper)) if has_marks else ()
    return Leaf(*label_paper.paper, pieces, marks)


def _cut(x1: Millimetre, y1: Millimetre, x2: Millimetre, y2: Millimetre) -> Rule:
    return Rule(round(x1, 3), round(y1, 3), round(x2, 3), round(y2, 3), "cut")

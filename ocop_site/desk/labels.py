"""The command `labels`: chosen products on sheets of labels, shelf talkers or posters, and places on their posters."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.desk.lines import place_of_code, place_of_poster
from ocop_site.desk.print_shop import enter, left_out, paper_of, telling, unentered
from ocop_site.desk.printing import Made, make
from ocop_site.desk.targets import refuse_targets
from ocop_site.outcome import Outcome
from ocop_site.pipeline import Illustrated, illustrate
from ocop_site.plan.label_sheets import Sheets, label_sheets, poster_sheets
from ocop_site.problems import Mistake, Place, Problem, Severity, nearest
from ocop_site.records.label_stock import LabelStock
from ocop_site.showroom.selection import Selection, place_of, select
from ocop_site.showroom.stock import DEFAULT, POSTER, stocks
from ocop_site.task import Task

LEAST_MODULE, GOOD_MODULE = 0.4, 0.5
"""Millimetres a module: below the first no telephone can be relied on (GS1 asks for 0.396); the second reads well."""


@dataclass(frozen=True)
class Wish:
    """What the command is asked for; `stock` of None is the usual one. `language` is one of the site's, or `both`."""

    select: tuple[str, ...] = ()
    poster: tuple[str, ...] = ()
    stock: str | None = None
    copies: int = 1
    start_at: int = 1
    language: str = "both"
    large_print: bool = False
    cut_marks: bool = False
    stars: bool = False
    price: str = "known"
    output: Path = Path("labels")
    pdf: Path | None = None


def print_labels(task: Task, wish: Wish, outcome: Outcome) -> Made | None:
    """None where nothing was printed; the outcome says why. OSError where a file cannot be written."""

    def has_pictures(catalogue: Catalogue) -> bool:
        return not wish.poster and stock_of(catalogue, wish).kind != "label"

    with telling(task, "labels", outcome):
        refuse_targets(task, wish.output, wish.pdf)
        illustrated = illustrate(task, outcome, has_pictures=has_pictures)
        if illustrated is not None and not outcome.blocks(task.strict):
            return _print(task, wish, outcome, illustrated)
    return None


def stock_of(catalogue: Catalogue, wish: Wish) -> LabelStock:
    known = stocks(catalogue)
    name = wish.stock or (POSTER if wish.poster else DEFAULT)
    if name not in known:
        if near := nearest(name, known):
            raise Mistake("labels.stock-near", found=name, near=near, known=", ".join(known))
        raise Mistake("labels.stock", found=name, known=", ".join(known))
    if wish.poster and known[name].kind != "poster":
        raise Mistake("labels.stock-poster", found=name)
    if wish.start_at > known[name].count:
        raise Mistake("labels.start-at", found=wish.start_at, most=known[name].count, stock=name)
    return known[name]


def _print(task: Task, wish: Wish, outcome: Outcome, illustrated: Illustrated) -> Made | None:
    catalogue = illustrated.catalogue
    stock, paper = stock_of(catalogue, wish), paper_of(illustrated, wish.language, wish.stars, wish.price)
    places = [place_of(catalogue, place) for place in wish.poster]
    selection = Selection((), ()) if places else select(catalogue, wish.select, promoting=stock.kind != "label")
    outcome.problems += left_out(task.content, catalogue, selection)
    if not places and not selection.products:
        raise Mistake("labels.nothing")
    outcome.problems += unentered(task.content, catalogue, selection.products)
    if outcome.blocks(task.strict):
        return None
    if places:
        sheets = poster_sheets(paper, places, stock, wish.cut_marks)
    else:
        sheets = label_sheets(
            paper, selection.products, stock,
            copies=wish.copies, start_at=wish.start_at, large_print=wish.large_print, has_marks=wish.cut_marks,
        )  # fmt: skip
    outcome.problems += _doubts(task.content, catalogue, sheets, wish.stock or (POSTER if places else DEFAULT))
    if outcome.blocks(task.strict):
        return None
    name = "posters" if places else stock.kind.replace("_", "-") + "s"
    made = make(
        task, catalogue.site, sheets.view, wish.output, name, paper.first.language, illustrated.gallery, wish.pdf
    )
    enter(task, paper, selection.products)
    return made


def _doubts(content: Path, catalogue: Catalogue, sheets: Sheets, stock: str) -> Iterator[Problem]:
    """Codes that are too small to be read, or nearly; texts that had to be cut."""
    address, module = min(sheets.modules, key=lambda each: each[1])
    details = {"stock": stock, "address": address, "module": f"{module:.2f}", "letters": len(address)}
    if module < LEAST_MODULE:
        yield Problem("labels.module", Place("build.py labels"), details)
    elif module < GOOD_MODULE:
        yield Problem("labels.module-small", Place("build.py labels"), details, Severity.WARNING)
    for record_id in sheets.cut:
        is_product = record_id in catalogue.products
        place = (place_of_code if is_product else place_of_poster)(content, catalogue, record_id)
        yield Problem("labels.cut", place, {"stock": stock}, Severity.WARNING)

"""The command `labels`: chosen products on sheets of labels, shelf talkers or posters, and places on their posters."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import PaperUse
from ocop_site.desk.kept_offsets import UsedOffset, keep_offset, kept_offset, offsets_file
from ocop_site.desk.locations import location_of_code, location_of_poster
from ocop_site.desk.print_jobs import (
    MOST_NAMED,
    PrintJob,
    PrintOutcome,
    carry_out,
    enter,
    illustrated_for_print,
    make_print_edition,
    products_for_print,
    understood_for_print,
)
from ocop_site.desk.print_targets import refuse_targets
from ocop_site.desk.printing import PrintDestination, print_files
from ocop_site.frozen import frozen
from ocop_site.paper.label_papers import DEFAULT, POSTER, label_papers
from ocop_site.paper.labels.sheets import PrintSheets, label_sheets, poster_sheets
from ocop_site.paper.offset import Offset, moved, refuse_beyond
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.samples import as_sample
from ocop_site.paper.selection import Selection, place_of, select
from ocop_site.problems import Location, Mistake, Problem, Severity, nearest
from ocop_site.records.label_paper import LabelPaper
from ocop_site.run import Run, Task, blocks
from ocop_site.units import MM

LEAST_MODULE, GOOD_MODULE = 0.4 * MM, 0.5 * MM
"""Widths of a module: below the first no telephone can be relied on (GS1 asks for 0.396 mm); the second reads well."""


@frozen
class LabelRequest:
    """The options of the command; `stock` of None is the usual paper. `language` is one of the site's, or `both`.

    `offset` of None is the one that this machine keeps for the paper.
    """

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
    trial: bool = False
    offset: Offset | None = None


def print_labels(task: Task, request: LabelRequest, run: Run | None = None) -> PrintOutcome:
    """Prints labels or posters. OSError where a file cannot be written."""
    return carry_out("labels", _job(task, request, run or Run()))


def label_paper_of(catalogue: Catalogue, request: LabelRequest) -> LabelPaper:
    """The label paper that the command names, or the usual one. A `Mistake` where it does not fit."""
    known = label_papers(catalogue)
    name = _paper_name(request)
    if name not in known:
        if near := nearest(name, known):
            raise Mistake("labels.stock-near", found=name, near=near, known=", ".join(known))
        raise Mistake("labels.stock", found=name, known=", ".join(known))
    if request.poster and known[name].kind != "poster":
        raise Mistake("labels.stock-poster", found=name)
    if request.start_at > known[name].count:
        raise Mistake("labels.start-at", found=request.start_at, most=known[name].count, stock=name)
    return known[name]


def _job(task: Task, request: LabelRequest, run: Run) -> PrintJob:
    refuse_targets(task, request.output, request.pdf)
    understood = yield from understood_for_print(task, run, request.trial)
    if understood is None or understood.catalogue is None:
        return None
    label_paper = label_paper_of(understood.catalogue, request)
    offset = _offset_of(request, label_paper)
    has_pictures = label_paper.kind != "label"
    if (illustrated := (yield from illustrated_for_print(task, understood, run, has_pictures=has_pictures))) is None:
        return None
    print_edition = make_print_edition(illustrated, request.language, request.stars, request.price)
    places = [place_of(illustrated.catalogue, place) for place in request.poster]
    products: tuple[str, ...] | None = ()
    if not places:
        selection = _selected(illustrated.catalogue, request, label_paper)
        products = yield from products_for_print(task, illustrated.catalogue, selection)
    if products is None:
        return None
    with run.stage("sheets"):
        sheets = _sheets(print_edition, request, label_paper, places, products)
    doubts = list(_doubts(task.content, illustrated.catalogue, sheets, _paper_name(request)))
    yield from doubts
    if blocks(doubts, task.strict):
        return None
    view = moved(as_sample(print_edition, sheets.view) if request.trial else sheets.view, offset)
    destination = _destination(request, label_paper)
    files = print_files(task, illustrated, view, destination, print_edition.first.language, run)
    yield from _keep(request)
    if not request.trial:
        with run.stage("ledger"):
            enter(task, print_edition, products)
    return files if offset.is_none else replace(files, offset=UsedOffset(offset, _paper_name(request), offsets_file()))


def _offset_of(request: LabelRequest, label_paper: LabelPaper) -> Offset:
    """The offset that is asked for, else the one that is kept. A `Mistake` where it moves a label off the paper."""
    offset = kept_offset(_paper_name(request)) if request.offset is None else request.offset
    refuse_beyond(label_paper, offset, _paper_name(request))
    return offset


def _keep(request: LabelRequest) -> Iterator[Problem]:
    """What was printed is printed, though its offset cannot be kept: that is told."""
    if request.offset is not None:
        try:
            keep_offset(_paper_name(request), request.offset)
        except OSError as error:
            details = {"path": str(offsets_file()), "reason": error.strerror or str(error)}
            yield Problem("labels.offset-unkept", Location("build.py labels"), details, Severity.WARNING)


def _paper_name(request: LabelRequest) -> str:
    """The name of the usual paper where none is told."""
    return request.stock or (POSTER if request.poster else DEFAULT)


def _selected(catalogue: Catalogue, request: LabelRequest, label_paper: LabelPaper) -> Selection:
    return select(catalogue, request.select, PaperUse.LABEL if label_paper.kind == "label" else PaperUse.PROMOTION)


def _sheets(
    print_edition: PrintEdition,
    request: LabelRequest,
    label_paper: LabelPaper,
    places: Sequence[str],
    products: Sequence[str],
) -> PrintSheets:
    if places:
        return poster_sheets(print_edition, places, label_paper, request.cut_marks)
    return label_sheets(
        print_edition, products, label_paper,
        copies=request.copies, start_at=request.start_at, large_print=request.large_print, has_marks=request.cut_marks,
    )  # fmt: skip


def _destination(request: LabelRequest, label_paper: LabelPaper) -> PrintDestination:
    name = "posters" if request.poster else label_paper.kind.replace("_", "-") + "s"
    return PrintDestination(request.output, name, request.pdf)


def _doubts(content: Path, catalogue: Catalogue, sheets: PrintSheets, paper_name: str) -> Iterator[Problem]:
    """Codes that are too small to be read, or nearly; texts that had to be cut."""
    address, module = min(sheets.modules, key=lambda each: each[1])
    details = {"stock": paper_name, "address": address, "module": f"{module:.2f}", "letters": len(address)}
    if module < LEAST_MODULE:
        yield Problem("labels.module", Location("build.py labels"), details)
    elif module < GOOD_MODULE:
        yield Problem("labels.module-small", Location("build.py labels"), details, Severity.WARNING)
    for record_id in sheets.cut:
        is_product = record_id in catalogue.products
        place = (location_of_code if is_product else location_of_poster)(content, catalogue, record_id)
        yield Problem("labels.cut", place, {"stock": paper_name}, Severity.WARNING)
    for role, ids in sheets.left_out.items():
        codes = ", ".join(catalogue.products[i].code for i in ids[:MOST_NAMED]) + ("…" if ids[MOST_NAMED:] else "")
        details = {"stock": paper_name, "count": len(ids), "codes": codes}
        yield Problem(f"labels.no-room-{role}", Location("build.py labels"), details, Severity.WARNING)

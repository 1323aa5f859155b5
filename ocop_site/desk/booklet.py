"""The command `booklet`: the printed catalogue of all products, or of those chosen."""

from pathlib import Path

from ocop_site.catalogue.showing import PaperUse
from ocop_site.desk.print_jobs import (
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
from ocop_site.paper.booklet.booklet import booklet
from ocop_site.paper.labels.sheets import product_code
from ocop_site.paper.samples import as_sample
from ocop_site.paper.selection import select
from ocop_site.run import Run, Task


@frozen
class BookletRequest:
    """The options of the command. `language` is one of the site's, or `both`."""

    select: tuple[str, ...] = ()
    language: str = "both"
    stars: bool = False
    output: Path = Path("booklet")
    pdf: Path | None = None
    trial: bool = False


def print_booklet(task: Task, request: BookletRequest, run: Run | None = None) -> PrintOutcome:
    """Prints the booklet. OSError where a file cannot be written."""
    return carry_out("booklet", _job(task, request, run or Run()))


def _job(task: Task, request: BookletRequest, run: Run) -> PrintJob:
    refuse_targets(task, request.output, request.pdf)
    if (understood := (yield from understood_for_print(task, run, request.trial))) is None:
        return None
    if (illustrated := (yield from illustrated_for_print(task, understood, run))) is None:
        return None
    catalogue = illustrated.catalogue
    print_edition = make_print_edition(illustrated, request.language, request.stars)
    selection = select(catalogue, request.select, PaperUse.BOOKLET)
    if (products := (yield from products_for_print(task, catalogue, selection))) is None:
        return None
    with run.stage("sheets"):
        view = booklet(print_edition, products, {i: product_code(print_edition, i) for i in products})
    if request.trial:
        view = as_sample(print_edition, view)
    destination = PrintDestination(request.output, "booklet", request.pdf)
    files = print_files(task, illustrated, view, destination, print_edition.first.language, run)
    if not request.trial:
        with run.stage("ledger"):
            enter(task, print_edition, products)
    return files

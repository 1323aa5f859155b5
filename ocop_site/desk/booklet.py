"""The command `booklet`: the printed catalogue of all products, or of those chosen."""

from dataclasses import dataclass
from pathlib import Path

from ocop_site.catalogue.showing import PaperUse
from ocop_site.desk.print_jobs import (
    PrintJob,
    PrintOutcome,
    carry_out,
    enter,
    left_out,
    make_print_edition,
    refuse_reserved,
    unentered,
)
from ocop_site.desk.print_targets import refuse_targets
from ocop_site.desk.printing import PrintDestination, print_files
from ocop_site.paper.booklet.booklet import booklet
from ocop_site.paper.labels.sheets import product_code
from ocop_site.paper.samples import as_sample
from ocop_site.paper.selection import select
from ocop_site.problems import Mistake
from ocop_site.run import Task, blocks
from ocop_site.stages.illustrate import illustrate
from ocop_site.stages.understand import understand


@dataclass(frozen=True)
class BookletRequest:
    """The options of the command. `language` is one of the site's, or `both`."""

    select: tuple[str, ...] = ()
    language: str = "both"
    stars: bool = False
    output: Path = Path("booklet")
    pdf: Path | None = None
    trial: bool = False


def print_booklet(task: Task, request: BookletRequest) -> PrintOutcome:
    """Prints the booklet. OSError where a file cannot be written."""
    return carry_out("booklet", _job(task, request))


def _job(task: Task, request: BookletRequest) -> PrintJob:
    refuse_targets(task, request.output, request.pdf)
    understood = understand(task)
    yield from understood.problems
    refusals = list(refuse_reserved(understood, request.trial)) if understood.catalogue else []
    yield from refusals
    if refusals:
        return None
    illustrated = illustrate(task, understood)
    yield from illustrated.problems if illustrated else ()
    if illustrated is None or blocks(illustrated.problems, task.strict):
        return None
    catalogue = illustrated.catalogue
    print_edition = make_print_edition(illustrated, request.language, request.stars)
    selection = select(catalogue, request.select, PaperUse.BOOKLET)
    doubts = [*left_out(task.content, catalogue, selection), *unentered(task.content, catalogue, selection.products)]
    yield from doubts
    if not selection.products:
        raise Mistake("labels.nothing")
    if blocks(doubts, task.strict):
        return None
    view = booklet(print_edition, selection.products, {i: product_code(print_edition, i) for i in selection.products})
    if request.trial:
        view = as_sample(print_edition, view)
    destination = PrintDestination(request.output, "booklet", request.pdf)
    files = print_files(task, illustrated, view, destination, print_edition.first.language)
    if not request.trial:
        enter(task, print_edition, selection.products)
    return files

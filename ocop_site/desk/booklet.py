"""The command `booklet`: the printed catalogue of all products, or of those chosen."""

from dataclasses import dataclass
from pathlib import Path

from ocop_site.catalogue.showing import PaperUse
from ocop_site.desk.print_jobs import enter, left_out, print_edition, reporting, unentered
from ocop_site.desk.print_targets import refuse_targets
from ocop_site.desk.printing import PrintedFiles, print_files
from ocop_site.paper.booklet.booklet import booklet
from ocop_site.paper.labels.sheets import target_of
from ocop_site.paper.selection import select
from ocop_site.pipeline import Illustrated, illustrate
from ocop_site.problems import Mistake
from ocop_site.run import Outcome, Task


@dataclass(frozen=True)
class BookletRequest:
    """What the command is asked for. `language` is one of the site's, or `both`."""

    select: tuple[str, ...] = ()
    language: str = "both"
    stars: bool = False
    output: Path = Path("booklet")
    pdf: Path | None = None


def print_booklet(task: Task, request: BookletRequest, outcome: Outcome) -> PrintedFiles | None:
    """None where nothing was printed; the outcome says why. OSError where a file cannot be written."""
    with reporting(task, "booklet", outcome):
        refuse_targets(task, request.output, request.pdf)
        illustrated = illustrate(task, outcome)
        if illustrated is not None and not outcome.blocks(task.strict):
            return _print(task, request, outcome, illustrated)
    return None


def _print(task: Task, request: BookletRequest, outcome: Outcome, illustrated: Illustrated) -> PrintedFiles | None:
    catalogue, paper = illustrated.catalogue, print_edition(illustrated, request.language, request.stars)
    selection = select(catalogue, request.select, PaperUse.BOOKLET)
    outcome.problems += left_out(task.content, catalogue, selection)
    if not selection.products:
        raise Mistake("labels.nothing")
    outcome.problems += unentered(task.content, catalogue, selection.products)
    if outcome.blocks(task.strict):
        return None
    targets = {i: target_of(paper, i) for i in selection.products}
    view = booklet(paper, selection.products, targets)
    made = print_files(
        task, catalogue.site, view, request.output, "booklet", paper.first.language, illustrated.renditions, request.pdf
    )
    enter(task, paper, selection.products)
    return made

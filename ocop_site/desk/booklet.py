"""The command `booklet`: the printed catalogue of all products, or of those chosen."""

from dataclasses import dataclass
from pathlib import Path

from ocop_site.desk.print_shop import enter, left_out, paper_of, telling, unentered
from ocop_site.desk.printing import Made, make
from ocop_site.desk.targets import refuse_targets
from ocop_site.outcome import Outcome
from ocop_site.pipeline import Illustrated, illustrate
from ocop_site.plan.booklet_sheets import booklet
from ocop_site.plan.label_sheets import target_of
from ocop_site.problems import Mistake
from ocop_site.showroom.selection import select
from ocop_site.task import Task


@dataclass(frozen=True)
class Wish:
    """What the command is asked for. `language` is one of the site's, or `both`."""

    select: tuple[str, ...] = ()
    language: str = "both"
    stars: bool = False
    output: Path = Path("booklet")
    pdf: Path | None = None


def print_booklet(task: Task, wish: Wish, outcome: Outcome) -> Made | None:
    """None where nothing was printed; the outcome says why. OSError where a file cannot be written."""
    with telling(task, "booklet", outcome):
        refuse_targets(task, wish.output, wish.pdf)
        illustrated = illustrate(task, outcome)
        if illustrated is not None and not outcome.blocks(task.strict):
            return _print(task, wish, outcome, illustrated)
    return None


def _print(task: Task, wish: Wish, outcome: Outcome, illustrated: Illustrated) -> Made | None:
    catalogue, paper = illustrated.catalogue, paper_of(illustrated, wish.language, wish.stars)
    selection = select(catalogue, wish.select, keeps_spirits=True, promoting=True)
    outcome.problems += left_out(task.content, catalogue, selection)
    if not selection.products:
        raise Mistake("labels.nothing")
    outcome.problems += unentered(task.content, catalogue, selection.products)
    if outcome.blocks(task.strict):
        return None
    targets = {i: target_of(paper, i) for i in selection.products}
    view = booklet(paper, selection.products, targets)
    made = make(task, catalogue.site, view, wish.output, "booklet", paper.first.language, illustrated.gallery, wish.pdf)
    enter(task, paper, selection.products)
    return made

"""The command `labels`: chosen products on sheets of labels, shelf talkers or posters, and places on their posters."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.desk.ledger import enter_printed
from ocop_site.desk.lines import place_of_code, place_of_poster
from ocop_site.desk.printing import Made, make
from ocop_site.desk.targets import refuse_targets
from ocop_site.outcome import Outcome
from ocop_site.pipeline import Illustrated, illustrate
from ocop_site.plan.label_sheets import Sheets, label_sheets, poster_sheets
from ocop_site.plan.label_texts import Paper
from ocop_site.plan.pages import editions
from ocop_site.problems import Mistake, Place, Problem, Severity, nearest
from ocop_site.records.label_stock import LabelStock
from ocop_site.showroom.selection import Selection, place_of, select
from ocop_site.showroom.stock import DEFAULT, POSTER, stocks
from ocop_site.task import Task
from ocop_site.theme.render import RenderError
from ocop_site.theme.theme import ThemeError

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


@contextmanager
def telling(task: Task, command: str, outcome: Outcome) -> Iterator[None]:
    """What goes wrong on the way is told in the outcome; what no file is to blame for, under the command's name."""
    try:
        yield
    except Mistake as mistake:
        outcome.problems.append(Problem(mistake.code, Place(f"build.py {command}"), mistake.details))
    except ThemeError as error:
        outcome.problems.append(error.problem)
    except RenderError as error:
        outcome.problems.append(Problem("theme.render", Place(task.themes.name), {"reason": str(error)}))


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


def paper_of(illustrated: Illustrated, language: str, has_stars: bool, price: str = "known") -> Paper:
    site = illustrated.catalogue.site
    if language != "both" and language not in site.languages:
        raise Mistake("labels.language", found=language, languages=", ".join((*site.languages, "both")))
    first = site.first_language
    second = (
        site.fallback if site.fallback != first else next((each for each in site.languages if each != first), first)
    )
    books = editions(illustrated.catalogue, illustrated.gallery, illustrated.codes)
    languages = dict.fromkeys((first, second) if language == "both" else (language,))
    return Paper([books[each] for each in languages], has_stars, price)


def left_out(content: Path, catalogue: Catalogue, selection: Selection) -> Iterator[Problem]:
    for product_id, reason in selection.left_out:
        name = catalogue.products[product_id].name.run(catalogue.site.first_language).text
        place = place_of_code(content, catalogue, product_id)
        yield Problem(f"labels.left-out-{reason}", place, {"name": name}, Severity.WARNING)


def unentered(content: Path, catalogue: Catalogue, product_ids: Iterable[str]) -> Iterator[Problem]:
    for product_id in product_ids:
        if (code := catalogue.products[product_id].code) not in catalogue.codes:
            yield Problem("ledger.code-missing", place_of_code(content, catalogue, product_id), {"found": code})


def enter(task: Task, paper: Paper, product_ids: Iterable[str]) -> None:
    """Into the ledger: printed today, with the stars that were."""
    catalogue = paper.first.catalogue
    claims = {}
    for product_id in product_ids:
        claimed = paper.claimed(product_id)
        claims[catalogue.products[product_id].code] = (claimed.stars, claimed.until) if claimed else None
    if claims:
        enter_printed(task.content, catalogue, claims)


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

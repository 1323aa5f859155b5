"""What printing commands share: steps that tell problems as they go, editions, the ledger."""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.desk.ledger import enter_printed
from ocop_site.desk.locations import location_of_code
from ocop_site.desk.printing import PrintedFiles
from ocop_site.editions.edition import Editions
from ocop_site.frozen import frozen
from ocop_site.paper.print_edition import PrintEdition
from ocop_site.paper.selection import Selection
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.records.values.web_address import leads_nowhere
from ocop_site.run import Run, Task, blocks
from ocop_site.stages.illustrate import Illustrated, illustrate
from ocop_site.stages.understand import Understood, understand
from ocop_site.theme.render import RenderError
from ocop_site.theme.theme import ThemeError

MOST_NAMED = 20
"""Products that are left out and called by their names."""

Given = TypeVar("Given")

Step = Generator[Problem, None, Given | None]
"""Tells problems one by one and returns what the next step needs, or None where they keep it from being printed."""

PrintJob = Step[PrintedFiles]


@frozen
class PrintOutcome:
    """What a printing command did: `files` is None where nothing was printed, and `problems` say why."""

    files: PrintedFiles | None
    problems: tuple[Problem, ...]


def carry_out(command: str, job: PrintJob) -> PrintOutcome:
    """The outcome of a job. What goes wrong on the way is a problem too, under the command's name if no file's."""
    problems: list[Problem] = []
    try:
        while True:
            problems.append(next(job))
    except StopIteration as done:
        return PrintOutcome(done.value, tuple(problems))
    except Mistake as mistake:
        problems.append(mistake.at(Location(f"build.py {command}")))
    except ThemeError as error:
        problems.extend(error.problems)
    except RenderError as error:
        problems.append(error.problem)
    return PrintOutcome(None, tuple(problems))


def understood_for_print(task: Task, run: Run, is_trial: bool) -> Step[Understood]:
    """Reads the content; under an address that leads nowhere only samples are printed."""
    understood = understand(task, run)
    yield from understood.problems
    refusals = list(_refuse_reserved(understood, is_trial)) if understood.catalogue else []
    yield from refusals
    return None if refusals or blocks(understood.problems, task.strict) else understood


def illustrated_for_print(
    task: Task, understood: Understood, run: Run, *, has_pictures: bool = True
) -> Step[Illustrated]:
    """The catalogue with its codes, and with its pictures where the paper shows any."""
    illustrated = illustrate(task, understood, run, has_pictures=has_pictures)
    yield from illustrated.problems if illustrated else ()
    return None if illustrated is None or blocks(illustrated.problems, task.strict) else illustrated


def products_for_print(task: Task, catalogue: Catalogue, selection: Selection) -> Step[tuple[str, ...]]:
    """The chosen products; which are left out is told. A `Mistake` where none is left."""
    doubts = [*_left_out(task.content, catalogue, selection), *_unentered(task.content, catalogue, selection.products)]
    yield from doubts
    if not selection.products:
        raise Mistake("labels.nothing")
    return None if blocks(doubts, task.strict) else selection.products


def make_print_edition(illustrated: Illustrated, language: str, has_stars: bool, price: str = "known") -> PrintEdition:
    """The edition to be printed, in one language or in `both`. A `Mistake` for a language that the site has not."""
    site = illustrated.catalogue.site
    if language != "both" and language not in site.languages:
        raise Mistake("labels.language", found=language, languages=", ".join((*site.languages, "both")))
    first = site.first_language
    second = (
        site.fallback if site.fallback != first else next((each for each in site.languages if each != first), first)
    )
    editions = Editions(illustrated.catalogue, illustrated.renditions)
    languages = dict.fromkeys((first, second) if language == "both" else (language,))
    return PrintEdition([editions[each] for each in languages], has_stars, price)


def enter(task: Task, print_edition: PrintEdition, product_ids: Iterable[str]) -> None:
    """Enters into the ledger that labels were printed today, with the stars on them."""
    catalogue = print_edition.first.catalogue
    claims = {}
    for product_id in product_ids:
        claimed = print_edition.claimed(product_id)
        claims[catalogue.products[product_id].code] = (claimed.stars, claimed.until) if claimed else None
    if claims:
        enter_printed(task.content, catalogue, claims)


def _left_out(content: Path, catalogue: Catalogue, selection: Selection) -> Iterator[Problem]:
    """The warnings about products that are not printed, each with its reason, up to a number that is still read."""
    for product_id, reason in selection.left_out[:MOST_NAMED]:
        product = {**catalogue.drafts, **catalogue.products}[product_id]
        details = {"name": product.name.run(catalogue.site.first_language).text, "code": product.code}
        place = location_of_code(content, catalogue, product_id)
        yield Problem(f"labels.left-out-{reason}", place, details, Severity.WARNING)
    if further := len(selection.left_out[MOST_NAMED:]):
        yield Problem("labels.left-out-more", Location("build.py labels"), {"count": further}, Severity.WARNING)


def _refuse_reserved(understood: Understood, is_trial: bool) -> Iterator[Problem]:
    """The error of an address that leads nowhere, where what is printed is no sample."""
    site = understood.records.of("site")["site"]
    if not is_trial and leads_nowhere(site.record.url):
        yield site.problem("labels.reserved-address", ("url",), url=site.record.url)


def _unentered(content: Path, catalogue: Catalogue, product_ids: Iterable[str]) -> Iterator[Problem]:
    """The errors of products whose code is not in the ledger yet."""
    for product_id in product_ids:
        if (code := catalogue.products[product_id].code) not in catalogue.codes:
            yield Problem("ledger.code-missing", location_of_code(content, catalogue, product_id), {"found": code})

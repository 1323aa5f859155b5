"""Read, shape, link: files become a catalogue, with every mistake on the way."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.checks import check
from ocop_site.catalogue.checks.duplicates import duplicates
from ocop_site.catalogue.checks.repeats import repeats
from ocop_site.catalogue.link import link
from ocop_site.catalogue.succession import succeed
from ocop_site.codes.ledgers import check_addresses, check_ledgers, check_pages, check_standing, known_pages, page_words
from ocop_site.codes.memory import check_last_commit
from ocop_site.content.memory.memory import Memory
from ocop_site.content.memory.memory_file import MemoryFile
from ocop_site.content.read import read_content
from ocop_site.content.shape import Records, shape
from ocop_site.frozen import frozen
from ocop_site.output.published_targets import given_out, published_pages, published_targets
from ocop_site.problems import Problem, in_order
from ocop_site.records.values.web_address import leads_nowhere
from ocop_site.run import Run, Task


@frozen
class Understood:
    """Read, shaped and linked: `catalogue` is None where mistakes leave none."""

    records: Records
    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    renamed: Mapping[str, Path]
    """Where those files of `media/` are that the disk calls otherwise than records do."""


def understand(
    task: Task, run: Run | None = None, memory: Memory | None = None, changed: Collection[Path] | None = None
) -> Understood:
    """From files to a catalogue, with every mistake on the way.

    With a `memory` nothing is made twice of the same bytes, and what is the same is the same object. `changed` are the
    files that may be others since it was last used; None where nobody knows.
    """
    memory = memory or Memory()
    understood = _understood(task, run or Run(), memory, changed)
    memory.end()
    return understood


def understand_remembering(task: Task, run: Run | None = None) -> Understood:
    """The same, with what another run wrote down in the cache, and written down for the next one."""
    run = run or Run()
    with run.stage("read"):
        memory = _from_disk(task)
    understood = understand(task, run, memory)
    with run.stage("link"):
        memory.write()
        memory.forget()
    return understood


def _from_disk(task: Task) -> Memory:
    return Memory(MemoryFile(task.cache, task.content))


class Understanding:
    """A content folder that is understood again and again, as in a preview.

    What was not changed is the same object as before: entries, records, what is derived of them, and their problems.
    """

    def __init__(self, task: Task) -> None:
        self.task, self._memory = task, _from_disk(task)

    def again(self, changed: Collection[Path] | None = None, run: Run | None = None) -> Understood:
        """As `understand` would have it now. `changed` are all files and folders that may be others than last time.

        None looks at every file; whoever leaves out one that is another is told what was there before.
        """
        return understand(self.task, run, self._memory, changed)

    def keep(self) -> None:
        """Writes down what was understood last, for another process to begin with."""
        self._memory.write()


def _understood(task: Task, run: Run, memory: Memory, changed: Collection[Path] | None) -> Understood:
    with run.stage("read"):
        reading = read_content(task.content, memory, changed)
        if not reading.is_there:
            return Understood(shape(reading), None, reading.problems, reading.renamed)
    with run.stage("shape"):
        records = shape(reading, memory=memory, url=task.url, theme=task.theme)
    with run.stage("link"):
        today = task.today or _day_of(records)
        catalogue, found = link(records, reading.media, today, task.drafts, reading.outlines, memory.notes)
        if catalogue is not None:
            succeed(memory.catalogue, catalogue)
            memory.catalogue = catalogue
        problems = [*reading.problems, *records.problems, *duplicates(records), *repeats(records), *found]
        if catalogue is not None:
            problems += _doubts(task, records, catalogue, memory)
        return Understood(records, catalogue, tuple(in_order(problems)), reading.renamed)


def _doubts(task: Task, records: Records, catalogue: Catalogue, memory: Memory) -> Iterator[Problem]:
    """What is wrong although every reference holds, in the records and with what the ledgers and the past know."""
    yield from check(records, catalogue, memory.notes)
    if not task.ledgers_bind:
        yield from (problem.as_warning() for problem in check_ledgers(records, catalogue))
        return
    yield from check_ledgers(records, catalogue)
    yield from check_addresses(records, catalogue)
    yield from remembered(task, records, catalogue)


def remembered(task: Task, records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """What the published folder and the last commit still know, and the ledgers have lost."""
    url, ledger, folder = catalogue.site.url, f"{task.content.name}/codes.yaml", task.output.name
    files = given_out(task.output)
    targets = published_targets(task.output, files, url)
    yield from check_standing(records, catalogue, targets, ledger, folder)
    pages = published_pages(task.output, files, url, page_words(catalogue), known_pages(catalogue))
    yield from check_pages(records, pages, folder)
    yield from check_last_commit(records, catalogue, task.content)


def doubted(understood: Understood) -> Understood:
    """With the warning that a site's address is none that people can open: for a build that is meant to be seen."""
    site = understood.records.of("site").get("site")
    if site is None or not leads_nowhere(site.record.url):
        return understood
    doubt = site.problem("site.url-reserved", ("url",), url=site.record.url).as_warning()
    return replace(understood, problems=tuple(in_order([*understood.problems, doubt])))


def _day_of(records: Records) -> date:
    """Today where the site is, wherever it is built."""
    site = records.of("site").get("site")
    zone = site.record.time_zone if site else "UTC"
    return datetime.now(ZoneInfo(zone)).date()

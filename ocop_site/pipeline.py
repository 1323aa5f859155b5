"""The journey: read, shape, link, picture, plan, render, check, publish. Each stage gives a value and its problems."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ocop_site.attachments.attachments import Attachments, MediaFiles, read_attachments
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks.checks import check
from ocop_site.catalogue.checks.duplicates import duplicates
from ocop_site.catalogue.checks.repeats import repeats
from ocop_site.catalogue.link import link
from ocop_site.codes.ledgers import check_addresses, check_ledgers, check_pages, check_standing, known_pages, page_words
from ocop_site.codes.memory import check_last_commit
from ocop_site.codes.qr import QrCode
from ocop_site.codes.qr_cache import QrCache
from ocop_site.content.entry import excerpt
from ocop_site.content.read import MEDIA, read_content
from ocop_site.content.shape import Records, shape
from ocop_site.document import Document
from ocop_site.editions.edition import Editions, printed_addresses
from ocop_site.editions.urls import SiteUrls, file_of
from ocop_site.exports.exports import EXPORTS
from ocop_site.exports.offline import worker
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.exports.offline.webmanifest import webmanifest
from ocop_site.output.check import PageFacts, check_site, page_facts
from ocop_site.output.portable import PortableCopy
from ocop_site.output.publish import Change, Publication
from ocop_site.output.published_targets import published_pages, published_targets
from ocop_site.output.refusals import PublishRefused
from ocop_site.pages.chrome import chrome
from ocop_site.pages.drafts import draft_files
from ocop_site.pages.my_list import my_list
from ocop_site.pages.planning import keys, plan
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import PictureLost, Renditions
from ocop_site.pictures.requests import report, requests
from ocop_site.problems import Location, Problem, in_order
from ocop_site.records.values.web_address import leads_nowhere
from ocop_site.run import Outcome, Run, Task, blocks
from ocop_site.theme.assets import asset_documents
from ocop_site.theme.interface import check_words
from ocop_site.theme.loading import OPTIONS, Theme, ThemeError, load_theme
from ocop_site.theme.parallel import render_pages
from ocop_site.theme.render import RenderError
from ocop_site.views import Page

Take = Callable[[Document], None]
"""Where a document goes when it is made."""


@dataclass(frozen=True)
class Understood:
    """Read, shaped and linked: `catalogue` is None where mistakes leave none."""

    records: Records
    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    renamed: Mapping[str, Path]
    """Where those files of `media/` are that the disk calls otherwise than records do."""


@dataclass(frozen=True)
class Illustrated:
    """A catalogue with the records it was linked from, its pictures and files, and the codes of printed addresses."""

    records: Records
    catalogue: Catalogue
    renditions: Renditions
    qr_codes: Mapping[str, QrCode]
    attachments: Attachments
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class MadeSite:
    """Planned, rendered and checked: how many pages and files it has."""

    pages: int = 0
    files: int = 0
    problems: tuple[Problem, ...] = ()


def build(task: Task, run: Run | None = None) -> Outcome:
    """Publishes the whole site, or nothing at all."""
    run = run or Run()
    understood = _doubted(understand(task, run))
    illustrated = illustrate(task, understood, run)
    if illustrated is None or blocks(illustrated.problems, task.strict):
        return _outcome(run, understood, illustrated)
    site, change, refused = MadeSite(), None, None
    try:
        with Publication(task.output, [task.content, task.themes, Path(__file__).parent]) as publication:
            site = make(task, illustrated, run, publication.add)
            if not blocks(site.problems, task.strict):
                with run.stage("publish"):
                    change = publication.publish(draft_files(illustrated.catalogue))
    except PublishRefused as refusal:
        refused = refusal.problem
    if change:
        with run.stage("pictures"):
            illustrated.renditions.store.trim(task.cache_bytes, illustrated.renditions.keys())
    return _outcome(run, understood, illustrated, site, change, refused)


def check_only(task: Task, run: Run | None = None) -> Outcome:
    """The same journey without its last step."""
    run = run or Run()
    understood = _doubted(understand(task, run))
    illustrated = illustrate(task, understood, run)
    if illustrated is None or blocks(illustrated.problems, task.strict):
        return _outcome(run, understood, illustrated)
    return _outcome(run, understood, illustrated, make(task, illustrated, run, _nowhere))


def understand(task: Task, run: Run | None = None) -> Understood:
    """From files to a catalogue, with every mistake on the way."""
    run = run or Run()
    with run.stage("read"):
        reading = read_content(task.content)
        if not reading.is_there:
            return Understood(shape(reading), None, reading.problems, reading.renamed)
    with run.stage("shape"):
        records = shape(reading, url=task.url, theme=task.theme)
    with run.stage("link"):
        today = task.today or _day_of(records)
        catalogue, found = link(records, reading.media, today, task.drafts, reading.outlines)
        problems = [*reading.problems, *records.problems, *duplicates(records), *repeats(records), *found]
        if catalogue is not None:
            problems += check(records, catalogue)
            problems += [p if task.ledgers_bind else p.as_warning() for p in check_ledgers(records, catalogue)]
            if task.ledgers_bind:
                problems += [*check_addresses(records, catalogue), *remembered(task, records, catalogue)]
        return Understood(records, catalogue, tuple(in_order(problems)), reading.renamed)


def _doubted(understood: Understood) -> Understood:
    """With the warning that a site's address is none that people can open: for a build that is meant to be seen."""
    site = understood.records.of("site").get("site")
    if site is None or not leads_nowhere(site.record.url):
        return understood
    doubt = site.problem("site.url-reserved", ("url",), url=site.record.url).as_warning()
    return replace(understood, problems=tuple(in_order([*understood.problems, doubt])))


def remembered(task: Task, records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """What the published folder and the last commit still know, and the ledgers have lost."""
    url, ledger, folder = catalogue.site.url, f"{task.content.name}/codes.yaml", task.output.name
    targets = published_targets(task.output, url)
    yield from check_standing(records, catalogue, targets, ledger, folder)
    pages = published_pages(task.output, url, page_words(catalogue), known_pages(catalogue))
    yield from check_pages(records, pages, folder)
    yield from check_last_commit(records, catalogue, task.content)


def illustrate(
    task: Task, understood: Understood, run: Run | None = None, *, has_pictures: bool = True
) -> Illustrated | None:
    """The catalogue with every picture that its pages name; None where there is none, or mistakes keep it back."""
    run = run or Run()
    records, catalogue = understood.records, understood.catalogue
    if catalogue is None or blocks(understood.problems, task.strict):
        return None
    with run.stage("pictures"):
        requested = requests(records, catalogue) if has_pictures else {}
        renditions = render_pictures(
            task.content / MEDIA,
            requested,
            RenditionCache(task.cache / "pictures"),
            threads=task.jobs,
            hurry=task.hurry,
            progress=lambda done, total: run.progress("pictures", done, total),
            renamed=understood.renamed,
        )
        attachments = read_attachments(MediaFiles(task.content / MEDIA, understood.renamed), records, catalogue)
        problems = (*report(requested, renditions), *attachments.problems)
    with run.stage("codes"):
        qr_codes = QrCache(task.cache / "codes").of(catalogue.site.url, printed_addresses(catalogue), task.jobs)
    return Illustrated(records, catalogue, renditions, qr_codes, attachments, problems)


def make(task: Task, illustrated: Illustrated, run: Run, take: Take) -> MadeSite:
    """Renders every page and checks the whole."""
    site = illustrated.catalogue.site
    try:
        with run.stage("theme"):
            theme = load_theme(task.themes / site.theme, site.theme_options)
            problems = tuple(check_words(illustrated.records, theme.interface, illustrated.catalogue.words))
        if blocks(problems, task.strict):
            return MadeSite(problems=problems)
        theme = theme.of_site(illustrated.catalogue.words, site.fallbacks)
        made = _checked(task, theme, illustrated, run, take)
        return replace(made, problems=(*problems, *made.problems))
    except ThemeError as error:
        return MadeSite(problems=tuple(_at_the_site(problem, illustrated.records) for problem in error.problems))
    except PictureLost as lost:
        location = Location(f"{task.content.name}/{MEDIA}/{lost.file}")
        return MadeSite(problems=(Problem("picture.changed", location, {"file": lost.file}),))
    except RenderError as error:
        return MadeSite(problems=(error.problem,))


def _at_the_site(problem: Problem, records: Records) -> Problem:
    """What is wrong with an option of the theme, told where the site sets it."""
    if problem.location != OPTIONS:
        return problem
    entry = records.of("site")["site"].entry
    location = entry.location(("theme_options", str(problem.details["option"])), key=True)
    return replace(problem, location=location, excerpt=excerpt(entry.lines, location.line))


def _checked(task: Task, theme: Theme, illustrated: Illustrated, run: Run, take: Take) -> MadeSite:
    """Every document is taken as it is made, and only what the check needs of it is kept."""
    editions = Editions(illustrated.catalogue, illustrated.renditions, illustrated.qr_codes, illustrated.attachments)
    copy = _portable_copy(editions) if task.is_portable else None
    pages: list[PageFacts] = []
    paths: set[str] = set()
    for document in _documents(task, theme, editions, run):
        with run.stage("check"):
            paths.add(document.path)
            if document.is_page:
                pages.append(page_facts(document))
        with run.stage("publish"):
            if published := copy.of(document) if copy else document:
                take(published)
        run.progress("pages", len(pages), 0)
    with run.stage("check"):
        return MadeSite(len(pages), len(paths), tuple(check_site(illustrated.catalogue.site.url, pages, paths)))


def _documents(task: Task, theme: Theme, editions: Editions, run: Run) -> Iterator[Document]:
    """The site, and behind it what keeps all of it in a browser; not of one that is only looked at."""
    listing = SiteFiles()
    yield from listing.each(_of_the_site(task, theme, editions, run))
    yield from listing.each([webmanifest(editions, listing)])
    if task.ledgers_bind and not task.is_portable:
        yield from run.each("export", worker.documents(editions, listing))


def _portable_copy(editions: Editions) -> PortableCopy:
    my_lists = {language: file_of(editions.site_urls.path(my_list.KEY.thing, language)) for language in editions}
    return PortableCopy(editions.default.catalogue.site.url, my_lists)


def _of_the_site(task: Task, theme: Theme, editions: Editions, run: Run) -> Iterator[Document]:
    """The theme's files, the pictures, every page, then what machines read."""
    facts: dict[str, list[Any]] = defaultdict(list)
    with run.stage("plan"):
        chromes = {language: chrome(edition) for language, edition in editions.items()}
    yield from run.each("theme", asset_documents(theme))
    yield from run.each("pictures", editions.renditions.documents())
    yield from run.each("pictures", editions.attachments.documents())
    pages = run.each("plan", _pages(editions, facts))
    yield from run.each("render", render_pages(theme, chromes, pages, task.jobs))
    for export in EXPORTS:
        yield from run.each("export", export.documents(editions, facts[export.name]))


def _pages(editions: Editions, facts: dict[str, list[Any]]) -> Iterator[Page]:
    """Each planned by its key alone; `facts` are what exports keep of them."""
    for edition in editions.values():
        for key in keys(edition):
            page = plan(edition, key)
            for export in EXPORTS:
                if (fact := export.fact(page)) is not None:
                    facts[export.name].append(fact)
            yield page


def _outcome(
    run: Run,
    understood: Understood,
    illustrated: Illustrated | None = None,
    site: MadeSite | None = None,
    change: Change | None = None,
    refused: Problem | None = None,
) -> Outcome:
    renditions = illustrated.renditions if illustrated else None
    stages = (stage for stage in (understood, illustrated, site) if stage)
    return Outcome(
        problems=in_order(problem for stage in stages for problem in stage.problems),
        base=SiteUrls(understood.catalogue.site).base if understood.catalogue else "",
        products=len(understood.catalogue.products) if understood.catalogue else 0,
        pages=site.pages if site else 0,
        files=site.files if site else 0,
        pictures=len(renditions.results) if renditions else 0,
        made=renditions.count("made") if renditions else 0,
        sketched=renditions.count("sketched") if renditions else 0,
        change=change,
        refused=refused,
        seconds=run.seconds,
    )


def _nowhere(_document: Document) -> None:
    """What is only checked goes nowhere."""


def _day_of(records: Records) -> date:
    """Today where the site is, wherever it is built."""
    site = records.of("site").get("site")
    zone = site.record.time_zone if site else "UTC"
    return datetime.now(ZoneInfo(zone)).date()

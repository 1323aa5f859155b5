"""The journey: content is read, shaped, linked; pictures are made; pages are planned, rendered, checked; published."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.checks import check, duplicates
from ocop_site.catalogue.link import link
from ocop_site.codes.ledgers import check_ledgers, check_standing
from ocop_site.codes.qr import QrCode
from ocop_site.codes.qr_cache import QrCache
from ocop_site.content.read import MEDIA, read_content
from ocop_site.content.shape import Records, shape
from ocop_site.document import Document
from ocop_site.editions.edition import Editions, printed_addresses
from ocop_site.exports.feeds.feeds import feeds
from ocop_site.exports.hosting.headers import Hosting
from ocop_site.exports.link_sets import link_sets
from ocop_site.exports.open_data.open_data import open_data
from ocop_site.exports.printed_codes import printed_codes
from ocop_site.exports.sitemap import Sitemap
from ocop_site.output.check import SiteCheck
from ocop_site.output.publish import Publication
from ocop_site.output.published_targets import published_targets
from ocop_site.output.refusals import PublishRefused
from ocop_site.pages.chrome import chrome
from ocop_site.pages.drafts import draft_files
from ocop_site.pages.my_list import my_list_scripts
from ocop_site.pages.planning import keys, plan
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import PictureLost, Renditions
from ocop_site.pictures.requests import RequestedPictures, report, requests
from ocop_site.problems import Location, Problem, in_order
from ocop_site.run import Outcome, Task
from ocop_site.theme.assets import asset_documents
from ocop_site.theme.loading import Theme, ThemeError, load_theme
from ocop_site.theme.parallel import render_pages
from ocop_site.theme.render import RenderError
from ocop_site.views import Page

Progress = Callable[[str, int, int], None]
"""Told the stage that takes its time (pictures, pages), how much of it is done, and of how much; 0 if nobody knows."""


def _unwatched(_stage: str, _done: int, _of: int) -> None:
    """Nobody watches."""


def _always(_catalogue: Catalogue) -> bool:
    """Pages show pictures."""
    return True


def _nowhere(_document: Document) -> None:
    """What is only checked goes nowhere."""


def build(task: Task, progress: Progress = _unwatched) -> Outcome:
    """Publishes the whole site, or nothing at all."""
    outcome = Outcome()
    illustrated = illustrate(task, outcome, progress)
    if illustrated is None or outcome.blocks(task.strict):
        return outcome
    try:
        with Publication(task.output, [task.content, task.themes, Path(__file__).parent]) as publication:
            _make(task, illustrated, outcome, publication.add, progress)
            if task.ledgers_bind:
                led = published_targets(task.output, illustrated.catalogue.site.url)
                ledger = f"{task.content.name}/codes.yaml"
                forgotten = check_standing(illustrated.records, illustrated.catalogue, led, ledger, task.output.name)
                outcome.problems = in_order([*outcome.problems, *forgotten])
            if not outcome.blocks(task.strict):
                with outcome.timed("publish"):
                    outcome.change = publication.publish(draft_files(illustrated.catalogue))
    except PublishRefused as refusal:
        outcome.refused = refusal.problem
    if outcome.change:
        illustrated.renditions.store.trim(task.cache_bytes, illustrated.renditions.keys())
    return outcome


def check_only(task: Task, progress: Progress = _unwatched) -> Outcome:
    """The same journey without its last step."""
    outcome = Outcome()
    illustrated = illustrate(task, outcome, progress)
    if illustrated is not None and not outcome.blocks(task.strict):
        _make(task, illustrated, outcome, _nowhere, progress)
    return outcome


def understand(task: Task, outcome: Outcome) -> Catalogue | None:
    """From files to a catalogue; every mistake on the way is told in the outcome."""
    catalogue, _, _ = _understood(task, outcome)
    return catalogue


@dataclass(frozen=True)
class Illustrated:
    """A catalogue, the records it was linked from, its pictures, and the QR codes of its printed addresses."""

    records: Records
    catalogue: Catalogue
    renditions: Renditions
    qr_codes: Mapping[str, QrCode]


def illustrate(
    task: Task,
    outcome: Outcome,
    progress: Progress = _unwatched,
    has_pictures: Callable[[Catalogue], bool] = _always,
) -> Illustrated | None:
    """The catalogue with every picture that its pages name; what is wrong with a picture is told in the outcome."""
    catalogue, records, orders = _understood(task, outcome)
    if catalogue is None or outcome.blocks(task.strict):
        return None
    if not has_pictures(catalogue):
        orders = {}
    with outcome.timed("pictures"):
        gallery = render_pictures(
            task.content / MEDIA,
            orders,
            RenditionCache(task.cache / "pictures"),
            threads=task.jobs,
            hurry=task.hurry,
            progress=lambda done, total: progress("pictures", done, total),
        )
        outcome.problems = in_order([*outcome.problems, *report(orders, gallery)])
    outcome.pictures, outcome.made, outcome.sketched = len(orders), gallery.count("made"), gallery.count("sketched")
    with outcome.timed("codes"):
        codes = QrCache(task.cache / "codes").of(catalogue.site.url, printed_addresses(catalogue), task.jobs)
    return Illustrated(records, catalogue, gallery, codes)


def _understood(task: Task, outcome: Outcome) -> tuple[Catalogue | None, Records, RequestedPictures]:
    """The catalogue, what it was linked from, and where its records name which pictures."""
    with outcome.timed("read"):
        reading = read_content(task.content)
    with outcome.timed("shape"):
        records = shape(reading, url=task.url, theme=task.theme)
    problems = [*reading.problems, *records.problems, *duplicates(records)]
    with outcome.timed("link"):
        catalogue, found = link(records, reading.media, task.today or _day_of(records), task.drafts, reading.outlines)
        problems += found
        if catalogue is not None:
            problems += check(records, catalogue)
            problems += [p if task.ledgers_bind else p.as_warning() for p in check_ledgers(records, catalogue)]
            outcome.products = len(catalogue.products)
    outcome.problems = in_order(problems)
    return catalogue, records, requests(records, catalogue) if catalogue else {}


def _make(
    task: Task, illustrated: Illustrated, outcome: Outcome, add: Callable[[Document], None], progress: Progress
) -> None:
    """Renders every page and checks the whole; what is wrong is told in the outcome."""
    site = illustrated.catalogue.site
    editions = Editions(illustrated.catalogue, illustrated.renditions, illustrated.qr_codes)
    try:
        theme = load_theme(task.themes / site.theme, site.theme_options)
    except ThemeError as error:
        outcome.problems.append(error.problem)
        return
    try:
        _render_all(task, theme, editions, outcome, add, progress)
    except PictureLost as lost:
        place = Location(f"{task.content.name}/{MEDIA}/{lost.file}")
        outcome.problems.append(Problem("picture.changed", place, {"file": lost.file}))
    except RenderError as error:
        place = Location(f"{task.themes.name}/{site.theme}")
        outcome.problems.append(Problem("theme.render", place, {"reason": str(error)}))


def _render_all(
    task: Task,
    theme: Theme,
    editions: Editions,
    outcome: Outcome,
    add: Callable[[Document], None],
    progress: Progress,
) -> None:
    inspection = SiteCheck(editions.default.catalogue.site.url)
    for document in _documents(task, theme, editions, outcome):
        with outcome.timed("check"):
            inspection.add(document)
        with outcome.timed("publish"):
            add(document)
        outcome.files += 1
        outcome.pages += document.is_page
        progress("pages", outcome.pages, 0)
    with outcome.timed("check"):
        outcome.problems = in_order([*outcome.problems, *inspection.problems()])


def _documents(task: Task, theme: Theme, editions: Editions, outcome: Outcome) -> Iterator[Document]:
    """The theme's files, the pictures, every page, then what machines read of them."""
    first = editions.default
    sitemap, hosting = Sitemap(first.site_urls), Hosting(first.site_urls)
    chromes = {language: chrome(edition) for language, edition in editions.items()}
    with outcome.timed("plan"):
        list_scripts = {language: my_list_scripts(edition) for language, edition in editions.items()}

    def planned() -> Iterator[Page]:
        pages = (plan(edition, key) for edition in editions.values() for key in keys(edition))
        for page in outcome.timed_each("plan", pages):
            sitemap.add(page)
            hosting.add(page)
            yield page

    yield from asset_documents(theme)
    yield from first.editions.renditions.documents()
    yield from printed_codes(first)
    for scripts in list_scripts.values():
        yield from scripts
    yield from outcome.timed_each("render", render_pages(theme, chromes, planned(), task.jobs), within="plan")
    yield from sitemap.documents()
    for edition in editions.values():
        yield from feeds(edition)
    yield from link_sets(editions)
    yield from open_data(editions)
    yield from hosting.documents()


def _day_of(records: Records) -> date:
    """Today where the site is, wherever it is built."""
    site = records.of("site").get("site")
    zone = site.record.time_zone if site else "UTC"
    return datetime.now(ZoneInfo(zone)).date()

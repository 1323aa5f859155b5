"""Plan, render, check: an illustrated catalogue becomes documents, each taken as it is made."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ocop_site.content.entry import excerpt
from ocop_site.content.read import MEDIA
from ocop_site.content.shape import Records
from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.editions.urls import file_of
from ocop_site.exports.exports import EXPORTS
from ocop_site.exports.offline import worker
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.exports.offline.webmanifest import webmanifest
from ocop_site.output.check import PageFacts, check_site, page_facts
from ocop_site.output.portable import PortableCopy
from ocop_site.pages.chrome import chrome
from ocop_site.pages.my_list import my_list
from ocop_site.pages.planning import keys, plan
from ocop_site.pictures.renditions import PictureLost
from ocop_site.problems import Location, Problem
from ocop_site.run import Run, Task, blocks
from ocop_site.stages.illustrate import Illustrated
from ocop_site.theme.assets import asset_documents
from ocop_site.theme.interface import check_words
from ocop_site.theme.loading import OPTIONS, Theme, ThemeError, load_theme
from ocop_site.theme.parallel import render_pages
from ocop_site.theme.render import RenderError
from ocop_site.views import Page

Take = Callable[[Document], None]
"""Where a document goes when it is made."""


@dataclass(frozen=True)
class MadeSite:
    """Planned, rendered and checked: how many pages and files it has."""

    pages: int = 0
    files: int = 0
    problems: tuple[Problem, ...] = ()


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
        return MadeSite(problems=tuple(at_the_site(problem, illustrated.records) for problem in error.problems))
    except PictureLost as lost:
        location = Location(f"{task.content.name}/{MEDIA}/{lost.file}")
        return MadeSite(problems=(Problem("picture.changed", location, {"file": lost.file}),))
    except RenderError as error:
        return MadeSite(problems=(error.problem,))


def at_the_site(problem: Problem, records: Records) -> Problem:
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

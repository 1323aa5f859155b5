"""Plan, render, check: an illustrated catalogue becomes files, each written as it is made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from ocop_site.content.entry import excerpt
from ocop_site.content.read import MEDIA
from ocop_site.content.shape import Records
from ocop_site.editions.edition import Editions
from ocop_site.exports.exports import OF_PAGES
from ocop_site.exports.hosting.headers import headers_file
from ocop_site.exports.offline import worker as offline
from ocop_site.exports.offline.listing import SiteFiles
from ocop_site.exports.offline.webmanifest import webmanifest
from ocop_site.frozen import frozen
from ocop_site.output.check import check_site
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.chrome import chrome
from ocop_site.pages.planning import keys as page_keys
from ocop_site.pictures.renditions import PictureLost
from ocop_site.problems import Location, Problem
from ocop_site.run import Run, Task, blocks
from ocop_site.stages.ground import ground_of
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.incremental import Keeping, made_again
from ocop_site.stages.moved_assets import MovedAssets, moved_assets, texts_of_people
from ocop_site.stages.page_cache import LastBuild, PageCache
from ocop_site.stages.worker import BuildContext, MadePage, Worker, Writer
from ocop_site.theme.assets import asset_documents
from ocop_site.theme.interface import check_words
from ocop_site.theme.loading import Theme, ThemeError, load_theme
from ocop_site.theme.look.app_colours import app_colours
from ocop_site.theme.look.dressing import beyond_alphabet, dressed
from ocop_site.theme.look.marks import mark_bytes, mark_faults
from ocop_site.theme.own_styles import style_sources
from ocop_site.theme.render import RenderError
from ocop_site.theme.theme import MARK, OPTIONS

Take = Callable[[StagedFile], None]
"""Told of each file of the site when it is written."""


@frozen
class MadeSite:
    """Planned, rendered and checked: how many pages and files it has."""

    pages: int = 0
    files: int = 0
    problems: tuple[Problem, ...] = ()


def make(task: Task, illustrated: Illustrated, run: Run, writer: Writer, take: Take) -> MadeSite:
    """Renders every page and checks the whole."""
    site = illustrated.catalogue.site
    try:
        with run.stage("theme"):
            media, given = task.content / MEDIA, site.theme_options.get(MARK)
            theme = load_theme(task.themes / site.theme, site.theme_options, task.cache, mark_faults(media, given))
            mark = mark_bytes(media, given)
            theme, doubts = dressed(theme, beyond_alphabet(theme, illustrated.catalogue), task.cache, mark)
            found = check_words(illustrated.records, theme.interface, illustrated.catalogue.words)
            problems = (*found, *(at_the_site(doubt, illustrated.records) for doubt in doubts))
        if blocks(problems, task.strict):
            return MadeSite(problems=problems)
        theme = theme.of_site(illustrated.catalogue.words, site.fallbacks)
        theme = theme.with_styles_apart() if task.is_portable else theme
        made = _checked(task, theme, illustrated, run, writer, take)
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
    location = entry.location(("theme_options", *str(problem.details["option"]).split(".")), key=True)
    return replace(problem, location=location, excerpt=excerpt(entry.lines, location.line))


def _checked(task: Task, theme: Theme, illustrated: Illustrated, run: Run, writer: Writer, take: Take) -> MadeSite:
    """Every document is written as it is made, and only what the check needs of it is kept."""
    editions = Editions(illustrated.catalogue, illustrated.renditions, illustrated.attachments)
    with run.stage("plan"):
        chromes = {language: chrome(edition) for language, edition in editions.items()}
        keys = [(edition.language, key) for edition in editions.values() for key in page_keys(edition)]
    gathered, context = Gathered(take), BuildContext(theme, editions, chromes, task.is_portable)
    _files(context, writer, gathered, run)
    with run.stage("pages"):
        cache, ground = PageCache(task.cache), ground_of(illustrated, context)
        last, moved = _on_assets_of_now(cache.read(task, ground), theme, illustrated.records)
        keeping = Keeping(writer, moved)
        build = made_again(last, context, keeping, keys, task.jobs, partial(run.progress, "pages"))
        if build.is_another and (writer.writes or not moved):
            cache.write(task, ground, build.as_last)
        gathered.all(build.files)
    with run.stage("export"):
        _machines(task, context, writer, build.pages, gathered)
    with run.stage("check"):
        facts = [page.facts for page in build.pages]
        problems = tuple(check_site(illustrated.catalogue.site.url, facts, gathered.paths))
    return MadeSite(len(build.pages), len(gathered.paths), problems)


def _on_assets_of_now(last: LastBuild, theme: Theme, records: Records) -> tuple[LastBuild, MovedAssets]:
    """The last build with what it is to change; nothing of it where somebody's text looks like such an address."""
    moved = moved_assets(last.assets, theme)
    if moved and moved.are_named_by(texts_of_people(records, theme)):
        return LastBuild(), MovedAssets({})
    return last, moved


def _files(context: BuildContext, writer: Writer, gathered: "Gathered", run: Run) -> None:
    """The theme's files, the pictures, what is to be taken along."""
    worker, editions = Worker(context, writer), context.editions
    with run.stage("theme"):
        gathered.all(worker.all(asset_documents(context.theme)))
    with run.stage("pictures"):
        gathered.all(worker.all(editions.renditions.documents()))
        gathered.all(worker.all(editions.attachments.documents()))


def _machines(
    task: Task, context: BuildContext, writer: Writer, pages: Sequence[MadePage], gathered: "Gathered"
) -> None:
    """What tells of all pages, and behind it what keeps all of it in a browser; not of one that is only looked at."""
    worker, editions = Worker(context, writer), context.editions
    for number, export in enumerate(OF_PAGES):
        facts = [fact for page in pages if (fact := page.of_exports[number]) is not None]
        gathered.all(worker.all(export.documents(editions, facts)))
    styles = style_sources(context.theme, editions.site_urls.base)
    manifest = webmanifest(editions, gathered.listing, app_colours(context.theme))
    told = [headers_file(editions.site_urls, styles), manifest]
    gathered.all(worker.all(told))
    if task.ledgers_bind and not task.is_portable:
        gathered.all(worker.all(list(offline.documents(editions, gathered.listing))))  # all, before one is listed


class Gathered:
    """The files of a site as they are written; `take` is told of each that is to be published."""

    def __init__(self, take: Take) -> None:
        self._take, self.listing, self.paths = take, SiteFiles(), set[str]()

    def all(self, files: Iterable[StagedFile]) -> None:
        for file in files:
            self.paths.add(file.path)
            self.listing.add(file.path, file.entry.size, file.entry.sha256)
            self._take(file)

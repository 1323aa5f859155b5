"""The journey: read, shape, link, picture, plan, render, check, publish. Each stage gives a value and its problems.

`stages.understand` reads, shapes and links; `stages.illustrate` pictures; `stages.make` plans, renders and checks.
"""

from ocop_site.editions.urls import SiteUrls
from ocop_site.output.portable import FOR_SERVERS
from ocop_site.output.publish import Change, Publication
from ocop_site.output.refusals import PublishRefused
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.drafts import draft_files
from ocop_site.problems import Problem, in_order
from ocop_site.run import Outcome, Run, Task, blocks
from ocop_site.stages.illustrate import Illustrated, illustrate
from ocop_site.stages.make import MadeSite, Take, make
from ocop_site.stages.repeat import Seen, inputs_of, protected, published_list, remember, repeated, repeated_check
from ocop_site.stages.understand import Understood, doubted, understand_remembering
from ocop_site.stages.worker import Nowhere


def build(task: Task, run: Run | None = None) -> Outcome:
    """Publishes the whole site, or nothing at all. Where nothing has changed since the last time, it is told again."""
    run = run or Run()
    inputs = inputs_of(task)
    return repeated(task, inputs, run) or build_anew(task, inputs, run)


def check_only(task: Task, run: Run | None = None) -> Outcome:
    """The same journey without its last step."""
    run = run or Run()
    inputs = inputs_of(task)
    return repeated_check(task, inputs, run) or check_anew(task, inputs, run)


def build_anew(task: Task, inputs: str, run: Run) -> Outcome:
    """The whole journey, whatever the last one told; `inputs` are noted for the next."""
    understood = doubted(understand_remembering(task, run))
    illustrated = illustrate(task, understood, run)
    if illustrated is None or blocks(illustrated.problems, task.strict):
        return _outcome(run, understood, illustrated)
    site, change, refused, seen = MadeSite(), None, None, Seen("", "")
    try:
        with Publication(task.output, protected(task)) as publication:
            site = make(task, illustrated, run, publication.writer, _taking(task, publication))
            if not blocks(site.problems, task.strict):
                with run.stage("publish"):
                    change = publication.publish(draft_files(illustrated.catalogue))
                    seen = Seen(inputs, published_list(task))
    except PublishRefused as refusal:
        refused = refusal.problem
    if change:
        with run.stage("pictures"):
            store = illustrated.renditions.store
            store.trim(task.cache_bytes, illustrated.renditions.keys())
            store.of_cards.trim(task.cache_bytes, frozenset())
    outcome = _outcome(run, understood, illustrated, site, change, refused)
    if change and not outcome.sketched:
        remember(task, seen, illustrated.catalogue, outcome, "build")
    return outcome


def check_anew(task: Task, inputs: str, run: Run) -> Outcome:
    """All of it but its last step."""
    seen = Seen(inputs, published_list(task))
    understood = doubted(understand_remembering(task, run))
    illustrated = illustrate(task, understood, run)
    if illustrated is None or blocks(illustrated.problems, task.strict):
        return _outcome(run, understood, illustrated)
    outcome = _outcome(run, understood, illustrated, make(task, illustrated, run, Nowhere(), _nothing))
    remember(task, seen, illustrated.catalogue, outcome, "check")
    return outcome


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


def _taking(task: Task, publication: Publication) -> Take:
    """Of a copy to be opened from a folder, what only servers ask for is left out."""

    def take(staged: StagedFile) -> None:
        if not (task.is_portable and staged.path in FOR_SERVERS):
            publication.take(staged)

    return take


def _nothing(_staged: StagedFile) -> None:
    """What is only checked is taken nowhere."""

"""Picture: a catalogue gets its pictures and its files to take along."""

from ocop_site.attachments.attachments import Attachments, MediaFiles, read_attachments
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.read import MEDIA
from ocop_site.content.shape import Records
from ocop_site.frozen import frozen
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.renditions import Renditions
from ocop_site.pictures.requests import report, requests
from ocop_site.problems import Problem
from ocop_site.run import Run, Task, blocks
from ocop_site.stages.understand import Understood


@frozen
class Illustrated:
    """A catalogue with the records it was linked from, its pictures and its files."""

    records: Records
    catalogue: Catalogue
    renditions: Renditions
    attachments: Attachments
    problems: tuple[Problem, ...]


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
    return Illustrated(records, catalogue, renditions, attachments, problems)

"""Pictures and files of a site that is looked at: looked for again only where others are asked for."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ocop_site.attachments.attachments import MediaFiles, read_attachments
from ocop_site.content.read import MEDIA
from ocop_site.pictures.cache import RenditionCache
from ocop_site.pictures.parallel import render_pictures
from ocop_site.pictures.recipe import Hurry
from ocop_site.pictures.renditions import RenditionRequest, Renditions
from ocop_site.pictures.requests import RequestedPictures, report, requests
from ocop_site.run import Task, blocks
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.understand import Understood


class Illustrating:
    """What was made of the pictures last."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._renditions: Renditions | None = None
        self._are_others_made = False

    def again(self, understood: Understood, is_other_media: bool) -> Illustrated | None:
        """The catalogue with what its pages show; None where there is none, or mistakes keep it back."""
        records, catalogue = understood.records, understood.catalogue
        if catalogue is None or blocks(understood.problems, self._task.strict):
            return None
        requested = requests(records, catalogue)
        renditions = self._rendered(understood, requested, is_other_media)
        media = MediaFiles(self._task.content / MEDIA, understood.renamed)
        attachments = read_attachments(media, records, catalogue)
        problems = (*report(requested, renditions), *attachments.problems)
        return Illustrated(records, catalogue, renditions, attachments, problems)

    def develop(self, site_pictures: Renditions, hurry: Hurry) -> None:
        """Makes well what was only sketched, so that `again` finds it; in a thread of its own, since it takes long."""
        self._render(site_pictures.results, site_pictures.renamed, hurry)
        self._are_others_made = True

    def _rendered(self, understood: Understood, requested: RequestedPictures, is_other_media: bool) -> Renditions:
        """Those of before, unless others are asked for or were made meanwhile."""
        kept = self._renditions
        if self._are_others_made:
            # Only what was seen is taken back: they may be made at any moment, in another thread.
            is_other_media, self._are_others_made = True, False
        if kept and not is_other_media and kept.results.keys() == requested.keys():
            return kept
        self._renditions = self._render(requested, understood.renamed, _always)
        return self._renditions

    def _render(self, requested: Iterable[RenditionRequest], renamed: Mapping[str, Path], hurry: Hurry) -> Renditions:
        media, cache = self._task.content / MEDIA, RenditionCache(self._task.cache / "pictures")
        return render_pictures(media, requested, cache, threads=self._task.jobs, hurry=hurry, renamed=renamed)


def _always() -> bool:
    """Somebody has just saved, and waits."""
    return True

"""Puts a whole new site where the old one stood: gathered aside, then exchanged, or updated in order."""

from collections.abc import Sequence, Set
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from ocop_site.document import Document
from ocop_site.files import replace
from ocop_site.frozen import frozen
from ocop_site.output import manifest
from ocop_site.output.disk import holds, make_folders
from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.lock import locked
from ocop_site.output.manifest import Manifest, ManifestEntry
from ocop_site.output.refusals import known, refusals, refuse_dangerous, resolved
from ocop_site.output.stage_writer import StagedFile, StageWriter
from ocop_site.output.staging import StagingFolder, remove_leftovers
from ocop_site.output.survey import Difference, Survey, survey
from ocop_site.output.update import update


@frozen
class Change:
    """The numbers of files that are new, have other bytes than before, are gone, and are the same."""

    added: int
    changed: int
    removed: int
    unchanged: int


class Publication:
    """One site on its way into the output folder. Leaving it without `publish` leaves the folder as it was."""

    def __init__(self, output: Path, protected: Sequence[Path], *, exchange: Exchange = exchange_folders) -> None:
        self._output, self._protected, self._exchange = resolved(output), protected, exchange
        self._name = output.name or self._output.name

    def __enter__(self) -> Self:
        with refusals(self._name, self._output), ExitStack() as opened:
            refuse_dangerous(self._output, self._protected)
            known(self._output)  # before anything is made, even a lock: what is refused is not touched
            make_folders(self._output.parent)
            remove_leftovers(self._output, is_alone=opened.enter_context(locked(self._output)))
            known(self._output)
            self._stage = opened.enter_context(StagingFolder(self._output))
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def writer(self) -> StageWriter:
        """What writes documents of the new site, in this process or in another; each is then to be taken here."""
        return self._stage.writer

    def take(self, staged: StagedFile) -> None:
        """Takes a document that was written into the new site."""
        self._stage.take(staged)

    def keep(self, path: str, entry: ManifestEntry) -> bool:
        """Takes a file of the last site into the new one; not where its bytes are no longer those."""
        staged = self.writer.keep(path, entry)
        if staged:
            self.take(staged)
        return staged is not None

    def add(self, document: Document) -> None:
        """Writes a document and takes it."""
        with refusals(self._name, self._output):
            self.take(self.writer.write(document))

    def publish(self, drafts: Set[str] = frozenset()) -> Change:
        """Puts the new site in place: then the folder holds just what was added and what is not ours.

        `drafts` are files that are there for a look alone; one that was once published for good stays so.
        """
        with refusals(self._name, self._output):
            ours = known(self._output)
            self._stage.drafts = frozenset(drafts & self._stage.files.keys() - (ours.files.keys() - ours.drafts))
            survey_ = self._survey(self._output, ours)
            survey_.refuse_obstacles(self._stage.files)
            self._stage.bring(self._stage.kept.difference(survey_.held))
            difference = survey_.difference(self._stage.files, self._stage.kept)
            if not self._stands(difference):
                self._put(ours, difference, may_exchange=not survey_.foreign)
        return _change(difference)

    def _survey(self, folder: Path, ours: Manifest) -> Survey:
        return survey(folder, ours, self._stage.files, self._stage.folder.name)

    def _stands(self, difference: Difference) -> bool:
        """Then the folder stays the very same one, for servers that stand in it."""
        return not difference and holds(self._output / manifest.NAME, self._stage.manifest.as_bytes())

    def _put(self, ours: Manifest, difference: Difference, *, may_exchange: bool) -> None:
        if not self._output.exists():
            self._stage.finish()
            replace(self._stage.folder, self._output)
        elif not (may_exchange and self._stage.can_exchange(self._exchange) and self._exchanged(ours)):
            self._stage.move_inside()
            update(self._output, self._stage.folder, ours, self._stage.manifest, difference)

    def _exchanged(self, ours: Manifest) -> bool:
        """The stage is then the old site. Should somebody's file have come into it in the last moment: back again."""
        self._stage.bring(self._stage.kept)
        self._stage.finish()
        if not self._exchange(self._stage.folder, self._output):
            return False
        late = self._survey(self._stage.folder, ours)
        if not late.foreign or not self._exchange(self._stage.folder, self._output):
            return True
        late.refuse_obstacles(self._stage.files)
        return False


def _change(difference: Difference) -> Change:
    counted = (difference.added, difference.changed, difference.removed, difference.unchanged)
    return Change(*(len(paths) for paths in counted))

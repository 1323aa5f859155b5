"""What writes documents into a stage, from whatever process: it hands back what each is, never its bytes."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ocop_site.document import Document
from ocop_site.frozen import frozen
from ocop_site.output.disk import bytes_of_size, holds, make_parents, write_staged
from ocop_site.output.manifest import ManifestEntry
from ocop_site.output.names import OURS


@frozen
class StagedFile:
    """A file of the new site. `is_kept`: the output folder has it already, and the stage not yet."""

    path: str
    entry: ManifestEntry
    is_kept: bool


class StageWriter:
    """Writes into the stage what the output folder does not have. OSError where the disk refuses."""

    writes = True

    def __init__(self, output: Path, stage: Path) -> None:
        self._output, self._stage = output, stage
        self._existing: set[str] = set()
        self._is_first = not _holds_files(output)

    def write(self, document: Document) -> StagedFile:
        """Writes a document, or notes that it is there already."""
        entry = ManifestEntry.of(document.body)
        if not self._is_first and holds(f"{self._output}/{document.path}", document.body):
            return StagedFile(document.path, entry, True)
        make_parents(self._stage, document.path, self._existing)
        write_staged(f"{self._stage}/{document.path}", document.body)
        return StagedFile(document.path, entry, False)

    def keep(
        self, path: str, entry: ManifestEntry, change: Callable[[bytes], bytes] | None = None
    ) -> StagedFile | None:
        """A file of the last site as one of the new, changed if need be; None where its bytes are no longer those."""
        body = bytes_of_size(f"{self._output}/{path}", entry.size)
        if body is None or ManifestEntry.of(body) != entry:
            return None
        changed = change(body) if change else body
        return StagedFile(path, entry, True) if changed is body else self.write(Document(path, changed))


def _holds_files(output: Path) -> bool:
    """Whether anything but what publishing keeps for itself stands in the output folder."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(output) as entries:
        return any(not entry.name.startswith(OURS) for entry in entries)
    return False

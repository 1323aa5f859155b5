"""The folder in which a new site is gathered, beside the output folder or, where that cannot be, inside it."""

import re
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from ocop_site.files import persistently, replace
from ocop_site.output import lock, manifest
from ocop_site.output.disk import make_folder, make_parents, remove, remove_empty, share, write
from ocop_site.output.exchange import Exchange
from ocop_site.output.manifest import Manifest, ManifestEntry
from ocop_site.output.names import OURS, SitePaths
from ocop_site.output.stage_writer import StagedFile, StageWriter
from ocop_site.output.survey import survey
from ocop_site.problems import Mistake

_INSIDE = f"{OURS}stage-"

_RANDOM = "[0-9a-f]{8}"

STAGE = re.compile(f"{re.escape(_INSIDE)}{_RANDOM}")
"""A stage within the output folder."""

A_DAY = 24 * 60 * 60
"""Seconds after which nobody is still at a build."""


class StagingFolder:
    """A folder that takes every new document at once; in memory are only paths, sizes and digests. Leaving deletes it.

    What stands in the output folder with the same bytes is not written again: `kept` names it.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self._names = SitePaths()
        self._existing: set[str] = set()
        self.files: dict[str, ManifestEntry] = {}
        self.kept: set[str] = set()
        self.drafts: frozenset[str] = frozenset()

    def __enter__(self) -> Self:
        self.folder = _staging_folder_for(self._output)
        self.writer = StageWriter(self._output, self.folder)
        return self

    def __exit__(self, *_: object) -> None:
        _discard(self.folder)

    def take(self, staged: StagedFile) -> None:
        """Takes a file that was written, as one of the new site. ValueError where it does not fit to the others."""
        self._names.add(staged.path)
        self.files[staged.path] = staged.entry
        if staged.is_kept:
            self.kept.add(staged.path)

    @property
    def manifest(self) -> Manifest:
        """The manifest of the new site."""
        return Manifest(self.files, drafts=self.drafts)

    def bring(self, paths: set[str]) -> None:
        """Brings some of the kept files into the stage too."""
        for path in sorted(paths):
            make_parents(self.folder, path, self._existing)
            share(f"{self._output}/{path}", f"{self.folder}/{path}")
        self.kept = self.kept - paths

    def finish(self) -> None:
        """Writes the list of the files, the last of all: a stage without it was cut short."""
        write(self.folder / manifest.NAME, self.manifest.as_bytes(), lasting=True)

    def can_exchange(self, exchange: Exchange) -> bool:
        """Whether folders can be exchanged here; tried with an empty one before the kept files are brought together."""
        if not self._is_beside:
            return False
        other = self._output.with_name(_name(_beside_prefix(self._output)))
        make_folder(other)
        done = exchange(self.folder, other) and exchange(self.folder, other)
        other.rmdir()
        return done

    def move_inside(self) -> None:
        """Moves the stage into the output folder, from where files can be moved one by one."""
        if self._is_beside:
            inside = self._output / _name(_INSIDE)
            replace(self.folder, inside)
            self.folder = inside

    @property
    def _is_beside(self) -> bool:
        return self.folder.parent == self._output.parent


def remove_leftovers(output: Path, *, is_alone: bool) -> None:
    """Removes the stages that crashed builds left; where others may build unseen, only those that nobody is at."""
    beside = re.compile(f"{re.escape(_beside_prefix(output))}{_RANDOM}")
    for folder, pattern in ((output.parent, beside), (output, STAGE)):
        for found in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_stage = pattern.fullmatch(found.name) and found.is_dir() and not found.is_symlink()
            if is_stage and (is_alone or _is_old(found)):
                _discard(found)


def _is_old(folder: Path) -> bool:
    return folder.stat().st_mtime < time.time() - A_DAY


def _discard(folder: Path) -> None:
    """After an exchange this is the old site. If somebody else's file got into it, it stays."""
    with suppress(Mistake, OSError):
        listed = manifest.read(folder)
        if listed and (_emptied(folder, listed) or survey(folder, listed.settled(folder)).foreign):
            return
    with suppress(OSError):
        persistently(lambda: shutil.rmtree(folder))


def _emptied(folder: Path, listed: Manifest) -> bool:
    """Whether nothing was left once the listed files were removed: the quickest way, and it touches no other."""
    with suppress(OSError):
        remove(folder, [*listed.files, lock.NAME])
        remove_empty(folder, listed.folders)
        if {entry.name for entry in folder.iterdir()} == {manifest.NAME}:
            remove(folder, [manifest.NAME])
            persistently(folder.rmdir)
            return True
    return False


def _staging_folder_for(output: Path) -> Path:
    """Made inside and moved out: where that fails (a mount point, a parent that others own), no file could move in."""
    inside, beside = output / _name(_INSIDE), output.with_name(_name(_beside_prefix(output)))
    try:
        make_folder(inside)
    except OSError:
        make_folder(beside)
        return beside
    try:
        replace(inside, beside)
    except OSError:
        return inside
    return beside


def _beside_prefix(output: Path) -> str:
    return f".{output.name}.stage-"


def _name(prefix: str) -> str:
    return f"{prefix}{secrets.token_hex(4)}"

"""What stands in the output folder: what we put there, and what is not ours to touch."""

import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ocop_site.output import lock, manifest
from ocop_site.output.manifest import Manifest
from ocop_site.output.names import above, folders_of, spelling_key
from ocop_site.problems import Mistake

_JUNCTION = 0xA0000003
"""How Windows marks a folder that is a way into another one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The files that must come, change and go for the folder to hold the new site."""

    added: frozenset[str]
    changed: frozenset[str]
    removed: frozenset[str]
    unchanged: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a folder has. `held`: files of ours that are there. `foreign`: anything else, and whether it is a folder."""

    held: Collection[str]
    foreign: Mapping[str, bool]

    def refuse_obstacles(self, paths: Collection[str]) -> None:
        """Refuses by a `Mistake` what is somebody else's where one of these files or its folders must go."""
        files, folders = {spelling_key(path) for path in paths}, {spelling_key(folder) for folder in folders_of(paths)}
        for path, is_folder in sorted(self.foreign.items()):
            name = spelling_key(path)
            if name in files or (name in folders and not is_folder) or any(over in files for over in above(name)):
                raise Mistake("output.foreign", path=path)

    def difference(self, files: Collection[str], kept: Collection[str]) -> Difference:
        """The difference to the new files; `kept` are those that are there already, byte for byte."""
        old, new = frozenset(self.held), frozenset(files)
        unchanged = old & new & frozenset(kept)
        return Difference(new - old, (new & old) - unchanged, old - new, unchanged)


def survey(root: Path, ours: Manifest, paths: Collection[str] = (), stage: str = "") -> Survey:
    """What is in a folder. Ours are files and folders at listed paths; we make no links, so a link is somebody else's.

    Looks into our folders and those of `paths` alone: no need to walk through a `.git`.
    """
    if not root.exists():
        return Survey((), {})
    folders = ours.folders
    spellings = {spelling_key(path): path for path in (*ours.files, *folders)}
    held: set[str] = set()
    foreign: dict[str, bool] = {}
    for path, found in _walk(root, {spelling_key(folder) for folder in folders | folders_of(paths)}):
        known = _as_listed(root, path, spellings)
        if stat.S_ISREG(found.st_mode) and known in ours.files:
            held.add(known)
        elif path not in (manifest.NAME, lock.NAME, stage) and not (_is_folder(found) and known in folders):
            foreign[path] = _is_folder(found)
    return Survey(held, foreign)


def _walk(root: Path, entered: Collection[str], folder: str = "") -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(root / folder) as found:
        entries = [(f"{folder}{entry.name}", entry.stat(follow_symlinks=False)) for entry in found]
    for path, state in entries:
        yield path, state
        if spelling_key(path) in entered and _is_folder(state):
            yield from _walk(root, entered, f"{path}/")


def _as_listed(root: Path, path: str, spellings: Mapping[str, str]) -> str:
    """Where capital letters make no difference, a folder keeps the spelling under which it was made first."""
    listed = spellings.get(spelling_key(path), path)
    try:
        return listed if listed == path or (root / listed).samefile(root / path) else path
    except OSError:
        return path


def _is_folder(state: os.stat_result) -> bool:
    return stat.S_ISDIR(state.st_mode) and getattr(state, "st_reparse_tag", 0) != _JUNCTION

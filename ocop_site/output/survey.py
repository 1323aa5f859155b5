"""What stands in the output folder: what we put there, and what is not ours to touch."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ocop_site.frozen import frozen
from ocop_site.output import lock, manifest
from ocop_site.output.manifest import Manifest
from ocop_site.output.names import above, folders_of, spelling_key
from ocop_site.problems import Mistake

_JUNCTION = 0xA0000003
"""How Windows marks a folder that is a way into another one."""


@frozen
class Difference:
    """The files that must come, change and go for the folder to hold the new site."""

    added: frozenset[str]
    changed: frozenset[str]
    removed: frozenset[str]
    unchanged: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@frozen
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
    spellings = _Spellings(root, (*ours.files, *folders))
    held: set[str] = set()
    foreign: dict[str, bool] = {}
    for path, is_folder, is_file in _walk(root, {spelling_key(folder) for folder in folders | folders_of(paths)}):
        known = spellings.listed(path)
        if is_file and known in ours.files:
            held.add(known)
        elif path not in (manifest.NAME, lock.NAME, stage) and not (is_folder and known in folders):
            foreign[path] = is_folder
    return Survey(held, foreign)


def _walk(root: Path, entered: Collection[str]) -> Iterator[tuple[str, bool, bool]]:
    """Every path with whether it is a folder, and whether a plain file."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(f"{root}/{folder}") as found:
            for entry in found:
                path, is_folder = f"{folder}{entry.name}", _is_folder(entry)
                yield path, is_folder, entry.is_file(follow_symlinks=False)
                if is_folder and spelling_key(path) in entered:
                    waiting.append(f"{path}/")


class _Spellings:
    """Listed paths by any spelling: where capital letters make no difference, a folder keeps that of its first day."""

    def __init__(self, root: Path, listed: Sequence[str]) -> None:
        self._root, self._listed = root, frozenset(listed)
        self._by_key = {spelling_key(path): path for path in listed}

    def listed(self, path: str) -> str:
        """How the list spells what stands at a path; the path itself where it lists none."""
        if path in self._listed:
            return path
        listed = self._by_key.get(spelling_key(path), path)
        try:
            return listed if listed == path or (self._root / listed).samefile(self._root / path) else path
        except OSError:
            return path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    if not entry.is_dir(follow_symlinks=False):
        return False
    return os.name != "nt" or getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) != _JUNCTION

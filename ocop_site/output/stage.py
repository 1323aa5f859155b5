"""The folder in which a new site is gathered, beside the output folder or, where that cannot be, inside it."""

import errno
import os
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Self

from ocop_site.document import Document
from ocop_site.output import manifest
from ocop_site.output.disk import make_folder, make_room, replace, write
from ocop_site.output.manifest import Entry, Manifest
from ocop_site.output.names import OURS, Names
from ocop_site.output.standing import survey

_INSIDE = f"{OURS}stage-"


class Stage:
    """Writes every document at once and keeps of it only path, size and digest. Leaving deletes what is left of it."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._names = Names()
        self._made: set[str] = set()
        self.files: dict[str, Entry] = {}

    def __enter__(self) -> Self:
        """A mount point is staged inside: what stands beside it is on another disk."""
        self.folder = _inside(self._output) if os.path.ismount(self._output) else _beside(self._output)
        return self

    def __exit__(self, *_: object) -> None:
        _discard(self.folder)

    @property
    def is_beside(self) -> bool:
        return self.folder.parent == self._output.parent

    def add(self, document: Document) -> None:
        self._names.add(document.path)
        make_room(self.folder, document.path, self._made)
        write(self.folder / document.path, document.body)
        self.files[document.path] = Entry.of(document.body)

    def finish(self) -> None:
        """The list of the files comes last, so a stage without it is one that was cut short."""
        write(self.folder / manifest.NAME, Manifest(self.files).as_bytes(), lasting=True)

    def move_inside(self) -> None:
        """Onto the output folder's own disk, from where every file takes its place in one step."""
        if not self.is_beside:
            return
        beside, self.folder = self.folder, self._output / _name(_INSIDE)
        try:
            replace(beside, self.folder)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.copytree(beside, self.folder)
            shutil.rmtree(beside, ignore_errors=True)


def remove_leftovers(output: Path) -> None:
    """What crashed builds left."""
    for folder, prefix in ((output.parent, _beside_prefix(output)), (output, _INSIDE)):
        pattern = re.compile(f"{re.escape(prefix)}[0-9a-f]{{8}}")
        for found in sorted(folder.iterdir()) if folder.is_dir() else ():
            if pattern.fullmatch(found.name) and found.is_dir() and not found.is_symlink():
                _discard(found)


def _discard(folder: Path) -> None:
    """After an exchange this is the old site. If somebody else's file got into it, it stays."""
    with suppress(ValueError, OSError):
        listed = manifest.read(folder)
        if listed and survey(folder, listed.settled(folder)).foreign:
            return
    shutil.rmtree(folder, ignore_errors=True)


def _beside(output: Path) -> Path:
    folder = output.with_name(_name(_beside_prefix(output)))
    try:
        make_folder(folder)
    except OSError:
        if not output.is_dir():
            raise
        return _inside(output)
    return folder


def _inside(output: Path) -> Path:
    folder = output / _name(_INSIDE)
    make_folder(folder)
    return folder


def _beside_prefix(output: Path) -> str:
    return f".{output.name}.stage-"


def _name(prefix: str) -> str:
    return f"{prefix}{secrets.token_hex(4)}"

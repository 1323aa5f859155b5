"""A theme's files, read under the guards that content has: no links that lead out, no pipes, nothing beyond measure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ocop_site.content import names
from ocop_site.content.conflict import refuse_conflict
from ocop_site.content.encodings.decoding import as_seen, blemishes, decode
from ocop_site.content.entry import Entry, Slip, excerpt
from ocop_site.content.folder import FolderItem, content_of, listing
from ocop_site.content.yaml.events import MOST_NODES
from ocop_site.content.yaml.tree import read_tree
from ocop_site.files import is_device
from ocop_site.problems import Location, Mistake, Problem, in_order
from ocop_site.theme.theme import ThemeError

TEXTS = (".yaml", ".html", ".css", ".js", ".svg", ".json", ".txt")
"""Endings of files that hold text, in UTF-8."""

MOST_BYTES, TEXT_BYTES = 16 << 20, 1 << 20
"""The largest picture or font; the largest text."""

WORDS_FACTOR = 8
"""A file that holds a whole list of words may have this many times more names and values than a record."""

_NAME = re.compile(r"[\w.-]{1,100}")
"""What every server, style sheet and system takes as it is: no blanks, brackets or quotes."""


@dataclass(frozen=True)
class ThemeFile:
    """A file of a theme: its path below the theme's folder (`assets/css/a.css`), its path as a person would name it."""

    path: str
    way: str
    body: bytes

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @cached_property
    def text(self) -> str:
        """What is written in it, with `\\n` as its only line end. ThemeError where that is no text."""
        try:
            text = decode(self.body)
            refuse_conflict(text.split("\n"))
        except Slip as slip:
            raise ThemeError(slip.problem(self.way, as_seen(self.body, slip))) from slip
        return text

    def problem(self, code: str, line: int = 0, column: int = 0, **details: object) -> Problem:
        """A mistake in it, at a line and column from 1."""
        shown = excerpt(tuple(self.text.split("\n")), line) if line and column else ""
        return Problem(code, Location(self.way, line, column), details, excerpt=shown)

    def problem_at(self, code: str, offset: int, **details: object) -> Problem:
        """A mistake that stands at a character of its text, from 0."""
        before = self.text[:offset]
        return self.problem(code, before.count("\n") + 1, offset - before.rfind("\n"), **details)


ThemeFiles = Mapping[str, ThemeFile]
"""Files by their path below the theme's folder."""


def way_of(folder: Path) -> str:
    """A theme's folder as a person would name it: `themes/dong-bang`."""
    return f"{folder.parent.name}/{folder.name}".removeprefix("/")


def read_files(folder: Path) -> ThemeFiles:
    """Every file of the folder. ThemeError with all that must not be followed or cannot be read."""
    top = FolderItem(folder.name, folder, way_of(folder))
    files: dict[str, ThemeFile] = {}
    refused: list[tuple[str, Mistake]] = []
    for found in _below(top):
        if not isinstance(found, FolderItem):
            refused.append(found)
            continue
        path = found.way.removeprefix(f"{top.way}/")
        try:
            files[path] = ThemeFile(path, found.way, _bytes(found))
        except Mistake as mistake:
            refused.append((found.way, mistake))
    if refused:
        raise ThemeError(*in_order(_problem(*each) for each in refused))
    return files


def files_below(files: ThemeFiles, folder: str) -> ThemeFiles:
    """Those of one of its folders, by their path below that one."""
    start = f"{folder}/"
    return {path.removeprefix(start): file for path, file in files.items() if path.startswith(start)}


def read_theme_yaml(file: ThemeFile) -> Entry:
    """What a file of YAML says, each value with its place. ThemeError with every slip in its writing."""
    text, slips = blemishes(file.text)
    lines = tuple(text.split("\n"))
    tree = read_tree(text, MOST_NODES * WORDS_FACTOR)
    if slips := [*slips, *tree.slips]:
        raise ThemeError(*in_order(slip.problem(file.way, lines) for slip in slips))
    return Entry("theme", file.name, file.way, tree.data, tree.values, tree.keys, lambda: text)


def _below(top: FolderItem) -> Iterator[FolderItem | tuple[str, Mistake]]:
    """Every file, without what editors leave beside what they write; instead of what is refused, its way and why."""
    folders = [top]
    while folders:
        for found in listing(folders.pop(), top.path):
            if isinstance(found, FolderItem) and found.is_folder:
                folders.append(found)
            elif not isinstance(found, FolderItem) or not names.leftover(found.name):
                yield found


def _bytes(found: FolderItem) -> bytes:
    if not _NAME.fullmatch(found.name) or is_device(found.name):
        raise Mistake("theme.file-name", name=found.name)
    return content_of(found, TEXT_BYTES if found.name.lower().endswith(TEXTS) else MOST_BYTES)


def _problem(way: str, mistake: Mistake) -> Problem:
    code = "theme.link-outside" if mistake.code == "name.link-outside" else mistake.code
    return Problem(code, Location(way), mistake.details)

"""Reads a content folder: every file becomes an `Entry`, or problems that say what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ocop_site.content import names
from ocop_site.content.conflict import refuse_conflict
from ocop_site.content.encodings.decoding import as_seen, blemishes, decode
from ocop_site.content.entry import Entry, Slip
from ocop_site.content.folder import FolderItem, content_of, listing, twin, unreadable
from ocop_site.content.front_matter import MarkdownFile, read_article
from ocop_site.content.names import RecordName
from ocop_site.content.outlines import read_outlines
from ocop_site.content.yaml.events import MOST_NODES
from ocop_site.content.yaml.tree import read_tree
from ocop_site.problems import Location, Mistake, Problem, Severity, in_order
from ocop_site.records.files import FILES, names_of
from ocop_site.records.outlines import NO_OUTLINES, Outlines

SINGLE_FILES, RECORD_FOLDERS, MARKDOWN_FOLDERS = names_of("file"), names_of("folder"), names_of("markdown")
MEDIA = "media"
OUTLINES = "geojson"
_LEDGERS = ("codes", "published")

_AT_TOP = (*(f"{name}.yaml" for name in SINGLE_FILES), *RECORD_FOLDERS, *MARKDOWN_FOLDERS, MEDIA)

MOST_BYTES = 1 << 20
SINGLE_FILE_FACTOR = 8
"""A file that holds a whole list may be this many times larger than a record's."""


@dataclass(frozen=True)
class Reading:
    """All that could be read. `unread` names, by kind and id, what is there but could not be.

    `renamed`: where those files of `media` are that the disk calls otherwise than records do.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    media: tuple[str, ...]
    unread: frozenset[tuple[str, str]] = frozenset()
    outlines: Outlines = NO_OUTLINES
    renamed: Mapping[str, Path] = field(default_factory=dict)

    @property
    def is_there(self) -> bool:
        """Whether there is a content folder at all."""
        return not any(problem.code in ("content.missing", "content.not-a-folder") for problem in self.problems)


def read_content(folder: Path) -> Reading:
    """Every file below the folder, in the order of their names."""
    named = folder.name if folder.name not in ("", "..") else folder.resolve().name
    reader = _Reader(top := FolderItem(named, folder, names.shown(named) or "content"))
    try:
        if folder.is_dir():
            reader.read()
        else:
            reader.tell(top.way, Mistake("content.not-a-folder" if folder.exists() else "content.missing"))
    except OSError as error:
        reader.tell(top.way, unreadable(error))
    return reader.reading()


def read_bytes(raw: bytes, kind: str, way: str) -> Reading:
    """One of the single files from its bytes, wherever they are from; `way` is what it is called."""
    reader = _Reader(FolderItem("", Path(), ""))
    item = FolderItem(f"{kind}.yaml", Path(), way, is_folder=False)
    reader.text(raw, item, kind, RecordName(kind), SINGLE_FILE_FACTOR)
    return reader.reading()


@dataclass
class _Reader:
    """Walks the folder and gathers."""

    top: FolderItem
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    media: dict[str, Path] = field(default_factory=dict)
    unread: set[tuple[str, str]] = field(default_factory=set)
    maps: list[Outlines] = field(default_factory=list)

    def reading(self) -> Reading:
        entries = sorted(self.entries, key=lambda entry: entry.file)
        problems = tuple(in_order(self.problems))
        media, unread = tuple(sorted(self.media)), frozenset(self.unread)
        return Reading(tuple(entries), problems, media, unread, _together(self.maps), self.renamed())

    def renamed(self) -> dict[str, Path]:
        top = self.top.path / MEDIA
        return {name: path for name, path in self.media.items() if path.relative_to(top).as_posix() != name}

    def read(self) -> None:
        items = list(self.within(self.top))
        there = {found.name for found in items}
        for found in items:
            stem, _, extension = found.name.rpartition(".")
            if found.name == MEDIA and found.is_folder:
                self.media_below(found)
            elif found.name in (*RECORD_FOLDERS, *MARKDOWN_FOLDERS) and found.is_folder:
                self.records(found)
            elif stem in SINGLE_FILES and extension == "yaml" and not found.is_folder:
                self.file(found, stem, RecordName(stem), SINGLE_FILE_FACTOR)
            elif extension == OUTLINES and not found.is_folder:
                self.map(found)
            else:
                self.tell(found.way, names.stray(found.name, there) or names.unknown(found.name, _AT_TOP))

    def records(self, folder: FolderItem) -> None:
        judge = names.markdown if folder.name in MARKDOWN_FOLDERS else names.record
        files = list(self.within(folder))
        there = {found.name for found in files}
        for found in files:
            try:
                name = judge(found.name, found.is_folder, there)
            except Mistake as stray:
                self.tell(found.way, stray)
                continue
            if name.mistake:
                self.tell(found.way, name.mistake)
            if not name.mistake or name.mistake.details.get("proposal") not in there:
                self.file(found, folder.name, name)

    def file(self, found: FolderItem, kind: str, name: RecordName, factor: int = 1) -> None:
        """Reads one file and tells whatever is wrong with it."""
        try:
            raw = content_of(found, MOST_BYTES * factor)
        except Mistake as mistake:
            self.tell(found.way, mistake)
            self.unread.add((kind, name.id))
        else:
            self.text(raw, found, kind, name, factor)

    def text(self, raw: bytes, found: FolderItem, kind: str, name: RecordName, factor: int = 1) -> None:
        """Reads what a file holds."""
        try:
            entry = self.entry(decode(raw), found, kind, name, factor)
        except Slip as slip:
            self.problems.append(slip.problem(found.way, as_seen(raw, slip)))
            entry = None
        if entry:
            self.entries.append(entry)
        else:
            self.unread.add((kind, name.id))

    def entry(self, text: str, found: FolderItem, kind: str, name: RecordName, factor: int) -> Entry | None:
        """None where a part cannot be read: what stands there is not known, so nothing can be said of the rest."""
        text, slips = blemishes(text)
        lines = tuple(text.split("\n"))
        try:
            refuse_conflict(lines)
            article = read_article(text) if name.language else MarkdownFile(read_tree(text, MOST_NODES * factor))
        except Slip as slip:
            self.problems += [each.problem(found.way, lines) for each in (*slips, _kept(slip, kind))]
            return None
        tree = article.tree
        self.problems += [
            slip.problem(found.way, lines) for slip in (*slips, *(_kept(slip, kind) for slip in tree.slips))
        ]
        if not tree.whole:
            return None
        where = (tree.data, tree.values, tree.keys, lines)
        return Entry(kind, name.id, found.way, *where, name.language, article.body, article.body_line)

    def map(self, found: FolderItem) -> None:
        raw = b""
        try:
            raw = content_of(found, MOST_BYTES * SINGLE_FILE_FACTOR)
            self.maps.append(read_outlines(decode(raw), found.way))
        except Slip as slip:
            self.problems.append(slip.problem(found.way, ()))
        except Mistake as mistake:
            self.tell(found.way, mistake)

    def media_below(self, top: FolderItem) -> None:
        """What is wrong with a name here is a warning: whoever names such a file in a record is told so there."""
        folders, seen = [top], dict[str, str]()
        while folders:
            for found in listing(folders.pop(), self.top.path, names.of_media):
                if not isinstance(found, FolderItem):
                    self.tell(*found, Severity.WARNING)
                elif found.is_folder:
                    folders.append(found)
                elif mistake := names.leftover(found.name) or twin(seen, found.way.removeprefix(top.named(""))):
                    self.tell(found.way, mistake, Severity.WARNING)
                else:
                    self.media[found.way.removeprefix(top.named(""))] = found.path

    def within(self, folder: FolderItem) -> Iterator[FolderItem]:
        seen: dict[str, str] = {}
        for found in listing(folder, self.top.path):
            if not isinstance(found, FolderItem):
                self.tell(*found)
            elif mistake := twin(seen, found.name):
                self.tell(found.way, mistake)
            else:
                yield found

    def tell(self, way: str, mistake: Mistake, severity: Severity = Severity.ERROR) -> None:
        severity = Severity.WARNING if mistake.code in names.WARNINGS else severity
        self.problems.append(mistake.at(Location(way), severity))


def _together(maps: list[Outlines]) -> Outlines:
    shapes = tuple(shape for each in maps for shape in each.shapes)
    return Outlines(shapes, tuple(dict.fromkeys(credit for each in maps for credit in each.credits)))


def _kept(slip: Slip, kind: str) -> Slip:
    """A file that no catalogue can do without is never proposed to be removed, however empty it is."""
    if slip.code == "yaml.empty" and kind in _LEDGERS:
        return Slip("yaml.empty-ledger", slip.mark.line, slip.mark.column)
    if slip.code == "yaml.empty" and FILES[kind].is_required:
        return Slip("yaml.empty-needed", slip.mark.line, slip.mark.column)
    return slip

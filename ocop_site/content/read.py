"""Reads a content folder: every file becomes an `Entry`, or problems that say what is wrong with it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from ocop_site.content import names
from ocop_site.content.encodings.decoding import decode
from ocop_site.content.entry import Entry, Slip
from ocop_site.content.file import ContentFile, FileRead, read_file, remembered
from ocop_site.content.folder import FolderItem, content_of, listing, twin, unreadable
from ocop_site.content.memory.memory import Memory, digest_of
from ocop_site.content.names import RecordName
from ocop_site.content.outlines import read_outlines
from ocop_site.frozen import frozen
from ocop_site.problems import Location, Mistake, Problem, Severity, in_order
from ocop_site.records.files import names_of
from ocop_site.records.maps.outlines import NO_OUTLINES, Outlines

SINGLE_FILES, RECORD_FOLDERS, MARKDOWN_FOLDERS = names_of("file"), names_of("folder"), names_of("markdown")
MEDIA = "media"
OUTLINES = "geojson"

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


def read_content(folder: Path, memory: Memory | None = None, changed: Collection[Path] | None = None) -> Reading:
    """Every file below the folder, in the order of their names.

    `changed` are the files that may be others than when `memory` was last asked; None where nobody knows.
    """
    named = folder.name if folder.name not in ("", "..") else folder.resolve().name
    memory = memory or Memory()
    reader = _Reader(top := FolderItem(named, folder, names.shown(named) or "content"), memory)
    walked: Walked | None = memory.walked
    if walked and changed is not None and walked.walk.top == folder and walked.holds(changed):
        return walked.again(reader, changed)
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
    item = FolderItem(f"{kind}.yaml", Path(), way, is_folder=False)
    read = read_file(raw, ContentFile(item, kind, RecordName(kind), SINGLE_FILE_FACTOR))
    entries = (read.entry,) if read.entry else ()
    return Reading(entries, read.problems, (), frozenset() if read.entry else frozenset({(kind, kind)}))


@dataclass
class _Reader:
    """Walks the folder and gathers."""

    top: FolderItem
    memory: Memory
    sources: list[ContentFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    media: dict[str, Path] = field(default_factory=dict)
    maps: list[Outlines] = field(default_factory=list)

    def reading(self) -> Reading:
        """Remembers the walk, but not one that a link or a refusal of the disk made unsure."""
        read = {source.found.path: self.file(source) for source in self.sources}
        media, problems = tuple(sorted(self.media)), tuple(self.problems)
        walk = Walk(self.top.path, tuple(self.sources), problems, media, self.renamed(), self.maps)
        walked = Walked(walk, read)
        reading = walked.reading()
        is_sure = not any(source.found.is_link for source in self.sources) and not any(map(_may_pass, reading.problems))
        self.memory.walked = walked if is_sure else None
        return reading

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
                self.sources.append(ContentFile(found, stem, RecordName(stem), SINGLE_FILE_FACTOR))
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
                self.sources.append(ContentFile(found, folder.name, name))

    def file(self, source: ContentFile) -> FileRead:
        """Reads one file, or remembers it."""
        found, name = source.found, source.name
        try:
            raw = content_of(found, MOST_BYTES * source.factor)
        except Mistake as mistake:
            return FileRead(None, (mistake.at(Location(found.way)),))
        digest = digest_of(raw, source.kind, name.id, name.language, found.way)
        read: FileRead = self.memory.files.of(digest, lambda: self.anew(raw, source, digest))
        return read

    def anew(self, raw: bytes, source: ContentFile, digest: str) -> FileRead:
        """From what another run wrote down, else from what the file says."""
        data = self.memory.stored(digest)
        if data is None:
            read = read_file(raw, source, digest)
            if not read.is_plain or read.entry is None:
                return read
            data = read.entry.data
        return remembered(raw, source, digest, data)

    def map(self, found: FolderItem) -> None:
        raw = b""
        try:
            raw = content_of(found, MOST_BYTES * SINGLE_FILE_FACTOR)
            self.maps.append(replace(read_outlines(decode(raw), found.way), digest=digest_of(raw, found.way)))
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


@frozen
class Walk:
    """What lies in a content folder, without what the files of records say."""

    top: Path
    sources: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]
    media: tuple[str, ...]
    renamed: Mapping[str, Path]
    maps: Sequence[Outlines]


@dataclass(frozen=True)
class Walked:
    """A walk, and what was read on it."""

    walk: Walk
    read: dict[Path, FileRead]

    @cached_property
    def known(self) -> Mapping[Path, ContentFile]:
        """The files by their whole paths."""
        return {source.found.path.absolute(): source for source in self.walk.sources}

    def holds(self, changed: Collection[Path]) -> bool:
        """Whether the walk need not be done again: what was changed are files that it came by, and they are there."""
        return all(self._is_still_a_file(path) for path in changed if self._is_below(path))

    def _is_below(self, path: Path) -> bool:
        top = self.walk.top
        return path.absolute().is_relative_to(top.absolute()) or path.resolve().is_relative_to(top.resolve())

    def _is_still_a_file(self, path: Path) -> bool:
        return path.absolute() in self.known and path.is_file() and not path.is_symlink()

    def again(self, reader: _Reader, changed: Collection[Path]) -> Reading:
        """What the same files say now."""
        for source in (self.known[path.absolute()] for path in changed if path.absolute() in self.known):
            self.read[source.found.path] = reader.file(source)
        return self.reading()

    def reading(self) -> Reading:
        read = [(source, self.read[source.found.path]) for source in self.walk.sources]
        told = (problem for _, each in read for problem in each.problems)
        return Reading(
            tuple(sorted((each.entry for _, each in read if each.entry), key=attrgetter("file"))),
            tuple(in_order((*self.walk.problems, *told))),
            self.walk.media,
            frozenset((source.kind, source.name.id) for source, each in read if each.entry is None),
            _together(self.walk.maps),
            self.walk.renamed,
        )


def _may_pass(problem: Problem) -> bool:
    """Whether it may be gone although no file was changed."""
    return problem.code in ("file.unreadable", "content.missing", "content.not-a-folder")


def _together(maps: Sequence[Outlines]) -> Outlines:
    shapes = tuple(shape for each in maps for shape in each.shapes)
    credits = tuple(dict.fromkeys(credit for each in maps for credit in each.credits))
    return Outlines(shapes, credits, " ".join(each.digest for each in maps))

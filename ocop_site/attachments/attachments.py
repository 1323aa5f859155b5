"""The attachments of a catalogue: which are asked for, what is wrong with them, and the files that are published."""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from ocop_site.attachments.pdf import page_count
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.mentions import files_of
from ocop_site.catalogue.showing import is_draft
from ocop_site.content.shape import Records, Shaped
from ocop_site.document import Document
from ocop_site.frozen import frozen
from ocop_site.problems import Location, Mistake, Problem, Severity
from ocop_site.records.kinds import KINDS
from ocop_site.records.values.media_names import is_document
from ocop_site.text.vietnamese import slug

FOLDER = "files"

MEGABYTE = 1_000_000

LARGE = 10 * MEGABYTE
"""Bytes above which a telephone in the country waits a minute and more."""

MOST = 100 * MEGABYTE


@frozen
class Attachment:
    """A file that is published at `path`, as it is; `size` in bytes."""

    path: str
    size: int
    pages: int


@frozen
class AttachmentRequest:
    """A place that names a file."""

    file: str
    shaped: Shaped[Any]
    location: Location

    def tell(self, mistake: Mistake, severity: Severity) -> Problem:
        at = self.location
        return self.shaped.entry.problem_at(mistake.code, at.line, at.column, severity=severity, **mistake.details)


@frozen
class MediaFiles:
    """The folder `media`, and where those of its files are that the disk calls otherwise than records do."""

    folder: Path
    renamed: Mapping[str, Path]

    def path(self, file: str) -> Path:
        return self.renamed.get(file, self.folder / file)


@frozen
class Attachments:
    """All that could be read, by the names below `media/`, and what is wrong with the others."""

    files: MediaFiles
    found: Mapping[str, Attachment]
    problems: tuple[Problem, ...] = ()

    def of(self, file: str) -> Attachment | None:
        return self.found.get(file)

    def documents(self) -> Iterator[Document]:
        """The files, each once. OSError where one has gone since it was read."""
        for path, file in {each.path: file for file, each in self.found.items()}.items():
            yield Document(path, self.files.path(file).read_bytes())

    def document(self, path: str) -> Document | None:
        """The file that is published at a path; None where none is. OSError where it has gone since it was read."""
        file = next((file for file, each in self.found.items() if each.path == path), None)
        return Document(path, self.files.path(file).read_bytes()) if file else None


def read_attachments(files: MediaFiles, records: Records, catalogue: Catalogue) -> Attachments:
    """The attachments that what is published names."""
    found: dict[str, Attachment] = {}
    problems: list[Problem] = []
    results: dict[str, tuple[Attachment | None, Mistake | None]] = {}
    for request in _requests(records, catalogue):
        if request.file not in results:
            results[request.file] = _read(files, request.file)
        attachment, mistake = results[request.file]
        if attachment:
            found[request.file] = attachment
        if mistake:
            problems.append(request.tell(mistake, Severity.WARNING if attachment else Severity.ERROR))
    return Attachments(files, found, tuple(problems))


def _requests(records: Records, catalogue: Catalogue) -> Iterator[AttachmentRequest]:
    for kind in KINDS:
        published = catalogue.of(kind)
        for shaped in records.of(kind).values():
            named = shaped.notes.kept("attachments", None, partial(_named, shaped))
            if named and (not is_draft(shaped.record) or shaped.entry.id in published):
                yield from (AttachmentRequest(file, shaped, location) for file, location in named)


def _named(shaped: Shaped[Any]) -> tuple[tuple[str, Location], ...]:
    """The files that a record names, and where."""
    files = enumerate(getattr(shaped.record, "files", ()))
    scan = getattr(shaped.record, "scan", None)
    return (
        *((named.file, shaped.entry.location(("files", index, "file"))) for index, named in files),
        *([(scan, shaped.entry.location(("scan",)))] if scan and is_document(scan) else ()),
        *((each.file, each.location) for each in files_of(shaped) if not each.is_shown and is_document(each.file)),
    )


def _read(files: MediaFiles, file: str) -> tuple[Attachment | None, Mistake | None]:
    try:
        raw = files.path(file).read_bytes()
        if len(raw) > MOST:
            raise Mistake("attachment.too-large", file=file, most=MOST // MEGABYTE)
        pages = page_count(raw, file)
    except OSError as error:
        return None, Mistake("file.unreadable", reason=error.strerror or type(error).__name__)
    except Mistake as mistake:
        return None, mistake
    name = f"{slug(PurePosixPath(file).stem) or 'tep'}-{sha256(raw).hexdigest()[:8]}.pdf"
    large = Mistake("attachment.large", file=file, size=round(len(raw) / MEGABYTE)) if len(raw) > LARGE else None
    return Attachment(f"{FOLDER}/{name}", len(raw), pages), large

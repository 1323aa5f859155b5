"""What the last build made, and of what: so that the next one makes only what must come out otherwise.

A file for each way to build a site, sealed by its own bytes. `ground` is what every page is made of: the program, the
theme, the records of the whole site; where it is another one, or the file is damaged, nothing is known. What Python
cannot read as it wrote it, as that of another version, is not on the same ground.
"""

import marshal
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from ocop_site.files import write_atomically
from ocop_site.output.check import PageFacts
from ocop_site.output.manifest import ManifestEntry
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.keys import PageKey
from ocop_site.run import Task
from ocop_site.stages.unchanged import NotedDependency
from ocop_site.stages.worker import MadeFiles, MadePage

Value = TypeVar("Value")

PAGES = "pages"
"""The folder of it within the cache."""

_OURS = re.compile(r"[0-9a-f]{16}\.pages|\.[0-9a-f]{16}\.pages\.[0-9a-f]{8}")

MOST_WAYS = 8
"""Ways to build a site that are kept in one cache; the one that was used longest ago is forgotten."""

Address = tuple[str, PageKey]
"""A page by its language and key."""

Part = tuple[Any, Any]
"""Some of a build as plain values: first where assets stood, and the exports; then dependencies, or pages."""

AT_ONCE = 1_000
"""Dependencies or pages in a part."""

SEAL, LENGTH = 16, 8
"""Bytes of the seal, at the end of a file, and of the length before each part."""

FileRows = tuple[tuple[str, int, str], ...]
"""Files by path, size and digest."""


@dataclass(frozen=True)
class LastBuild:
    """The pages and exports of a build, all that they depend on, and where the theme's `assets` stood."""

    assets: Mapping[str, str] = field(default_factory=dict)
    dependencies: Sequence[NotedDependency] = ()
    pages: Mapping[Address, MadePage] = field(default_factory=dict)
    exports: Mapping[str, MadeFiles] = field(default_factory=dict)


class PageCache:
    """A folder of what builds made; it may be deleted at any time. `way` tells one way to build a site from another."""

    def __init__(self, folder: Path, way: str) -> None:
        self._file = folder / f"{way}.pages"

    def read(self, ground: str) -> LastBuild:
        """The last build on this ground; an empty one where there is none."""
        with suppress(OSError):
            told = memoryview(self._file.read_bytes())
            if told[-SEAL:] == _seal(ground, told[:-SEAL]):
                return _unpacked(_parts(told[:-SEAL]))
        return LastBuild()

    def write(self, ground: str, build: LastBuild) -> None:
        """Keeps a build, if there is room."""
        told = bytearray()
        for part in map(marshal.dumps, _packed(build)):
            told += len(part).to_bytes(LENGTH, "big") + part
        told += _seal(ground, told)
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, told)
            self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        files = sorted(self._file.parent.glob("*.pages"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[MOST_WAYS:]:
            file.unlink(missing_ok=True)


def way_of(task: Task) -> str:
    """What tells one way to build a site from another."""
    way = (
        str(task.content.absolute()),
        str(task.themes.absolute()),
        task.theme,
        task.url,
        task.drafts,
        task.is_portable,
    )
    return blake2b(repr(way).encode(), digest_size=8).hexdigest()


def clear_pages(folder: Path) -> None:
    """Deletes what is kept there, by the names that we give."""
    for file in (*folder.glob("*.pages"), *folder.glob(".*.pages.*")):
        if _OURS.fullmatch(file.name):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _seal(ground: str, told: bytearray | memoryview) -> bytes:
    seal = blake2b(ground.encode(), digest_size=SEAL)
    seal.update(told)
    return seal.digest()


def _packed(build: LastBuild) -> Iterator[Part]:
    """As plain values, so many at a time that little of it is in memory twice."""
    exports = [(name, _file_rows(made.files), made.depends) for name, made in build.exports.items()]
    yield dict(build.assets), exports
    for some in _at_once(build.dependencies):
        yield [(each.name, each.fingerprint, each.of) for each in some], []
    for pages in _at_once([*build.pages.items()]):
        yield [], [(language, _key_row(key), *_page_row(page)) for (language, key), page in pages]


def _at_once(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    return (values[first : first + AT_ONCE] for first in range(0, len(values), AT_ONCE))


def _unpacked(parts: Iterator[Part]) -> LastBuild:
    assets, exports = next(parts)
    dependencies, pages = list[NotedDependency](), dict[Address, MadePage]()
    for noted, rows in parts:
        dependencies += [NotedDependency(*each) for each in noted]
        pages |= {(language, PageKey(*key)): _page(*row) for language, key, *row in rows}
    made = {name: MadeFiles(_files(rows), depends) for name, rows, depends in exports}
    return LastBuild(assets, dependencies, pages, made)


def _parts(told: memoryview) -> Iterator[Part]:
    """Each part stands behind its length."""
    at = 0
    while at < len(told):
        begin = at + LENGTH
        at = begin + int.from_bytes(told[at:begin], "big")
        yield marshal.loads(told[begin:at])


def _key_row(key: PageKey) -> tuple[str, str, int]:
    """A code is more than a text."""
    return key.kind, str(key.id), key.number


def _page_row(page: MadePage) -> tuple[Any, ...]:
    return _file_rows(page.files), tuple(page.facts), page.of_exports, page.depends


def _page(rows: FileRows, facts: tuple[Any, ...], of_exports: tuple[Any, ...], depends: tuple[int, ...]) -> MadePage:
    file, *beside = _files(rows)
    return MadePage(file, PageFacts(*facts), of_exports, tuple(beside), depends)


def _file_rows(files: Sequence[StagedFile]) -> FileRows:
    return tuple((file.path, file.entry.size, file.entry.sha256) for file in files)


def _files(rows: FileRows) -> tuple[StagedFile, ...]:
    return tuple(StagedFile(path, ManifestEntry(size, sha256), True) for path, size, sha256 in rows)

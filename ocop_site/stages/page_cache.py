"""What the last build made, and of what: so that the next one makes only what must come out otherwise.

A file for each way to build a site, sealed by its own bytes. `ground` is what every page is made of: the program, the
theme, the records of the whole site; where it is another one, or the file is damaged, nothing is known. What Python
cannot read as it wrote it, as that of another version, is not on the same ground.
"""

import marshal
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ocop_site.files import write_atomically
from ocop_site.output.check import PageFacts
from ocop_site.output.manifest import ManifestEntry
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.keys import PageKey
from ocop_site.run import Task
from ocop_site.stages.unchanged import NotedDependency
from ocop_site.stages.worker import MadeFiles, MadePage

PAGES = "pages"
"""The folder of it within the cache."""

_OURS = re.compile(r"[0-9a-f]{16}\.pages|\.[0-9a-f]{16}\.pages\.[0-9a-f]{8}")

MOST_WAYS = 8
"""Ways to build a site that are kept in one cache; the one that was used longest ago is forgotten."""

Address = tuple[str, PageKey]
"""A page by its language and key."""

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
        with suppress(OSError, ValueError):
            seal, body = self._file.read_bytes().split(b"\n", 1)
            if seal == _seal(ground, body):
                return _unpacked(marshal.loads(body))
        return LastBuild()

    def write(self, ground: str, build: LastBuild) -> None:
        """Keeps a build, if there is room."""
        body = marshal.dumps(_packed(build))
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, _seal(ground, body) + b"\n" + body)
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


def _seal(ground: str, body: bytes) -> bytes:
    return blake2b(ground.encode() + b"\n" + body, digest_size=16).hexdigest().encode()


def _packed(build: LastBuild) -> tuple[Any, ...]:
    """As plain values: what many pages name is told once, since it is one object."""
    return (
        dict(build.assets),
        [(each.name, each.fingerprint, each.of) for each in build.dependencies],
        [(language, _key_row(key), *_page_row(page)) for (language, key), page in build.pages.items()],
        [(name, _file_rows(made.files), made.depends) for name, made in build.exports.items()],
    )


def _unpacked(told: tuple[Any, ...]) -> LastBuild:
    assets, dependencies, pages, exports = told
    return LastBuild(
        assets,
        [NotedDependency(*each) for each in dependencies],
        {(language, PageKey(*key)): _page(*row) for language, key, *row in pages},
        {name: MadeFiles(_files(rows), depends) for name, rows, depends in exports},
    )


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

"""What the last build made, and of what: so that the next one makes only what must come out otherwise.

The `ground` is what every page is made of: the program, Python with it, the theme, the records of the whole site. Where
it is another one, nothing is known.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocop_site.output.check import PageFacts
from ocop_site.output.manifest import ManifestEntry
from ocop_site.output.stage_writer import StagedFile
from ocop_site.pages.keys import PageKey
from ocop_site.run import Task
from ocop_site.sealed import SealedFiles, batched
from ocop_site.stages.unchanged import NotedDependency
from ocop_site.stages.worker import MadeFiles, MadePage

Address = tuple[str, PageKey]
"""A page by its language and key."""

AT_ONCE = 1_000
"""Dependencies or pages in a part."""

FileRows = tuple[tuple[str, int, str], ...]
"""Files by path, size and digest."""


@dataclass(frozen=True)
class LastBuild:
    """The exports and pages of a build, all that they depend on, and where the theme's `assets` stood.

    Dependencies and then pages come as they are read or noted, once: of a large site they are much.
    """

    assets: Mapping[str, str] = field(default_factory=dict)
    exports: Mapping[str, MadeFiles] = field(default_factory=dict)
    dependencies: Iterable[NotedDependency] = ()
    pages: Iterable[tuple[Address, MadePage]] = ()


class PageCache:
    """What builds made, of each way to build a site."""

    def __init__(self, cache: Path) -> None:
        self._files = SealedFiles(cache / "pages", "pages")

    def read(self, task: Task, ground: str) -> LastBuild:
        """The last build of that way on this ground; an empty one where there is none."""
        parts = self._files.read(_way(task), ground)
        return _unpacked(map(marshal.loads, parts)) if parts else LastBuild()

    def write(self, task: Task, ground: str, build: LastBuild) -> None:
        """Keeps a build."""
        self._files.write(_way(task), ground, map(marshal.dumps, _packed(build)))

    def clear(self) -> None:
        self._files.clear()


def _way(task: Task) -> tuple[object, ...]:
    """What tells one way to build a site from another."""
    folders = str(task.content.absolute()), str(task.themes.absolute())
    return *folders, task.theme, task.url, task.drafts, task.is_portable


def _packed(build: LastBuild) -> Iterator[Any]:
    """As plain values: where assets stood, and the exports; then dependencies, some at a time; None; then pages."""
    exports = [(name, _file_rows(made.files), made.depends) for name, made in build.exports.items()]
    yield dict(build.assets), exports
    for some in batched(build.dependencies, AT_ONCE):
        yield [(each.name, each.fingerprint, each.of) for each in some]
    yield None
    for pages in batched(build.pages, AT_ONCE):
        yield [(language, _key_row(key), *_page_row(page)) for (language, key), page in pages]


def _unpacked(parts: Iterator[Any]) -> LastBuild:
    assets, exports = next(parts)
    made = {name: MadeFiles(_files(rows), depends) for name, rows, depends in exports}
    noted = (NotedDependency(*each) for some in iter(parts.__next__, None) for each in some)
    pages = (((language, PageKey(*key)), _page(*row)) for rows in parts for language, key, *row in rows)
    return LastBuild(assets, made, noted, pages)


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

"""What the last build made, and of what: so that the next one makes only what must come out otherwise.

A file for each way to build a site, sealed by its own bytes. `ground` is what every page is made of: the program, the
theme, the records of the whole site; where it is another one, or the file is damaged, nothing is known.
"""

import json
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


@dataclass(frozen=True)
class LastBuild:
    """The pages and exports of a build, and all that they depend on."""

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
                return _unpacked(json.loads(body))
        return LastBuild()

    def write(self, ground: str, build: LastBuild) -> None:
        """Keeps a build, if there is room."""
        body = json.dumps(_packed(build), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
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


def _packed(build: LastBuild) -> dict[str, Any]:
    """Links as numbers: most stand on thousands of pages."""
    links: dict[str, int] = {}
    return {
        "dependencies": [(each.name, each.fingerprint, each.of) for each in build.dependencies],
        "pages": [(language, key, _page_row(page, links)) for (language, key), page in build.pages.items()],
        "exports": {name: (_file_rows(made.files), made.depends) for name, made in build.exports.items()},
        "links": list(links),
    }


def _unpacked(told: Mapping[str, Any]) -> LastBuild:
    links: list[str] = told["links"]
    return LastBuild(
        [NotedDependency(tuple(name), fingerprint, tuple(of)) for name, fingerprint, of in told["dependencies"]],
        {(language, PageKey(*key)): _page(row, links) for language, key, row in told["pages"]},
        {name: MadeFiles(_files(rows), tuple(of)) for name, (rows, of) in told["exports"].items()},
    )


def _page_row(page: MadePage, links: dict[str, int]) -> tuple[Any, ...]:
    numbers = [links.setdefault(link, len(links)) for link in page.facts.links]
    return page.facts._replace(links=()), numbers, page.of_exports, _file_rows(page.files), page.depends


def _page(row: Sequence[Any], links: Sequence[str]) -> MadePage:
    facts, numbers, of_exports, rows, depends = row
    facts[_LINKS] = map(links.__getitem__, numbers)
    file, *beside = _files(rows)
    plain = PageFacts(*map(_frozen, facts))
    return MadePage(file, plain, tuple(map(_frozen, of_exports)), tuple(beside), tuple(depends))


_LINKS = PageFacts._fields.index("links")


def _file_rows(files: Sequence[StagedFile]) -> list[tuple[str, int, str]]:
    return [(file.path, file.entry.size, file.entry.sha256) for file in files]


def _files(rows: Sequence[Sequence[Any]]) -> tuple[StagedFile, ...]:
    return tuple(StagedFile(path, ManifestEntry(size, sha256), True) for path, size, sha256 in rows)


def _frozen(value: Any) -> Any:
    """Lists, of which JSON makes tuples, as those again."""
    if isinstance(value, list):
        return tuple(map(_frozen, value)) if value and isinstance(value[0], list) else tuple(value)
    return tuple(value) if isinstance(value, map) else value

"""The list of what is ours in the output folder: every file with its size and digest."""

import hashlib
import json
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Self

from ocop_site.files import plain_bytes
from ocop_site.frozen import frozen
from ocop_site.output.names import OURS, check, folders_of
from ocop_site.problems import Mistake

NAME = f"{OURS}manifest.json"

_VERSION = 1


@frozen
class ManifestEntry:
    """A file of ours as it was published: its size in bytes and its digest."""

    size: int
    sha256: str

    @classmethod
    def of(cls, body: bytes) -> Self:
        """The entry of a file with these bytes."""
        return cls(len(body), hashlib.sha256(body).hexdigest())

    def is_at(self, path: Path) -> bool:
        """Whether a plain file with just these bytes stands there."""
        try:
            found = path.lstat()
            if not stat.S_ISREG(found.st_mode) or found.st_size != self.size:
                return False
            return ManifestEntry.of(plain_bytes(path)) == self
        except (FileNotFoundError, NotADirectoryError):
            return False


Files = Mapping[str, ManifestEntry]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list of our files; `planned` is what an update in place was about to add: empty unless it was cut short.

    `drafts` are those of the files that were published for a look alone.
    """

    files: Files = field(default_factory=dict)
    planned: Files = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()

    @property
    def folders(self) -> set[str]:
        """The folders of all files, also of the planned ones."""
        return folders_of([*self.files, *self.planned])

    def settled(self, folder: Path) -> "Manifest":
        """The list after an update that was cut short: a planned file is ours if it arrived with just its bytes."""
        arrived = {path: entry for path, entry in self.planned.items() if entry.is_at(folder / path)}
        missing = {path: entry for path, entry in self.planned.items() if path not in arrived}
        return Manifest({**self.files, **arrived}, missing, self.drafts)

    def as_bytes(self) -> bytes:
        """The list as a file: one line a file, in order, so that the same files give the same bytes."""
        parts = {"files": self.files, "planned": self.planned} if self.planned else {"files": self.files}
        members = [f'"{name}": {{\n{_lines(files)}\n}}' for name, files in parts.items()]
        members += [f'"drafts": [\n{_quoted(self.drafts)}\n]'] if self.drafts else []
        return ("{\n" + ",\n".join([f'"version": {_VERSION}', *members]) + "\n}\n").encode()


def read(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where it has none. A `Mistake` where nobody should trust it."""
    try:
        if not stat.S_ISREG((folder / NAME).lstat().st_mode):  # a pipe would be waited for
            raise ValueError
        return _parsed((folder / NAME).read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Mistake("output.manifest", path=str(folder / NAME)) from error


@lru_cache(maxsize=1)
def _parsed(raw: bytes) -> Manifest:
    """A run asks several times for what stands there, and mostly nobody wrote meanwhile."""
    content = json.loads(raw)
    if content["version"] != _VERSION:
        raise ValueError
    drafts = frozenset(map(str, content.get("drafts", ())))
    return Manifest(_files(content["files"]), _files(content.get("planned", {})), drafts)


def _files(content: Mapping[str, Mapping[str, object]]) -> Files:
    return {
        _checked(path): ManifestEntry(int(str(entry["size"])), str(entry["sha256"])) for path, entry in content.items()
    }


def _checked(path: str) -> str:
    """What is listed may be deleted, so a list that was tampered with must not lead out of the folder."""
    check(path)
    return path


def _lines(files: Files) -> str:
    return ",\n".join(
        f'{json.dumps(path, ensure_ascii=False)}: {{"size": {files[path].size}, "sha256": "{files[path].sha256}"}}'
        for path in sorted(files)
    )


def _quoted(paths: Iterable[str]) -> str:
    return ",\n".join(json.dumps(path, ensure_ascii=False) for path in sorted(paths))

"""The cache of renditions: what was once made of a picture is kept by the hash of all that went into it.

Never by a file's name or time, so that nothing renamed, touched or moved is made again, and nothing stale is shown.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from ocop_site.files import write_atomically
from ocop_site.pictures.recipe import ENDINGS
from ocop_site.units import Pixel

_DIGEST = 32
"""Bytes of a digest at the head of an entry."""

_OURS = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{64}\.[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file made of a picture in one format and width, named by its bytes, of which there are `size`."""

    use: str
    format: str
    width: Pixel
    height: Pixel
    digest: str
    size: int

    @property
    def path(self) -> str:
        """The address of the file below the root of the site."""
        return f"pictures/{self.digest[:16]}{ENDINGS[self.format]}"


@dataclass(frozen=True, slots=True)
class RenditionSet:
    """All renditions of one picture; `key` finds their bytes in the cache."""

    key: str
    tone: int
    renditions: tuple[Rendition, ...]

    def of(self, use: str) -> tuple[Rendition, ...]:
        """The renditions for one use."""
        return tuple(each for each in self.renditions if each.use == use)


class RenditionCache:
    """A folder of entries. It may be moved, shared by builds, or deleted at any time; no damage in it is believed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> RenditionSet | None:
        """The renditions that were made before; None where nothing was, or where the entry is damaged."""
        found = self._read(key)
        with suppress(OSError):
            os.utime(self._path(key))  # for `trim`: when it was last of use
        return found[0] if found else None

    def bodies(self, rendition_set: RenditionSet) -> list[bytes] | None:
        """The bytes of the renditions, in their order; None where the entry is gone or damaged."""
        found = self._read(rendition_set.key)
        return found[1] if found and found[0] == rendition_set else None

    def keep(self, key: str, tone: int, renditions: Sequence[Rendition], bodies: Sequence[bytes]) -> RenditionSet:
        """Keeps renditions, all or none, since other builds may look at the same moment. A full disk keeps none."""
        head = json.dumps({"tone": tone, "renditions": [asdict(each) for each in renditions]}).encode() + b"\n"
        content = head + b"".join(bodies)
        with suppress(OSError):
            self._put(self._path(key), sha256(content).digest() + content)
        return RenditionSet(key, tone, tuple(renditions))

    def trim(self, most_bytes: int, in_use: frozenset[str]) -> int:
        """Deletes what was longest of no use until `most_bytes` are left, never what is `in_use`; the bytes freed."""
        entries = sorted((state.st_mtime_ns, state.st_size, path) for path, state in self._entries())
        held, freed = sum(size for _, size, _ in entries), 0
        for _, size, path in entries:
            if held - freed <= most_bytes:
                break
            if path.name not in in_use:
                with suppress(OSError):
                    path.unlink()
                    freed += size
        return freed

    def clear(self) -> tuple[int, int]:
        """Deletes every entry, and the folder if nothing else is in it; returns how many there were and their bytes."""
        count = freed = 0
        for path, state in self._entries():
            with suppress(OSError):
                path.unlink()
                count, freed = count + 1, freed + state.st_size
        for folder in (*self._folder.glob("[0-9a-f][0-9a-f]"), self._folder):
            with suppress(OSError):
                folder.rmdir()
        return count, freed

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """The entries, ours by their names; what a build that was cut short left aside is among them."""
        for path in self._folder.glob("[0-9a-f][0-9a-f]/*"):
            if _OURS.fullmatch(path.name) and path.name.removeprefix(".").startswith(path.parent.name):
                with suppress(OSError):
                    yield path, path.stat()

    def _put(self, path: Path, entry: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, entry)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _read(self, key: str) -> tuple[RenditionSet, list[bytes]] | None:
        try:
            entry = self._path(key).read_bytes()
        except OSError:
            return None
        content = memoryview(entry)[_DIGEST:]
        if sha256(content).digest() != entry[:_DIGEST]:
            return None
        end = entry.index(b"\n", _DIGEST) - _DIGEST
        head = json.loads(bytes(content[:end]))
        renditions = tuple(Rendition(**each) for each in head["renditions"])
        bodies, at = [], end + 1
        for each in renditions:
            bodies.append(bytes(content[at : at + each.size]))
            at += each.size
        return RenditionSet(key, head["tone"], renditions), bodies

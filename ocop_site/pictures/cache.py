"""The cache of renditions: what was once made of a picture is kept by the hash of all that went into it.

Never by a file's name or time, so that nothing renamed, touched or moved is made again, and nothing stale is shown.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from ocop_site.files import write_atomically
from ocop_site.frozen import frozen
from ocop_site.pictures.recipe import ENDINGS, UNPUBLISHED, Size
from ocop_site.units import Pixel

_DIGEST = 32
"""Bytes at the begin of an entry: the digest of its head, a line in which the digests of the bodies stand."""

_LONGEST_HEAD = 1 << 20

_OURS = re.compile(r"[0-9a-f]{64}|\.[0-9a-f]{64}\.[0-9a-f]{8}")


@frozen
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

    @property
    def is_published(self) -> bool:
        """Whether it stands there, and is not only what another picture is composed of."""
        return self.use not in UNPUBLISHED


@frozen
class RenditionSet:
    """All renditions of one picture; `key` finds their bytes in the cache, `size` is the original's.

    `is_opaque`: no ground shows through it.
    """

    key: str
    tone: int
    size: Size
    renditions: tuple[Rendition, ...]
    is_opaque: bool

    def of(self, use: str) -> tuple[Rendition, ...]:
        """The renditions for one use."""
        return tuple(each for each in self.renditions if each.use == use)


class RenditionCache:
    """A folder of entries. It may be moved, shared by builds, or deleted at any time; no damage in it is believed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def of_cards(self) -> "RenditionCache":
        """Another within it, of what is composed of renditions and stands in the site, so that none of it is in use."""
        return RenditionCache(self._folder / "cards")

    def find(self, key: str) -> RenditionSet | None:
        """The renditions that were made before, of which the bodies are not read; None where nothing whole is kept."""
        with suppress(OSError), self._path(key).open("rb") as file:
            found, length = _head(key, file)
            if found and os.fstat(file.fileno()).st_size == length + sum(each.size for each in found.renditions):
                os.utime(self._path(key))  # for `trim`: when it was last of use
                return found
        return None

    def bodies(self, rendition_set: RenditionSet) -> list[bytes] | None:
        """The bytes of the renditions, in their order; None where the entry is gone or damaged."""
        with suppress(OSError), self._path(rendition_set.key).open("rb") as file:
            if _head(rendition_set.key, file)[0] == rendition_set:
                bodies = [file.read(each.size) for each in rendition_set.renditions]
                digests = [each.digest for each in rendition_set.renditions]
                return bodies if [sha256(body).hexdigest() for body in bodies] == digests else None
        return None

    def keep(self, rendition_set: RenditionSet, bodies: Sequence[bytes]) -> None:
        """Keeps renditions, all or none, since other builds may look at the same moment. A full disk keeps none."""
        told = {"tone": rendition_set.tone, "size": rendition_set.size, "is_opaque": rendition_set.is_opaque}
        head = json.dumps({**told, "renditions": [asdict(each) for each in rendition_set.renditions]}).encode() + b"\n"
        with suppress(OSError):
            self._put(self._path(rendition_set.key), b"".join((sha256(head).digest(), head, *bodies)))

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


def _head(key: str, file: BinaryIO) -> tuple[RenditionSet | None, int]:
    """What an entry says it holds, None where that is damaged; and where the bodies begin."""
    digest, line = file.read(_DIGEST), file.readline(_LONGEST_HEAD)
    if sha256(line).digest() != digest:
        return None, 0
    head = json.loads(line)
    renditions = tuple(Rendition(**each) for each in head["renditions"])
    return RenditionSet(key, head["tone"], tuple(head["size"]), renditions, head["is_opaque"]), len(digest) + len(line)

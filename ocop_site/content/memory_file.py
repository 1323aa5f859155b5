"""What is remembered of a content folder from one run to the next: one file, sealed, which may be deleted at any time.

Nothing in it is believed but what this very program wrote: what is damaged, cut short or foreign is made anew.
"""

import platform
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ocop_site.files import write_atomically

MOST_BYTES = 512 << 20
"""A folder of some 200,000 records; more is read anew."""

MOST_FOLDERS = 8
"""Content folders that are remembered in one cache; the one that was used longest ago is forgotten."""

_DIGEST = 40
_OURS = re.compile(r"[0-9a-f]{16}\.memory|\.[0-9a-f]{16}\.memory\.[0-9a-f]{8}")
_PROGRAM = Path(__file__).parent.parent
_DECIDING = ("problems.py", "files.py", "text", "messages", "records", "content", "catalogue")
"""What of the program decides how content is read and what is found in it."""


class MemoryFile:
    """Lines by digests, in a folder that has a file for each content folder."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._folder = folder
        self._file = folder / f"{sha256(str(content.absolute()).encode('utf-8', 'replace')).hexdigest()[:16]}.memory"

    def read(self) -> Mapping[str, bytes]:
        """What was written; nothing where it is not whole and ours."""
        try:
            if not self._file.is_file() or self._file.stat().st_size > MOST_BYTES:
                return {}
            seal, body = self._file.read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return {}
        if seal.decode("ascii", "replace") != _seal(body):
            return {}
        return {line[:_DIGEST].decode("ascii"): line[_DIGEST:] for line in body.split(b"\n") if line}

    def write(self, lines: Mapping[str, bytes]) -> None:
        """All at once, or nothing where there is no room for it."""
        body = b"\n".join(digest.encode("ascii") + line for digest, line in lines.items())
        if len(body) > MOST_BYTES:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, f"{_seal(body)}\n".encode() + body)
            self._forget_the_oldest()

    @staticmethod
    def clear(folder: Path) -> None:
        """Ours by their names, and what a run that was cut short left beside them."""
        for file in (*folder.glob("*.memory"), *folder.glob(".*.memory.*")):
            if _OURS.fullmatch(file.name):
                file.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()

    def _forget_the_oldest(self) -> None:
        files = [file for file in self._folder.iterdir() if _OURS.fullmatch(file.name)]
        for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_FOLDERS:]:
            file.unlink(missing_ok=True)


def _seal(body: bytes) -> str:
    return sha256(_program() + body).hexdigest()


@cache
def _program() -> bytes:
    """What stands for the program's own code and lists, and for what it reads YAML and types records with."""
    parts = [platform.python_version(), *(version(name) for name in ("pydantic", "pyyaml", "markdown"))]
    whole = sha256("\n".join(parts).encode())
    for part in _DECIDING:
        top = _PROGRAM / part
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.suffix in (".py", ".yaml"):
                whole.update(sha256(file.read_bytes()).digest())
                whole.update(file.name.encode())
    return whole.digest()

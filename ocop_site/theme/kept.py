"""A theme that was found without fault, as a file of the cache: while no byte of it changes, it is as it was judged.

Nothing in the file is believed but what this very program wrote of these very files: all else is made anew.
"""

import marshal
import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ocop_site.document import Document
from ocop_site.files import write_atomically
from ocop_site.program import program
from ocop_site.theme.files import ThemeFiles, way_of
from ocop_site.theme.theme import Theme

THEMES = "themes"
"""The folder of it within the cache."""

MOST_THEMES = 8
"""Themes that are kept in one cache; the one that was used longest ago is forgotten."""

MOST_BYTES = 32 << 20
"""A theme with more pictures and fonts is judged each time."""

_OURS = re.compile(r"[0-9a-f]{16}\.theme|\.[0-9a-f]{16}\.theme\.[0-9a-f]{8}")


class KeptTheme:
    """The theme of a folder with these `files`, before a site sets its options; `cache` may be deleted at any time."""

    def __init__(self, cache: Path, folder: Path, files: ThemeFiles) -> None:
        name = blake2b(str(folder.absolute()).encode("utf-8", "replace"), digest_size=8).hexdigest()
        self._file, self._folder, self._ground = cache / f"{name}.theme", folder, _ground(files)

    def read(self) -> Theme | None:
        """None where there is no such theme, or the file is damaged."""
        with suppress(OSError, ValueError):
            seal, body = self._file.read_bytes().split(b"\n", 1)
            if seal == self._seal(body):
                return _unpacked(marshal.loads(body), way_of(self._folder))
        return None

    def write(self, theme: Theme) -> None:
        """Keeps a theme, if there is room."""
        body = marshal.dumps(_packed(theme))
        if len(body) > MOST_BYTES:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, self._seal(body) + b"\n" + body)
            self._forget_the_oldest()

    def _seal(self, body: bytes) -> bytes:
        return blake2b(self._ground + body, digest_size=16).hexdigest().encode()

    def _forget_the_oldest(self) -> None:
        files = sorted(self._file.parent.glob("*.theme"), key=lambda file: file.stat().st_mtime, reverse=True)
        for file in files[MOST_THEMES:]:
            file.unlink(missing_ok=True)


def clear_themes(folder: Path) -> None:
    """Deletes what is kept there, by the names that we give."""
    for file in (*folder.glob("*.theme"), *folder.glob(".*.theme.*")):
        if _OURS.fullmatch(file.name):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _ground(files: ThemeFiles) -> bytes:
    """What stands for the program, which has the kit and tells one Python from another, and for every file."""
    told = blake2b(program().encode(), digest_size=16)
    for path in sorted(files):
        told.update(f"\n{path} {len(files[path].body)}\n".encode("utf-8", "surrogateescape") + files[path].body)
    return told.digest()


def _packed(theme: Theme) -> dict[str, Any]:
    return {
        "name": theme.name,
        "words": dict(theme.words),
        "templates": dict(theme.templates),
        "assets": [(asset.path, asset.body) for asset in theme.assets],
        "asset_paths": dict(theme.asset_paths),
        "paper_style": theme.paper_style,
        "choices": dict(theme.choices),
        "codes": dict(theme.codes),
    }


def _unpacked(told: dict[str, Any], folder: str) -> Theme:
    assets = tuple(Document(path, body) for path, body in told.pop("assets"))
    return Theme(options={}, assets=assets, folder=folder, **told)

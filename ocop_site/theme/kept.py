"""A theme that was found without fault, as a file of the cache: while no byte of it changes, it is as it was judged."""

import marshal
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ocop_site.document import Document
from ocop_site.program import program
from ocop_site.sealed import SealedFiles
from ocop_site.theme.files import ThemeFiles, way_of
from ocop_site.theme.theme import Theme, ThemeColour

MOST_BYTES = 32 << 20
"""A theme with more pictures and fonts is judged each time."""


class KeptTheme:
    """The theme of a folder with these `files`, before a site sets its options."""

    def __init__(self, cache: Path, folder: Path, files: ThemeFiles) -> None:
        self._sealed, self._folder, self._ground = kept_themes(cache), folder, _ground(files)

    def read(self) -> Theme | None:
        """None where there is no such theme."""
        parts = self._sealed.read(str(self._folder.absolute()), self._ground)
        return _unpacked(marshal.loads(next(parts)), way_of(self._folder)) if parts else None

    def write(self, theme: Theme) -> None:
        self._sealed.write(str(self._folder.absolute()), self._ground, [marshal.dumps(_packed(theme))])


def kept_themes(cache: Path) -> SealedFiles:
    """The themes that are kept in a cache."""
    return SealedFiles(cache / "themes", "theme", MOST_BYTES)


def _ground(files: ThemeFiles) -> str:
    """What stands for the program, which has the kit and tells one Python from another, and for every file."""
    told = blake2b(program().encode(), digest_size=16)
    for path in sorted(files):
        told.update(f"\n{path} {len(files[path].body)}\n".encode("utf-8", "surrogateescape") + files[path].body)
    return told.hexdigest()


def _packed(theme: Theme) -> dict[str, Any]:
    return {
        "name": theme.name,
        "words": dict(theme.words),
        "templates": dict(theme.templates),
        "assets": [(asset.path, asset.body) for asset in theme.assets],
        "asset_paths": dict(theme.asset_paths),
        "own_styles": dict(theme.own_styles),
        "paper_style": theme.paper_style,
        "choices": dict(theme.choices),
        "colours": {name: astuple(colour) for name, colour in theme.colours.items()},
        "codes": dict(theme.codes),
    }


def _unpacked(told: dict[str, Any], folder: str) -> Theme:
    assets = tuple(Document(path, body) for path, body in told.pop("assets"))
    colours = {name: ThemeColour(*colour) for name, colour in told.pop("colours").items()}
    return Theme(options={}, assets=assets, colours=colours, folder=folder, **told)

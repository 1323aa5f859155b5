"""A theme's style sheet, scripts and pictures, named by their bytes, so that a browser may keep them for ever."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from ocop_site.document import Document
from ocop_site.theme.scripts import shortened
from ocop_site.theme.theme import Theme, ThemeError

STYLE_SHEET = "site.css"

KIOSK_SHEET = "kiosk.css"
"""Asked for by a showroom's touch screen alone, so that nobody else's phone loads it."""

_TEXT = (".css", ".js", ".svg", ".json", ".txt")

_URL = re.compile(r"""url\(\s*(["']?)(?P<target>[^"')]+)\1\s*\)""")


def asset_documents(theme: Theme) -> list[Document]:
    return list(theme.assets)


def fingerprinted(
    folder: Path,
    css: Sequence[str],
    kiosk: Sequence[str] = (),
    kit: Sequence[Path] = (),
    scripts: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[tuple[Document, ...], dict[str, str]]:
    """The documents, and where each is published by its own name; those of `css` and of `kiosk` are a sheet each.

    `kit` are files that stand elsewhere and are published with the folder's own. Each of `scripts` is one file of those
    that it names, in their order; these are published by themselves no more.
    """
    documents: list[Document] = []
    paths: dict[str, str] = {}
    files: dict[str, Path] = {}
    for file in (*_single_files(folder), *kit):
        if file.name in files:
            raise ThemeError("theme.asset-twice", file, name=file.name)
        files[file.name] = file
    together = {part for parts in scripts.values() for part in parts}
    bodies = {name: _bytes(file) for name, file in files.items() if name not in together}
    for name, parts in scripts.items():
        if missing := [part for part in parts if part not in files]:
            raise ThemeError("theme.file-missing", folder, file=missing[0])
        if name in bodies:
            raise ThemeError("theme.asset-twice", folder, name=name)
        bodies[name] = b"\n".join(_bytes(files[part]) for part in parts)
    for name, body in bodies.items():
        documents.append(_document(name, body))
        paths[name] = documents[-1].path
    for name, parts in ((STYLE_SHEET, css), (KIOSK_SHEET, kiosk)):
        if parts:
            documents.append(_document(name, style_sheet(folder, parts, paths)))
            paths[name] = documents[-1].path
    return tuple(documents), paths


def style_sheet(folder: Path, css: Sequence[str], paths: Mapping[str, str]) -> bytes:
    """Its parts as one; `paths` tells where what they name is published."""
    return "".join(_style(folder, name, paths) for name in css).encode()


def _single_files(folder: Path) -> list[Path]:
    """Everything but style sheets and what editors and systems leave behind, in an order that no disk decides."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".")]
    return sorted((file for file in files if file.suffix != ".css"), key=lambda file: file.relative_to(folder).parts)


def _document(name: str, body: bytes) -> Document:
    path = PurePosixPath(name)
    return Document(f"assets/{path.stem}.{sha256(body).hexdigest()[:10]}{path.suffix}", body)


def _bytes(file: Path) -> bytes:
    """The same whatever a version control system makes of line ends; a script without what is said of it."""
    body = file.read_bytes()
    if file.suffix in _TEXT:
        body = body.replace(b"\r\n", b"\n")
    return _script(body) if file.suffix == ".js" else body


def _script(body: bytes) -> bytes:
    """What is not UTF-8 stays as it was."""
    return shortened(body.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _style(folder: Path, name: str, paths: Mapping[str, str]) -> str:
    """A part of the style sheet. What it names stands beside it once published; nothing comes from another site."""
    file = folder / name
    if not file.is_file():
        raise ThemeError("theme.file-missing", file, file=name)

    def published(match: re.Match[str]) -> str:
        target = match["target"].strip()
        if target.startswith(("data:", "#")):
            return match[0]
        own = paths.get(PurePosixPath(target).name)
        if own is None or "//" in target:
            raise ThemeError("theme.asset-unknown", file, name=target)
        return f"url({PurePosixPath(own).name})"

    return _URL.sub(published, _bytes(file).decode("utf-8"))

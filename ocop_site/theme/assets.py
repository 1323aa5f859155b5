"""A theme's style sheet, scripts and pictures, named by their bytes, so that a browser may keep them for ever."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from types import MappingProxyType

from ocop_site.document import Document
from ocop_site.problems import Problem
from ocop_site.theme.files import TEXTS, ThemeFile, ThemeFiles
from ocop_site.theme.scripts import shortened
from ocop_site.theme.sheets import shortened_sheet
from ocop_site.theme.svg import svg_faults
from ocop_site.theme.theme import Theme, ThemeError

STYLE_SHEET = "site.css"

KIOSK_SHEET = "kiosk.css"
"""Asked for by a showroom's touch screen alone, so that nobody else's phone loads it."""

KINDS = (
    ".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".woff2", ".woff", ".ttf", ".otf",
    ".json", ".txt", ".pdf",
)  # fmt: skip
"""What a theme may publish; what is meant for a server or for the writer's desk alone would lie open."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

_URL = re.compile(r"""url\(\s*(["']?)(?P<target>[^"')]+)\1\s*\)""")

_LOADED = re.compile(r"""@import\b|\b(?:image-set|src)\(\s*["']""", re.IGNORECASE)
"""Other ways of a style sheet to load something."""


def asset_documents(theme: Theme) -> list[Document]:
    return list(theme.assets)


def asset_faults(assets: ThemeFiles) -> Iterator[Problem]:
    """What is wrong with each file by itself, and two of one name."""
    first: dict[str, str] = {}
    for file in assets.values():
        yield from _faults(file)
        if file.name.lower().endswith(".css"):
            yield from _sheet_faults(file, {each.name for each in assets.values()})
        elif first.setdefault(file.name, file.way) is not file.way:
            yield file.problem("theme.asset-twice", name=file.name)


def fingerprinted(
    assets: ThemeFiles,
    css: Sequence[str],
    kiosk: Sequence[str] = (),
    kit: Sequence[ThemeFile] = (),
    scripts: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> tuple[tuple[Document, ...], dict[str, str]]:
    """The documents, and where each is published by its own name; those of `css` and of `kiosk` are a sheet each.

    `kit` are files that stand elsewhere and are published with the theme's own. Each of `scripts` is one file of those
    that it names, in their order; these are published by themselves no more.
    """
    files = single_files(assets, kit)
    together = {part for parts in scripts.values() for part in parts}
    bodies = {name: _bytes(file) for name, file in files.items() if name not in together}
    bodies |= {name: b"\n".join(_bytes(files[part]) for part in parts) for name, parts in scripts.items()}
    documents = [asset_document(name, body) for name, body in bodies.items()]
    paths = dict(zip(bodies, (document.path for document in documents), strict=True))
    for name, parts in ((STYLE_SHEET, css), (KIOSK_SHEET, kiosk)):
        if parts:
            documents.append(asset_document(name, style_sheet(assets, parts, paths)))
            paths[name] = documents[-1].path
    return tuple(documents), paths


def single_files(assets: ThemeFiles, kit: Sequence[ThemeFile]) -> dict[str, ThemeFile]:
    """Everything but style sheets by its bare name, in an order that no disk decides."""
    own = sorted(assets.items(), key=lambda item: PurePosixPath(item[0]).parts)
    return {file.name: file for file in (*(file for _, file in own), *kit) if not file.name.endswith(".css")}


def style_sheet(assets: ThemeFiles, css: Sequence[str], paths: Mapping[str, str], folder: str = "") -> bytes:
    """Its parts as one; `paths` tells where what they name is published, in the `folder` beside which it stands."""
    return "".join(_style(assets[name], paths, folder) for name in css).encode()


def asset_document(name: str, body: bytes) -> Document:
    """A file named by its bytes."""
    path = PurePosixPath(name)
    return Document(f"assets/{path.stem}.{sha256(body).hexdigest()[:10]}{path.suffix}", body)


def _bytes(file: ThemeFile) -> bytes:
    """The same whatever a version control system makes of line ends; a script without what is said of it."""
    body = file.text.encode() if file.name.endswith(TEXTS) else file.body
    return _script(body) if file.name.endswith(".js") else body


def _script(body: bytes) -> bytes:
    """What is not UTF-8 stays as it was."""
    return shortened(body.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")


def _style(file: ThemeFile, paths: Mapping[str, str], folder: str) -> str:
    """A part of the style sheet, without what only its writers need. What it names stands in the folder."""

    def published(match: re.Match[str]) -> str:
        target = match["target"].strip()
        if target.startswith(("data:", "#")):
            return match[0]
        own = paths.get(PurePosixPath(target).name)
        if own is None or "//" in target:
            raise ThemeError(file.problem_at("theme.asset-unknown", match.start(), name=target))
        return f"url({folder}{PurePosixPath(own).name})"

    return shortened_sheet(_URL.sub(published, file.text))


def _faults(file: ThemeFile) -> Iterator[Problem]:
    """A file that is no asset, no text, or a drawing that is more than one."""
    if not file.name.endswith(KINDS):
        yield file.problem("theme.asset-kind", name=file.name, kinds=" ".join(KINDS))
    elif file.name.endswith(TEXTS):
        try:
            yield from svg_faults(file) if file.name.endswith(".svg") else _unread(file)
        except ThemeError as error:
            yield from error.problems


def _unread(file: ThemeFile) -> Iterator[Problem]:
    """Nothing; ThemeError where the file is no text."""
    _ = file.text
    return iter(())


def _sheet_faults(file: ThemeFile, known: set[str]) -> Iterator[Problem]:
    """What a style sheet loads that does not stand beside it; nothing comes from another site."""
    try:
        said = _COMMENT.sub(lambda comment: " " * len(comment[0]), file.text)
    except ThemeError:
        return
    for match in _LOADED.finditer(said):
        yield file.problem_at("theme.sheet-loads", match.start(), found=match[0])
    for match in _URL.finditer(said):
        target = match["target"].strip()
        if not target.startswith(("data:", "#")) and (PurePosixPath(target).name not in known or "//" in target):
            yield file.problem_at("theme.asset-unknown", match.start(), name=target)

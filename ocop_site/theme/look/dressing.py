"""A theme dressed as a site wants it: what it sets is published with the theme's files, and told at its sheet's end."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.document import Document
from ocop_site.problems import Problem, Severity
from ocop_site.theme.assets import STYLE_SHEET, asset_document
from ocop_site.theme.look.cutting import CutFace
from ocop_site.theme.look.face_sheet import FONT, LICENCE, FacePaths, face_sheet
from ocop_site.theme.look.faces import FACES, OPTION, DisplayFace
from ocop_site.theme.look.kept_faces import cut_once
from ocop_site.theme.look.letters import letters_beyond
from ocop_site.theme.look.marks import mark_asset
from ocop_site.theme.look.site_colours import colour_sheet, paper_colours, site_colours
from ocop_site.theme.own_styles import ASSETS
from ocop_site.theme.sheets import shortened_sheet
from ocop_site.theme.theme import MARK, OPTIONS, Theme


def beyond_alphabet(theme: Theme, catalogue: Catalogue) -> str:
    """The letters that a display face needs beside its alphabet; none where the site has no such face."""
    words = (catalogue.words, *theme.word_tables)
    return letters_beyond(catalogue, words) if theme.options.get(OPTION) in FACES else ""


def dressed(
    theme: Theme, beyond: str, cache: Path | None = None, mark: bytes = b""
) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme with the mark, colours and face that the site has chosen, in all that it publishes and prints."""
    theme = _with_mark(theme, mark) if mark else theme
    own = site_colours(theme.colours, theme.given)
    theme = replace(theme, paper_style=theme.paper_style + paper_colours(theme.colours, own).encode())
    told = colour_sheet(theme.colours, own)
    return _in_face(_with_sheet_end(_with_own_end(theme, told), told), beyond, cache)


def _with_mark(theme: Theme, mark: bytes) -> Theme:
    name, asset = mark_asset(mark, str(theme.given[MARK]))
    return replace(_with_files(theme, {name: asset}), options={**theme.options, MARK: name})


def _in_face(theme: Theme, beyond: str, cache: Path | None) -> tuple[Theme, tuple[Problem, ...]]:
    """A theme without a style sheet has no use for a face."""
    face = FACES.get(theme.options.get(OPTION, ""))
    if face is None or STYLE_SHEET not in theme.asset_paths:
        return theme, ()
    made = cut_once(cache, face, beyond)
    return _with_face(theme, face, made), tuple(_doubts(made))


def _with_face(theme: Theme, face: DisplayFace, made: CutFace) -> Theme:
    files = {FONT: asset_document(FONT, made.woff2), LICENCE: asset_document(LICENCE, _licence(face))}
    beside = [PurePosixPath(file.path).name for file in files.values()]
    theme = _with_own_end(theme, face_sheet(face, made, FacePaths(*(f"{ASSETS}/{name}" for name in beside))))
    return _with_sheet_end(_with_files(theme, files), face_sheet(face, made, FacePaths(*beside)))


def _licence(face: DisplayFace) -> bytes:
    """The same whatever a version control system made of line ends."""
    return b"\n".join(face.licence_path.read_bytes().splitlines()) + b"\n"


def _with_files(theme: Theme, files: dict[str, Document]) -> Theme:
    paths = {**theme.asset_paths, **{name: file.path for name, file in files.items()}}
    return replace(theme, assets=(*theme.assets, *files.values()), asset_paths=paths)


def _with_sheet_end(theme: Theme, end: str) -> Theme:
    """The theme whose style sheet says this too, after all else."""
    if not end or STYLE_SHEET not in theme.asset_paths:
        return theme
    before = theme.asset_paths[STYLE_SHEET]
    body = next(asset.body for asset in theme.assets if asset.path == before)
    sheet = asset_document(STYLE_SHEET, body + end.encode())
    others = tuple(asset for asset in theme.assets if asset.path != before)
    return replace(theme, assets=(*others, sheet), asset_paths={**theme.asset_paths, STYLE_SHEET: sheet.path})


def _with_own_end(theme: Theme, end: str) -> Theme:
    """The theme whose pages with a style of their own say this there; what is said of it stands in the sheet."""
    short = shortened_sheet(end)
    return replace(theme, own_styles={name: style + short for name, style in theme.own_styles.items()})


def _doubts(made: CutFace) -> Iterator[Problem]:
    """Letters that come out in the visitor's own face."""
    if made.left_out:
        details = {"option": OPTION, "letters": made.left_out[:40], "count": len(made.left_out)}
        yield Problem("theme.face-letters", OPTIONS, details, severity=Severity.WARNING)

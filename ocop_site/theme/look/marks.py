"""A site's own mark in place of a theme's logo and icon: a drawing or a PNG of `media/`, nothing in it that acts."""

from io import BytesIO
from pathlib import Path
from typing import Any

from ocop_site.document import Document
from ocop_site.pictures.drawings.drawing import read_drawing
from ocop_site.problems import Mistake, Problem
from ocop_site.theme.assets import asset_document
from ocop_site.theme.theme import MARK, OPTIONS, ThemeError, as_written

MOST_BYTES = 20_000
"""It stands on every page; what is drawn for a mark is a tenth of it."""

MOST_PIXELS = 512


def mark_bytes(media: Path, given: Any) -> bytes:
    """What is in the file that a site names as its mark, if it names one. ThemeError."""
    if given is None:
        return b""
    try:
        return _read(media, as_written(given))
    except (OSError, ValueError) as error:  # no disk has a name such as that
        raise _refused("theme.mark-missing", given) from error


def mark_faults(media: Path, given: Any) -> tuple[Problem, ...]:
    """Why the file that a site names cannot be its mark, to be told with all else that is wrong with its options."""
    try:
        if raw := mark_bytes(media, given):
            mark_asset(raw, str(given))
    except ThemeError as error:
        return error.problems
    return ()


def mark_asset(raw: bytes, given: str) -> tuple[str, Document]:
    """The mark as it is published, after its name among the assets; written anew, so that nothing else is in it."""
    ending = given[-4:]
    try:
        body = read_drawing(raw).body if ending == ".svg" else _painted(raw)
    except Mistake as mistake:
        raise _refused(mistake.code, given, **mistake.details) from mistake
    return f"own-mark{ending}", asset_document(f"own-mark{ending}", body)


def _read(media: Path, name: str) -> bytes:
    file = media / name
    if not name.endswith((".svg", ".png")) or not file.resolve().is_relative_to(media.resolve()):
        raise _refused("theme.mark-kind", name)
    if not file.is_file():
        raise _refused("theme.mark-missing", name)
    if file.stat().st_size > MOST_BYTES:
        raise _refused("theme.mark-large", name)
    return file.read_bytes()


def _painted(raw: bytes) -> bytes:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(raw), formats=["PNG"]) as image:
            if max(image.size) > MOST_PIXELS:
                raise Mistake("theme.mark-large")
            image.convert("RGBA").save(made := BytesIO(), "PNG", optimize=True)
    except Mistake:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise Mistake("theme.mark-kind") from None
    return made.getvalue()


def _refused(code: str, given: object, **details: object) -> ThemeError:
    return ThemeError(Problem(code, OPTIONS, {"option": MARK, "file": as_written(given), **details}))

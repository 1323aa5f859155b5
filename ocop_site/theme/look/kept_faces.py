"""Faces that were cut once, as files of the cache: cutting one takes longer than all else of a small site."""

import json
from dataclasses import astuple
from pathlib import Path

from ocop_site.program import program
from ocop_site.sealed import SealedFiles
from ocop_site.theme.look.cutting import CutFace, cut
from ocop_site.theme.look.faces import DisplayFace


def cut_once(cache: Path | None, face: DisplayFace, beyond: str) -> CutFace:
    """The face as `cut` makes it; with a cache it is made once for the same letters and the same program."""
    sealed = kept_faces(cache) if cache else None
    parts = sealed.read((face.title, beyond), program()) if sealed else None
    if parts:
        woff2, told = parts
        ranges, *rest = json.loads(told)
        return CutFace(woff2, tuple(ranges), *rest)
    made = cut(face, beyond)
    if sealed:
        _, *rest = astuple(made)
        sealed.write((face.title, beyond), program(), [made.woff2, json.dumps(rest).encode()])
    return made


def kept_faces(cache: Path) -> SealedFiles:
    """The faces that are kept in a cache."""
    return SealedFiles(cache / "faces", "face")

"""What every page is made of: the program and its packages, the theme, what all pages share, the whole site's records.

What belongs to single pages, such as a product's record, is none of it: pages note that for themselves.
"""

import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ocop_site.content.shape import Records
from ocop_site.dependencies import digest
from ocop_site.records.kinds import KINDS
from ocop_site.stages.illustrate import Illustrated
from ocop_site.stages.worker import BuildContext

PACKAGE = Path(__file__).parents[1]


def ground_of(illustrated: Illustrated, context: BuildContext) -> str:
    """One text for all of it, that is another where any of it is."""
    catalogue, theme = illustrated.catalogue, context.theme
    return digest([
        program(),
        (theme.options, theme.words, theme.templates, theme.asset_paths, theme.office_words, theme.fallbacks),
        context.chromes,
        (catalogue.today, catalogue.site),
        list(_of_the_whole(illustrated.records)),
        [(request, result.rendition_set) for request, result in illustrated.renditions.results.items()],
        illustrated.attachments.found,
    ])  # fmt: skip


def program() -> str:
    """The program's own files, and the versions of Python and of all packages beside it."""
    told = blake2b(digest_size=16)
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix not in (".pyc", "") and file.is_file():
            told.update(f"{file.relative_to(PACKAGE).as_posix()}\n".encode() + file.read_bytes())
    told.update(repr((sys.version_info, sorted(set(_packages())))).encode())
    return told.hexdigest()


def _packages() -> Iterator[str]:
    """The folders in which packages are described are named by their versions."""
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (found.name for found in folder.glob("*.dist-info"))


def _of_the_whole(records: Records) -> Iterator[Any]:
    """What files say that are no record of a folder's kind."""
    for kind, found in sorted(records.by_kind.items()):
        if kind not in KINDS or KINDS[kind].form == "file":
            yield from ((kind, each, shaped.entry.lines) for each, shaped in found.items())

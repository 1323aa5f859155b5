"""The folder that a preview builds into: drafts stand in it, so it is gone when the preview is, however that ended."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ocop_site.files import Held, locked

_PREFIX = "ocop-preview-"

_OURS = re.compile(rf"{_PREFIX}[0-9a-z_]+")

_LOCK = "lock"

_PATIENCE = 5
"""Seconds for which another preview may look whether this one is alive."""


@contextmanager
def preview_folder() -> Iterator[Path]:
    """A new folder of its own. Those of previews that were killed go first: nobody else would ever remove them."""
    _remove_orphans()
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as made:
        folder = Path(made)
        with locked(folder / _LOCK, _PATIENCE):
            yield folder


def _remove_orphans() -> None:
    """Each preview holds the lock in its folder, which opens when it dies; one with nothing else has yet to begin."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if _OURS.fullmatch(folder.name) and _is_ours(folder) and (folder / _LOCK).is_file():
            with suppress(Held, OSError), locked(folder / _LOCK):
                if len(list(folder.iterdir())) > 1:
                    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """A real folder that this very user made: the system's folder for such things is everybody's."""
    with suppress(OSError):
        return not folder.is_symlink() and folder.is_dir() and (os.name == "nt" or folder.stat().st_uid == os.getuid())
    return False

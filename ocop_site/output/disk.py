"""The few steps on the disk that publishing is made of."""

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from ocop_site import files

FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Whatever the umask: a web server is another user, and it must be able to read."""


_WRITTEN = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def write(path: Path, body: bytes, *, lasting: bool = False) -> None:
    """Writes a new file. `lasting`: it is on the disk, come what may, before the next step is taken."""
    files.write_new(path, body, lasting=lasting)
    set_mode(path, FILE_MODE)


def write_staged(path: str, body: bytes) -> None:
    """Writes a file into a folder of our own, by its descriptor: a site has many thousands of them."""
    descriptor = os.open(path, _WRITTEN, FILE_MODE)
    try:
        written = os.write(descriptor, body)
        while written < len(body):
            written += os.write(descriptor, body[written:])
        if hasattr(os, "fchmod"):  # elsewhere no umask takes anything away
            with suppress(PermissionError):
                os.fchmod(descriptor, FILE_MODE)
    finally:
        os.close(descriptor)


def holds(path: Path | str, body: bytes) -> bool:
    """Whether a plain file with just these bytes stands there."""
    return bytes_of_size(path, len(body)) == body


def bytes_of_size(path: Path | str, size: int) -> bytes | None:
    """The bytes of a plain file of this size; None where none stands there."""
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode) or found.st_size != size:
            return None
        descriptor = os.open(path, _READ)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with os.fdopen(descriptor, "rb", buffering=0) as opened:
        return opened.read()


def share(source: str, target: str) -> None:
    """Gives a file a second name, or copies it where that cannot be. Its time stays: a copy to a server (rsync)
    sends again whatever bears another one.
    """
    try:
        os.link(source, target)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target)
    set_mode(target, FILE_MODE)


def make_folder(path: Path | str) -> None:
    """Makes a folder that everybody can read."""
    os.mkdir(path)
    set_mode(path, FOLDER_MODE)


def make_folders(path: Path) -> None:
    """Makes a folder and those over it, as far as they are missing."""
    for folder in reversed([folder for folder in (path, *path.parents) if not folder.exists()]):
        make_folder(folder)


def make_parents(root: Path, path: str, existing: set[str]) -> None:
    """Makes the folders that a file needs, `existing` being those already seen to; others' folders stay as they are."""
    folder = path.rpartition("/")[0]
    if folder and folder not in existing:
        make_parents(root, folder, existing)
        with suppress(FileExistsError):
            make_folder(f"{root}/{folder}")
        existing.add(folder)


def remove(root: Path, paths: Iterable[str]) -> None:
    """Removes files, with the retries that Windows needs."""
    for path in sorted(paths):
        with suppress(FileNotFoundError):
            files.persistently(partial(os.unlink, f"{root}/{path}"))


def remove_empty(root: Path, folders: Iterable[str]) -> None:
    """Removes those of the folders in which nothing is left, the inner ones first; the system refuses all others."""
    for folder in sorted(folders, key=lambda folder: (-folder.count("/"), folder)):
        with suppress(OSError):
            files.persistently(partial(os.rmdir, f"{root}/{folder}"))


def set_mode(path: Path | str, mode: int) -> None:
    """Sets the mode of a file; some disks have none (USB sticks), where everybody can read anyway."""
    with suppress(PermissionError):
        os.chmod(path, mode)

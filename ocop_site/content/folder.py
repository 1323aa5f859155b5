"""What lies in a folder: its files and folders by name, without what must not be followed or read."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ocop_site.content import names
from ocop_site.problems import Mistake


@dataclass(frozen=True, slots=True)
class FolderItem:
    """A file or folder: `path` as the disk has it; `name`, and `way` from the content folder on, as a person would."""

    name: str
    path: Path
    way: str
    is_folder: bool = True

    def named(self, name: str) -> str:
        return f"{self.way}/{name}"


def listing(folder: FolderItem, root: Path) -> Iterator[FolderItem | tuple[str, Mistake]]:
    """The folder's content in the order of names; instead of what is refused, its way and the reason.

    Links may lead to files below `root`, and nowhere else.
    """
    try:
        with os.scandir(folder.path) as scanned:
            entries = sorted(scanned, key=lambda entry: (unicodedata.normalize("NFC", entry.name), entry.name))
    except OSError as error:
        yield folder.way, unreadable(error)
        return
    seen: dict[str, str] = {}
    for entry in entries:
        name = names.shown(entry.name)
        if names.is_silent(name):
            continue
        if refusal := _refusal(entry, name, root) or _twin(seen, name):
            yield folder.named(name), refusal
        else:
            yield FolderItem(name, Path(entry.path), folder.named(name), entry.is_dir())


def content_of(found: FolderItem, most: int) -> bytes:
    """The bytes of a file; raises a `Mistake` where it cannot be read or is larger than `most`."""
    try:
        with found.path.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Mistake("file.not-a-file", name=found.name)
            raw = file.read(most + 1)
    except OSError as error:
        raise unreadable(error) from None
    if len(raw) > most:
        raise Mistake("file.too-big", most=most >> 20)
    return raw


def unreadable(error: OSError) -> Mistake:
    return Mistake("file.unreadable", reason=error.strerror or type(error).__name__)


def _refusal(entry: os.DirEntry[str], name: str, root: Path) -> Mistake | None:
    if any("\ud800" <= c <= "\udfff" for c in entry.name):
        return Mistake("name.not-unicode", name=name)
    try:
        if entry.is_symlink():
            return _link_refusal(entry, name, root)
        return None if entry.is_dir() or entry.is_file() else Mistake("file.not-a-file", name=name)
    except OSError as error:
        return unreadable(error)


def _link_refusal(entry: os.DirEntry[str], name: str, root: Path) -> Mistake | None:
    try:
        target = Path(entry.path).resolve()
    except RuntimeError:  # a link to itself; newer Pythons go on to the test below
        return Mistake("name.broken-link", name=name)
    if not target.is_relative_to(root.resolve()):
        return Mistake("name.link-outside", name=name)
    if entry.is_dir():
        return Mistake("name.linked-folder", name=name)
    return None if entry.is_file() else Mistake("name.broken-link", name=name)


def _twin(seen: dict[str, str], name: str) -> Mistake | None:
    """Two names that Windows and macOS take for one."""
    first = seen.setdefault(name.casefold(), name)
    return None if first is name else Mistake("name.case-twin", name=name, other=first)

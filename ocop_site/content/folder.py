"""What lies in a folder: its files and folders by name, without what must not be followed or read."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from ocop_site.content import names
from ocop_site.files import NoPlainFile, plain_bytes
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake


@frozen
class FolderItem:
    """A file or folder: `path` as the disk has it; `name`, and `way` from the content folder on, as a person would."""

    name: str
    path: Path
    way: str
    is_folder: bool = True
    is_link: bool = False

    def named(self, name: str) -> str:
        return f"{self.way}/{name}"


def listing(
    folder: FolderItem, root: Path, name_of: Callable[[str], str] = names.shown
) -> Iterator[FolderItem | tuple[str, Mistake]]:
    """The folder's content in the order of names; instead of what is refused, its way and the reason.

    Links may lead to files below `root`, and nowhere else. Of two of one name, the one that is written so comes first.
    """
    try:
        with os.scandir(folder.path) as scanned:
            named = [(name_of(entry.name), entry) for entry in scanned]
    except OSError as error:
        yield folder.way, unreadable(error)
        return
    for name, entry in sorted(named, key=lambda each: (each[0], each[0] != each[1].name, each[1].name)):
        if lacking := names.unloaded(name):
            yield folder.named(lacking), Mistake("name.not-loaded", name=lacking)
        elif names.is_silent(name):
            continue
        elif refusal := _refusal(entry, name, root):
            yield folder.named(name), refusal
        else:
            yield FolderItem(name, Path(entry.path), folder.named(name), entry.is_dir(), entry.is_symlink())


def twin(seen: dict[str, str], name: str) -> Mistake | None:
    """Two names that Windows and macOS take for one; `seen` are those before it."""
    first = seen.setdefault(name.casefold(), name)
    if first is name:
        return None
    return Mistake("name.same", name=name) if first == name else Mistake("name.case-twin", name=name, other=first)


def content_of(found: FolderItem, most: int) -> bytes:
    """The bytes of a file; raises a `Mistake` where it cannot be read or is larger than `most`."""
    try:
        raw = plain_bytes(found.path, most)
    except NoPlainFile:
        raise Mistake("file.not-a-file", name=found.name) from None
    except OSError as error:
        raise unreadable(error) from None
    if len(raw) > most:
        raise Mistake("file.too-big", most=most >> 20)
    return raw


def unreadable(error: OSError) -> Mistake:
    return Mistake("file.unreadable", reason=error.strerror or type(error).__name__)


def _refusal(entry: os.DirEntry[str], name: str, root: Path) -> Mistake | None:
    if not entry.name.isascii() and any("\ud800" <= c <= "\udfff" for c in entry.name):
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

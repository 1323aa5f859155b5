"""The names that files of a site may bear, so that every system can hold them and no two are taken for one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ocop_site.files import is_device

OURS = ".ocop-"
"""How the names begin that publishing needs for itself at the top of the output folder."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\\:<>"|?*]')
_LONGEST = 255


class SitePaths:
    """The paths of one site, each checked as it comes. What does not fit is our own mistake: `ValueError`."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: dict[str, str] = {}

    def add(self, path: str) -> None:
        """Adds a path. `ValueError` where it does not fit to the others or to some system."""
        check(path)
        name = spelling_key(path)
        if name in self._files:
            raise ValueError(f"two documents at {path!r}, or at paths that some systems take for one")
        if name in self._folders:
            raise ValueError(f"{path!r} is a document and a folder")
        for folder in folders_of([path]):
            self._add_folder(folder)
        self._files.add(name)

    def _add_folder(self, folder: str) -> None:
        if spelling_key(folder) in self._files:
            raise ValueError(f"{folder!r} is a document and a folder")
        spelling = self._folders.setdefault(spelling_key(folder), folder)
        if spelling != folder:
            raise ValueError(f"the folders {spelling!r} and {folder!r} are one on some systems")


@lru_cache(maxsize=100_000)
def check(path: str) -> None:
    """Refuses by `ValueError` a path that is not relative, plain, and allowed on Linux, macOS and Windows alike."""
    if spelling_key(path).startswith(OURS):
        raise ValueError(f"{path!r} begins with {OURS!r}, which publishing keeps for itself")
    for part in path.split("/"):
        if refusal := _refusal(part):
            raise ValueError(f"{path!r} cannot be a path in a site: {refusal}")


@lru_cache(maxsize=100_000)
def _refusal(part: str) -> str:
    """Why the name of a file or folder cannot be; empty where it can."""
    if part in ("", ".", "..") or part[-1] in " ." or len(part.encode()) > _LONGEST:
        return f"the part {part!r}"
    if _FORBIDDEN.search(part):
        return "a character that some systems refuse"
    return f"{part!r} is a device on Windows" if is_device(part) else ""


def spelling_key(path: str) -> str:
    """A form that is equal for names that some system takes for the same, by case or by the form of letters."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder that the paths need."""
    found = set[str]()
    for path in paths:
        for folder in above(path):
            if folder in found:  # then all over it are
                break
            found.add(folder)
    return found


def above(path: str) -> Iterator[str]:
    """The folders over a path, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path

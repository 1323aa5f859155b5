"""What a site is published as, in the order in which a browser should have it."""

from collections.abc import Iterable
from hashlib import sha256

from ocop_site.frozen import frozen

DIGEST = 16
"""How many hexadecimal digits of SHA-256 tell a file from another of its name."""

TEXT_SHRINKS = 4
"""How much smaller text is on its way: servers pack it."""

_TEXT = (".html", ".css", ".js", ".json", ".svg", ".webmanifest")

_SCRIPTS = ("assets/", "search/", "lists/")

_FOR_MACHINES = ("data/", "_headers", "_redirects", "sitemap", "robots")


@frozen
class ListedFile:
    """A file by its path, its bytes and their digest."""

    path: str
    size: int
    digest: str

    @property
    def on_the_way(self) -> int:
        """About how many bytes a visitor's connection carries of it."""
        return self.size // TEXT_SHRINKS if self.path.endswith(_TEXT) else self.size


class SiteFiles:
    """The files of a site as they are made."""

    def __init__(self) -> None:
        self.files: list[ListedFile] = []

    def add(self, path: str, size: int, sha256: str) -> None:
        """Adds a file by its bytes' number and digest."""
        self.files.append(ListedFile(path, size, sha256[:DIGEST]))

    @property
    def version(self) -> str:
        """One for the whole: it changes with any byte of any file."""
        told = "".join(f"{file.path} {file.digest}\n" for file in sorted(self.files, key=lambda file: file.path))
        return sha256(told.encode()).hexdigest()[:DIGEST]

    def divided(self, small: Iterable[str], budget: int) -> tuple[list[ListedFile], list[ListedFile]]:
        """What is kept at once, within a budget of bytes on the way, and what only who wants all of it.

        `small` are the pictures that are enough where there is no network.
        """
        pictures = frozenset(small)
        kept: list[ListedFile] = []
        rest: list[ListedFile] = []
        spent = 0
        for file in sorted(self.files, key=lambda file: (_turn(file.path, pictures), file.path)):
            turn = _turn(file.path, pictures)
            if turn == NEVER:
                continue
            spent += file.on_the_way if turn < ON_DEMAND else 0
            (kept if turn < ON_DEMAND and spent <= budget else rest).append(file)
        return kept, rest


ON_DEMAND, NEVER = 5, 6


def _turn(path: str, small: frozenset[str]) -> int:
    """What the pages need, the ways in, other pages, small pictures, codes and facts; then large pictures."""
    if path.startswith(_FOR_MACHINES) or path.endswith((".xml", ".atom", ".txt")):
        return NEVER
    if path.startswith(_SCRIPTS):
        return 0
    if path.startswith("facts/") or (path.startswith(("p/", "01/")) and path.endswith((".html", ".svg"))):
        return 4
    if path.endswith(".html"):
        return 1 if path.count("/") < 3 else 2
    if path in small:
        return 3
    return ON_DEMAND if path.startswith(("pictures/", "files/")) else NEVER

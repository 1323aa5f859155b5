"""Small sites, publishing them, and what then stands in a folder."""

import os
from collections.abc import Mapping
from pathlib import Path

from ocop_site.document import Document
from ocop_site.output import lock, manifest
from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.publish import Change, Publication

Site = Mapping[str, str]

FIRST = {
    "index.html": "first, with a-1.css",
    "a-1.css": "blue",
    "same.css": "same",
    "vi/index.html": "một",
    "vi/old/index.html": "old",
    "turns": "a file that becomes a folder",
    "folds/in/page.html": "a folder that becomes a file",
    "Case.html": "capital",
    "sitemap.xml": "1",
}
SECOND = {
    "index.html": "second, with a-2.css",
    "a-2.css": "green",
    "same.css": "same",
    "vi/index.html": "hai",
    "vi/new/index.html": "new",
    "turns/page.html": "a folder that was a file",
    "folds": "a file that was a folder",
    "case.html": "small",
    "sitemap.xml": "2",
}
THIRD = {"index.html": "third, with a-3.css", "a-3.css": "red", "vi/old/index.html": "again", "same.css": "same"}
LONG_AGO = 1_700_000_000


def in_place(_one: Path, _other: Path) -> bool:
    return False


def publish(
    output: Path, site: Site, exchange: Exchange = exchange_folders, protected: tuple[Path, ...] = ()
) -> Change:
    with Publication(output, protected, exchange=exchange) as publication:
        for path, text in site.items():
            publication.add(Document(path, text.encode()))
        return publication.publish()


def standing(folder: Path) -> dict[str, str | None]:
    """Every file with its text, every folder with None; links are not followed."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def files(folder: Path) -> dict[str, str]:
    """All but the list and the lock."""
    own = (manifest.NAME, lock.NAME)
    return {path: text for path, text in standing(folder).items() if text is not None and path not in own}


def put(folder: Path, path: str, text: str = "not ours") -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, "utf-8")


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def is_old(path: Path) -> bool:
    return path.stat().st_mtime == LONG_AGO


def tidy(output: Path) -> bool:
    """Whether nothing but the lock stands beside the folder, and no stage within."""
    beside = {path.name for path in output.parent.iterdir()} - {output.name, f".{output.name}.lock"}
    return not beside and not list(output.glob(".ocop-stage-*"))

"""The ordered update in place, for folders that cannot be exchanged whole."""

from collections.abc import Iterable
from pathlib import Path

from ocop_site.files import replace
from ocop_site.output import manifest
from ocop_site.output.disk import make_parents, remove, remove_empty, write
from ocop_site.output.manifest import Manifest, ManifestEntry
from ocop_site.output.names import OURS, above, folders_of, spelling_key
from ocop_site.output.survey import Difference

_LISTS = (".xml", ".txt", ".rss", ".atom")
"""Files that name pages to machines: site maps, feeds, robots.txt."""


FRONT = "index.html"

ON_ITS_WAY = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Trang đang được đưa lên</title>
<h1>Trang đang được đưa lên</h1>
<p>Xin quay lại sau ít phút.</p>
<p lang="en">This site is being put up. Please come back in a few minutes.</p>
</html>
""".encode()
"""The front page of a site whose first publishing was cut short, until the next."""

_BESIDE = f"{OURS}front"


def update(output: Path, stage: Path, ours: Manifest, new: Manifest, difference: Difference) -> None:
    """Updates a folder in place: old and new pages are side by side for a moment, never half a file or a missing asset.

    At every moment the folder's list names all in it that is ours, so that a crash costs nothing.
    """
    files, is_first = new.files, not (ours.files or ours.planned) and FRONT in new.files
    ours = Manifest({FRONT: ManifestEntry.of(ON_ITS_WAY)}) if is_first else ours
    added = {path: files[path] for path in difference.added if path not in ours.files}
    _list(output, stage, Manifest(ours.files, {**ours.planned, **added}, ours.drafts | new.drafts))
    if is_first:
        _announce(output, stage)
    cleared, emptied = _in_the_way(difference), ours.folders - folders_of(files)
    if cleared:
        remove(output, cleared)
        remove_empty(output, emptied)
    _place(output, stage, in_order(difference.added))
    _place(output, stage, in_order(difference.changed))
    remove(output, difference.removed - cleared)
    remove_empty(output, emptied)
    _list(output, stage, new)


def _announce(output: Path, stage: Path) -> None:
    """A first site is there little by little: until it is whole, its front page says that it is on its way."""
    write(stage / _BESIDE, ON_ITS_WAY)
    replace(stage / _BESIDE, output / FRONT)


def in_order(paths: Iterable[str]) -> list[str]:
    """The paths in the order of publishing: what pages need, pages from the deepest up, then what lists the pages."""
    return sorted(paths, key=lambda path: (_rank(path), -path.count("/"), path))


def _rank(path: str) -> int:
    return 1 if path.endswith(".html") else 2 if path.endswith(_LISTS) else 0


def _in_the_way(difference: Difference) -> set[str]:
    """Old files that go first: a folder must come in their place, or a file in that of their folder, or some system
    takes the old name and a new one for the same.
    """
    files = {spelling_key(path) for path in difference.added}
    names = files | {spelling_key(folder) for folder in folders_of(difference.added)}
    old = {path: spelling_key(path) for path in difference.removed}
    return {path for path, name in old.items() if name in names or any(over in files for over in above(name))}


def _place(output: Path, stage: Path, paths: Iterable[str]) -> None:
    existing: set[str] = set()
    for path in paths:
        make_parents(output, path, existing)
        replace(stage / path, output / path)


def _list(output: Path, stage: Path, listed: Manifest) -> None:
    """The stage holds the list's new form until it is whole."""
    (stage / manifest.NAME).unlink(missing_ok=True)
    write(stage / manifest.NAME, listed.as_bytes(), lasting=True)
    replace(stage / manifest.NAME, output / manifest.NAME)

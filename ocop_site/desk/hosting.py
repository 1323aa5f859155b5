"""Writes what a server of one's own is told into a folder beside the site."""

from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.exports.hosting.server_files import MADE, server_files
from ocop_site.files import write_atomically


def write_server_files(folder: Path, catalogue: Catalogue) -> tuple[Path, ...]:
    """Writes the files and returns their paths. OSError, FileExistsError where a file is somebody's own."""
    files = {folder / document.path: document.body for document in server_files(catalogue)}
    for file in files:
        if file.exists() and not file.read_bytes().startswith(MADE.encode()):
            raise FileExistsError(17, "not written by this command", str(file))
    folder.mkdir(parents=True, exist_ok=True)
    for file, body in files.items():
        write_atomically(file, body)
    return tuple(files)

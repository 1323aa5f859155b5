"""Writes what a server of one's own is told into a folder beside the site."""

from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.urls import SiteUrls
from ocop_site.exports.hosting.server_files import MADE, server_files
from ocop_site.files import write_atomically
from ocop_site.run import Task
from ocop_site.theme.loading import load_theme
from ocop_site.theme.look.dressing import beyond_alphabet, dressed
from ocop_site.theme.own_styles import style_sources


def write_server_files(folder: Path, task: Task, catalogue: Catalogue) -> tuple[Path, ...]:
    """Writes the files and returns their paths. ThemeError, OSError, FileExistsError where a file is somebody's own."""
    told = server_files(catalogue, _style_sources(task, catalogue))
    files = {folder / document.path: document.body for document in told}
    for file in files:
        if file.exists() and not file.read_bytes().startswith(MADE.encode()):
            raise FileExistsError(17, "not written by this command", str(file))
    folder.mkdir(parents=True, exist_ok=True)
    for file, body in files.items():
        write_atomically(file, body)
    return tuple(files)


def _style_sources(task: Task, catalogue: Catalogue) -> list[str]:
    """The styles that stand in pages, by their hashes: the server has to allow them as the pages do."""
    site = catalogue.site
    theme = load_theme(task.themes / site.theme, site.theme_options, task.cache)
    theme, _ = dressed(theme, beyond_alphabet(theme, catalogue), task.cache)
    return style_sources(theme, SiteUrls(site).base)

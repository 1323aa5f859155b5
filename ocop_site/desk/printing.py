"""From what is to be printed to files that were proof-read: every code of them is read back; as PDF where wanted."""

import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from ocop_site.desk.browser import find_browser, print_pdf
from ocop_site.desk.kept_offsets import UsedOffset
from ocop_site.desk.pdf import is_whole
from ocop_site.desk.print_targets import refuse_foreign
from ocop_site.document import Document
from ocop_site.files import replace, write_atomically
from ocop_site.frozen import frozen
from ocop_site.output.disk import FILE_MODE, set_mode
from ocop_site.paper.proof_reading import unread
from ocop_site.pictures.renditions import Renditions
from ocop_site.problems import Mistake
from ocop_site.run import Run, Task
from ocop_site.stages.illustrate import Illustrated
from ocop_site.theme.loading import load_theme
from ocop_site.theme.paper import paper_documents
from ocop_site.views.paper import PrintView


@frozen
class PrintedFiles:
    """The page that was printed, its PDF where one was asked for, and the numbers of codes and leaves.

    `offset` is None where everything stands in its place.
    """

    page: Path
    pdf: Path | None
    codes: int
    leaves: int
    offset: UsedOffset | None = None


@frozen
class PrintDestination:
    """The folder of a page, the name of its files, and the place of its PDF, if one is asked for."""

    output: Path
    name: str
    pdf: Path | None


def print_files(
    task: Task, illustrated: Illustrated, view: PrintView, destination: PrintDestination, language: str, run: Run
) -> PrintedFiles:
    """Writes the page, read back, and its PDF. A `Mistake` for an unread code or a failed PDF; ThemeError, OSError.

    Then nothing was written: a page that stands is one that may be printed, and is in the ledger.
    """
    site, output, pdf = illustrated.catalogue.site, destination.output, destination.pdf
    browser = find_browser() if pdf else None
    folder = task.themes / site.theme
    with run.stage("theme"):
        theme = load_theme(folder, site.theme_options, task.cache).of_site(illustrated.catalogue.words, site.fallbacks)
    with run.stage("render"):
        documents = paper_documents(theme, view, language, destination.name)
    shown = {file for leaf in view.leaves for piece in leaf.pieces for file in piece.files}
    with run.stage("proof"):
        lost = unread(documents[0].body.decode(), view.leaves, lambda done, of: run.progress("proof", done, of))
    if lost:
        raise Mistake("labels.unread", sheet=lost[0][0], address=lost[0][1], count=len(lost))
    files = [*documents, *_pictures(illustrated.renditions, shown)]
    refuse_foreign(output, files, pdf)
    if pdf and browser:
        with run.stage("pdf"):
            _make_pdf(browser, files, pdf.resolve(), len(view.leaves), lambda: run.progress("pdf", 0, 0))
    with run.stage("publish"):
        _write(output, files)
    page, codes = output / documents[0].path, sum(len(piece.codes) for leaf in view.leaves for piece in leaf.pieces)
    return PrintedFiles(page, pdf, codes, len(view.leaves))


def _make_pdf(browser: Path, files: list[Document], pdf: Path, leaves: int, waiting: Callable[[], None]) -> None:
    """Beside its place, which it takes when it is whole: there every browser may read and write, even one in a cage."""
    pdf.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ocop-", dir=pdf.parent, ignore_cleanup_errors=True) as folder:
        _write(Path(folder), files)
        printed = Path(folder, "made.pdf")
        print_pdf(browser, Path(folder, files[0].path), printed, waiting)
        if not is_whole(printed, leaves):
            raise Mistake("labels.pdf-broken")
        set_mode(printed, FILE_MODE)
        try:
            replace(printed, pdf)
        except PermissionError as error:
            raise Mistake("labels.pdf-open", path=str(pdf)) from error


def _pictures(renditions: Renditions, shown: Collection[str]) -> list[Document]:
    return [document for document in renditions.documents() if document.path in shown] if shown else []


def _write(output: Path, documents: list[Document]) -> None:
    for document in documents:
        file = output / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != document.body:
            write_atomically(file, document.body)

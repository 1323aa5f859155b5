"""Where printing says no: what it must not write over, told before any work is done."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import ocop_site
from ocop_site.desk.pdf import is_pdf
from ocop_site.document import Document
from ocop_site.output.disk import holds
from ocop_site.output.refusals import contains, refuse_dangerous, resolved
from ocop_site.problems import Mistake
from ocop_site.run import Task
from ocop_site.theme.paper import MADE


def refuse_targets(task: Task, output: Path, pdf: Path | None) -> None:
    """Refuses by a `Mistake` a folder that is no place for pages, and a PDF that would cost somebody a file."""
    protected = [resolved(folder) for folder in (task.content, task.themes, Path(ocop_site.__file__).parent)]
    refuse_dangerous(resolved(output), protected)
    if pdf:
        _refuse_pdf(resolved(pdf), protected)


def refuse_foreign(output: Path, documents: Sequence[Document], pdf: Path | None) -> None:
    """Refuses by a `Mistake` to write where a file of somebody's is, and the PDF where one of ours would be."""
    for document in documents:
        file = output / document.path
        if pdf and resolved(file) == resolved(pdf):
            raise Mistake("labels.pdf-foreign", path=str(file))
        if os.path.lexists(file) and not (holds(file, document.body) or _is_ours(file)):
            raise Mistake("labels.foreign", path=str(file))


def _is_ours(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and MADE.encode() in file.read_bytes()


def _refuse_pdf(pdf: Path, protected: Iterable[Path]) -> None:
    for folder in protected:
        if contains(folder, pdf):
            raise Mistake("labels.pdf-protected", path=str(pdf), folder=str(folder))
    if pdf.exists() and not (pdf.is_file() and is_pdf(pdf)):
        raise Mistake("labels.pdf-foreign", path=str(pdf))

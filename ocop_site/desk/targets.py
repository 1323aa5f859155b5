"""Where printing says no: what it must not write over, told before any work is done."""

from collections.abc import Iterable
from pathlib import Path

import ocop_site
from ocop_site.desk.pdf import is_pdf
from ocop_site.output.refusals import contains
from ocop_site.pipeline import Task
from ocop_site.problems import Mistake


def refuse_targets(task: Task, pdf: Path | None) -> None:
    """A `Mistake` where the PDF would cost somebody a file."""
    protected = [task.content, task.themes, Path(ocop_site.__file__).parent]
    if pdf:
        _refuse_pdf(pdf.resolve(), [folder.resolve() for folder in protected])


def _refuse_pdf(pdf: Path, protected: Iterable[Path]) -> None:
    for folder in protected:
        if contains(folder, pdf):
            raise Mistake("labels.pdf-protected", path=str(pdf), folder=str(folder))
    if pdf.exists() and not (pdf.is_file() and is_pdf(pdf)):
        raise Mistake("labels.pdf-foreign", path=str(pdf))

"""Tables for spreadsheets: CSV (RFC 4180) that Excel opens with its letters intact, and that runs no formula."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ocop_site.exports.open_data.rows import Row
from ocop_site.frozen import frozen

Cell = str | int | float | date | None

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text begins that a spreadsheet would take for a formula (OWASP, CSV Injection)."""


@frozen
class Column:
    """`type` is Frictionless's: string, integer, number, boolean or date; `what` is said of it in the data package."""

    name: str
    type: str
    what: str
    value: Callable[[Row], Cell]


def table(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """Headings, then a line for each row, with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([_written(column.value(row)) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> Cell:
    """A text that would be a formula gets an apostrophe before it, as people write one into a spreadsheet."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    return ("true" if cell else "false") if isinstance(cell, bool) else cell

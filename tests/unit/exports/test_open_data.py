"""Tables that spreadsheets open as they are meant, with what is known and nothing else."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ocop_site.exports.open_data.columns import ministry_columns, product_columns
from ocop_site.exports.open_data.product_json import product_json
from ocop_site.exports.open_data.rows import rows
from ocop_site.exports.open_data.tables import FORMULA, Cell, Column, table
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told


def written(*cells: Cell) -> list[str]:
    """A line of a table as a program reads it that knows CSV."""
    columns = [Column(f"c{number}", "string", "", lambda _, cell=cell: cell) for number, cell in enumerate(cells)]  # type: ignore[misc]
    body = table(columns, [None])  # type: ignore[list-item]
    assert body.startswith(b"\xef\xbb\xbf")
    _, line = csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True)
    return line


@pytest.mark.parametrize("start", FORMULA)
def test_a_text_that_would_be_a_formula_is_made_a_text(start: str) -> None:
    assert written(f"{start}1+1") == [f"'{start}1+1"]


def test_numbers_days_and_what_is_not_known_are_written_plainly() -> None:
    assert written(-5, 1.5, date(2026, 11, 23), None, True, "a,\"b\"\nc") == [
        "-5", "1.5", "2026-11-23", "", "true", 'a,"b"\nc',
    ]  # fmt: skip


def test_every_column_has_a_name_of_its_own_a_type_and_words_about_it(tmp_path: Path) -> None:
    edition = told(linked(tmp_path / "content", RICE), tmp_path).default
    for columns in (product_columns(edition), ministry_columns(edition)):
        assert len(columns) > 5
        assert len({column.name for column in columns}) == len(columns)
        assert all(column.what for column in columns)
        assert {column.type for column in columns} <= {"string", "integer", "number", "boolean", "date"}


def test_a_row_tells_the_certificate_as_of_the_day(tmp_path: Path) -> None:
    catalogue = linked(tmp_path / "content", RICE, SAUCE, files={"products/gao.yaml": CERTIFIED})
    edition = told(catalogue, tmp_path).default
    certified, plain = rows(edition)
    assert (certified.product.code, plain.product.code) == ("VD001", "VD002")
    of_rice, of_sauce = product_json(edition, certified), product_json(edition, plain)
    assert of_rice["code"] == "VD001"
    assert "2028-03-20" in str(of_rice)
    assert "2028-03-20" not in str(of_sauce)

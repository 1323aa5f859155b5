"""A needed field that is left empty is told where it stands, and not at the record's first line."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import SAUCE, written

PACK = "packs:\n  - price:\n      from: {}\n      as_of: 2026-08\n"
EMPTY = ["", "~", "null", '""', "''", "'  '", "# ghi chú"]


@pytest.mark.parametrize("empty", EMPTY)
def test_an_empty_producer_is_told_at_its_line(tmp_path: Path, empty: str) -> None:
    content = written(tmp_path / "content", SAUCE)
    file = content / "products" / "mam.yaml"
    file.write_text(file.read_text("utf-8").replace("producer: nha", f"producer: {empty}"), "utf-8")
    [problem] = [p for p in problems_of(content) if p.code == "field.empty"]
    assert (problem.location.line, problem.location.column) == (3, 1)
    assert "producer" in problem.message("vi")


@pytest.mark.parametrize("empty", EMPTY)
def test_an_empty_value_within_a_list_of_groups_is_told_at_its_line(tmp_path: Path, empty: str) -> None:
    content = written(tmp_path / "content", SAUCE, files={"products/mam.yaml": PACK.format(empty)})
    assert [(p.code, p.location.line, p.location.column) for p in problems_of(content)] == [("field.empty", 8, 7)]


@pytest.mark.parametrize("name", ["{vi: , en: Taste}", "\n  vi:\n  en: Taste"])
def test_a_text_that_is_empty_in_the_first_language_is_told_there(tmp_path: Path, name: str) -> None:
    content = written(tmp_path / "content", SAUCE, files={"products/mam.yaml": f"taste: {name}\n"})
    [problem] = problems_of(content)
    assert problem.code == "field.empty"
    assert problem.excerpt[problem.location.column - 1 :].startswith("vi:")


def test_a_list_that_is_empty_is_told_at_its_line(tmp_path: Path) -> None:
    content = written(tmp_path / "content", SAUCE)
    file = content / "products" / "mam.yaml"
    file.write_text(file.read_text("utf-8").replace("sources: [s-so]", "sources:\n  -"), "utf-8")
    assert [(p.code, p.location.line) for p in problems_of(content)] == [("value.empty-list", 6)]


def test_news_with_an_empty_date_is_told_at_its_line(tmp_path: Path) -> None:
    news = {"news/tin.vi.md": "---\ntitle: Tin\ndate:\nsummary: Một tin.\n---\n\nThân bài.\n"}
    content = written(tmp_path / "content", SAUCE, files=news)
    assert [(p.code, p.location.line, p.location.column) for p in problems_of(content)] == [("field.empty", 3, 1)]

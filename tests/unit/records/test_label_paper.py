"""The office's own label papers: read with the same care as every record, each mistake at its place."""

import shutil
from pathlib import Path

import pytest

from ocop_site.paper.label_papers import label_papers
from tests.support import PROJECT, catalogue_of, problems_of

GOOD = """\
tem-nho:
  name: {vi: Tem nhỏ của văn phòng, en: Small labels of the office}
  paper: [210, 297]
  label: [48.5, 25.4]
  columns: 4
  rows: 11
  pitch: [48.5, 25.4]
"""


def told(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    content = tmp_path / "content"
    shutil.copytree(PROJECT / "tests" / "example" / "content", content)
    (content / "labels.yaml").write_text(text, encoding="utf-8")
    return [(p.code, p.location.line) for p in problems_of(content) if p.location.file == "content/labels.yaml"]


@pytest.mark.parametrize(
    ("line", "wrong", "code"),
    [
        ("columns: 4", "colums: 4", "field.unknown-near"),
        ("label: [48.5, 25.4]", "label: 48.5 x 25.4", "stock.pair"),
        ("label: [48.5, 25.4]", "label: [48.5 mm, 25.4]", "stock.length"),
        ("label: [48.5, 25.4]", "label: [48.5, 15]", "stock.small"),
        ("pitch: [48.5, 25.4]", "pitch: [40, 25.4]", "stock.overlap"),
        ("paper: [210, 297]", "paper: [148, 210]", "stock.beyond-paper"),
        ("paper: [210, 297]", "paper: [2100, 2970]", "stock.beyond-use"),
        ("rows: 11", "rows: 0", "number.zero"),
        ("rows: 11", "rows: 11\n  kind: postr", "value.not-one-of-near"),
    ],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, line: str, wrong: str, code: str) -> None:
    number = GOOD.splitlines().index(f"  {line}") + 1 + wrong.count("\n")
    assert (code, number) in told(tmp_path, GOOD.replace(line, wrong, 1))


def test_a_paper_of_the_office_stands_beside_ours(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD) == []
    catalogue = catalogue_of(tmp_path / "content")
    assert {"tem-nho", "a4-3x7"} <= set(label_papers(catalogue))
    assert label_papers(catalogue)["tem-nho"].corner == pytest.approx((8, 8.8))

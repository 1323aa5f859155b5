"""A synonym that search can learn nothing from is pointed at, not left out in silence."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, SAUCE, written


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("heo: [lợn, pork]", []),
        ("heo: []", [("synonym.alone", 1)]),
        ("heo: [lợn, '+++']", [("synonym.no-letters", 12)]),
        ("'!!!': [lợn]", [("synonym.no-letters", 1)]),
        ("heo: [lợn, Heo]", [("synonym.twice", 12)]),
        ("hòa: [hoà]", [("synonym.twice", 7)]),
    ],
)
def test_what_search_learns_nothing_from_is_told_where_it_stands(
    tmp_path: Path, line: str, told: list[tuple[str, int]]
) -> None:
    content = tmp_path / "c"
    written(content, SAUCE)
    (content / "synonyms.yaml").write_text(f"{line}\n", "utf-8")
    problems = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.code.startswith("synonym.")]
    assert [(p.code, p.location.column) for p in problems if p.location] == told

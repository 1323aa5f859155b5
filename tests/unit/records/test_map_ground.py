"""The ground of the map as editors draw it: what cannot be drawn is told where it stands, in both languages."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import RICE, written

RIVER = "rivers:\n  - line: [[1.9, 2.6], [1.1, 3.9]]\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("rivers:\n  - line: [[1.9, 2.6]]\n", "map.short-line", 2, 11),
        ("areas:\n  - {kind: water, area: [[1.9, 2.6], [1.1, 3.9]]}\n", "map.small-area", 2, 25),
        (f"rivers:\n  - line: [{', '.join(['[1.5, 3.1]'] * 401)}]\n", "map.too-many-points", 2, 11),
        ("rivers:\n  - line: [[1.9, 2.6], [1.1]]\n", "point.shape", 2, 24),
        ("rivers:\n  - {width: [3], line: [[1.9, 2.6], [1.1, 3.9]]}\n", "value.widths", 2, 13),
        ("rivers:\n  - {width: [3, 99], line: [[1.9, 2.6], [1.1, 3.9]]}\n", "value.widths", 2, 13),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_place(
    tmp_path: Path, text: str, code: str, line: int, column: int
) -> None:
    content = written(tmp_path / "content", RICE, files={"map.yaml": text})
    [problem] = [each for each in problems_of(content) if each.location.file.endswith("map.yaml")]
    assert (problem.code, problem.is_error) == (code, True)
    assert (problem.location.line, problem.location.column) == (line, column)
    assert problem.message("vi") != problem.message("en")


@pytest.mark.parametrize(
    "text",
    [
        "bounds: {south: 1, west: 2.5, north: 2, east: 4}\nrivers:\n  - line: [[2.6, 1.9], [3.9, 1.1]]\n",
        "bounds: {south: 1, west: 2.5, north: 2, east: 4}\nedges: [{text: Biển, point: [3.9, 1.2]}]\n",
        "bounds: {south: 1, west: 2.5, north: 2, east: 4}\ntowns: [{name: Phố, point: [3.1, 1.5]}]\n",
    ],
)
def test_what_lies_off_the_map_is_a_warning(tmp_path: Path, text: str) -> None:
    content = written(tmp_path / "content", RICE, files={"map.yaml": text})
    [problem] = [each for each in problems_of(content) if each.location.file.endswith("map.yaml")]
    assert (problem.code, problem.is_error) == ("map.elsewhere", False)


def test_a_line_may_lead_out_of_the_province(tmp_path: Path) -> None:
    content = written(tmp_path / "content", RICE, files={"map.yaml": RIVER.replace("[1.1, 3.9]", "[0.4, 5.2]")})
    assert not [each for each in problems_of(content) if each.location.file.endswith("map.yaml")]

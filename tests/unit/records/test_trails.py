"""Trails: a stop leads somewhere, and on to the next one."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, RICE, written

TRAIL = "name: Đường\nsummary: Đi.\nsources: [s-so]\nstops:\n"


@pytest.mark.parametrize(
    ("stops", "code", "said"),
    [
        ("  - {note: Đi.}\n", "trail.stop", "place or producer"),
        ("  - {producer: nha, way: {}}\n  - {producer: nha}\n", "trail.way.empty", "minutes, by"),
        ("  - {producer: nha, way: {minutes: 5}}\n", "trail.way.last", "the last stop"),
    ],
)
def test_a_stop_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, stops: str, code: str, said: str) -> None:
    content = written(tmp_path / "c", RICE, files={"trails/di.yaml": TRAIL + stops})
    [problem] = [each for each in problems_of(content, today=DAY, ledgers_bind=False) if each.is_error]
    assert problem.code == code
    assert problem.location.line
    assert said in problem.message("en")


@pytest.mark.parametrize("minutes", ["0", "-5", "nửa giờ", "1.5"])
def test_minutes_are_whole_and_more_than_none(tmp_path: Path, minutes: str) -> None:
    stops = f"  - {{producer: nha, stay: {minutes}}}\n"
    content = written(tmp_path / "c", RICE, files={"trails/di.yaml": TRAIL + stops})
    [problem] = [each for each in problems_of(content, today=DAY, ledgers_bind=False) if each.is_error]
    assert problem.location.line == 5

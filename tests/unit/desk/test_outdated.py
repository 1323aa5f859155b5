"""Labels that hang somewhere and no longer tell the truth are listed at their line, with why."""

from datetime import date
from pathlib import Path

import pytest

from ocop_site.desk.outdated import outdated
from tests.unit.small import CERTIFIED, RICE, linked

PRINTED = "VD001: {product: gao, published: 2025-01-01, printed: 2026-01-01, stars: 4, claim: 2028-03-20}\n"


def told(content: Path, codes: str = PRINTED, more: str = CERTIFIED, today: date = date(2026, 11, 23)) -> list[str]:
    catalogue = linked(content, RICE, files={"products/gao.yaml": more, "codes.yaml": f"# head\n{codes}"}, today=today)
    problems = list(outdated(content, catalogue))
    assert {str(problem.location) for problem in problems} <= {"content/codes.yaml:2:1"}
    assert not any(problem.is_error for problem in problems)
    return [problem.code.removeprefix("labels.outdated-") for problem in problems]


def test_a_label_that_tells_the_truth_is_not_listed(tmp_path: Path) -> None:
    assert told(tmp_path / "content") == []


@pytest.mark.parametrize(
    ("codes", "more", "today", "why"),
    [
        (PRINTED, CERTIFIED, date(2028, 3, 21), "claim"),
        (PRINTED.replace("stars: 4", "stars: 3"), CERTIFIED, date(2026, 11, 23), "stars"),
        (
            PRINTED,
            CERTIFIED.replace(", sources", ", revoked: {on: 2026-05-01}, sources"),
            date(2026, 11, 23),
            "standing",
        ),
        (PRINTED, f"{CERTIFIED}withdrawn: {{on: 2026-06-30, reason: Thôi làm}}\n", date(2026, 11, 23), "withdrawn"),
    ],
)
def test_one_that_does_not_is_told_with_why(tmp_path: Path, codes: str, more: str, today: date, why: str) -> None:
    assert told(tmp_path / "content", codes, more, today) == [why]


def test_what_was_never_printed_is_never_outdated(tmp_path: Path) -> None:
    plain = "VD001: {product: gao, published: 2025-01-01}\n"
    assert told(tmp_path / "content", plain, today=date(2029, 1, 1)) == []

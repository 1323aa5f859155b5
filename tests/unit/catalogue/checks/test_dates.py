"""A date of what has happened cannot lie ahead: told at its field, in every kind of record."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, DECISION, RICE, written

NEWS = "---\ntitle: Tin\ndate: {day}\nsummary: Tin.\n---\nKể.\n"
PLACE = "name: Quán\nkind: shop\nstock: [{{product: gao, as_of: {day}}}]\nsources: [s-so]\n"
NOTICE = "kind: recall\ndate: {day}\nproducts: [gao]\ntext: Lô 01.\nsources: [s-so]\n"


def told(folder: Path, file: str, text: str) -> list[tuple[str, bool, str]]:
    written(folder, RICE, files={file: text})
    found = problems_of(folder, today=DAY, ledgers_bind=False)
    return [
        (problem.code, problem.is_error, Path(problem.location.file).name)
        for problem in found
        if problem.code in ("date.future", "date.waits")
    ]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("products/gao.yaml", "certificates: [{{stars: 3, issued: {day}, sources: [s-so]}}]\n"),
        ("products/gao.yaml", "certificates: [{{stars: 3, issued_by: {day}, sources: [s-so]}}]\n"),
        ("products/gao.yaml", "certificates: [{{stars: 3, as_of: {day}, sources: [s-so]}}]\n"),
        ("products/gao.yaml", "certificates: [{{stars: 3, as_of: 2025, checked: {day}, sources: [s-so]}}]\n"),
        ("products/gao.yaml", "certificates: [{{stars: 3, as_of: 2020, revoked: {{on: {day}}}, sources: [s-so]}}]\n"),
        ("products/gao.yaml", "marks: [{{kind: vietgap, as_of: {day}}}]\n"),
        ("producers/xa.yaml", "name: Xa\nkind: farm\nsince: {day}\nsources: [s-so]\n"),
        ("decisions/d.yaml", DECISION.replace("2025-03-20", "{day}").replace("{vi", "{{vi").replace("ce}", "ce}}")),
        ("news/tin.vi.md", NEWS),
        ("places/quan.yaml", PLACE),
    ],
)
def test_what_happened_did_not_happen_tomorrow(tmp_path: Path, file: str, text: str) -> None:
    ahead, today = text.format(day="2026-11-24"), text.format(day="2026-11-23")
    assert told(tmp_path / "ahead", file, ahead) == [("date.future", False, Path(file).name)]
    assert told(tmp_path / "today", file, today) == []


def test_the_day_of_a_price_too(tmp_path: Path) -> None:
    text = "packs: [{{price: {{from: 9000, as_of: {day}}}}}]\n"
    record = (written(tmp_path / "c", RICE) / "products" / "gao.yaml").read_text("utf-8").split("packs:")[0]
    for day, count in (("2026-11-24", 1), ("2026-11-23", 0)):
        (tmp_path / "c" / "products" / "gao.yaml").write_text(record + text.format(day=day), "utf-8")
        found = problems_of(tmp_path / "c", today=DAY, ledgers_bind=False)
        assert [problem.code for problem in found if problem.code.startswith("date.")] == ["date.future"] * count


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("notices/n.yaml", NOTICE),
        ("products/gao.yaml", "withdrawn: {{on: {day}, reason: Thôi làm}}\n"),
    ],
)
def test_what_waits_for_its_day_is_said_to_wait(tmp_path: Path, file: str, text: str) -> None:
    assert told(tmp_path / "c", file, text.format(day="2027-11-01")) == [("date.waits", False, Path(file).name)]


def test_a_consent_is_given_or_it_is_none(tmp_path: Path) -> None:
    home = "name: Lan\nkind: household\nconsent: {on: 2027-01-01, scope: [contact]}\nsources: [s-so]\n"
    assert told(tmp_path / "c", "producers/lan.yaml", home) == [("date.future", True, "lan.yaml")]

"""Dates that cannot be true together, with their decision or under the law of their period are told at their line."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, RICE, written

DECISION = """\
number: 12/QĐ-UBND
kind: {kind}
issuer: {{vi: UBND}}
level: {level}
issued: {issued}
sources: [s-so]
"""

PERIODS = """
periods:
  - law: B/QĐ-TTg
    from: 2025-07-06
    stars:
      - {stars: 3, level: province, by: Tỉnh}
      - {stars: 4, level: province, by: Tỉnh}
      - {stars: 5, level: ministry, by: Bộ}
  - law: A/QĐ-TTg
    from: 2019-08-21
    until: 2025-07-05
    stars:
      - {stars: 3, level: district, by: Huyện}
      - {stars: 4, level: province, by: Tỉnh}
      - {stars: 5, level: ministry, by: Bộ}
"""


def told(
    folder: Path, certificate: str, issued: str = "2025-03-20", level: str = "province", more: str = ""
) -> set[str]:
    """The codes of what is told of one certificate, errors and warnings."""
    files = {
        "products/gao.yaml": f"certificates:\n  - {{sources: [s-so], {certificate}}}\n{more}",
        "decisions/d.yaml": DECISION.format(kind="recognition", level=level, issued=issued),
        "decisions/thu-hoi.yaml": DECISION.format(kind="revocation", level="province", issued="2026-03-20"),
        "scheme.yaml": PERIODS,
    }
    written(folder, RICE, files=files)
    return {problem.code for problem in problems_of(folder, today=DAY, ledgers_bind=False)} - {"ledger.none"}


@pytest.mark.parametrize(
    ("certificate", "code"),
    [
        ("stars: 4, decision: d, issued: 2025-03-20, expires: 2035-03-20", "certificate.term"),
        ("stars: 4, decision: d, expires: 2029-03-20", "certificate.term"),
        ("stars: 4, issued_by: 2023-10, expires: 2026-11-01", "certificate.term"),
        ("stars: 4, as_of: 2022, expires: 2026-01-01", "certificate.term"),
        ("stars: 4, expires: 2036", "certificate.term"),
        ("stars: 4, decision: d, issued: 2025-03-20, expires: 2028-03-19", "certificate.term-short"),
        ("stars: 4, decision: d, issued: 2025-03-19", "certificate.before-decision"),
        ("stars: 4, decision: d, issued_by: 2025-01", "certificate.before-decision"),
        ("stars: 4, decision: d, expires: 2024", "certificate.before-decision"),
        ("stars: 4, decision: d, issued: 2025-05-20", "certificate.long-after-decision"),
        ("stars: 4, issued: 1923-01-10", "certificate.before-programme"),
        ("stars: 4, issued_by: 2018-05-06", "certificate.before-programme"),
        ("stars: 3, decision: d, issued: 2025-03-20", "certificate.level"),
        ("stars: 5, decision: d, issued: 2025-03-20", "certificate.level"),
        ("stars: 4, decision: thu-hoi", "certificate.decision-kind"),
        ("stars: 4, issued: 2022-01-10, extended_until: 2025-03-01, basis: Có", "certificate.continuation-unknown"),
        ("stars: 4, issued: 2023-11-10, extended_until: 2027-06-01, basis: Có", "certificate.continuation"),
        ("stars: 4, decision: d, issued: 2025-03-20, revoked: {on: 2025-03-01}", "certificate.revoked-before"),
        ("stars: 4, decision: d, revoked: {on: 2024}", "certificate.revoked-before"),
        ("stars: 4, issued: 2025-03-20, revoked: {on: 2026-03-01, decision: thu-hoi}", "certificate.revoked-before"),
        ("stars: 4, issued: 2025-03-20, revoked: {on: 2026-03-20, decision: d}", "certificate.revocation-kind"),
        ("stars: 4, decision: d, issued: 2025-03-20, as_of: 2024-06", "certificate.known-before"),
        ("stars: 4, issued: 2025-03-20, checked: 2024-06-01", "certificate.known-before"),
    ],
)
def test_what_cannot_be_is_told_at_its_line(tmp_path: Path, certificate: str, code: str) -> None:
    assert code in told(tmp_path / "c", certificate)


@pytest.mark.parametrize(
    ("certificate", "issued", "level"),
    [
        ("stars: 4, decision: d, issued: 2025-03-20, expires: 2028-03-20", "2025-03-20", "province"),
        ("stars: 4, decision: d, issued: 2025-05-19, expires: 2028-05-19", "2025-03-20", "province"),
        ("stars: 4, decision: d, issued: 2025-03, expires: 2028-03", "2025-03-20", "province"),
        ("stars: 3, decision: d, issued: 2025-06-30", "2025-06-30", "district"),
        ("stars: 3, decision: d, issued: 2025", "2025", "province"),
        ("stars: 4, issued: 2019-08-21", "2025-03-20", "province"),
        ("stars: 4, issued: 2023-06-01, extended_until: 2026-11-28, basis: Có", "2025-03-20", "province"),
        ("stars: 4, issued: 2025-03-20, revoked: {on: 2026-03-20, decision: thu-hoi}", "2025-03-20", "province"),
        ("stars: 4, as_of: 2024", "2025-03-20", "province"),
    ],
)
def test_what_can_be_is_not_told(tmp_path: Path, certificate: str, issued: str, level: str) -> None:
    assert told(tmp_path / "c", certificate, issued, level) == set()


def test_the_last_day_of_a_period_is_part_of_it(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "stars: 3, decision: d", "2025-07-05", "province")
    assert not told(tmp_path / "b", "stars: 3, decision: d", "2025-07-06", "province")


def test_after_the_districts_ended_no_decision_is_theirs(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "stars: 3, decision: d", "2025-07-01", "district") == {"decision.district"}


@pytest.mark.parametrize(("stars", "code"), [(4, "certificate.twice"), (5, "certificate.contradicts")])
def test_two_certificates_of_one_day_are_told(tmp_path: Path, stars: int, code: str) -> None:
    second = f"  - {{stars: {stars}, issued_by: 2025-10-20, as_of: 2025-10-21, sources: [s-so]}}\n"
    assert told(tmp_path / "c", "stars: 4, issued_by: 2025-10-20, as_of: 2025-10-21", more=second) == {code}


def test_what_cannot_be_stops_a_build_and_names_the_laws_article(tmp_path: Path) -> None:
    certificate = "  - {stars: 4, decision: qd, issued: 2025-03-20, expires: 2035-03-20, sources: [s-so]}\n"
    written(tmp_path / "c", RICE, files={"products/gao.yaml": f"certificates:\n{certificate}"})
    [problem] = [each for each in problems_of(tmp_path / "c", today=DAY, ledgers_bind=False) if each.is_error]
    assert (problem.code, problem.location.line, problem.location.column) == ("certificate.term", 9, 59)
    assert all(
        "4.3" in problem.message(language) and "2028-03-20" in problem.message(language) for language in ("vi", "en")
    )


@pytest.mark.parametrize(
    ("issuer", "level", "issued", "code"),
    [
        ("UBND huyện Mẫu", "province", "2024-05-01", "decision.issuer"),
        ("UBND tỉnh Mẫu", "district", "2024-05-01", "decision.issuer"),
        ("Bộ Nông nghiệp", "province", "2024-05-01", "decision.issuer"),
        ("UBND tỉnh Mẫu", "province", "2024-05-01", None),
        ("UBND thành phố Mẫu", "province", "2024-05-01", None),
        ("UBND thành phố Mẫu", "district", "2024-05-01", None),
        ("Chủ tịch Ủy ban nhân dân", "province", "2024-05-01", None),
    ],
)
def test_an_issuer_is_called_as_those_of_its_level(
    tmp_path: Path, issuer: str, level: str, issued: str, code: str | None
) -> None:
    text = DECISION.format(kind="recognition", level=level, issued=issued).replace("{vi: UBND}", f"{{vi: {issuer}}}")
    written(tmp_path / "c", RICE, files={"decisions/d.yaml": text, "scheme.yaml": PERIODS})
    found = problems_of(tmp_path / "c", today=DAY, ledgers_bind=False)
    assert [p.code for p in found if p.code.startswith("decision.")] == ([code] if code else [])


@pytest.mark.parametrize(("issued", "codes"), [("2025-06-30", []), ("2026-09-01", ["decision.former-issuer"])])
def test_a_province_that_is_no_more_decides_nothing(tmp_path: Path, issued: str, codes: list[str]) -> None:
    text = DECISION.format(kind="recognition", level="province", issued=issued).replace("UBND}", "UBND tỉnh Mẫu Cũ}")
    written(tmp_path / "c", RICE, files={"decisions/d.yaml": text, "scheme.yaml": PERIODS})
    found = problems_of(tmp_path / "c", today=DAY, ledgers_bind=False)
    assert [problem.code for problem in found if problem.code.startswith("decision.")] == codes


def test_a_district_s_decision_of_a_year_comes_not_after_the_districts(tmp_path: Path) -> None:
    assert "decision.district" in told(
        tmp_path / "late", "stars: 3, decision: d, issued: 2025-12-01", "2025", "district"
    )
    assert told(tmp_path / "in time", "stars: 3, decision: d, issued: 2025-06-01", "2025", "district") == set()


def test_a_level_is_called_as_the_office_calls_it(tmp_path: Path) -> None:
    files = {
        "products/gao.yaml": "certificates: [{stars: 5, decision: d, issued: 2024-05-01, sources: [s-so]}]\n",
        "decisions/d.yaml": DECISION.format(kind="recognition", level="province", issued="2024-05-01"),
        "scheme.yaml": PERIODS,
    }
    written(tmp_path / "c", RICE, files=files)
    found = problems_of(tmp_path / "c", today=DAY, ledgers_bind=False)
    [problem] = (each for each in found if each.code == "certificate.level")
    assert "5 sao là cấp quốc gia" in problem.message("vi")
    assert "quyết định ghi cấp tỉnh" in problem.message("vi")
    assert "national level" in problem.message("en")

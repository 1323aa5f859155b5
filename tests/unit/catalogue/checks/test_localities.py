"""Provinces and districts of before: which of several one means, and that none of them decides today."""

from pathlib import Path

import pytest

from tests.build.provinces import HALF, MERGED, UNMERGED, WHERE, province
from tests.support import problems_of
from tests.unit.small import DAY


def told(content: Path, province_of: str, **files: str) -> list[tuple[str, str, str]]:
    """Code, place and Vietnamese words of each problem that is not of a ledger."""
    province(content, province_of, **WHERE[province_of])
    for name, text in files.items():
        file = content / name.replace("__", "/")
        file = file.with_name(f"{file.name}.yaml")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    problems = problems_of(content, today=DAY, ledgers_bind=False)
    return [
        (p.code, f"{p.location.file}:{p.location.line}", p.message("vi"))
        for p in problems
        if not p.code.startswith("ledger.")
    ]


def test_a_district_of_several_provinces_that_names_none_is_told_which_there_are(tmp_path: Path) -> None:
    text = MERGED.replace('code: "829", province: ben-tre,', 'code: "829",')
    ((code, place, words),) = told(tmp_path / "c", MERGED, localities=text)
    assert (code, "ben-tre, tra-vinh, vinh-long" in words) == ("locality.district-province", True)
    line = next(n for n, line in enumerate(text.split("\n"), start=1) if '"829"' in line)
    assert place == f"c/localities.yaml:{line}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("province: tra-vinh", "province: tra-vin", "reference.former_provinces-near"),
        ("province: tra-vinh", "province: ca-mau", "reference.former_provinces"),
        ("changed_on: 2025-07-01\n", "former_province: {name: tỉnh Bến Tre}\n", "locality.former-province-twice"),
        ("became: [nam]", "became: []", "locality.became-nothing"),
        ("id: tra-vinh", "id: ben-tre", "locality.twice"),
        ("id: chau-thanh-tra-vinh", "id: chau-thanh-ben-tre", "locality.twice"),
    ],
)
def test_what_is_wrong_with_the_past_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = "changed_on: 2025-07-01\n" + MERGED
    assert old in text
    assert code in [each for each, _, _ in told(tmp_path / "c", MERGED, localities=text.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("address", "unit", "name"),
    [("former_district: chau-thanh", "chau-thanh", "huyện Châu Thành"), ("former_commune: chung", "chung", "xã Chung")],
)
def test_a_name_that_several_units_have_is_told_with_all_of_them(
    tmp_path: Path, address: str, unit: str, name: str
) -> None:
    maker = f"name: Nhà thử\nkind: farm\naddresses:\n  - {{{address}}}\nsources: [s-so]\n"
    ((code, place, words),) = told(tmp_path / "c", MERGED, producers__nha=maker)
    assert code == "reference.several"
    assert place == "c/producers/nha.yaml:4"
    within = "" if unit == "chau-thanh" else "huyện Châu Thành, "
    assert f"{unit}-ben-tre ({name}, {within}tỉnh Bến Tre)" in words
    assert f"{unit}-tra-vinh ({name}, {within}tỉnh Trà Vinh)" in words


def decision(issuer: str, issued: str = "2026-09-01") -> str:
    return (
        f"number: 9/QĐ-UBND\nkind: recognition\nissuer: {issuer}\nlevel: province\nissued: {issued}\nsources: [s-so]\n"
    )


@pytest.mark.parametrize(
    ("localities", "issuer"),
    [
        (MERGED, "UBND tỉnh Bến Tre"),
        (MERGED, "UBND tỉnh Trà Vinh"),
        (MERGED, "Chủ tịch UBND TỈNH TRÀ VINH"),
        (MERGED, "UBND Bến Tre"),
        (MERGED, "UBND thành phố Vĩnh Long"),
        (MERGED, "{vi: UBND cấp trên, en: Tra Vinh Provincial People’s Committee}"),
        (UNMERGED, "UBND thành phố Cao Bằng"),
        (HALF, "UBND tỉnh Long An"),
    ],
)
def test_no_former_unit_decides_after_it_ended(tmp_path: Path, localities: str, issuer: str) -> None:
    told_of = told(tmp_path / "c", localities, decisions__chin=decision(issuer))
    assert [code for code, _, _ in told_of] == ["decision.former-issuer"]


@pytest.mark.parametrize(
    ("localities", "issuer", "issued"),
    [
        (MERGED, "UBND tỉnh Vĩnh Long", "2026-09-01"),
        (MERGED, "{vi: UBND tỉnh Vĩnh Long, en: Vinh Long Provincial People’s Committee}", "2026-09-01"),
        (MERGED, "UBND tỉnh Bến Tre", "2025-06-30"),
        (UNMERGED, "UBND tỉnh Cao Bằng", "2026-09-01"),
        (UNMERGED, "{vi: UBND tỉnh Cao Bằng, en: Cao Bang Provincial People’s Committee}", "2026-09-01"),
        (HALF, "UBND tỉnh Tây Ninh", "2026-09-01"),
    ],
)
def test_an_authority_of_its_day_is_not_told(tmp_path: Path, localities: str, issuer: str, issued: str) -> None:
    assert told(tmp_path / "c", localities, decisions__chin=decision(issuer, issued=issued)) == []

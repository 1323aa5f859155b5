"""What the command enters: every new code, barcode and page, once, below what stands there."""

from datetime import date
from pathlib import Path

import pytest

from ocop_site.desk.ledger import Entered, enter, enter_printed
from ocop_site.records.values.identifiers import Code
from tests.unit.small import CAKE, CERTIFIED, DAY, RICE, SAUCE, linked, written

AT = "addresses: [https://example.org/thu/]"


def entered(content: Path, today: date = DAY) -> Entered:
    return enter(content, linked(content, today=today))


def lines(content: Path, file: str) -> list[str]:
    return [line for line in (content / file).read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content", RICE, SAUCE)


def test_what_is_new_is_entered_as_of_the_day(content: Path) -> None:
    new = entered(content)
    assert (new.codes, new.gtins, new.moves) == (("VD001", "VD002"), ("09520000000011",), ())
    assert set(new.records) == {"products/gao", "products/mam", "producers/nha"}
    assert lines(content, "codes.yaml") == [
        "VD001: {product: gao, published: 2026-11-23}",
        "VD002: {product: mam, published: 2026-11-23}",
        "'09520000000011': {product: gao, published: 2026-11-23}",
    ]


def test_a_second_time_nothing_is_new_and_no_file_is_touched(content: Path) -> None:
    entered(content)
    before = {file: file.stat().st_mtime_ns for file in content.glob("*.yaml")}
    assert entered(content, date(2027, 1, 1)) == Entered((), (), (), ())
    assert {file: file.stat().st_mtime_ns for file in content.glob("*.yaml")} == before


def test_a_later_one_stands_below_and_what_stood_keeps_its_day(content: Path) -> None:
    entered(content)
    written(content, CAKE)
    assert entered(content, date(2027, 1, 1)).codes == ("VD003",)
    assert lines(content, "codes.yaml")[:3] == [
        "VD001: {product: gao, published: 2026-11-23}",
        "VD002: {product: mam, published: 2026-11-23}",
        "VD003: {product: banh, published: 2027-01-01}",
    ]


def test_a_draft_is_given_nothing(content: Path) -> None:
    written(content, CAKE, files={"products/banh.yaml": "draft: true\n"})
    assert "VD003" not in entered(content).codes


def test_a_file_that_was_renamed_is_a_move(content: Path) -> None:
    entered(content)
    (content / "products" / "gao.yaml").rename(content / "products" / "lua.yaml")
    new = entered(content)
    assert new.moves == (("gao", "lua"),)
    assert "    gao: {since: 2026-11-23, moved: lua}" in lines(content, "published.yaml")
    assert "VD001: {product: lua, published: 2026-11-23}" in lines(content, "codes.yaml")


def test_a_file_that_another_one_took_the_name_of_is_no_move(content: Path) -> None:
    entered(content)
    (content / "products" / "gao.yaml").unlink()
    (content / "products" / "mam.yaml").rename(content / "products" / "gao.yaml")
    assert entered(content).moves == ()


def test_what_was_printed_is_entered_with_its_stars_and_their_last_day(content: Path) -> None:
    written(content, RICE, files={"products/gao.yaml": CERTIFIED})
    entered(content)
    enter_printed(content, linked(content), {Code("VD001"): (4, date(2028, 3, 20)), Code("VD002"): None})
    assert lines(content, "codes.yaml")[:2] == [
        f"VD001: {{product: gao, published: 2026-11-23, printed: 2026-11-23, stars: 4, claim: 2028-03-20, {AT}}}",
        f"VD002: {{product: mam, published: 2026-11-23, printed: 2026-11-23, {AT}}}",
    ]
    enter_printed(content, linked(content, today=date(2027, 1, 1)), {Code("VD001"): None})
    assert f"printed: 2027-01-01, stars: 4, claim: 2028-03-20, {AT}}}" in lines(content, "codes.yaml")[0]

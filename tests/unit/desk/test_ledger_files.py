"""The ledgers are everybody's: what others write in them, before, meanwhile or in another way, is still there."""

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from ocop_site.desk.ledger import enter, enter_printed
from ocop_site.desk.ledger_files import change_file
from ocop_site.problems import Mistake
from ocop_site.records.values.identifiers import Code
from tests.unit.small import CAKE, DAY, RICE, SAUCE, linked, written

unix = pytest.mark.skipif(sys.platform == "win32", reason="modes and groups as Unix has them")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = written(tmp_path / "content", RICE, SAUCE)
    enter(content, linked(content))
    return content


def codes(content: Path) -> str:
    return (content / "codes.yaml").read_bytes().decode()


def print_one(content: Path) -> None:
    enter_printed(content, linked(content), {Code("VD001"): None})


def test_notes_order_and_odd_writing_are_kept_when_something_is_entered(content: Path) -> None:
    hand = (
        "# Của văn phòng\r\n\r\nVD002: {product: mam, published: 2026-11-23}   # in ở Cần Giuộc\r\n"
        "VD001:\r\n    product: gao\r\n    published: 23/11/2026\r\n"
        "'09520000000011': {product: gao, published: 2026-11-23}"
    )
    (content / "codes.yaml").write_bytes(b"\xef\xbb\xbf" + hand.encode())
    print_one(content)
    new = codes(content).removeprefix("\ufeff")
    added = "    printed: 2026-11-23\r\n    addresses: [https://example.org/thu/]\r\n"
    assert codes(content).startswith("\ufeff")
    assert new == f"{hand}\r\n".replace("23/11/2026\r\n", f"23/11/2026\r\n{added}")


def test_a_line_that_somebody_writes_after_the_catalogue_was_read_stays(content: Path) -> None:
    catalogue = linked(content)
    file = content / "codes.yaml"
    file.write_text(
        codes(content).replace("product: mam, published: 2026-11-23}", "product: mam, published: 2026-11-23} # x")
    )
    file.write_text(codes(content) + "VD900: {product: gao, published: 2026-11-22}\n")
    enter_printed(content, catalogue, {Code("VD001"): None})
    assert "VD900: {product: gao, published: 2026-11-22}\n" in codes(content)
    assert "published: 2026-11-23} # x\n" in codes(content)


def test_a_line_that_is_lost_after_the_catalogue_was_read_comes_back(content: Path) -> None:
    catalogue = linked(content)
    lines = codes(content).splitlines(keepends=True)
    (content / "codes.yaml").write_text("".join(line for line in lines if "VD002" not in line))
    enter_printed(content, catalogue, {Code("VD001"): None})
    assert "VD002: {product: mam, published: 2026-11-23}\n" in codes(content)


@unix
def test_mode_and_group_stay(content: Path) -> None:
    file = content / "codes.yaml"
    file.chmod(0o664)
    if os.geteuid() == 0:
        os.chown(file, -1, 12345)
    group = file.stat().st_gid
    print_one(content)
    assert (stat.S_IMODE(file.stat().st_mode), file.stat().st_gid) == (0o664, group)


@pytest.mark.parametrize(
    "text", ["<<<<<<< HEAD\n", "VD001: {product: gao\n", "VD001: {product: mam, published: 2026-01-01}\n"]
)
def test_a_ledger_that_cannot_be_read_is_refused_and_left_alone(content: Path, text: str) -> None:
    catalogue = linked(content)
    (content / "codes.yaml").write_text(codes(content) + text)
    before = codes(content)
    with pytest.raises(Mistake) as refusal:
        enter_printed(content, catalogue, {Code("VD001"): None})
    assert refusal.value.code == "ledger.unread"
    assert codes(content) == before
    assert [file.name for file in content.glob(".codes.yaml.*")] == []


def test_the_pages_of_others_and_their_reasons_stay_in_any_language(content: Path) -> None:
    file = content / "published.yaml"
    line = "    cho: {since: 2025-01-01, ended: 2026-01-31, reason: {vi: 'Đóng, rồi', en: Closed}} # hỏi anh Ba\n"
    file.write_text(file.read_text("utf-8") + "  places:\n" + line, "utf-8")
    written(content, CAKE)
    enter(content, linked(content))
    assert line in file.read_text("utf-8")
    assert "    banh: {since: 2026-11-23}\n    gao:" in file.read_text("utf-8")


def test_a_save_at_the_very_moment_of_writing_is_seen_and_ours_is_put_into_it(tmp_path: Path) -> None:
    """Whoever changes the file between our reading and our writing: the change is made again on what they wrote."""
    file = tmp_path / "codes.yaml"
    file.write_bytes(b"a\n")
    seen = []

    def change(standing: bytes) -> bytes:
        seen.append(standing)
        if len(seen) == 1:
            file.write_bytes(b"a\nb\n")
        return standing if b"ours" in standing else standing + b"ours\n"

    change_file(file, change)
    assert (file.read_bytes(), seen) == (b"a\nb\nours\n", [b"a\n", b"a\nb\n"])


def test_a_file_that_is_away_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    file, calls = tmp_path / "codes.yaml", []
    file.write_bytes(b"")

    def change(standing: bytes) -> bytes:
        calls.append(standing)
        if len(calls) == 1:
            raise Mistake("ledger.unread", file=file.name)
        return b"ours\n"

    change_file(file, change)
    assert (len(calls), file.read_bytes()) == (2, b"ours\n")


def test_the_printed_address_is_remembered_and_every_one_before_it(content: Path) -> None:
    print_one(content)
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("url: https://example.org/thu/", "url: https://ocop.vn/"), "utf-8")
    enter_printed(content, linked(content, today=date(2027, 1, 1)), {Code("VD001"): None})
    assert "printed: 2027-01-01, addresses: [https://ocop.vn/, https://example.org/thu/]}" in codes(content)
    assert DAY.isoformat() not in codes(content).partition("printed: ")[2].partition("}")[0]

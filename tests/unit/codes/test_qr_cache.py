"""The kept codes: the same as fresh ones, whatever has become of the file."""

import os
from pathlib import Path

import pytest

from ocop_site.codes.qr import encode
from ocop_site.codes.qr_cache import QrCache

SITE = "https://example.org/"
ADDRESSES = [f"{SITE}p/LA{number:03}/" for number in range(1, 6)]
CODES = {address: encode(address) for address in ADDRESSES}


def test_codes_are_kept_and_found_again(tmp_path: Path) -> None:
    assert QrCache(tmp_path).of(SITE, ADDRESSES) == CODES
    before = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert QrCache(tmp_path).of(SITE, ADDRESSES) == CODES
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_is_not_believed(tmp_path: Path, damage: str) -> None:
    QrCache(tmp_path).of(SITE, ADDRESSES)
    (file,) = tmp_path.iterdir()
    body = file.read_bytes()
    changed = body[:-40] + body[-40:].replace(b"1", b"0")
    file.write_bytes({"cut": body[:-9], "changed": changed, "empty": b"", "other": b"\xff\n{}"}[damage])
    assert QrCache(tmp_path).of(SITE, ADDRESSES) == CODES


def test_a_new_product_joins_and_one_that_left_is_not_returned(tmp_path: Path) -> None:
    QrCache(tmp_path).of(SITE, ADDRESSES[:3])
    assert list(QrCache(tmp_path).of(SITE, ADDRESSES[2:])) == ADDRESSES[2:]


def test_without_a_place_to_keep_them_codes_are_made_all_the_same(tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    assert QrCache(nowhere / "codes").of(SITE, ADDRESSES) == CODES


def test_several_processes_make_the_same_codes(tmp_path: Path) -> None:
    many = [f"{SITE}p/LA{number:05}/" for number in range(1000)]
    made = QrCache(tmp_path).of(SITE, many, jobs=2)
    assert list(made) == many
    assert all(made[address] == encode(address) for address in many[::97])


def test_clearing_takes_only_what_bears_a_name_of_ours(tmp_path: Path) -> None:
    QrCache(tmp_path).of(SITE, ADDRESSES)
    (tmp_path / ".0123456789abcdef.json.01234567").touch()
    for name in ("package.json", "0123456789abcdef.json.bak", "0123456789ABCDEF.json", "notes"):
        (tmp_path / name).touch()
    QrCache(tmp_path).clear()
    assert {file.name for file in tmp_path.iterdir()} == {
        "package.json",
        "0123456789abcdef.json.bak",
        "0123456789ABCDEF.json",
        "notes",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    QrCache(tmp_path).of(SITE, ADDRESSES)
    (file,) = tmp_path.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert QrCache(tmp_path).of(SITE, ADDRESSES) == CODES

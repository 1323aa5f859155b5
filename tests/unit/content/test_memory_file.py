"""What is remembered on the disk: believed only whole and from this program, no error where it cannot be."""

from pathlib import Path

import pytest

from ocop_site.content.memory.memory_file import MOST_FOLDERS, MemoryFile

LINES = {"a" * 40: b'{"name": "B\xc3\xa1nh"}', "b" * 40: b"[]"}


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_written_is_read(tmp_path: Path) -> None:
    MemoryFile(tmp_path / "records", Path("content")).write(LINES)
    assert MemoryFile(tmp_path / "records", Path("content")).read() == LINES


def test_another_content_folder_has_another_memory(tmp_path: Path) -> None:
    MemoryFile(tmp_path, Path("content")).write(LINES)
    assert MemoryFile(tmp_path, Path("other")).read() == {}


@pytest.mark.parametrize("kept", [slice(-1), slice(70, None), slice(0), slice(10)])
def test_what_is_cut_is_not_believed(tmp_path: Path, kept: slice) -> None:
    memory = MemoryFile(tmp_path, Path("content"))
    memory.write(LINES)
    only_file(tmp_path).write_bytes(only_file(tmp_path).read_bytes()[kept])
    assert memory.read() == {}


def test_a_letter_that_was_changed_is_noticed(tmp_path: Path) -> None:
    memory = MemoryFile(tmp_path, Path("content"))
    memory.write(LINES)
    raw = only_file(tmp_path).read_bytes()
    for at in range(0, len(raw), 7):
        only_file(tmp_path).write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert memory.read() == {}


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    memory = MemoryFile(tmp_path / "file" / "records", Path("content"))
    memory.write(LINES)
    assert memory.read() == {}


def test_no_more_than_some_folders_are_remembered(tmp_path: Path) -> None:
    for number in range(MOST_FOLDERS + 3):
        MemoryFile(tmp_path, Path(f"content-{number}")).write(LINES)
    assert len(list(tmp_path.iterdir())) == MOST_FOLDERS


def test_clearing_takes_only_what_is_ours(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    MemoryFile(folder, Path("content")).write(LINES)
    (folder / "notes.memory").write_bytes(b"")
    MemoryFile.clear(folder)
    assert only_file(folder).name == "notes.memory"
    only_file(folder).unlink()
    MemoryFile.clear(folder)
    assert not folder.exists()

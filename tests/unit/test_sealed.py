"""What is kept for the next run: believed only whole and of its ground, no error where it cannot be kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_site.sealed import MOST_FILES, SealedFiles
from tests.support import some

TOLD = [b'{"name": "B\xc3\xa1nh"}' * 5, b"", b"more"]


@pytest.fixture
def kept(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "kept", "memory")


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_written_is_read(kept: SealedFiles) -> None:
    kept.write("content", "a ground", TOLD)
    assert list(kept.read("content", "a ground") or ()) == TOLD


def test_the_parts_are_written_as_they_are_made(kept: SealedFiles, tmp_path: Path) -> None:
    """Of a large site they are more than a machine may have memory for."""

    def made() -> Iterator[bytes]:
        for part in TOLD:
            yield part
            written.append(sum(file.stat().st_size for file in (tmp_path / "kept").iterdir()))

    written: list[int] = []
    kept.write("content", "a ground", (part * 20_000 for part in made()))
    assert 0 < written[0] < written[-1]


def test_what_was_told_of_something_else_or_on_another_ground_is_not_read(kept: SealedFiles) -> None:
    kept.write("content", "a ground", TOLD)
    assert kept.read("other", "a ground") is None
    assert kept.read("content", "another ground") is None


@pytest.mark.parametrize("left", [slice(-1), slice(70, None), slice(0), slice(10)])
def test_what_is_cut_is_not_believed(kept: SealedFiles, tmp_path: Path, left: slice) -> None:
    kept.write("content", "a ground", TOLD)
    file = only_file(tmp_path / "kept")
    file.write_bytes(file.read_bytes()[left])
    assert kept.read("content", "a ground") is None


def test_a_letter_that_was_changed_is_noticed(kept: SealedFiles, tmp_path: Path) -> None:
    kept.write("content", "a ground", TOLD)
    file = only_file(tmp_path / "kept")
    raw = file.read_bytes()
    for at in some(range(0, len(raw), 7)):
        file.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert kept.read("content", "a ground") is None


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = SealedFiles(tmp_path / "file" / "kept", "memory")
    kept.write("content", "a ground", TOLD)
    assert kept.read("content", "a ground") is None


def test_what_is_longer_than_the_most_is_not_kept(tmp_path: Path) -> None:
    unbound = SealedFiles(tmp_path / "unbound", "memory")
    unbound.write("content", "a ground", TOLD)
    size = only_file(tmp_path / "unbound").stat().st_size
    for most, found in some(((size, TOLD), (size - 1, []))):
        kept = SealedFiles(tmp_path / str(most), "memory", most)
        kept.write("content", "a ground", TOLD)
        assert list(kept.read("content", "a ground") or ()) == found
        assert len(list((tmp_path / str(most)).iterdir())) == len(found[:1])


def test_no_more_than_some_files_are_kept(kept: SealedFiles, tmp_path: Path) -> None:
    for number in some(range(MOST_FILES + 3)):
        kept.write(f"content-{number}", "a ground", TOLD)
    assert len(list((tmp_path / "kept").iterdir())) == MOST_FILES


def test_clearing_takes_only_what_is_ours(kept: SealedFiles, tmp_path: Path) -> None:
    kept.write("content", "a ground", TOLD)
    cut_short = only_file(tmp_path / "kept").name
    (tmp_path / "kept" / f".{cut_short}.0123abcd").touch()
    (tmp_path / "kept" / "notes.memory").touch()
    kept.clear()
    assert only_file(tmp_path / "kept").name == "notes.memory"
    only_file(tmp_path / "kept").unlink()
    kept.clear()
    assert not (tmp_path / "kept").exists()

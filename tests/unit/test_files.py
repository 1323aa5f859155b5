"""Files that are whole or not there, names that no system refuses, and one lock for everybody who writes."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ocop_site.content.names import markdown, record
from ocop_site.files import (
    Held,
    NoPlainFile,
    is_device,
    locked,
    persistently,
    plain_bytes,
    remove,
    replace,
    write_atomically,
)
from ocop_site.output.names import SitePaths
from ocop_site.records.products.product import Product
from tests.support import PROJECT

unix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and children as Unix has them")

HOLDS = "from ocop_site.files import locked; from pathlib import Path; import os, sys, time\n"
WAITS = "print('holding', flush=True); time.sleep(600)"


# --- plain files --------------------------------------------------------------------------------------------------


def test_a_file_is_read_to_its_end_however_long(tmp_path: Path) -> None:
    for size in (0, 1, 200_000):
        (tmp_path / "file").write_bytes(b"\r\n" * size)
        assert plain_bytes(tmp_path / "file") == b"\r\n" * size


def test_of_a_file_that_is_too_long_one_byte_more_is_read_than_may_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    assert [len(plain_bytes(tmp_path / "file", most)) for most in (4, 9, 10, 11)] == [5, 10, 10, 10]


@unix
def test_a_pipe_and_a_folder_are_no_plain_files_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(NoPlainFile):
            plain_bytes(path)


# --- whole files --------------------------------------------------------------------------------------------------


@contextmanager
def room_for(most: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a disk that is full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_whoever_reads_while_a_file_is_written_anew_reads_the_old_one_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / "sheet.html"
    write_atomically(file, b"old" * 1000)
    with file.open("rb") as reader:
        assert reader.read(3) == b"old"
        if sys.platform != "win32":
            write_atomically(file, b"new")
            assert reader.read() == b"old" * 999
    write_atomically(file, b"new", lasting=True)
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


@unix
def test_where_there_is_no_room_what_was_there_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "codes.yaml"
    file.write_bytes(b"VD001")
    with room_for(1 << 20), pytest.raises(OSError, match="large") as raised:
        write_atomically(file, b"x" * (1 << 21))
    assert raised.value.filename == str(file)
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"VD001", [file])


def test_what_cannot_be_written_is_told_by_the_name_that_people_know(tmp_path: Path) -> None:
    folder = tmp_path / "codes.yaml"
    (folder / "sub").mkdir(parents=True)
    with pytest.raises(OSError, match=r"codes\.yaml'$") as raised:
        write_atomically(folder, b"")
    assert (raised.value.filename, raised.value.filename2) == (str(folder), None)
    with pytest.raises(OSError, match="nowhere") as raised:
        write_atomically(tmp_path / "nowhere" / "a", b"")
    assert raised.value.filename == str(tmp_path / "nowhere" / "a")
    made = tmp_path / "made.pdf"
    made.touch()
    with pytest.raises(OSError, match=r"codes\.yaml'$"):
        replace(made, folder)
    assert sorted(tmp_path.iterdir()) == [folder, made]


@unix
def test_a_file_keeps_its_mode_and_its_group(tmp_path: Path) -> None:
    file = tmp_path / "codes.yaml"
    file.write_bytes(b"old")
    file.chmod(0o664)
    group = 4242 if os.getuid() == 0 else os.getgid()
    os.chown(file, -1, group)
    write_atomically(file, b"new")
    found = file.stat()
    assert (file.read_bytes(), stat.S_IMODE(found.st_mode), found.st_gid) == (b"new", 0o664, group)


def test_a_step_that_is_refused_for_a_moment_is_tried_again() -> None:
    """As Windows refuses while a virus scanner has the file open."""
    refusals = [PermissionError(13, "in use"), PermissionError(13, "in use")]

    def step() -> str:
        if refusals:
            raise refusals.pop()
        return "done"

    assert persistently(step, pauses=(0, 0)) == "done"


def test_a_step_that_is_refused_for_good_is_told() -> None:
    tries = []

    def step() -> None:
        tries.append(1)
        raise PermissionError(13, "never")

    with pytest.raises(PermissionError, match="never"):
        persistently(step, pauses=(0, 0))
    assert len(tries) == 3


def test_any_other_error_is_not_waited_out(tmp_path: Path) -> None:
    tries = []

    def step() -> None:
        tries.append(1)
        (tmp_path / "no" / "folder").touch()

    with pytest.raises(FileNotFoundError):
        persistently(step, pauses=(0, 0))
    assert len(tries) == 1


def test_removing_what_is_gone_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    remove(tmp_path / "a")
    remove(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


# --- names --------------------------------------------------------------------------------------------------------

DEVICES = ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt0", "lpt9"]


@pytest.mark.parametrize("name", [*DEVICES, "CON", "Nul.txt", "lpt1.tar.gz", "com¹", "aux .yaml", "conin$", "CONOUT$"])
def test_windows_keeps_these_names(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com10", "com", "lpt", "my.con", "auxiliary", "con-dua", ""])
def test_it_takes_all_others(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize("name", DEVICES)
def test_a_name_that_windows_keeps_is_refused_wherever_it_would_become_a_file(name: str) -> None:
    found = [record(f"{name}.yaml", False), markdown(f"{name}.vi.md", False)]
    assert [each.mistake.code for each in found if each.mistake] == ["name.reserved", "name.reserved"]
    errors = [e["type"] for e in refused({"producer": name}) if e["loc"] == ("producer",)]
    assert errors == ["value.id-unusable"]
    with pytest.raises(ValueError, match="device on Windows"):
        SitePaths().add(f"vi/{name}/index.html")


@pytest.mark.parametrize("name", ["Con.yaml", "còn.yaml", "COM0.yaml"])
def test_no_name_is_proposed_that_windows_keeps(name: str) -> None:
    mistake = record(name, False).mistake
    assert mistake
    assert mistake.code == "name.reserved"


# --- the lock -----------------------------------------------------------------------------------------------------


@contextmanager
def holding(file: Path, script: str = f"with locked(Path(sys.argv[1])): {WAITS}") -> "Iterator[subprocess.Popen[str]]":
    """Another process that has the lock and sits there."""
    command = [sys.executable, "-c", HOLDS + script, str(file)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "holding\n"
        yield process
        process.kill()


def test_who_has_the_lock_is_told_with_his_number_and_since_when(tmp_path: Path) -> None:
    with holding(tmp_path / "lock") as other, pytest.raises(Held) as held, locked(tmp_path / "lock"):
        pass
    assert held.value.pid == str(other.pid)
    assert held.value.since.startswith(time.strftime("%Y-"))


def test_the_lock_of_a_process_that_died_is_open(tmp_path: Path) -> None:
    with holding(tmp_path / "lock") as other:
        other.kill()
        other.wait()
        with locked(tmp_path / "lock"):
            pass


@unix
def test_nor_is_it_kept_by_the_children_that_outlive_it(tmp_path: Path) -> None:
    forks = (
        """
with locked(Path(sys.argv[1])):
    if not (child := os.fork()):
        time.sleep(600)
    Path(sys.argv[1] + '.child').write_text(str(child))
    """
        + WAITS
    )
    with holding(tmp_path / "lock", forks) as other:
        other.kill()
        other.wait()
        child = int((tmp_path / "lock.child").read_text())
        try:
            os.kill(child, 0)
            with locked(tmp_path / "lock", patience=5):
                pass
        finally:
            os.kill(child, signal.SIGKILL)


def test_a_lock_is_waited_for_as_long_as_patience_lasts(tmp_path: Path) -> None:
    for_a_while = "with locked(Path(sys.argv[1])): print('holding', flush=True); time.sleep(0.3)"
    with holding(tmp_path / "lock", for_a_while), locked(tmp_path / "lock", patience=60):
        pass


def test_one_process_does_not_take_it_twice_and_can_take_it_again(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        with pytest.raises(Held, match=str(os.getpid())), locked(tmp_path / "lock"):
            pass
        with locked(tmp_path / "other"):
            pass
    with locked(tmp_path / "lock"):
        pass


@unix
def test_a_link_in_the_locks_place_is_not_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "letter").write_text("dear")
    (tmp_path / "lock").symlink_to(tmp_path / "letter")
    with locked(tmp_path / "lock"), pytest.raises(Held), locked(tmp_path / "lock"):
        pass
    assert (tmp_path / "letter").read_text() == "dear"
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


@unix
def test_a_lock_file_that_we_may_only_read_is_a_lock_all_the_same(tmp_path: Path) -> None:
    if os.getuid() == 0 and subprocess.run(["chattr", "-V"], capture_output=True, check=False).returncode > 1:
        pytest.skip("root may write everywhere")
    lock = tmp_path / "lock"
    lock.write_text(" 77")
    with read_only(lock), locked(lock), pytest.raises(Held, match="77"), locked(lock):
        pass
    assert lock.read_text() == " 77"


@contextmanager
def read_only(file: Path) -> Iterator[None]:
    """For root too, where the disk can do that."""
    file.chmod(0o444)
    if os.getuid() == 0 and subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode:
        pytest.skip("root may write everywhere")
    try:
        yield
    finally:
        if os.getuid() == 0:
            subprocess.run(["chattr", "-i", str(file)], check=True)


def refused(data: dict[str, str]) -> list[dict[str, object]]:
    from pydantic import ValidationError

    with pytest.raises(ValidationError) as raised:
        Product.model_validate(data)
    return [dict(error) for error in raised.value.errors()]

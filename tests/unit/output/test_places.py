"""Disks and folders of all sorts, as only root can prepare them."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ocop_site.output.refusals import PublishRefused
from tests.unit.output.folders import FIRST, SECOND, THIRD, files, publish
from tests.unit.output.processes import run

NOBODY = 65534

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.getuid() != 0, reason="only root may mount and become another user"
)


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that others can read, not write to; the tests' own folders are closed to them."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_parent_that_cannot_be_written_is_no_hindrance(shelf: Path) -> None:
    output = shelf / "site"
    output.mkdir()
    os.chown(output, NOBODY, NOBODY)
    for site in (FIRST, SECOND):
        ended = run("another_build.py", str(output), f"--user={NOBODY}", site=site)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        assert files(output) == site
    assert not list(output.glob(".ocop-stage-*"))
    assert list(shelf.iterdir()) == [output]


def test_a_folder_that_cannot_be_written_is_told_in_words(shelf: Path) -> None:
    output = shelf / "site"
    publish(output, FIRST)
    ended = run("another_build.py", str(output), f"--user={NOBODY}", site=SECOND)
    assert (ended.returncode, ended.stdout) == (1, "output.permission"), ended.stderr
    assert files(output) == FIRST


def test_a_mount_of_another_disk_is_updated_in_place(output: Path) -> None:
    with mounted(output, "-t", "tmpfs", "none"):
        assert_updated(output)


def test_a_mount_of_a_folder_of_the_same_disk_is_updated_in_place(output: Path, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    with mounted(output, "--bind", str(tmp_path / "shelf")):
        assert_updated(output)


def test_a_full_disk_is_told_in_words_and_the_old_site_stands(output: Path) -> None:
    with mounted(output, "-t", "tmpfs", "-o", "size=64k", "none"):
        publish(output, FIRST)
        with pytest.raises(PublishRefused) as refused:
            publish(output, {"index.html": "x" * 1_000_000})
        assert refused.value.problem.code == "output.full"
        assert files(output) == FIRST
        assert not list(output.glob(".ocop-stage-*"))


def assert_updated(output: Path) -> None:
    for site in (FIRST, SECOND, THIRD):
        publish(output, site)
        assert files(output) == site
        assert not list(output.glob(".ocop-stage-*"))
        assert not list(output.parent.glob(".site.stage-*"))


@contextmanager
def mounted(output: Path, *wishes: str) -> Iterator[None]:
    output.mkdir()
    if subprocess.run(["mount", *wishes, str(output)], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(output)], check=True)

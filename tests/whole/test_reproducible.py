"""Two builds of the same content are the same bytes, whatever the machine is set to."""

import shutil
from pathlib import Path

import pytest

from tests.benchmarks.generate import generate
from tests.support import PROJECT, bytes_of, run

Asked = tuple[str, ...]


@pytest.fixture
def asked(cache: Path) -> Asked:
    """A day, and the pictures of all tests."""
    return ("--today", "2026-11-23", "--cache", str(cache))


def test_hash_seed_zone_locale_folder_jobs_and_docstrings_leave_no_trace(asked: Asked, tmp_path: Path) -> None:
    elsewhere = tmp_path / "thư mục khác"
    shutil.copytree(PROJECT / "content", elsewhere / "content")
    shutil.copytree(PROJECT / "themes", elsewhere / "themes")
    first = run("build", *asked, "--output", str(tmp_path / "a"), PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    options = ("--content", str(elsewhere / "content"), "--themes", str(elsewhere / "themes"), "--jobs", "2")
    environment = {"PYTHONHASHSEED": "4242", "TZ": "America/Lima", "LC_ALL": "vi_VN.UTF-8", "PYTHONOPTIMIZE": "2"}
    second = run("build", *asked, *options, "--output", str(elsewhere / "b"), **environment)
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    assert bytes_of(tmp_path / "a") == bytes_of(elsewhere / "b")


def test_many_pages_are_the_same_from_one_process_and_from_several(asked: Asked, tmp_path: Path) -> None:
    generate(tmp_path / "content", 400)
    for jobs in ("1", "3"):
        content, output = str(tmp_path / "content"), str(tmp_path / jobs)
        answer = run("build", *asked, "--content", content, "--output", output, "--jobs", jobs)
        assert answer.returncode == 0, answer.stdout
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "3")

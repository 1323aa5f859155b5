"""One build at a time."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_site.files import locked
from ocop_site.output import lock
from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused
from tests.unit.output.folders import FIRST, LONG_AGO, SECOND, files, publish, tidy
from tests.unit.output.processes import ENVIRONMENT, command


@pytest.fixture
def holder(output: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Another process that has begun to build and sits there."""
    started = command("another_build.py", str(output), "--waits")
    with subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"{}")
        process.stdin.close()
        assert process.stdout.read(7) == b"holding"
        yield process
        process.kill()


def test_a_second_build_is_told_who_holds_the_folder_and_since_when(
    output: Path, holder: "subprocess.Popen[bytes]"
) -> None:
    with pytest.raises(PublishRefused) as refused:
        publish(output, FIRST)
    problem = refused.value.problem
    assert (problem.code, problem.details["pid"]) == ("output.locked", str(holder.pid))
    assert str(problem.details["since"]).startswith(time.strftime("%Y-"))


def test_the_lock_of_a_build_that_died_is_open_and_its_stage_is_removed(
    output: Path, holder: "subprocess.Popen[bytes]"
) -> None:
    holder.kill()
    holder.wait()
    publish(output, FIRST)
    assert files(output) == FIRST
    assert tidy(output)


def test_two_publications_of_one_process_exclude_each_other(output: Path) -> None:
    with Publication(output, []), pytest.raises(PublishRefused, match="another build"):
        publish(output, FIRST)


def test_another_folder_has_another_lock(output: Path) -> None:
    with Publication(output.with_name("other"), []):
        publish(output, FIRST)


def test_who_may_not_write_beside_the_folder_meets_the_lock_within_it(
    output: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever the folders for temporary files are."""
    publish(output, FIRST)
    (tmp_path / ".site.lock").unlink()
    (tmp_path / ".site.lock").mkdir()  # a lock that cannot be made, whoever one is
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "one"))
    with Publication(output, []) as publication:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "other"))
        with pytest.raises(PublishRefused, match="another build"):
            publish(output, SECOND)
        stage = publication._stage.folder
        assert stage.is_dir()
    publish(output, SECOND)
    assert files(output) == SECOND
    assert not list((tmp_path / "one").iterdir()) + list((tmp_path / "other").iterdir())


def test_a_lock_within_the_folder_is_held_by_who_may_write_beside_it_too(output: Path) -> None:
    publish(output, FIRST)
    with locked(output / lock.NAME), pytest.raises(PublishRefused, match="another build"):
        publish(output, SECOND)
    publish(output, SECOND)
    assert files(output) == SECOND


def test_where_builds_do_not_see_each_other_only_old_remains_are_removed(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(output, FIRST)
    for name in (".site.stage-00000001", ".site.stage-00000002"):
        (tmp_path / name).mkdir()
    os.utime(tmp_path / ".site.stage-00000001", (LONG_AGO, LONG_AGO))
    (tmp_path / ".site.lock").unlink()
    (tmp_path / ".site.lock").mkdir()
    (output / lock.NAME).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Publication(output, []):
        assert not (tmp_path / ".site.stage-00000001").exists()
        assert (tmp_path / ".site.stage-00000002").exists()

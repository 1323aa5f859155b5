"""One build at a time."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_site.output.publish import Publication
from ocop_site.output.refusals import PublishRefused
from tests.unit.output.folders import FIRST, files, publish, tidy
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

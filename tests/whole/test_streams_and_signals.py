"""However a shell calls it and whoever stops it: a command ends with a sentence and a code, never with a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import PROJECT
from tests.unit.small import SAUCE, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams and signals as Unix has them")

DEADLINE = 300


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content", SAUCE)


def shelled(content: Path, streams: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A command with its streams as a shell sets them; what it says to the shell's own is caught."""
    command = [sys.executable, "build.py", *arguments, "--content", str(content), "--today", "2026-11-23"]
    return subprocess.run(
        ["sh", "-c", f'"$@" {streams}', "sh", *command],
        cwd=PROJECT,
        env={**os.environ, "OCOP_MESSAGES": "en", **environment},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


STREAMS = {
    ">/dev/full": 3,
    "2>/dev/full": 0,
    ">&-": 0,
    "2>&-": 0,
    "<&-": 0,
    ">&- 2>&-": 0,
    ">&- 2>&- <&-": 0,
    "| head -c 1 >/dev/null": 0,
    "| true": 0,
}


@pytest.mark.parametrize("streams", STREAMS)
def test_a_command_does_its_work_whatever_became_of_its_streams(content: Path, streams: str) -> None:
    ended = shelled(content, streams, "ledger")
    assert ended.returncode == STREAMS[streams], ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "Exception ignored" not in ended.stderr
    assert "VD002" in (content / "codes.yaml").read_text("utf-8")


def test_what_could_not_be_told_is_told_on_the_other_stream(content: Path) -> None:
    assert "The work is done" in shelled(content, ">/dev/full", "ledger").stderr


def test_without_a_stream_for_errors_they_are_told_on_the_other(content: Path) -> None:
    ended = shelled(content, "2>&-", "ledger", "--nosuch")
    assert (ended.returncode, "--nosuch" in ended.stdout) == (2, True)


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, {"HOME": ""}])
def test_no_environment_makes_letters_fail(content: Path, environment: dict[str, str]) -> None:
    (content / "products" / "mam.yaml").write_text("code: VĐ002\n", "utf-8")
    ended = shelled(content, "", "check", **environment)
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "VĐ002" in ended.stdout


CAUGHT = """
import os, signal, sys
sys.argv = ["build.py", *sys.argv[2:]]
left = int(os.environ["STEP"])
def count(event, arguments):
    global left
    if event in ("open", "import", "os.mkdir", "os.rename"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), int(os.environ["SIGNAL"]))
from ocop_site.cli import main
sys.addaudithook(count)
main()
"""
"""A command that is sent a signal at its so manieth step."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("step", [1, 20, 60, 150, 400])
def test_a_build_that_is_stopped_says_so_and_publishes_nothing(
    content: Path, tmp_path: Path, number: signal.Signals, step: int
) -> None:
    assert shelled(content, "", "ledger").returncode == 0
    options = ["--content", str(content), "--output", str(tmp_path / "output"), "--cache", str(tmp_path / "cache")]
    ended = subprocess.run(
        [sys.executable, "-c", CAUGHT, "x", "build", *options, "--today", "2026-11-23"],
        cwd=PROJECT,
        env={**os.environ, "OCOP_MESSAGES": "en", "STEP": str(step), "SIGNAL": str(int(number))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, "Traceback" in ended.stderr) == (128 + number, False), ended.stderr
    assert "Stopped." in ended.stderr
    assert not [path for path in tmp_path.iterdir() if "stage" in path.name]
    assert not (tmp_path / "output").exists()

"""The bar on a real terminal: what a person sees of it, and that nobody else does."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from threading import Thread
from typing import TextIO

import pytest

from ocop_site.cli.progress import StageBar, watched
from tests.support import PROJECT
from tests.unit.small import CERTIFIED, RICE, SAUCE, written

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

Terminal = tuple[TextIO, Callable[[], str]]


def screen(said: str) -> list[str]:
    """The lines that stand on a terminal after it was told so much."""
    lines = []
    for line in re.sub(r"\x1b\[[?\d]*[a-zA-Z]", "", said).replace("\r\n", "\n").split("\n"):
        shown = ""
        for layer in line.split("\r"):
            shown = layer + shown[len(layer) :]
        lines.append(shown.rstrip())
    return lines


def all_of(terminal: int) -> str:
    """What was written to a terminal until nobody held it any more."""
    parts = []
    try:
        while part := os.read(terminal, 1 << 16):
            parts.append(part)
    except OSError:  # how Linux tells of the end
        pass
    return b"".join(parts).decode()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A stream to a terminal, and what was said to it."""
    here, there = os.openpty()
    stream = os.fdopen(there, "w", encoding="utf-8")
    said: list[str] = []
    reader = Thread(target=lambda: said.append(all_of(here)))
    reader.start()

    def ended() -> str:
        stream.close()
        reader.join()
        return said[0]

    yield stream, ended
    stream.close()
    reader.join()
    os.close(here)


def test_what_is_over_before_its_time_shows_nothing(terminal: Terminal) -> None:
    stream, said = terminal
    bar = StageBar(stream, "en", due=inf)
    for page in range(1, 101):
        bar("pages", page, 100)
    bar.erase()
    assert said() == ""


def test_a_bar_tells_the_stage_the_amounts_and_an_estimate_in_the_editors_language(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop_site.cli.progress._PAUSE", 0)
    stream, said = terminal
    bar = StageBar(stream, "vi", due=0)
    for page in (1, 120):
        bar("pages", page, 280)
    assert re.fullmatch(r"Trang  \[#+-+\]  120/280  còn khoảng \d+ giây", screen(said())[0])


def test_the_next_stage_takes_the_line_of_the_one_before(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocop_site.cli.progress._PAUSE", 0)
    stream, said = terminal
    bar = StageBar(stream, "en", due=0)
    bar("pictures", 1_000_000, 9_000_000)
    bar("pages", 7, 0)
    assert re.fullmatch(r"Pages  \[[-#]+\]  7", screen(said())[0])


def test_what_is_done_leaves_a_clean_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocop_site.cli.progress._PAUSE", 0)
    stream, said = terminal
    bar = StageBar(stream, "en", due=0)
    for page in range(1, 11):
        bar("pages", page, 10)
    everything = said()
    assert "Pages" in everything
    assert screen(everything) == [""]
    assert everything.endswith("\x1b[?25h"), "the cursor is seen again"


def test_who_reads_a_file_or_json_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", heard := io.StringIO())
    monkeypatch.setattr("ocop_site.cli.progress.PATIENCE", 0)
    for format in ("text", "json", "github"):
        with watched("en", format) as run:
            run.progress("pages", 1, 2)
    assert heard.getvalue() == ""


@pytest.mark.parametrize("arguments", [["check"], ["labels", "--trial"]], ids=" ".join)
def test_after_a_command_only_its_report_is_on_the_terminal(tmp_path: Path, arguments: list[str]) -> None:
    written(tmp_path / "content", RICE, SAUCE, files={"products/gao.yaml": CERTIFIED})
    here, there = os.openpty()
    command = [sys.executable, str(PROJECT / "build.py"), *arguments, "--messages", "en", "--jobs", "1"]
    with subprocess.Popen([*command, "--themes", str(PROJECT / "themes")], cwd=tmp_path, stdout=there, stderr=there):
        os.close(there)
        lines = screen(all_of(here))
    os.close(here)
    assert lines[-1] == ""
    assert lines[-2]
    assert not [line for line in lines if "[#" in line or "-]" in line]

"""The preview as a program: the port, the browser, Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ocop_site.preview.folder import preview_folder
from ocop_site.preview.server import PortTaken, listen, serve
from tests.support import PROJECT, Task
from tests.unit.preview.running import DEADLINE
from tests.unit.small import SAUCE, written


def test_a_port_that_is_taken_is_told_before_anything_else(site: Path) -> None:
    def not_called(_: object) -> Any:
        raise AssertionError("nothing is said or built")

    task = Task(site / "content", site / "themes", site / "output")
    with listen(0) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken):
            serve(task, port, report=not_called, ready=not_called, build=not_called)


SERVE = textwrap.dedent(
    """
    import os, sys, time
    from pathlib import Path
    from ocop_site.preview.server import serve
    from tests.support import Task
    from tests.unit.preview.running import small_build

    def build(task):
        outcome = small_build(task)
        while "slow" in (task.content / "index.txt").read_text():
            print("building", flush=True)
            time.sleep(0.01)
        return outcome

    folder = Path(sys.argv[1])
    task = Task(folder / "content", folder / "themes", folder / "output")
    report = lambda outcome: print("reported", flush=True)
    ready = lambda address: print(address, flush=True)
    serve(task, int(sys.argv[2]), report=report, ready=ready, open_browser="open" in sys.argv, build=build)
    print("ended", flush=True)
    """
)


@contextmanager
def served(site: Path, *arguments: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    (site / "temporary").mkdir()
    with listen(0) as door:
        port = str(door.getsockname()[1])
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(site), port, *arguments],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(site / "temporary"), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line(process: "subprocess.Popen[str]", start: str) -> str:
    assert process.stdout
    return next((said.strip() for said in process.stdout if said.startswith(start)), "")


posix = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one program alone")


@posix
def test_ctrl_c_ends_it_without_a_trace(site: Path) -> None:
    with served(site) as process:
        address = line(process, "http")
        port = int(address.rstrip("/").rpartition(":")[2])
        with (
            socket.create_connection(("127.0.0.1", port)) as idle,
            socket.create_connection(("127.0.0.1", port)) as page,
        ):
            greeting = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            page.sendall(f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{greeting}{key}\r\n".encode())
            assert page.recv(4096).startswith(b"HTTP/1.1 101 ")
            idle.sendall(b"GET / HTTP/1.1\r\n")
            assert list((site / "temporary").iterdir())
            process.send_signal(signal.SIGINT)
            said, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, said, wrong) == (0, "ended\n", "")
        assert not list((site / "temporary").iterdir())


@posix
def test_ctrl_c_during_a_build_ends_with_it(site: Path) -> None:
    (site / "content/index.txt").write_text("slow", "utf-8")
    with served(site) as process:
        line(process, "building")
        process.send_signal(signal.SIGINT)
        (site / "content/index.txt").write_text("quick", "utf-8")
        said, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, said.splitlines()[-1], wrong) == (0, "ended", "")
        assert not list((site / "temporary").iterdir())


@posix
def test_the_browser_is_opened_when_there_is_something_to_see(site: Path) -> None:
    os.mkfifo(site / "waits")
    browser = site / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{site}/waits"\n', "utf-8")
    browser.chmod(0o755)
    with served(site, "open", BROWSER=f"{browser} %s") as process:
        address = line(process, "http")
        assert (site / "waits").read_text("utf-8") == address
        process.send_signal(signal.SIGINT)
        said, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, said, wrong) == (0, "ended\n", "")


def test_what_is_reported_comes_before_the_address(site: Path) -> None:
    with served(site) as process:
        assert process.stdout
        assert process.stdout.readline() == "reported\n"
        assert process.stdout.readline().startswith("http://127.0.0.1:")


@contextmanager
def command(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """`python build.py serve` on a small catalogue, once there is something to see."""
    content = written(tmp_path / "content", SAUCE)
    with listen(0) as door:
        port = str(door.getsockname()[1])
    (tmp_path / "temporary").mkdir(exist_ok=True)
    options = ["--content", str(content), "--cache", str(tmp_path / "cache"), "--today", "2026-11-23", "--port", port]
    with subprocess.Popen(
        [sys.executable, "build.py", "serve", *options],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert line(process, "http")
            yield process
        finally:
            process.kill()


def folders(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "temporary").iterdir()]


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_preview_that_is_ended_or_whose_window_is_closed_leaves_no_drafts(tmp_path: Path, name: str) -> None:
    with command(tmp_path) as process:
        assert folders(tmp_path)
        process.send_signal(getattr(signal, name))
        _, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, wrong) == (0, "")
    assert folders(tmp_path) == []


@posix
def test_the_next_preview_removes_what_a_killed_one_left_and_nothing_of_one_that_runs(tmp_path: Path) -> None:
    with command(tmp_path) as killed:
        (of_killed,) = folders(tmp_path)
        with command(tmp_path) as running:
            (of_running,) = set(folders(tmp_path)) - {of_killed}
            killed.kill()
            killed.wait()
            (tmp_path / "temporary" / "ocop-preview-of_others").mkdir()
            with preview_folder_in(tmp_path / "temporary") as own:
                assert set(folders(tmp_path)) == {of_running, own.name, "ocop-preview-of_others"}
            assert running.poll() is None


@contextmanager
def preview_folder_in(temporary: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tempfile, "tempdir", str(temporary))
        with preview_folder() as folder:
            yield folder

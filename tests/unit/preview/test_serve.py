"""The preview as a program: the port, the browser, the telephone, Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import zxingcpp

from ocop_site.preview.doors import NoNetwork, listen, network_address
from tests.support import PROJECT, needed, run
from tests.unit.preview.running import DEADLINE
from tests.unit.preview.test_phone import painted
from tests.unit.small import SAUCE, written

posix = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one program alone")


@contextmanager
def served(tmp_path: Path, *arguments: str, port: int = 0, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """`python build.py serve` on a small catalogue."""
    content, cache = written(tmp_path / "content", SAUCE), tmp_path / "cache"
    options = ["--content", str(content), "--cache", str(cache), "--today", "2026-11-23", "--port", str(port or free())]
    with subprocess.Popen(
        [sys.executable, "build.py", "serve", *options, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def free() -> int:
    with closing(listen(0)) as doors:
        return doors.port


def line(process: "subprocess.Popen[str]", start: str) -> str:
    assert process.stdout
    return next((said.strip() for said in process.stdout if said.startswith(start)), "")


@posix
def test_ctrl_c_ends_it_without_a_trace(tmp_path: Path) -> None:
    with served(tmp_path) as process:
        port = int(line(process, "http").rstrip("/").rpartition(":")[2])
        with (
            socket.create_connection(("127.0.0.1", port)) as idle,
            socket.create_connection(("127.0.0.1", port)) as page,
        ):
            greeting = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            page.sendall(f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{greeting}{key}\r\n".encode())
            assert page.recv(4096).startswith(b"HTTP/1.1 101 ")
            idle.sendall(b"GET / HTTP/1.1\r\n")
            process.send_signal(signal.SIGINT)
            _, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, wrong) == (0, "")


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_it_ends_well_when_it_is_told_to_while_it_works(tmp_path: Path, name: str) -> None:
    with served(tmp_path) as process:
        assert line(process, "http")
        (tmp_path / "content/products/mam.yaml").write_text(SAUCE.text() + "# saved\n", "utf-8")
        process.send_signal(getattr(signal, name))
        _, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, wrong) == (0, "")


@posix
def test_the_browser_is_opened_when_there_is_something_to_see(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "waits")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/waits"\n', "utf-8")
    browser.chmod(0o755)
    with served(tmp_path, "--open", BROWSER=f"{browser} %s") as process:
        address = line(process, "http")
        assert (tmp_path / "waits").read_text("utf-8") == address
        process.send_signal(signal.SIGINT)
        _, wrong = process.communicate(timeout=DEADLINE)
        assert (process.returncode, wrong) == (0, "")


def test_what_is_shown_is_told_before_the_address_and_the_whole_when_it_was_checked(tmp_path: Path) -> None:
    with served(tmp_path, "--messages", "en") as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(4)]
    assert re.match(r"Preview: 1 products, 1 warnings, [0-9.]+ s\. Ctrl\+C ends it\.", said[1])
    assert said[2].startswith("http://127.0.0.1:")
    assert re.match(r"All [0-9]+ pages were checked: 0 errors, 1 warnings, ", said[3])


def test_a_busy_port_moves_on_and_says_so(tmp_path: Path) -> None:
    with closing(listen(0)) as other, served(tmp_path, port=other.port) as process:
        said = line(process, f"Cổng {other.port} đang có chương trình khác dùng")
        now = int(re.findall(r"\d+", said)[-1])
        assert now > other.port
        assert line(process, "http") == f"http://127.0.0.1:{now}/"


def test_an_address_of_no_machine_of_ones_own_is_refused_in_words(tmp_path: Path) -> None:
    refused = run("serve", "--content", str(written(tmp_path / "content", SAUCE)), "--host", "192.0.2.7")
    assert refused.returncode == 2
    assert "192.0.2.7 không phải là địa chỉ của máy này" in refused.stderr


@pytest.fixture
def network() -> str:
    try:
        return network_address("127.0.0.2")
    except NoNetwork:
        pytest.skip("this machine has one address alone")


def test_a_telephone_is_told_the_address_in_words_where_no_person_watches(tmp_path: Path, network: str) -> None:
    port = free()
    with served(tmp_path, "--host", network, port=port) as process:
        assert f"http://{network}:{port}/" in line(process, "Điện thoại")
        assert line(process, "Đã kiểm tra")


@posix
def test_a_telephone_reads_the_address_from_the_terminal(tmp_path: Path, network: str) -> None:
    script, port = needed("script"), free()
    content = written(tmp_path / "content", SAUCE)
    options = f"--content {content} --cache {tmp_path / 'cache'} --port {port} --host {network}"
    command = f"{sys.executable} build.py serve {options}"
    with subprocess.Popen(
        [script, "-qfc", command, os.devnull], cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            code = []
            for said in process.stdout:
                if said.startswith("\x1b[38;5;16;48;5;231m"):
                    code.append(said.rstrip("\r\n"))
                elif code:
                    break
        finally:
            process.kill()
    (found,) = zxingcpp.read_barcodes(painted("\n".join(code)))
    assert found.text == f"http://{network}:{port}/"

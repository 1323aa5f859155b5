"""What the preview serves, and to whom: real requests, and sockets as browsers open them."""

import asyncio
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from ocop_site.preview.server import listen
from tests.support import Outcome, Task
from tests.unit.preview.running import Running, opened, play, previewed, small_build


def test_the_site_is_built_aside_and_served_under_its_own_address(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            front = await running.get("")
            assert front.code == 200
            assert f"front at http://127.0.0.1:{running.host.split(':')[1]}/" in front.body.decode()
            assert front.headers["Content-Type"] == "text/html; charset=utf-8"
            assert front.headers["Cache-Control"] == "no-store"
            assert front.headers["X-Content-Type-Options"] == "nosniff"
            assert not (site / "output").exists()
            assert (site / "place/site/index.html").is_file()

    play(story())


def test_a_build_has_no_processes_that_would_hear_ctrl_c_too(site: Path) -> None:
    asked: list[int] = []

    def noting_build(task: Task) -> Outcome:
        asked.append(task.jobs)
        return small_build(task)

    async def story() -> None:
        async with previewed(site, noting_build, jobs=4):
            assert asked == [1]

    play(story())


def test_files_are_served_as_they_are(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            script, picture = await running.get("assets/face.js"), await running.get("assets/picture.avif")
            assert (script.headers["Content-Type"], script.body) == ("text/javascript; charset=utf-8", b"'face'")
            assert (picture.headers["Content-Type"], picture.body) == ("image/avif", b"\0picture")
            head = await running.get("assets/face.js", method="HEAD")
            assert (head.code, head.headers["Content-Length"], head.body) == (200, "6", b"")

    play(story())


def test_a_folder_is_answered_at_its_address_with_a_slash(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            bare = await running.get("rice?star=4")
            assert (bare.code, bare.headers["Location"]) == (302, "/rice/?star=4")
            assert "rice" in await running.text("rice/")
            assert (await running.get("assets/")).code == 404
            assert (await running.get("assets")).code == 404

    play(story())


@pytest.mark.parametrize("path", ["nothing", "nothing/", "forcereload", "rice/index.html/", "a" * 4000])
def test_an_unknown_address_gets_the_sites_own_page(site: Path, path: str) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            unknown = await running.get(path)
            assert unknown.code == 404
            assert "no such page" in unknown.body.decode()
            assert "/livereload.js" in unknown.body.decode()
            async with opened(running) as browser:
                assert await browser.heard_by_now() == []

    play(story())


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/../../content/index.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/rice/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/C:/Windows/win.ini",
        "/index.html%00",
        "/index.html::$DATA",
        "/./index.html",
    ],
)
def test_no_address_leads_out_of_the_site(site: Path, path: str) -> None:
    """Asked without a client that would straighten the path."""

    async def story() -> None:
        async with previewed(site) as running:
            (site / "place/secret.txt").write_text("secret", "utf-8")
            assert b"404 Not Found" in (await raw(running, path)).splitlines()[0]

    play(story())


def test_what_is_no_text_is_refused(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            assert (await raw(running, "/%ff%fe")).startswith(b"HTTP/1.1 400 ")
            assert (await running.get("", method="POST", body="x")).code == 405

    play(story())


async def raw(running: Running, path: str) -> bytes:
    reader, writer = await asyncio.open_connection(*running.host.split(":"))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {running.host}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


# Who may ask


@pytest.mark.parametrize("path", ["", "rice/", "livereload.js", "livereload", "nothing"])
def test_other_hosts_are_refused(site: Path, path: str) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for host in ("evil.example", f"evil.example:{running.host.split(':')[1]}", "127.0.0.1:1", "localhost"):
                answer = await running.get(path, headers={"Host": host})
                assert answer.code == 403
                assert b"front" not in answer.body

    play(story())


def test_this_machine_may_be_called_by_its_names(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
                host = f"{name}:{running.host.split(':')[1]}"
                answer = await running.get("", headers={"Host": host})
                assert answer.code == 200
                assert f"connect-src ws://{host} 'self'" in answer.body.decode()

    play(story())


def test_a_page_from_elsewhere_cannot_listen(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            foreign = ["http://evil.example", f"http://evil.example:{running.host.split(':')[1]}", "null"]
            for origin in [*foreign, "http://127.0.0.1:1"]:
                with pytest.raises(HTTPClientError, match="403"):
                    async with opened(running, Origin=origin):
                        pass
            with pytest.raises(HTTPClientError, match="403"):
                async with opened(running, Host="evil.example", Origin="http://evil.example"):
                    pass
            async with opened(running, Origin=f"http://{running.host}") as browser:
                assert await browser.heard_by_now() == []

    play(story())


JUNK: list[str | bytes] = ["", "{", "[]", "1", '{"command": 1}', "[" * 100_000, b"\xff\xfe\x00", "x" * 1_000_000]


@pytest.mark.parametrize("junk", JUNK)
def test_what_is_no_message_ends_that_talk_alone(
    site: Path, junk: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            address = f"ws://{running.host}/livereload"
            connection = await websocket_connect(HTTPRequest(address, headers={"Origin": f"http://{running.host}"}))
            await connection.write_message(junk, binary=isinstance(junk, bytes))
            assert await connection.read_message() is None
            async with opened(running) as browser:
                assert await browser.heard_by_now() == []
            assert "front" in await running.text("")

    play(story())
    assert not [record for record in caplog.records if record.exc_info]


def test_what_is_no_request_is_answered_with_nothing_and_the_next_one_well(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            name, port = running.host.split(":")
            for junk in (b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x16\x03\x01"):
                reader, writer = await asyncio.open_connection(name, int(port))
                writer.write(junk)
                writer.write_eof()
                assert b"front" not in await reader.read()
                writer.close()
            assert "front" in await running.text("")

    play(story())


def test_only_this_machine_is_listened_to() -> None:
    with listen(0) as door:
        assert door.getsockname()[0] == "127.0.0.1"

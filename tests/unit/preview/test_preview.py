"""The preview: real builds into a folder of its own, real requests, real sockets, and a browser that hears of saves."""

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect
from watchfiles import Change

from ocop_site.document import Document
from ocop_site.output.publish import Publication
from ocop_site.pipeline import Outcome, Task, build
from ocop_site.preview.page import live, problems_page
from ocop_site.preview.server import PortTaken, Preview, listen, serve
from ocop_site.preview.watch import counts, saves
from ocop_site.problems import Place, Problem
from tests.support import PROJECT

DEADLINE = 300
"""Seconds after which a story that hangs is given up; no test waits for it."""

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; connect-src 'self'\">"


def small_build(task: Task) -> Outcome:
    """A site of a page for each text; a text with `wrong` in it is a mistake."""
    texts = {file.stem: file.read_text("utf-8") for file in sorted(task.content.glob("*.txt"))}
    wrong = {name: text for name, text in texts.items() if "wrong" in text}
    outcome = Outcome([Problem("value.id", Place(f"{name}.txt", 1), {"value": text}) for name, text in wrong.items()])
    if wrong:
        return outcome
    with Publication(task.output, [task.content, task.themes]) as publication:
        for name, text in {**texts, "404": "no such page"}.items():
            path = f"{name}.html" if name in ("index", "404") else f"{name}/index.html"
            publication.add(Document(path, f"<head>{POLICY}</head><p>{text} at {task.url}".encode()))
        publication.add(Document("assets/face.js", b"'face'"))
        publication.add(Document("assets/picture.avif", b"\0picture"))
        outcome.change = publication.publish()
    return outcome


@dataclass
class Running:
    """A preview that runs, and everything it has told."""

    preview: Preview
    content: Path
    told: "asyncio.Queue[Outcome]" = field(default_factory=asyncio.Queue)
    builds: int = 0

    @property
    def address(self) -> str:
        return self.preview.shown.address

    @property
    def host(self) -> str:
        return self.address.split("/")[2]

    def save(self, name: str, text: str) -> None:
        """In one step, as good editors do."""
        passing = self.content.parent / "passing"
        passing.write_text(text, "utf-8")
        passing.replace(self.content / name)

    async def get(self, path: str, **asked: Any) -> HTTPResponse:
        asked = {"follow_redirects": False, "connect_timeout": DEADLINE, "request_timeout": DEADLINE, **asked}
        return await AsyncHTTPClient().fetch(self.address + path, raise_error=False, **asked)

    async def text(self, path: str) -> str:
        return (await self.get(path)).body.decode()

    async def built(self) -> Outcome:
        return await self.told.get()

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """After as many builds as it takes."""
        while not await holds():
            await self.built()


@dataclass
class Browser:
    """What livereload's script in an open page does."""

    connection: WebSocketClientConnection

    async def heard(self) -> str:
        message = await self.connection.read_message()
        assert message is not None, "the connection was closed"
        command: str = json.loads(message)["command"]
        return command

    async def say(self, **message: object) -> None:
        await self.connection.write_message(json.dumps(message))

    async def heard_by_now(self) -> list[str]:
        """The server answers in order, so what it had to tell comes before the answer to our greeting."""
        await self.say(command="hello")
        heard = [await self.heard()]
        while heard[-1] != "hello":
            heard.append(await self.heard())
        return heard[:-1]


@asynccontextmanager
async def previewed(
    folder: Path, build: Callable[[Task], Outcome] = small_build, language: str = "vi", **asked: Any
) -> AsyncIterator[Running]:
    """A preview of `folder/content`, entered as soon as it answers."""
    (folder / "place").mkdir()
    ready = asyncio.Event()
    with listen(0) as door:

        def counted(task: Task) -> Outcome:
            running.builds += 1
            return build(task)

        preview = Preview(
            Task(**{"content": folder / "content", "themes": folder / "themes", "output": folder / "output"} | asked),
            door,
            folder / "place",
            build=counted,
            told=lambda outcome: running.told.put_nowait(outcome),
            messages=language,
        )
        running = Running(preview, folder / "content")
        task = asyncio.create_task(preview.run(lambda _: ready.set()))
        reached = asyncio.create_task(ready.wait())
        await asyncio.wait([task, reached], return_when=asyncio.FIRST_COMPLETED)
        try:
            if not task.done():
                yield running
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def opened(running: Running, page: str | None = None, **headers: str) -> AsyncIterator[Browser]:
    """A browser in which a page is open; `page` is its HTML where it was loaded before."""
    found = re.search(r"snipver=(\w+)", page or await running.text(""))
    assert found
    request = HTTPRequest(f"ws://{running.host}/livereload", headers=headers, connect_timeout=DEADLINE)
    browser = Browser(await websocket_connect(request))
    try:
        await browser.say(command="hello", snipver=found[1])
        assert await browser.heard() == "hello"
        await browser.say(command="info", url=running.address)
        yield browser
    finally:
        browser.connection.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.txt").write_text("front", "utf-8")
    (tmp_path / "content/rice.txt").write_text("rice", "utf-8")
    return tmp_path


def play(story: Awaitable[None]) -> None:
    async def within_the_deadline() -> None:
        await asyncio.wait_for(story, DEADLINE)

    asyncio.run(within_the_deadline())


# What is served


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


def test_only_this_machine_is_listened_to() -> None:
    with listen(0) as door:
        assert door.getsockname()[0] == "127.0.0.1"


# Saving


def test_a_save_renews_the_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            for text in ("one", "two", "three"):
                running.save("index.txt", text)
                assert await browser.heard() == "reload"
                assert text in await running.text("")

    play(story())


def test_a_change_of_the_theme_renews_the_page_too(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            (site / "themes/face").mkdir()
            (site / "themes/face/base.css").write_text("p{}", "utf-8")
            assert await browser.heard() == "reload"

    play(story())


def test_several_saves_during_a_build_are_one_build_and_one_reload(site: Path) -> None:
    going_on, may_end = threading.Event(), threading.Event()
    at_once: list[int] = []

    def slow_build(task: Task) -> Outcome:
        at_once.append(1)
        assert len(at_once) == 1
        going_on.set()
        assert may_end.wait(DEADLINE)
        at_once.pop()
        return small_build(task)

    async def story() -> None:
        may_end.set()
        async with previewed(site, slow_build) as running, opened(running) as browser:
            await running.built()
            may_end.clear()
            going_on.clear()
            running.preview.changed()
            await asyncio.to_thread(going_on.wait, DEADLINE)
            for _ in range(5):
                running.preview.changed()
            assert "front" in await running.text(""), "requests do not wait for a build"
            may_end.set()
            await running.built()
            await running.built()
            assert running.builds == 3
            assert await browser.heard_by_now() == ["reload", "reload"]

    play(story())


def test_a_page_that_was_on_its_way_during_a_build_is_renewed_as_soon_as_it_listens(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            await running.built()
            old = await running.text("")
            running.save("index.txt", "new")
            await running.built()
            async with opened(running, old) as browser:
                assert await browser.heard() == "reload"

    play(story())


def test_a_browser_that_has_gone_is_no_trouble(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            async with opened(running):
                pass
            async with opened(running) as browser:
                running.save("index.txt", "new")
                assert await browser.heard() == "reload"

    play(story())


# Mistakes


def test_a_mistake_leaves_the_last_good_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running, opened(running) as browser:
            await running.built()
            running.save("rice.txt", "wrong")
            assert [problem.code for problem in (await running.built()).problems] == ["value.id"]
            assert "rice at" in await running.text("rice/")
            running.save("rice.txt", "mended")
            await running.until(lambda: contains(running, "rice/", "mended at"))
            assert await browser.heard() == "reload"
            assert await browser.heard_by_now() == []

    play(story())


@pytest.mark.parametrize(("language", "title"), [("vi", "Chưa dựng được trang"), ("en", "could not be built yet")])
def test_mistakes_from_the_start_are_listed_until_they_are_mended(site: Path, language: str, title: str) -> None:
    (site / "content/rice.txt").write_text("wrong <script>alert(1)</script>", "utf-8")

    async def story() -> None:
        async with (
            previewed(site, language=language) as running,
            opened(running, await running.text("rice/")) as browser,
        ):
            listed = await running.get("rice/")
            assert listed.code == 503
            assert title in listed.body.decode()
            assert "rice.txt:1" in listed.body.decode()
            assert "&lt;script&gt;alert" in listed.body.decode()
            assert "<script>alert" not in listed.body.decode()
            running.save("rice.txt", "wrong too")
            assert await browser.heard() == "reload"
            assert "wrong too" in await running.text("rice/")
            running.save("rice.txt", "mended")
            assert await browser.heard() == "reload"
            assert (await running.get("rice/")).code == 200

    play(story())


def test_what_publishing_refuses_is_listed_too(site: Path) -> None:
    refusal = Problem("output.full", Place("output"), {"path": "/tmp/site"})

    async def story() -> None:
        async with previewed(site, lambda _: Outcome(refused=refusal)) as running:
            assert "ổ đĩa đã đầy" in await running.text("")

    play(story())


async def contains(running: Running, path: str, text: str) -> bool:
    return text in await running.text(path)


# The program's own builds


def test_a_whole_site_is_previewed_while_it_is_edited(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "tests/example/content", tmp_path / "content")
    page, record = "en/products/mau-gao/", "products/mau-gao.yaml"
    text = (tmp_path / "content" / record).read_text("utf-8")
    first, second = "Rice to try things out with.", "Rice of another harvest."
    asked: dict[str, Any] = {
        "themes": PROJECT / "themes",
        "today": date(2026, 11, 23),
        "drafts": True,
        "ledgers_bind": False,
    }

    async def story() -> None:
        async with previewed(tmp_path, build, **asked) as running:
            good = await running.built()
            assert good.change, [problem.message("en") for problem in good.problems]
            shown = await running.text(page)
            assert f'<link rel="canonical" href="{running.address}{page}">' in shown
            for link in sorted(set(re.findall(r'(?:href|src)="/([^"#]*)', shown))):
                assert (await running.get(link)).code == 200, link
            async with opened(running, shown) as browser:
                running.save(record, text.replace("set: 3", "set: 99", 1))
                assert (await running.built()).problems[0].place.file == f"content/{record}"
                assert first in await running.text(page)
                running.save(record, text.replace(first, second))
                assert await browser.heard() == "reload"
                assert second in await running.text(page)

    play(story())


# Watching


@pytest.mark.parametrize(
    "name",
    [
        ".rice.yaml.swp",
        ".#rice.yaml",
        "#rice.yaml#",
        "rice.yaml~",
        "4913",
        "rice.yaml___jb_tmp___",
        "rice.yaml___jb_old___",
        ".~lock.rice.ods#",
        "~$rice.docx",
        ".goutputstream-8KT2X2",
        "rice.tmp",
        "photo.jpg.part",
        "photo.jpg.crdownload",
        ".DS_Store",
        "Thumbs.db",
        ".git/index",
        "products/.git/HEAD",
    ],
)
def test_what_programs_put_there_for_a_moment_is_no_save(tmp_path: Path, name: str) -> None:
    assert not counts([tmp_path])(Change.modified, str(tmp_path / name))


@pytest.mark.parametrize("name", ["", "site.yaml", "products/rice.yaml", "media/rice/a (1).jpg", "news/a.vi.md"])
def test_what_people_save_is_a_save(tmp_path: Path, name: str) -> None:
    hidden = tmp_path / ".hidden/content"
    assert counts([tmp_path / "themes", hidden])(Change.modified, str(hidden / name))


def test_a_folder_may_be_made_later_go_and_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "content"

    async def story() -> None:
        noticed = saves([folder, tmp_path / "themes"])
        await anext(noticed)
        folder.mkdir()
        await anext(noticed)
        (folder / "site.yaml").write_text("a", "utf-8")
        await anext(noticed)
        folder.rename(tmp_path / "other")
        await anext(noticed)
        (tmp_path / "other").rename(folder)
        await anext(noticed)
        (folder / "site.yaml").write_text("b", "utf-8")
        await anext(noticed)
        await noticed.aclose()

    play(story())


# Pages


def test_the_script_comes_into_pages_of_every_shape_and_size() -> None:
    for page in (b"<head></HEAD ><body>", b"<p>no head</body>", b"only text", b"", b"<p>" + b"x" * 200_000):
        assert live(page, "127.0.0.1:8000", "v1").count(b'<script src="/livereload.js?snipver=v1" defer></script>') == 1
    assert live(b"<head></head><body></body>", "h", "v").index(b"<script") < live(b"<head></head>", "h", "v").index(
        b"</"
    )


@pytest.mark.parametrize(
    ("policy", "opened_policy"),
    [
        ("default-src 'none'; connect-src 'self'", "default-src 'none'; connect-src ws://h 'self'"),
        ("default-src &#39;none&#39;; connect-src 'none'", "default-src &#39;none&#39;; connect-src ws://h 'none'"),
        ("default-src 'none'; script-src 'self'", "connect-src http://h ws://h; default-src 'none'; script-src 'self'"),
    ],
)
@pytest.mark.parametrize(
    "meta",
    [
        '<meta http-equiv="Content-Security-Policy" content="{}">',
        '<META content="{}" HTTP-EQUIV=content-security-policy>',
    ],
)
def test_the_policy_lets_the_script_listen(meta: str, policy: str, opened_policy: str) -> None:
    assert live(meta.format(policy).encode(), "h", "v").decode().startswith(meta.format(opened_policy))


def test_a_page_that_only_speaks_of_the_policy_stays_as_it_is() -> None:
    page = b"<p>Content-Security-Policy: connect-src 'self'</p>"
    assert live(page, "h", "v").startswith(page)


def test_problems_are_told_as_text() -> None:
    problem = Problem("value.id", Place("<b>.yaml", 1, 1), {"value": "<i>"}, excerpt="<u>")
    assert not re.search("<[biu]>", problems_page([problem], "en").decode())


# The command


def test_a_port_that_is_taken_is_told_before_anything_else(site: Path) -> None:
    def not_called(_: object) -> Any:
        raise AssertionError("nothing is said or built")

    task = Task(site / "content", site / "themes", site / "output")
    with listen(0) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken):
            serve(task, port, told=not_called, ready=not_called, build=not_called)


SERVE = textwrap.dedent(
    """
    import os, sys, time
    from pathlib import Path
    from ocop_site.pipeline import Task
    from ocop_site.preview.server import serve
    from tests.unit.preview.test_preview import small_build

    def build(task):
        outcome = small_build(task)
        while "slow" in (task.content / "index.txt").read_text():
            print("building", flush=True)
            time.sleep(0.01)
        return outcome

    folder = Path(sys.argv[1])
    task = Task(folder / "content", folder / "themes", folder / "output")
    told = lambda outcome: print("told", flush=True)
    ready = lambda address: print(address, flush=True)
    serve(task, int(sys.argv[2]), told=told, ready=ready, open_browser="open" in sys.argv, build=build)
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


def test_what_is_told_comes_before_the_address(site: Path) -> None:
    with served(site) as process:
        assert process.stdout
        assert process.stdout.readline() == "told\n"
        assert process.stdout.readline().startswith("http://127.0.0.1:")

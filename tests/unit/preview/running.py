"""What the tests of the preview share: a preview that runs, and a browser that listens to it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from ocop_site.preview.doors import Doors, listen
from ocop_site.preview.server import Preview, Renewal
from tests.support import Task
from tests.unit.small import DAY

DEADLINE = 300
"""Seconds after which a story that hangs is given up; no test waits for it."""

RICE_PAGE, SAUCE_PAGE = "vi/san-pham/gao/", "vi/san-pham/mam/"


@dataclass
class Running:
    """A preview that runs, and everything it has reported."""

    preview: Preview
    doors: Doors
    content: Path
    reports: "asyncio.Queue[Renewal]" = field(default_factory=asyncio.Queue)

    @property
    def address(self) -> str:
        return self.doors.url

    @property
    def host(self) -> str:
        return self.address.split("/")[2]

    def text(self, name: str) -> str:
        return (self.content / name).read_text("utf-8")

    def save(self, name: str, text: str) -> None:
        """In one step, as good editors do."""
        passing = self.content.parent / "passing"
        passing.write_text(text, "utf-8")
        passing.replace(self.content / name)

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.text(name)
        assert old in text
        self.save(name, text.replace(old, new))

    async def get(self, path: str, **asked: Any) -> HTTPResponse:
        asked = {"follow_redirects": False, "connect_timeout": DEADLINE, "request_timeout": DEADLINE, **asked}
        return await AsyncHTTPClient().fetch(self.address + path, raise_error=False, **asked)

    async def shown(self, path: str) -> str:
        return (await self.get(path)).body.decode()

    async def told(self, wanted: Callable[[Renewal], bool] = lambda _: True) -> Renewal:
        """The next report of this sort."""
        while not wanted(renewal := await self.reports.get()):
            pass
        return renewal

    async def whole(self) -> Renewal:
        """When everything was made and checked."""
        return await self.told(lambda renewal: renewal.pages is not None)

    async def until(self, path: str, text: str) -> None:
        """After as many saves as it takes."""
        while text not in await self.shown(path):
            await self.told()


@dataclass
class Browser:
    """What livereload's script in an open page does."""

    connection: WebSocketClientConnection

    async def heard(self) -> dict[str, Any]:
        message = await self.connection.read_message()
        assert message is not None, "the connection was closed"
        heard: dict[str, Any] = json.loads(message)
        return heard

    async def path(self) -> str:
        """What is to be loaded anew: `*` is the page."""
        heard = await self.heard()
        assert heard["command"] == "reload"
        path: str = heard["path"]
        return path

    async def say(self, **message: object) -> None:
        await self.connection.write_message(json.dumps(message))

    async def paths_by_now(self) -> list[str]:
        """The server answers in order, so what it had to tell comes before the answer to our greeting."""
        await self.say(command="hello")
        heard = [await self.heard()]
        while heard[-1]["command"] != "hello":
            heard.append(await self.heard())
        return [each["path"] for each in heard[:-1]]


@asynccontextmanager
async def previewed(folder: Path, language: str = "vi", address: str = "", **asked: Any) -> AsyncIterator[Running]:
    """A preview of `folder/content`, entered as soon as it answers; for guests too at an address of the network."""
    ready = asyncio.Event()
    folders = {"content": folder / "content", "themes": folder / "themes", "cache": folder / "cache"}
    wish: dict[str, Any] = {"today": DAY, "drafts": True, "ledgers_bind": False, **folders, **asked}
    with closing(listen(0, address)) as doors:
        reports: asyncio.Queue[Renewal] = asyncio.Queue()
        preview = Preview(Task(**wish), doors, report=reports.put_nowait, messages=language)
        task = asyncio.create_task(preview.run(lambda _: ready.set()))
        reached = asyncio.create_task(ready.wait())
        await asyncio.wait([task, reached], return_when=asyncio.FIRST_COMPLETED)
        try:
            if not task.done():
                yield Running(preview, doors, folder / "content", reports)
        finally:
            reached.cancel()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def opened(running: Running, path: str = "", page: str | None = None, **headers: str) -> AsyncIterator[Browser]:
    """A browser in which a page is open; `page` is its HTML where it was loaded before."""
    found = re.search(r"snipver=(\w+)", page or await running.shown(path))
    assert found
    request = HTTPRequest(f"ws://{running.host}/livereload", headers=headers, connect_timeout=DEADLINE)
    browser = Browser(await websocket_connect(request))
    try:
        await browser.say(command="hello", snipver=found[1])
        assert (await browser.heard())["command"] == "hello"
        await browser.say(command="info", url=running.address + path)
        yield browser
    finally:
        browser.connection.close()


def play(story: Awaitable[None]) -> None:
    """In a thread of its own: in that of the tests the loop of a browser may be waiting for the next test."""

    async def within_the_deadline() -> None:
        await asyncio.wait_for(story, DEADLINE)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, within_the_deadline()).result()


async def asked(url: str, path: str, method: str = "GET", host: str = "") -> bytes:
    """The whole answer to one who asks at any of the preview's addresses."""
    told = host or url.split("/")[2]
    name, port = url.split("/")[2].rsplit(":", 1)
    reader, writer = await asyncio.open_connection(name, int(port))
    writer.write(
        f"{method} /{path} HTTP/1.1\r\nHost: {told}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
    )
    answer = await reader.read()
    writer.close()
    return answer


@asynccontextmanager
async def guests(running: Running, path: str) -> AsyncIterator[tuple[str, Browser]]:
    """A page as a guest has it, and the guest's browser, which listens."""
    url = running.doors.guests_url
    page = (await asked(url, path)).decode()
    browser = Browser(await websocket_connect(f"ws://{url.split('/')[2]}/livereload"))
    found = re.search(r"snipver=(\w+)", page)
    assert found
    await browser.say(command="hello", snipver=found[1])
    assert (await browser.heard())["command"] == "hello"
    await browser.say(command="info", url=url + path)
    yield page, browser
    browser.connection.close()

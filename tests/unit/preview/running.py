"""What the tests of the preview share: a small real build, a preview that runs, and a browser that listens to it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from ocop_site.document import Document
from ocop_site.output.publish import Publication
from ocop_site.preview.server import Preview, listen
from ocop_site.problems import Location, Problem
from tests.support import Outcome, Task

DEADLINE = 300
"""Seconds after which a story that hangs is given up; no test waits for it."""

POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; connect-src 'self'\">"


def small_build(task: Task) -> Outcome:
    """A site of a page for each text; a text with `wrong` in it is a mistake."""
    texts = {file.stem: file.read_text("utf-8") for file in sorted(task.content.glob("*.txt"))}
    wrong = {name: text for name, text in texts.items() if "wrong" in text}
    outcome = Outcome(
        [Problem("value.id", Location(f"{name}.txt", 1), {"value": text}) for name, text in wrong.items()]
    )
    if wrong:
        return outcome
    with Publication(task.output, [task.content, task.themes]) as publication:
        for name, text in {**texts, "404": "no such page"}.items():
            path = f"{name}.html" if name in ("index", "404") else f"{name}/index.html"
            publication.add(Document(path, f"<head>{POLICY}</head><p>{text} at {task.url}".encode()))
        publication.add(Document("assets/face.js", b"'face'"))
        publication.add(Document("assets/picture.avif", b"\0picture"))
        return replace(outcome, change=publication.publish())


@dataclass
class Running:
    """A preview that runs, and everything it has reported."""

    preview: Preview
    content: Path
    reports: "asyncio.Queue[Outcome]" = field(default_factory=asyncio.Queue)
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
        return await self.reports.get()

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
            report=lambda outcome: running.reports.put_nowait(outcome),
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


def play(story: Awaitable[None]) -> None:
    """In a thread of its own: in that of the tests the loop of a browser may be waiting for the next test."""

    async def within_the_deadline() -> None:
        await asyncio.wait_for(story, DEADLINE)

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, within_the_deadline()).result()

"""Builds into a folder of its own, serves it on this machine alone, and builds again whenever something was saved."""

import asyncio
import logging
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack, aclosing, suppress
from dataclasses import replace
from pathlib import Path
from socket import create_server, socket

from tornado.httpserver import HTTPServer

from ocop_site import pipeline
from ocop_site.preview.answers import Shown, application, load_anew
from ocop_site.preview.folder import preview_folder
from ocop_site.preview.watch import saves
from ocop_site.run import Outcome, Task

Build = Callable[[Task], Outcome]


class PortTaken(Exception):
    """Another program listens at the port, or the system keeps it."""


def serve(
    task: Task,
    port: int,
    *,
    report: Callable[[Outcome], None],
    ready: Callable[[str], None],
    open_browser: bool = False,
    messages: str = "vi",
    build: Build = pipeline.build,
) -> None:
    """Runs until Ctrl-C, or until it is told to end.

    `report` is given every build, `ready` the address once there is something to see.
    """

    def seen(address: str) -> None:
        ready(address)
        if open_browser:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)

    # What they have to say is of sockets that browsers closed, which they do at every click, and of what is no request.
    for name in ("livereload", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with suppress(KeyboardInterrupt), ExitStack() as opened:
        door = opened.enter_context(listen(port))
        folder = opened.enter_context(preview_folder())
        # Windows' own loop has no sockets of the kind that tornado needs.
        runner = opened.enter_context(asyncio.Runner(loop_factory=asyncio.SelectorEventLoop))
        runner.run(Preview(task, door, folder, build=build, report=report, messages=messages).run(seen))


def listen(port: int) -> socket:
    """The port is ours from here on, or a `PortTaken`."""
    try:
        door = create_server(("127.0.0.1", port), backlog=128)
    except OSError as error:
        raise PortTaken(port) from error
    door.setblocking(False)
    return door


class Preview:
    """One build at a time; all that is saved while it runs is in the one that follows."""

    def __init__(
        self,
        task: Task,
        door: socket,
        folder: Path,
        *,
        build: Build,
        report: Callable[[Outcome], None],
        messages: str = "vi",
    ) -> None:
        self.shown = Shown(folder / "site", door.getsockname()[1], messages)
        self._door, self._build, self._report = door, build, report
        # Processes of a build would be forks of a program with threads, and each would hear Ctrl-C for itself.
        self._task = replace(task, output=self.shown.folder, url=self.shown.address, jobs=1, hurry=self._is_waited_for)
        self._wanted = asyncio.Event()
        self._hurried, self._sketched = True, 0

    async def run(self, ready: Callable[[str], None]) -> None:
        """Requests that come before the first build is done wait at the door."""
        server = HTTPServer(application(self.shown))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._watch())
                await self._renew()
                server.add_sockets([self._door])
                ready(self.shown.address)
                while True:
                    await self._renew()
        finally:
            server.stop()
            await server.close_all_connections()

    def changed(self) -> None:
        self._wanted.set()

    async def _watch(self) -> None:
        async with aclosing(saves([self._task.content, self._task.themes])) as noticed:
            async for _ in noticed:
                self.changed()

    async def _renew(self) -> None:
        """Waits for a save, then builds aside, so that no request waits for it. Sketched pictures need no save."""
        if not self._sketched:
            await self._wanted.wait()
        self._hurried = self._wanted.is_set()
        self._wanted.clear()
        outcome = await asyncio.to_thread(self._build, self._task)
        self._sketched = outcome.sketched
        is_new = self.shown.take(outcome)
        self._report(outcome)
        if is_new:
            load_anew()

    def _is_waited_for(self) -> bool:
        return self._hurried or self._wanted.is_set()

"""Shows a site on this machine while it is written: a save is read, what is open is made of it, then all the rest."""

import asyncio
import gc
import logging
import signal
import sys
import time
import webbrowser
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, aclosing, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from socket import socket
from typing import Any

from tornado.httpserver import HTTPServer

from ocop_site.frozen import frozen
from ocop_site.preview.answers import Visitors, application
from ocop_site.preview.background import Background
from ocop_site.preview.doors import Doors
from ocop_site.preview.engine import Engine, LiveSite
from ocop_site.preview.shown import Shown
from ocop_site.preview.watch import saves
from ocop_site.problems import Problem
from ocop_site.run import Task

SWITCH = 0.001
"""Seconds for which one thread may keep another one waiting: five are usual, and an answer waits several times."""

RETURN = 0.1
"""Seconds in which a file that has gone may come back: some programs put a new one in the place of the old."""

LONGEST = 0.4
"""Seconds after which a save is shown although another one came while it was read."""

MENDED = 0.15
"""Seconds in which a mistake may be over: of a file that is written in several steps, half is read in between."""


@frozen
class Renewal:
    """What became of a save, after so many `seconds`; `pages` are counted where all of them were checked."""

    problems: tuple[Problem, ...]
    seconds: float
    is_shown: bool = True
    products: int = 0
    pages: int | None = None


def serve(
    task: Task,
    doors: Doors,
    *,
    report: Callable[[Renewal], None],
    ready: Callable[[str], None],
    open_browser: bool = False,
    messages: str = "vi",
) -> None:
    """Runs until Ctrl-C, or until it is told to end.

    `report` is given every renewal, `ready` the address once there is something to see.
    """

    def seen(address: str) -> None:
        ready(address)
        if open_browser:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)

    # What they have to say is of sockets that browsers closed, which they do at every click, and of what is no request.
    for name in ("livereload", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    sys.setswitchinterval(SWITCH)
    with suppress(KeyboardInterrupt, asyncio.CancelledError), ExitStack() as opened:
        opened.enter_context(closing(doors))
        # Windows' own loop has no sockets of the kind that tornado needs.
        runner = opened.enter_context(asyncio.Runner(loop_factory=asyncio.SelectorEventLoop))
        runner.run(_until_stopped(Preview(task, doors, report=report, messages=messages).run(seen)))


@contextmanager
def _uncollected() -> Iterator[None]:
    """While somebody waits for a save nothing is looked through for what may go: of a large site that takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_STOPS = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""A service manager, a window that is closed, Windows' own way to say so; of Ctrl-C the loop itself takes care."""


async def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Ends the work from within the loop: raised wherever it just is, a stop may be lost between two threads."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(task.cancel)

    for number in filter(None, (getattr(signal, name, None) for name in _STOPS)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)
    await work


class Preview:
    """One save at a time; all that is saved while it is read is in the one that follows."""

    def __init__(self, task: Task, doors: Doors, *, report: Callable[[Renewal], None], messages: str = "vi") -> None:
        self.shown = Shown(messages)
        self._doors, self._report = doors, report
        # What is printed as codes is for a telephone, which calls this machine by its address in the network.
        url = doors.guests_url if doors.guests else doors.url
        # Processes would be forks of a program with threads, and each would hear Ctrl-C for itself.
        self._engine = Engine(replace(task, url=url, jobs=1))
        self._background = Background()
        self._folders = [task.content, task.themes]
        self._saved: set[Path] = set()
        self._wanted = asyncio.Event()
        self._begun, self._has_ended = 0.0, False
        self._developed: frozenset[str] = frozenset()
        self._rest: asyncio.Task[None] | None = None
        self._developing: asyncio.Task[None] | None = None

    async def run(self, ready: Callable[[str], None]) -> None:
        """Requests that come before there is something to show wait at the door."""
        servers = self._servers()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._watch())
                await self._renew(group)
                # A site is millions of values: to look through all of them takes longer than to make a page.
                gc.collect()
                gc.freeze()
                for server, door in servers:
                    server.add_sockets([door])
                ready(self._doors.url)
                while True:
                    await self._renew(group)
        finally:
            self._has_ended = True
            for server, _ in servers:
                server.stop()
                await server.close_all_connections()
            self._background.close()

    def changed(self, *paths: Path) -> None:
        self._saved.update(paths)
        self._wanted.set()

    def _servers(self) -> list[tuple[HTTPServer, socket]]:
        port, address = self._doors.port, self._doors.address
        asked = [(self._doors.own, Visitors.of_this_machine(port))]
        if self._doors.guests:
            asked.append((self._doors.guests, Visitors.of_network(address, port)))
        return [(HTTPServer(application(self.shown, self._background, who)), door) for door, who in asked]

    async def _watch(self) -> None:
        async with aclosing(saves(self._folders)) as noticed:
            async for paths in noticed:
                self.changed(*paths)

    async def _renew(self, group: asyncio.TaskGroup) -> None:
        """Waits for a save, then reads it aside, so that no request waits for it."""
        await self._wanted.wait()
        began, saved = self._begun or time.perf_counter(), await self._taken()
        if self._rest:
            self._rest.cancel()
        with _uncollected():
            made = await asyncio.to_thread(self._engine.again, saved)
        if self._wanted.is_set() and time.perf_counter() - began < LONGEST:
            self._begun = began
            return
        self._begun = 0.0
        if isinstance(made, LiveSite):
            made = self.shown.take(made)
        if isinstance(made, LiveSite):
            self._tell(began, made.problems, products=len(made.catalogue.products))
            self._background.take(made)
            self._rest = group.create_task(self._check(made))
            self._develop(group, made)
        elif not await self._is_saved_within(MENDED):
            self.shown.tell_problems(mistakes=made.problems)
            self._tell(began, made.problems, is_shown=False)

    async def _taken(self) -> frozenset[Path]:
        """All that was saved until now, and what comes in the place of a file that has gone."""
        if not all(path.exists() for path in self._saved):
            await asyncio.sleep(RETURN)
        saved = frozenset(self._saved)
        self._saved.clear()
        self._wanted.clear()
        return saved

    async def _is_saved_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wanted.wait(), seconds)
        return self._wanted.is_set()

    def _develop(self, group: asyncio.TaskGroup, site: LiveSite) -> None:
        """Makes well what was only sketched, however many saves come; each picture once, were it never to succeed."""
        new = site.sketched - self._developed
        if new and (self._developing is None or self._developing.done()):
            self._developed |= new
            self._developing = group.create_task(self._show_developed(site))

    async def _show_developed(self, site: LiveSite) -> None:
        await asyncio.to_thread(self._engine.develop, site, lambda: self._has_ended)
        self.changed()

    async def _check(self, site: LiveSite) -> None:
        """Makes and checks everything, and tells what it finds."""
        began = time.perf_counter()
        pages, checked = await self._background.check()
        if self.shown.pages and self.shown.pages.site is site:
            self.shown.pages.learn(pages)
        self.shown.tell_problems(found=checked.problems)
        self._tell(began, (*site.problems, *checked.problems), pages=len(checked.pages))

    def _tell(self, began: float, problems: tuple[Problem, ...], **told: Any) -> None:
        self._report(Renewal(problems, time.perf_counter() - began, **told))

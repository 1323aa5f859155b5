"""A second thread, with pages of its own: what takes long is made there, in slices, while the first one answers."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ocop_site.document import Document
from ocop_site.preview.beside import LiveExports, is_export
from ocop_site.preview.engine import LiveSite
from ocop_site.preview.live_pages import LivePages
from ocop_site.preview.rest import Checked, Slices, rest

Value = TypeVar("Value")

PAUSE, LONGEST = 0.03, 0.2
"""Seconds without a question before the next slice, and after how many it comes all the same."""


class Background:
    """Works on one site at a time. What is not yet begun of the one before is never begun."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "preview")
        self._site: LiveSite | None = None
        self._pages: LivePages | None = None
        self._exports: LiveExports | None = None
        self._checked: Checked | None = None
        self._asked = 0.0

    def take(self, site: LiveSite) -> None:
        self._site = site

    def asked(self) -> None:
        """Somebody is being answered."""
        self._asked = time.monotonic()

    async def file(self, file: str) -> Document | None:
        """What machines read, and scripts of pages: made when it is asked for."""
        return await self._in_thread(lambda: self._at_hand()[1].document(file)) if is_export(file) else None

    async def check(self) -> tuple[LivePages, Checked]:
        """Makes and checks everything; cancelled, it ends with the slice that is under way."""
        pages, exports = await self._in_thread(self._at_hand)
        slices = Slices(rest(pages, exports, self._checked))
        while (checked := await self._in_thread(slices.next)) is None:
            await self._nobody_asks()
        self._checked = checked
        return pages, checked

    def close(self) -> None:
        self._thread.shutdown(cancel_futures=True)

    async def _nobody_asks(self) -> None:
        until = time.monotonic() + LONGEST
        while (now := time.monotonic()) < min(until, self._asked + PAUSE):
            await asyncio.sleep(min(until, self._asked + PAUSE) - now)

    def _at_hand(self) -> tuple[LivePages, LiveExports]:
        """Those of the site that was taken last."""
        site = self._site
        assert site
        if self._pages is None or self._exports is None or self._pages.site is not site:
            self._pages = LivePages(site, self._pages)
            self._exports = LiveExports(self._pages)
        return self._pages, self._exports

    async def _in_thread(self, work: Callable[[], Value]) -> Value:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

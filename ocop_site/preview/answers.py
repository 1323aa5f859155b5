"""Answers the browser: the site's files, the page of problems, and the socket over which it is told to load anew."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.web import Application, HTTPError, RequestHandler

from ocop_site.preview.page import live, problems_page
from ocop_site.problems import Problem
from ocop_site.run import Outcome


def _new_version() -> str:
    """The letter keeps the script from reading a number, and no version comes again after a new start."""
    return f"v{secrets.token_hex(4)}"


@dataclass
class Shown:
    """What the browser gets: the last good build, or before the first one the problems that keep it back."""

    folder: Path
    port: int
    language: str = "vi"
    is_good: bool = False
    problems: Sequence[Problem] = ()
    version: str = field(default_factory=_new_version)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def hosts(self) -> list[str]:
        """What the browser may call us. A page from elsewhere, whose name was made to lead here, gives its own."""
        bare = ["127.0.0.1", "localhost", "[::1]"]
        return [f"{name}:{self.port}" for name in bare] + (bare if self.port == 80 else [])

    def take(self, outcome: Outcome) -> bool:
        """Whether there is something new to show: a failed build leaves the last good one."""
        is_good = outcome.change is not None
        if self.is_good and not is_good:
            return False
        self.is_good, self.problems, self.version = is_good, outcome.reported, _new_version()
        return True


def application(shown: Shown) -> Application:
    """Quiet: an unknown address is told on the page, not in the window where the problems are."""
    handlers = [("/livereload", _Socket), (r"/livereload\.js", _Script), ("/(.*)", _Site)]
    return Application(handlers, shown=shown, log_function=_unlogged)


def _unlogged(_: RequestHandler) -> None:
    pass


def load_anew() -> None:
    _Socket.reload_waiters("*")


class _Local(RequestHandler):
    """Answers this machine's own browser, and keeps it from keeping anything."""

    @property
    def shown(self) -> Shown:
        shown: Shown = self.settings["shown"]
        return shown

    def prepare(self) -> None:
        if self.request.headers.get("Host", "").lower() not in self.shown.hosts:
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")


class _Site(_Local):
    """A file of the site, or its page for unknown addresses."""

    def get(self, path: str) -> None:
        if not self.shown.is_good:
            self.set_status(503)
            self._page(problems_page(self.shown.problems, self.shown.language))
        elif (body := _file(self.shown.folder, path)) is not None:
            self._answer(path if path and not path.endswith("/") else "index.html", body)
        elif not path.endswith("/") and _file(self.shown.folder, f"{path}/") is not None:
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{self.request.path}/{query}")
        elif (unknown := _file(self.shown.folder, "404.html")) is not None:
            self.set_status(404)
            self._page(unknown)
        else:
            raise HTTPError(404)

    def head(self, path: str) -> None:
        self.get(path)

    def _answer(self, name: str, body: bytes) -> None:
        kind = _type(name)
        if kind.startswith("text/html"):
            self._page(body)
        else:
            self.set_header("Content-Type", kind)
            self.finish(body)

    def _page(self, body: bytes) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(live(body, self.request.host, self.shown.version))


class _Script(_Local, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's own script."""


class _Socket(_Local, LiveReloadHandler):  # type: ignore[misc]
    """Tells a page to load anew; at once where the site became another one while the page was on its way."""

    watcher = Watcher()
    _version = ""

    def check_origin(self, origin: str) -> bool:
        return origin.lower() == f"http://{self.request.host}".lower()

    def on_message(self, message: str | bytes) -> None:
        """What no page of ours says, since its own script speaks alone, ends the talk."""
        received = _received(message)
        if not isinstance(received.get("command"), str):
            self.close()
            return
        self._version = str(received.get("snipver", self._version))
        super().on_message(message)
        if received.get("command") == "info" and self._version != self.shown.version:
            self.write_message({"command": "reload", "path": "*"})


def _received(message: str | bytes) -> dict[str, Any]:
    try:
        received = json_decode(message)
    except (ValueError, RecursionError):
        return {}
    return received if isinstance(received, dict) else {}


def _file(folder: Path, path: str) -> bytes | None:
    """The bytes at an address; None for what is not there and for every way out of the folder."""
    names = path.split("/")
    names[-1] = names[-1] or "index.html"
    if any(name in ("", ".", "..") or set(name) & set("\\:\0") for name in names):
        return None
    try:
        return folder.joinpath(*names).read_bytes()
    except OSError:
        return None


def _type(name: str) -> str:
    kind, packed = _TYPES.guess_type(name)
    if kind is None or packed:
        return "application/octet-stream"
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
    return f"{kind}; charset=utf-8" if is_text else kind


_TYPES = MimeTypes()
"""Not the system's own list: on Windows any program may have changed what a script is."""

for _ending, _kind in {
    ".avif": "image/avif",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}.items():
    _TYPES.add_type(_kind, _ending)

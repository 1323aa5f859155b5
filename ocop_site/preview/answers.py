"""Answers browsers: pages, what stands beside them, what is wrong, and the socket over which they are told of saves."""

from functools import cache
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.escape import json_decode
from tornado.web import Application, HTTPError, RequestHandler

from ocop_site.editions.urls import file_of
from ocop_site.frozen import frozen
from ocop_site.preview.background import Background
from ocop_site.preview.doors import host_of
from ocop_site.preview.media_types import media_type
from ocop_site.preview.page import PROBLEMS, SCRIPT, STYLE, guests_page, live, overlay
from ocop_site.preview.shown import PageAnswer, Shown, file_at


@frozen
class Visitors:
    """Who may ask: browsers that call us by one of these `hosts`. A page from elsewhere, whose name was made to lead
    here, gives its own. Guests come from other machines: they see pages, and nothing of what is wrong.
    """

    hosts: tuple[str, ...]
    is_guests: bool = False

    @classmethod
    def of_this_machine(cls, port: int) -> "Visitors":
        return cls(_with_port(["127.0.0.1", "localhost", "[::1]"], port))

    @classmethod
    def of_network(cls, address: str, port: int) -> "Visitors":
        return cls(_with_port([host_of(address)], port), is_guests=True)


def _with_port(names: list[str], port: int) -> tuple[str, ...]:
    return (*(f"{name}:{port}" for name in names), *(names if port == 80 else ()))


def application(shown: Shown, background: Background, visitors: Visitors) -> Application:
    """Quiet: an unknown address is told on the page, not in the window where the problems are."""
    own = [] if visitors.is_guests else [(f"/{PROBLEMS}", _Problems)]
    handlers = [("/livereload", _Socket), (r"/livereload\.js", _Script), (rf"/({SCRIPT}|{STYLE})", _Own), *own]
    asked: Any = {"shown": shown, "background": background, "visitors": visitors}
    return Application([*handlers, ("/(.*)", _Site)], log_function=_unlogged, **asked)


def _unlogged(_: RequestHandler) -> None:
    pass


class _Local(RequestHandler):
    """Answers those who may ask, and keeps their browsers from keeping anything."""

    @property
    def shown(self) -> Shown:
        shown: Shown = self.settings["shown"]
        return shown

    @property
    def visitors(self) -> Visitors:
        visitors: Visitors = self.settings["visitors"]
        return visitors

    def prepare(self) -> None:
        if self.request.headers.get("Host", "").lower() not in self.visitors.hosts:
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    def answer(self, name: str, body: bytes) -> None:
        self.set_header("Content-Type", media_type(name))
        self.finish(body)


class _Site(_Local):
    """A page of the site, a file beside it, or the site's page for unknown addresses."""

    async def get(self, path: str) -> None:
        file = file_of(path) or "index.html"
        background: Background = self.settings["background"]
        background.asked()
        if page := self.shown.page(file):
            self._page(page)
        elif document := self.shown.file(file) or await background.file(file):
            self.answer(file, document.body)
        elif path and not path.endswith("/") and self.shown.page(f"{path}/index.html"):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{self.request.path}/{query}")
        else:
            self._page(self.shown.not_found())

    async def head(self, path: str) -> None:
        await self.get(path)

    def _page(self, page: PageAnswer) -> None:
        is_guests, language = self.visitors.is_guests, self.shown.language
        is_good = page.status in (200, 404)
        body = page.body if is_good or not is_guests else guests_page(language)
        over = overlay(language, page.is_draft) if is_good and not is_guests else b""
        self.set_status(page.status)
        self.answer("page.html", live(body, self.request.host, page.version, over))


class _Problems(_Local):
    """What is wrong, for the overlay; nothing where nothing keeps a save from being seen or a site from being built."""

    def get(self) -> None:
        if told := self.shown.problems_page():
            self.answer("problems.html", told)
        else:
            self.set_status(204)


class _Own(_Local):
    """The preview's own script and style sheet."""

    def get(self, name: str) -> None:
        self.answer(name, _own_file(name))


class _Script(_Local, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's own script."""


class _Socket(_Local, LiveReloadHandler):  # type: ignore[misc]
    """Tells a page to load anew, or one of its style sheets; it takes no orders."""

    watcher = Watcher()
    file = version = ""

    @property
    def is_guest(self) -> bool:
        return self.visitors.is_guests

    def check_origin(self, origin: str) -> bool:
        return origin.lower() == f"http://{self.request.host}".lower()

    def on_message(self, message: str | bytes) -> None:
        """What no page of ours says, since its own script speaks alone, ends the talk."""
        received = _received(message)
        match received.get("command"):
            case "hello":
                self.version = str(received.get("snipver", ""))
                super().on_message(message)
            case "info":
                self.file = file_at(str(received.get("url", "")))
                self.shown.listen(self)
            case _:
                self.close()

    def on_close(self) -> None:
        self.shown.listeners.discard(self)

    def renew(self, path: str) -> None:
        self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": False})


def _received(message: str | bytes) -> dict[str, Any]:
    try:
        received = json_decode(message)
    except (ValueError, RecursionError):
        return {}
    return received if isinstance(received, dict) else {}


@cache
def _own_file(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()

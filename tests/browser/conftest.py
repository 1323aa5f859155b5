"""A browser, a folder served as a site, and visitors whose every complaint fails the test."""

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.benchmarks.generate import generate
from tests.conftest import DAY, BuiltSite
from tests.support import PROJECT, Task, build, needed, once

Open = Callable[..., Page]

WATCH = """
  window.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
"""
"""Counts in `window.moved` what moves on a page while nobody touches it."""

PATIENCE = 60
"""Seconds after which what a test expects to see is given up; no test waits for it."""

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
"""Until what was set off has been drawn."""


@contextmanager
def serving(root: Path, base: str, styled: Callable[[str], str] = str) -> Iterator[str]:
    """The address of a site that lies in `root` below the path `base`, as a web server answers with it.

    Its style sheets come as `styled` makes them.
    """
    restyled = functools.cache(styled)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def send_head(self) -> BytesIO | BinaryIO | None:
            file = Path(self.translate_path(self.path))
            if file.suffix != ".css" or not file.is_file():
                return super().send_head()
            body = restyled(file.read_text("utf-8")).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/css; charset=utf-8")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return BytesIO(body)

        def send_error(self, code: int, *_: object, **__: object) -> None:
            body = (root / base.strip("/") / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()


KNOWN = re.compile("404|503|ERR_CONNECTION_RESET|Service Worker registration blocked")
"""What a console says of a page that is not there or not kept, of a cut line, and of a worker that a test refuses."""


def complaint_of(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type == "error" and not KNOWN.search(message.text) else []


NARROW = """
  <fontconfig>
    <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
    <match target="pattern">
      <edit name="family" mode="assign" binding="strong"><string>DejaVu Sans Condensed</string></edit>
    </match>
  </fontconfig>
"""
"""Another machine's fonts: letters a tenth narrower, as those that many systems have."""


@pytest.fixture(scope="session")
def example_origin(built: BuiltSite) -> Iterator[str]:
    """The example, served below its path as it will be."""
    with serving(built.folder.parent, f"/{built.folder.name}") as address:
        yield address


@pytest.fixture(scope="session")
def sample_origin(sample: BuiltSite) -> Iterator[str]:
    """The sample, served below its path as it will be."""
    with serving(sample.folder.parent, f"/{sample.folder.name}") as address:
        yield address


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the sample together with 300 made-up products: what search and filters are tried on."""

    def make(folder: Path) -> None:
        generate(folder, 300, letters="GE")
        shutil.copytree(PROJECT / "content", folder, dirs_exist_ok=True)

    return once(tmp_path_factory.getbasetemp().parent / "golden-content", make)


@pytest.fixture(scope="session")
def golden_origin(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    base = tmp_path_factory.getbasetemp().parent

    def make(folder: Path) -> None:
        task = Task(golden, PROJECT / "themes", folder / "ocop-long-an", base / "cache", today=DAY, ledgers_bind=False)
        assert build(task).change

    with serving(once(base / "golden-site", make), "/ocop-long-an") as address:
        yield address


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Browser]]:
    """The browser with the fonts of this machine (`usual`), and with others (`narrow`)."""
    program = needed("chromium-headless-shell", "chromium")  # without windows a visitor costs half as much
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    narrow = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    narrow.write_text(NARROW, "utf-8")
    environment: dict[str, dict[str, str | float | bool]] = {
        "usual": {**os.environ},
        "narrow": {**os.environ, "FONTCONFIG_FILE": str(narrow)},
    }
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        begun: dict[str, Browser] = {}

        def opened(fonts: str) -> Browser:
            if fonts not in begun:
                begun[fonts] = playwright.chromium.launch(
                    executable_path=program, args=arguments, env=environment[fonts]
                )
            return begun[fonts]

        yield opened
        for each in begun.values():
            each.close()


@pytest.fixture(scope="session")
def browser(browsers: Callable[[str], Browser]) -> Browser:
    return browsers("usual")


@pytest.fixture
def visitor(browsers: Callable[[str], Browser], request: pytest.FixtureRequest) -> Iterator[Open]:
    """A page for a visitor of some language, width, with or without script; complaints of the console fail.

    Where sizes hang on fonts, a test asks for both sets of these.
    """
    browser = browsers(getattr(request, "param", "usual"))
    contexts, complaints = [], []

    def opened(locale: str = "vi-VN", width: int = 360, **options: Any) -> Page:
        options = {"service_workers": "block", **options}  # what is kept of one page would answer for the next
        context = browser.new_context(locale=locale, viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console", lambda m: complaints.extend([m.text] if m.type == "error" and not KNOWN.search(m.text) else [])
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visit(visitor: Open, origin: str) -> Open:
    """Opens a path as a visitor of some language, width, with or without script.

    With `to`, where it leads in the end; else when nothing more is on its way, so that whoever stays has stayed.
    """

    def opened(path: str, locale: str = "vi-VN", to: str = "", **options: Any) -> Page:
        page = visitor(locale, **options)
        has_script = options.get("java_script_enabled", True)
        page.goto(origin + path, wait_until="commit" if to else "networkidle" if has_script else "load")
        if to:
            page.wait_for_url(origin + to)
        return page

    return opened

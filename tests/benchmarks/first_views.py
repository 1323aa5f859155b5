"""What a visitor waits for: the first word, the largest thing of the first screen, what moves, the bytes that come.

    python tests/benchmarks/first_views.py FOLDER [PATH ...] [--times 3]

FOLDER is a built site, PATH a page in it such as p/LA043/. It is served on loopback over HTTP/1.1, packed as hosts pack
it (brotli of quality 5, else gzip; pictures and fonts as they are), and opened on a telephone of 360 x 640 pixels with
nothing kept from before, each time anew; told is the median of so many times.

Chromium slows the network down itself (CDP, `Network.emulateNetworkConditions`): `latency` is waited for once a
request, before its first byte, and the bytes of all requests share the throughput. What it does not slow down is the
way to the first request: neither the name's look-up nor TCP's and TLS's handshakes, which on a real line of the same
latency cost two to four round trips more before the first page of a visit. So these numbers compare builds, and tell
how many waits stand one behind the other; they are not what a stopwatch in a market shows.
"""

import argparse
import gzip
import http.server
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from statistics import median

import brotli
from playwright.sync_api import Browser, sync_playwright

PATHS = ("p/LA043/", "vi/san-pham/lap-xuong-tuoi-co-chau/", "vi/")
"""Of the sample: a scan, a product that is opened directly, the home page."""

QUALITY, LEVEL = 5, 6

PACKED = (".html", ".css", ".js", ".svg", ".json", ".webmanifest")

WATCH = """
  window.seen = { first: 0, largest: 0, moved: 0, what: "" };
  const watch = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({ type, buffered: true });
  watch("paint", (one) => { if (one.name === "first-contentful-paint") seen.first = one.startTime; });
  watch("largest-contentful-paint", (one) => {
    seen.largest = one.startTime;
    seen.what = one.element ? one.element.tagName.toLowerCase() + (one.url ? " " + one.url.split("/").pop() : "") : "";
  });
  watch("layout-shift", (one) => { seen.moved += one.value; });
"""


@dataclass(frozen=True)
class Line:
    """A connection and a processor: bits a second, milliseconds, how many times slower than here."""

    throughput: float
    latency: float
    slowdown: int


LINES: Mapping[str, Line] = {
    "slow 3G": Line(400_000, 2000, 1),
    "slow 4G": Line(1_600_000, 150, 4),
}


@dataclass(frozen=True)
class View:
    """Milliseconds until the first content and the largest, what that is, how much moved; requests and bytes."""

    first: float
    largest: float
    what: str
    moved: float
    requests: int
    bytes: int


@contextmanager
def packed_site(folder: Path) -> Iterator[str]:
    """The address of the site in the folder, below the folder's own name."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    finally:
        server.shutdown()


def first_view(browser: Browser, address: str, line: Line | None = None) -> View:
    """A page as a visitor meets it who was never here, until nothing more is on its way."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, locale="vi-VN", service_workers="block"
    )
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.add_init_script(WATCH)
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    sizes: dict[str, int] = {}
    protocol.on("Network.loadingFinished", lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]}))
    if line:
        throughput = dict.fromkeys(("downloadThroughput", "uploadThroughput"), line.throughput / 8)
        told = {"offline": False, "latency": line.latency, **throughput}
        protocol.send("Network.emulateNetworkConditions", told)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": line.slowdown})
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("window.seen")
    context.close()
    return View(**seen, requests=len(sizes), bytes=sum(sizes.values()))


@cache
def packed(file: Path, coding: str) -> bytes:
    body = file.read_bytes()
    return brotli.compress(body, quality=QUALITY) if coding == "br" else gzip.compress(body, LEVEL)


class _Packing(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".webmanifest": "application/manifest+json",
    }

    def send_head(self) -> BytesIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        coding = self._coding() if file.suffix in PACKED else ""
        body = packed(file, coding) if coding else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if coding:
            self.send_header("Content-Encoding", coding)
        self.end_headers()
        return BytesIO(body)

    def _coding(self) -> str:
        accepted = [each.strip() for each in self.headers.get("Accept-Encoding", "").split(",")]
        return next((coding for coding in ("br", "gzip") if coding in accepted), "")

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", default=PATHS)
    parser.add_argument("--times", type=int, default=3)
    arguments = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    with packed_site(arguments.folder.resolve()) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, line in LINES.items():
            for path in arguments.paths:
                views = [first_view(browser, site + path, line) for _ in range(arguments.times)]
                _tell(name, path, views)
        browser.close()


def _tell(name: str, path: str, views: list[View]) -> None:
    first, largest = (median(getattr(each, part) for each in views) / 1000 for part in ("first", "largest"))
    last = views[-1]
    moved = max(each.moved for each in views)
    print(
        f"{name}  {path:<42} first {first:5.2f} s  largest {largest:5.2f} s ({last.what})  moved {moved:.3f}  "
        f"{last.requests} requests  {last.bytes / 1000:.0f} kB",
        flush=True,
    )


if __name__ == "__main__":
    main()

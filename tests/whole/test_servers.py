"""nginx and Caddy answer as their written files ask, on a machine that has them; elsewhere these tests are skipped."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from ocop_site.exports.hosting.headers import FOR_EVER, everywhere
from ocop_site.exports.hosting.server_files import server_files
from tests.conftest import DAY, BuiltSite
from tests.support import catalogue_of, some

STYLES = ["'sha256-A='"]

PASSING = (
    "thu/.ocop-stage-0123abcd",
    "thu/vi/.ocop-stage-0123abcd",
    ".thu.stage-0123abcd",
    "thu/assets/.ocop-stage-0123abcd",
)
"""Folders that publishing makes for a while."""

NGINX = """
pid {folder}/pid; error_log {folder}/error.log; daemon off; {user}
events {{}}
http {{
  access_log off;
  types {{ text/html html; text/css css; text/javascript js; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {root}; include {written}/nginx.conf; }}
}}
"""

CADDY = """
{{
	admin off
	auto_https off
}}
import {written}/Caddyfile
http://127.0.0.1:{port} {{
	root * {root}
	import ocop
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs, and the folder that it shows."""

    port: int
    root: Path

    def ask(self, path: str, method: str = "GET") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.putrequest(method, path)
        connection.putheader("Content-Length", "0")
        connection.endheaders()
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())

    def files(self, below: str) -> list[str]:
        """The addresses of what lies in a folder of the site."""
        found = (self.root / "thu" / below).rglob("*")
        return some(f"/{file.relative_to(self.root).as_posix()}" for file in found if file.is_file())


@pytest.fixture(scope="module")
def root(built: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example below its path, with what a publishing that is under way has beside it and within."""
    root = tmp_path_factory.mktemp("served")
    shutil.copytree(built.folder, root / "thu")
    for name in PASSING:
        (root / name).mkdir()
        (root / name / "index.html").write_text("secret")
    for name in ("thu/.ocop-lock", ".thu.lock"):
        (root / name).write_text("secret")
    for folder in (root, *root.rglob("*")):
        folder.chmod(0o755 if folder.is_dir() else 0o644)
    return root


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, root: Path, example: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    program = shutil.which(request.param, path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    folder = tmp_path_factory.mktemp(request.param)
    for document in server_files(catalogue_of(example, today=DAY), STYLES):
        (folder / document.path).write_bytes(document.body)
    with running(request.param, program, folder, root) as port:
        yield Server(port, root)


@contextmanager
def running(name: str, program: str, folder: Path, root: Path) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    user = "user root;" if os.getuid() == 0 else ""
    own = folder / "own.conf"
    own.write_text(
        {"nginx": NGINX, "caddy": CADDY}[name].format(folder=folder, written=folder, root=root, port=port, user=user)
    )
    arguments = {
        "nginx": ["-p", str(folder), "-e", str(folder / "error.log"), "-c", str(own)],
        "caddy": ["run", "--adapter", "caddyfile", "--config", str(own)],
    }[name]
    with (
        (folder / "said").open("wb") as said,
        subprocess.Popen([program, *arguments], stderr=said, env={**os.environ, "HOME": str(folder)}) as process,
    ):
        try:
            while process.poll() is None and not is_listening(port):
                time.sleep(0.05)
            assert process.poll() is None, (folder / "said").read_text()
            yield port
        finally:
            process.terminate()


def is_listening(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def test_every_answer_says_every_header(server: Server) -> None:
    style = next(path for path in server.files("assets") if "/site." in path)
    for path in ("/thu/vi/", "/thu/vi", style, "/thu/data/products.csv", "/thu/none", f"{style}.none", "/thu/p/vd001/"):
        answer = server.ask(path)
        assert {name: answer.headers[name.lower()] for name in everywhere(STYLES)} == everywhere(STYLES), path


def test_only_a_file_that_is_there_is_kept_for_ever(server: Server) -> None:
    (kept,) = FOR_EVER.values()
    for folder in ("assets", "pictures", "lists", "facts", "offline"):
        for path in server.files(folder)[:3]:
            if "/.ocop" in path:
                continue
            assert server.ask(path).headers["cache-control"] == kept, path
            for wrong in (f"{path}.none", path.rpartition("/")[0] + "/"):
                missing = server.ask(wrong)
                assert (missing.status, missing.headers.get("cache-control")) == (404, "no-cache"), wrong
            refused = server.ask(path, "POST")
            assert (refused.status, refused.headers.get("cache-control")) == (405, "no-cache"), path


def test_the_script_that_search_begins_with_is_asked_about_each_time(server: Server) -> None:
    assert server.ask("/thu/search/words.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_a_folder_of_files_is_only_read(server: Server, method: str) -> None:
    for path in ("/thu/", "/thu/vi/", "/thu/none/"):
        assert server.ask(path, method).status == 405


@pytest.mark.parametrize("name", ["a" * 256, "a" * 7000, "/".join(["a" * 200] * 30), "%00", "%ff", "a%2fb"])
def test_a_name_that_nothing_has_is_not_there(server: Server, name: str) -> None:
    for folder in ("", "assets/", "data/"):
        assert server.ask(f"/thu/{folder}{name}").status in ((400, 404) if name == "%00" else (404,))


def test_what_publishing_keeps_for_itself_is_shown_to_nobody(server: Server) -> None:
    paths = [f"/{name}/{file}" for name in PASSING for file in ("", "index.html")]
    paths += [
        "/thu/.ocop-manifest.json",
        "/thu/%2eocop-manifest.json",
        "/thu/.ocop-lock",
        "/.thu.lock",
        "/thu/_headers",
    ]
    for path in some(paths):
        answer = server.ask(path)
        assert (answer.status, b"secret" in answer.body) == (404, False), path


def test_every_kind_of_file_comes_as_what_it_is(server: Server) -> None:
    types = {
        "/thu/vi/": "text/html",
        "/thu/data/products.csv": "text/csv; charset=utf-8",
        "/thu/vi/feed.atom": "application/atom+xml; charset=utf-8",
        "/thu/manifest.webmanifest": "application/manifest+json",
        "/thu/01/09520000000011/linkset.json": "application/linkset+json",
        "/thu/01/09999999999999/linkset.json": "text/html",
    }
    for path, kind in some(types.items()):
        assert server.ask(path).headers["content-type"].startswith(kind), path
    assert b'<html lang="' in server.ask("/thu/none").body


def test_codes_and_barcodes_lead_to_their_pages(server: Server, example: Path) -> None:
    led = {
        "/thu/p/vd001": "/thu/p/VD001/",
        "/thu/01/9520000000011": "/thu/01/09520000000011/",
        "/thu/01/09520000000011/10/LOT-7": "/thu/01/09520000000011/",
    }
    for old, new in some(led.items()):
        answer = server.ask(old)
        assert (answer.status, answer.headers["location"]) == (302, new)
        assert server.ask(new).status == 200
    told = next(server_files(catalogue_of(example, today=DAY), STYLES)).body.decode()
    moved = re.findall(r"^location = (\S+) \{ return 301 (\S+); \}$", told, re.MULTILINE)
    for old, new in some(moved):
        answer = server.ask(old)
        assert (answer.status, answer.headers["location"]) == (301, new)

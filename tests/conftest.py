"""The sample and the example site, built once for all, and read as a visitor would meet them; which tests are slow."""

import os
import pickle
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.support import PROJECT, Outcome, Task, build, needed, once, some

DAY = date(2026, 11, 23)

ADDRESS = "https://example.org/thu"


@dataclass(frozen=True)
class BuiltSite:
    """A published folder. Paths are told from the site's own root: `/vi/san-pham/`."""

    folder: Path
    outcome: Outcome

    @cached_property
    def paths(self) -> frozenset[str]:
        """The address of every page."""
        files = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return frozenset(some("/" + file.removesuffix("index.html") for file in files))

    def file(self, path: str) -> Path:
        """The file that answers an address."""
        return self.folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))

    def page(self, path: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.file(path).read_bytes())

    def text(self, path: str) -> str:
        """What a page says, its white space made even."""
        body = self.page(path).body
        return " ".join(body.text().split()) if body else ""

    def links(self, path: str) -> frozenset[str]:
        """The pages of this site that a page leads to."""
        found = (node.attributes.get("href") or "" for node in self.page(path).css("a[href]"))
        return frozenset(self.own_path(address) for address in found if address.startswith((f"{ADDRESS}/", "/thu/")))

    def own_path(self, address: str) -> str:
        """`/vi/` of `https://example.org/thu/vi/#chu-m` and of `/thu/vi/`."""
        return unquote(urlsplit(address).path).removeprefix("/thu")

    def head(self, path: str, name: str) -> str:
        """What stands in `<title>`, in a `<meta name>`, or as the canonical address; empty where nothing does."""
        page = self.page(path)
        if name == "title":
            return _text(page.css_first("title"))
        node = page.css_first("link[rel=canonical]" if name == "canonical" else f"meta[name={name}]")
        return (node.attributes.get("href" if name == "canonical" else "content") or "") if node else ""

    def is_indexed(self, path: str) -> bool:
        return "noindex" not in self.head(path, "robots")

    def alternates(self, path: str) -> Mapping[str, str]:
        """The versions that a page claims, by hreflang."""
        nodes = self.page(path).css("link[rel=alternate][hreflang]")
        return {node.attributes["hreflang"] or "": node.attributes.get("href") or "" for node in nodes}

    def runs(self, path: str) -> Iterator[tuple[str, str]]:
        """Each piece of text of a page with the language that it is marked as."""
        body = self.page(path).body
        for node in body.traverse(include_text=True) if body else ():
            if node.tag == "-text" and (text := " ".join(node.text().split())):
                yield text, _language_of(node)

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file and what stands in it, as far as it is text."""
        for file in some(sorted(self.folder.rglob("*"))):
            if file.is_file():
                yield file.relative_to(self.folder).as_posix(), file.read_bytes().decode("utf-8", "replace")


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def _language_of(node: LexborNode) -> str:
    above: LexborNode | None = node.parent
    while above is not None:
        if language := above.attributes.get("lang"):
            return language
        above = above.parent
    return ""


SLOW_ROOMS = {"browser", "whole"}

SLOW_FIXTURES = {"rebuilt", "own_task", "npm_packages", "copied", "large_pictures"}
"""What a test that needs a further whole site, a copy of the program, a program of others, or much memory, asks for."""


def pytest_configure(config: pytest.Config) -> None:
    """A background job of a shell ignores Ctrl-C, and so would every program that a test sends one."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "slow: left out by `build.py test --fast`; given to tests by what they need")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """No test says itself that it is slow: the room where it lies does, and what it asks for."""
    for item in items:
        room = item.path.relative_to(PROJECT / "tests").parts[0]
        if room in SLOW_ROOMS or SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.fixture(scope="session", autouse=True)
def settings_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What this machine keeps of its printers is no business of the tests."""
    os.environ["OCOP_SETTINGS"] = str(tmp_path_factory.mktemp("settings"))


@pytest.fixture(scope="session")
def example() -> Path:
    """The content of a province that does not exist, with every kind of record there is."""
    return PROJECT / "tests" / "example" / "content"


@pytest.fixture(scope="session")
def npm_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tools of `tests/package.json`, fetched by npm as the lock pins them where they are not there."""
    tests = PROJECT / "tests"
    if (tests / "node_modules").is_dir():
        return tests / "node_modules"
    npm = needed("npm")
    fetched = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(tests / name, fetched / name)
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=fetched, check=True)
    return fetched / "node_modules"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes of a run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def cache(shared: Path) -> Path:
    """Where all tests keep their pictures and codes, but for those that ask about keeping."""
    return shared / "cache"


def published(task: Task) -> Outcome:
    """What a build that must succeed did."""
    outcome = build(task)
    assert outcome.change, [f"{problem.location}: {problem.message('en')}" for problem in outcome.problems]
    return outcome


Building = Callable[..., BuiltSite]


@pytest.fixture(scope="session")
def building(shared: Path, cache: Path) -> Building:
    """Builds a site for all who ask for one of that name; `base` is the path that it is served below."""

    def built(name: str, base: str, content: Path, **asked: Any) -> BuiltSite:
        def make(folder: Path) -> None:
            task = Task(content, **{"themes": PROJECT / "themes", "cache": cache, "today": DAY, **asked})
            outcome = published(replace(task, output=folder / base))
            (folder / "outcome.pickle").write_bytes(pickle.dumps(outcome))

        folder = once(shared / name, make)
        return BuiltSite(folder / base, pickle.loads((folder / "outcome.pickle").read_bytes()))

    return built


@pytest.fixture(scope="session")
def built(building: Building, example: Path) -> BuiltSite:
    """The example site of 23 November 2026."""
    return building("example", "thu", example)


@pytest.fixture(scope="session")
def sample(building: Building) -> BuiltSite:
    """The sample site of 23 November 2026."""
    return building("sample", "ocop-long-an", PROJECT / "content")


@pytest.fixture
def rebuilt(building: Building, example: Path, cache: Path, tmp_path: Path) -> Callable[..., BuiltSite]:
    """Builds the example site anew, with some of the task's fields changed; a slow fixture."""

    def built(content: Path | None = None, **changed: Any) -> BuiltSite:
        if content:
            task = Task(content, PROJECT / "themes", tmp_path / "output", cache=cache, today=DAY)
            return BuiltSite(task.output, published(replace(task, **changed)))
        told = (f"{name}={quote(str(value), safe='')}" for name, value in sorted(changed.items()))
        return building(",".join(["example", *told]), "thu", example, **changed)

    return built


@pytest.fixture
def own_task(example: Path, tmp_path: Path) -> Task:
    """The example in a folder that a test may change, with a cache of its own; a slow fixture."""
    shutil.copytree(example, tmp_path / "content")
    output, cache = tmp_path / "output", tmp_path / "cache"
    return Task(tmp_path / "content", PROJECT / "themes", output, cache=cache, today=DAY)

"""A whole build is killed at one of its steps: what visitors see is whole, and the next build puts all right."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_site.output.update import ON_ITS_WAY
from tests.support import PROJECT, bytes_of, run, some
from tests.unit.small import RICE, SAUCE, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows kills otherwise")

BUILD = """
import os, signal, sys
mode, left = sys.argv[1], int(sys.argv[2])
sys.argv = ["build.py", "build", *sys.argv[3:]]
import ocop_site.output.publish as publish
if mode == "in place":
    publish.Publication.__init__.__kwdefaults__["exchange"] = lambda one, other: False
from ocop_site.cli import main

STEPS = ("open", "os.chmod", "os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir")

def count(event, _):
    global left
    left -= event in STEPS
    if left == 0 and event in STEPS:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
main()
"""
"""A build that is killed at its so manieth step on the disk, 0 for never."""

NEVER = 0

DAY = ("--today", "2026-11-23")


@pytest.fixture
def contents(tmp_path: Path) -> tuple[Path, Path]:
    """Two states of one catalogue."""
    old, new = written(tmp_path / "old", RICE, SAUCE), written(tmp_path / "new", RICE, SAUCE)
    for product in some((new / "products").iterdir()):
        product.write_text(product.read_text("utf-8").replace("Để thử.", "Để thử lần nữa."), "utf-8")
    for content, words in ((old, "Tin."), (new, "Tin khác.")):
        news = f"---\ntitle: Tin\ndate: 2026-01-02\nsummary: Tin.\n---\n\n{words}\n"
        (content / "news").mkdir()
        (content / "news" / "tin.vi.md").write_text(news, "utf-8")
        assert run("ledger", "--content", str(content), *DAY).returncode == 0
    return old, new


def build(mode: str, step: int, content: Path, output: Path) -> int:
    options = ["--content", content, "--output", output, "--cache", output.parent / "cache", "--jobs", "1"]
    command = [sys.executable, "-c", BUILD, mode, str(step), *map(str, options), *DAY]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, check=False).returncode


def assert_whole(output: Path, *sites: dict[str, bytes]) -> None:
    """Every file is one of the sites', and every page that is there finds its style sheet and scripts."""
    files = {path: body for path, body in bytes_of(output).items() if not path.startswith(".ocop-")}
    for path, body in files.items():
        assert body in [site.get(path) for site in sites] or body == ON_ITS_WAY, path
        for asset in re.findall(rb'(?:href|src)="/thu/(assets/[^"]+)"', body) if path.endswith(".html") else ():
            assert asset.decode() in files, path


@pytest.mark.parametrize("mode", ["exchange", "in place"])
def test_a_build_that_is_killed_at_any_step_leaves_a_whole_site_and_the_next_heals_it(
    contents: tuple[Path, Path], tmp_path: Path, mode: str
) -> None:
    old, new = contents
    assert (build(mode, NEVER, old, tmp_path / "a"), build(mode, NEVER, new, tmp_path / "b")) == (0, 0)
    before, after = bytes_of(tmp_path / "a"), bytes_of(tmp_path / "b")
    output = tmp_path / "a"
    killed = 0
    for step in range(60, 2400, 180):
        killed += build(mode, step, new, output) == -signal.SIGKILL
        assert_whole(output, before, after)
        assert build(mode, NEVER, old, output) == 0
        assert bytes_of(output) == before
    assert killed >= 4
    assert not [path for path in tmp_path.iterdir() if ".stage-" in path.name]


@pytest.mark.parametrize("step", [400, 800, 1100])
def test_a_first_build_that_is_killed_says_that_the_site_is_on_its_way(
    contents: tuple[Path, Path], tmp_path: Path, step: int
) -> None:
    output, clean = tmp_path / "output", tmp_path / "clean"
    output.mkdir()
    build("in place", step, contents[0], output)
    assert build("exchange", NEVER, contents[0], clean) == 0
    assert_whole(output, bytes_of(clean))
    pages = [path for path in bytes_of(output) if path.endswith(".html") and not path.startswith(".ocop-")]
    assert not pages or "index.html" in pages
    assert build("in place", NEVER, contents[0], output) == 0
    assert bytes_of(output) == bytes_of(clean)

"""Builds that die before every single step on the disk, each followed by one that must put all right; run as a script.

A process of its own, because it forks: whoever runs the tests may have threads.
"""

import itertools
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.update import ON_ITS_WAY
from tests.unit.output.folders import FIRST, SECOND, THIRD, Site, in_place, publish, put, standing, tidy

STEPS = frozenset(
    ["open", "os.chmod", "os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.utime"]
)
"""What Python tells of before it happens. Files that are only read count as well: that does no harm."""

DIED = 9

MEMORY = "/dev/shm"
"""Hundreds of builds are ten times as fast on a disk in memory."""


def main() -> None:
    check = {"exchange": replaced, "in-place": updated, "first": begun}[sys.argv[1]]
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        for step in itertools.count(1):
            if not check(Path(folder, str(step), "site"), step):
                sys.stdout.write(f"{step}")
                return


def replaced(output: Path, step: int) -> bool:
    publish(output, FIRST)
    return again_and_again(output, step, {}, exchange_folders)


def updated(output: Path, step: int) -> bool:
    publish(output, FIRST)
    put(output, "CNAME")
    return again_and_again(output, step, {"CNAME": "not ours"}, in_place)


def begun(output: Path, step: int) -> bool:
    """A first build into an empty folder that is there already."""
    output.mkdir(parents=True)
    died = dies(step, output, FIRST, in_place)
    assert_on_its_way_or_whole(output)
    publish(output, SECOND)
    assert_equals_clean(output, SECOND, {})
    return died


def again_and_again(output: Path, step: int, others: Site, exchange: Exchange) -> bool:
    """Two crashes, so that the remains of one meet the other's, then a build that lives."""
    died = dies(step, output, SECOND, exchange)
    assert_whole(output)
    died |= dies(step + 3, output, FIRST, exchange)
    assert_whole(output)
    publish(output, THIRD, exchange)
    assert_equals_clean(output, THIRD, others)
    return died


def assert_whole(output: Path) -> None:
    """The front page is there, all of it, and so is the asset that it names."""
    page = (output / "index.html").read_text("utf-8")
    assert page in (FIRST["index.html"], SECOND["index.html"])
    assert (output / page.rpartition(" ")[2]).is_file()


def assert_on_its_way_or_whole(output: Path) -> None:
    """No page that is there stands without a front page, and that one says how things are."""
    pages = [path for path in output.rglob("*.html") if not path.relative_to(output).parts[0].startswith(".ocop-")]
    if pages:
        front = (output / "index.html").read_bytes()
        assert front == ON_ITS_WAY or (output / front.decode().rpartition(" ")[2]).is_file()


def assert_equals_clean(output: Path, site: Site, others: Site) -> None:
    clean = output.with_name("clean")
    assert tidy(output)
    publish(clean, site)
    assert standing(output) == {**standing(clean), **others}


def dies(step: int, output: Path, site: Site, exchange: Exchange) -> bool:
    """Whether the build had so many steps."""
    return in_child(lambda: dying(step, output, site, exchange)) == DIED


def dying(step: int, output: Path, site: Site, exchange: Exchange) -> None:
    left = step

    def count(event: str, _arguments: object) -> None:
        nonlocal left
        left -= event in STEPS
        if not left:
            os._exit(DIED)

    sys.addaudithook(count)
    publish(output, site, exchange)


def in_child(action: Callable[[], None]) -> int:
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        action()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()

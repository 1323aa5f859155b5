"""A name of a hundred letters without a space makes no page wider than a telephone."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import Open, serving
from tests.conftest import DAY
from tests.support import PROJECT, Task, build

LONG = "Ắ" + "ếnguyễn" * 14

PATHS = (
    "",
    "a-z/",
    "san-pham/",
    "san-pham/mau-gao/",
    "chu-the/",
    "dia-diem/",
    "ban-do/",
    "chon/",
    "mua-vu/",
    "bay-gio/",
)


@pytest.fixture
def origin(example: Path, cache: Path, tmp_path: Path) -> Iterator[str]:
    content = Path(shutil.copytree(example, tmp_path / "content"))
    named = [*content.glob("pl*/*.yaml"), *content.glob("producers/*.yaml"), content / "products" / "mau-gao.yaml"]
    for number, record in enumerate(sorted(named)):
        text = re.sub(r"^name: .*", f"name: {LONG} {number}", record.read_text("utf-8"), flags=re.MULTILINE)
        record.write_text(text, "utf-8")
    task = Task(content, PROJECT / "themes", tmp_path / "site" / "thu", cache=cache, today=DAY, ledgers_bind=False)
    outcome = build(task)
    assert outcome.change, [problem.message("en") for problem in outcome.problems if problem.is_error]
    with serving(task.output.parent, "/thu") as address:
        yield address


def test_no_page_is_wider_than_a_telephone(visitor: Open, origin: str) -> None:
    page = visitor(width=360)
    wide = {}
    for path in PATHS:
        page.goto(f"{origin}/vi/{path}", wait_until="load")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > 360} == {}

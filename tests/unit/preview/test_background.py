"""Everything is made and checked in slices, and only what changed is made again."""

from collections.abc import Generator
from pathlib import Path

from ocop_site.preview.beside import LiveExports
from ocop_site.preview.engine import Engine, LiveSite
from ocop_site.preview.live_pages import LivePages
from ocop_site.preview.rest import Checked, rest
from tests.support import Task
from tests.unit.small import DAY, RICE


def finished(work: Generator[None, None, Checked]) -> tuple[Checked, int]:
    steps = 0
    while True:
        try:
            next(work)
        except StopIteration as ended:
            checked: Checked = ended.value
            return checked, steps
        steps += 1


def test_what_tells_the_same_is_neither_rendered_nor_looked_into_again(site: Path) -> None:
    engine = Engine(Task(site / "content", site / "themes", cache=site / "cache", today=DAY, ledgers_bind=False))
    made = engine.again([])
    assert isinstance(made, LiveSite)
    pages = LivePages(made)
    before, steps = finished(rest(pages, LiveExports(pages), None))
    assert steps >= len(before.pages) == len(pages.addresses)
    record = site / "content/products/gao.yaml"
    record.write_text(RICE.text().replace("Để thử.", "Để ăn."), "utf-8")
    again = engine.again([record])
    assert isinstance(again, LiveSite)
    pages = LivePages(again, pages)
    after, _ = finished(rest(pages, LiveExports(pages), before))
    assert after.problems == ()
    changed = {file for file, page in after.pages.items() if page is not before.pages[file]}
    assert "vi/san-pham/gao/index.html" in changed
    assert "vi/san-pham/mam/index.html" not in changed
    assert len(changed) < len(after.pages) / 2

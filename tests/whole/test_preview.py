"""A whole site is previewed while it is edited, and is what a build publishes."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from ocop_site.preview.beside import AllFiles, LiveExports, ready_file
from ocop_site.preview.engine import Engine, LiveSite
from ocop_site.preview.live_pages import LivePages
from tests.support import PROJECT, Task, build, bytes_of, some
from tests.unit.preview.running import opened, play, previewed

STYLE_IN_PAGE = re.compile(rb"<style>.*?</style>", re.DOTALL)
HASH_OF_ASSET = re.compile(rb"(/assets/[a-zA-Z0-9_-]+)\.[0-9a-f]{10}(?=\.)")
STYLE_ALLOWED = re.compile(rb" 'sha256-[^']+'")

ASKED: dict[str, Any] = {
    "themes": PROJECT / "themes",
    "today": date(2026, 11, 23),
    "drafts": True,
    "ledgers_bind": False,
}


def test_every_file_is_what_a_build_publishes_but_for_the_names_of_assets(tmp_path: Path) -> None:
    content = PROJECT / "tests/example/content"
    task = Task(content, output=tmp_path / "site", cache=tmp_path / "cache", url="http://127.0.0.1:8000/", **ASKED)
    assert build(task).change
    made = Engine(task).again([])
    assert isinstance(made, LiveSite)
    pages = LivePages(made)
    exports = LiveExports(pages)
    everything = AllFiles(pages, exports)
    for file, published in some(bytes_of(task.output).items()):
        if file.startswith(".ocop"):
            continue
        document = pages.document(file) or ready_file(made, file) or exports.document(file)
        assert document, f"{file} is not there"
        assert file in everything
        assert document.body == _as_previewed(file, published), file
    assert {*pages.addresses} == {file for file in bytes_of(task.output) if file.endswith(".html")}


def _as_previewed(file: str, published: bytes) -> bytes:
    """Each asset by its own name, and no style in the page itself, so that its bytes change no page."""
    if file != "_headers" and not file.endswith(".html"):
        return published
    apart = STYLE_IN_PAGE.sub(b'<link rel="stylesheet" href="/assets/site.css">', STYLE_ALLOWED.sub(b"", published))
    return HASH_OF_ASSET.sub(rb"\1", apart)


def test_a_whole_site_is_previewed_while_it_is_edited(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "tests/example/content", tmp_path / "content")
    page, record = "en/products/mau-gao/", "products/mau-gao.yaml"
    text = (tmp_path / "content" / record).read_text("utf-8")
    first, second = "Rice to try things out with.", "Rice of another harvest."

    async def story() -> None:
        async with previewed(tmp_path, **ASKED) as running:
            assert running.preview.shown.pages
            assert running.preview.shown.pages.site.sketched, "pictures are only sketched while somebody waits"
            whole = await running.whole()
            while running.preview.shown.pages.site.sketched:
                whole = await running.whole()
            assert [problem.message("en") for problem in whole.problems if problem.is_error] == []
            shown = await running.shown(page)
            assert f'<link rel="canonical" href="{running.address}{page}">' in shown
            for link in some(sorted(set(re.findall(r'(?:href|src)="/([^"#]*)', shown)))):
                assert (await running.get(link)).code == 200, link
            async with opened(running, page, shown) as browser:
                running.save(record, text.replace("set: 3", "set: 99", 1))
                assert await browser.path() == "/preview/problems"
                assert first in await running.shown(page)
                running.save(record, text.replace(first, second))
                assert {await browser.path(), await browser.path()} == {"*", "/preview/problems"}
                assert second in await running.shown(page)

    play(story())

"""A whole site is previewed while it is edited."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from tests.support import PROJECT, build
from tests.unit.preview.running import opened, play, previewed


def test_a_whole_site_is_previewed_while_it_is_edited(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "tests/example/content", tmp_path / "content")
    page, record = "en/products/mau-gao/", "products/mau-gao.yaml"
    text = (tmp_path / "content" / record).read_text("utf-8")
    first, second = "Rice to try things out with.", "Rice of another harvest."
    asked: dict[str, Any] = {
        "themes": PROJECT / "themes",
        "cache": tmp_path / "cache",
        "today": date(2026, 11, 23),
        "drafts": True,
        "ledgers_bind": False,
    }

    async def story() -> None:
        async with previewed(tmp_path, build, **asked) as running:
            good = await running.built()
            assert good.change, [problem.message("en") for problem in good.problems]
            assert good.sketched
            while good.sketched:
                good = await running.built()
            shown = await running.text(page)
            assert f'<link rel="canonical" href="{running.address}{page}">' in shown
            for link in sorted(set(re.findall(r'(?:href|src)="/([^"#]*)', shown))):
                assert (await running.get(link)).code == 200, link
            async with opened(running, shown) as browser:
                running.save(record, text.replace("set: 3", "set: 99", 1))
                assert (await running.built()).problems[0].location.file == f"content/{record}"
                assert first in await running.text(page)
                running.save(record, text.replace(first, second))
                assert await browser.heard() == "reload"
                assert second in await running.text(page)

    play(story())

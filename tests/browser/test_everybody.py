"""Every page of the sample can be used by everybody: axe finds nothing, in either scheme, on a phone and on a desk."""

from datetime import date
from pathlib import Path

import pytest

from tests.browser.conftest import Open, serving
from tests.support import PROJECT, Task, build

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """async standards => {
    const found = await axe.run(document, {runOnly: standards, resultTypes: ["violations"]});
    return found.violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anybody_out(visitor: Open, npm_packages: Path, tmp_path: Path, scheme: str, width: int) -> None:
    output = tmp_path / "output"
    address = "http://127.0.0.1/"
    assert build(Task(PROJECT / "content", PROJECT / "themes", output, url=address, today=date(2026, 11, 25))).change
    axe = (npm_packages / "axe-core" / "axe.min.js").read_text("utf-8")
    paths = sorted(file.relative_to(output).as_posix().removesuffix("index.html") for file in output.rglob("*.html"))
    page = visitor(width=width, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    violations = {}
    with serving(output, "/") as site:
        for path in paths:
            page.goto(f"{site}{path}?choose", wait_until="load")
            page.evaluate(axe)
            if found := page.evaluate(RUN, STANDARDS):
                violations[path] = found
    assert len(paths) > 250
    assert violations == {}
    assert said == []

"""Every page of the sample can be used by everybody: axe finds nothing, in either scheme, on a phone and on a desk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import KNOWN, Open
from tests.conftest import BuiltSite
from tests.support import once

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The only rules of axe that may find something on a page of which nothing but the colours has changed."""

RUN = """async rules => {
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return found.violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
}"""

BOXES = """() => [...document.querySelectorAll("*")].map((node) => {
    const {x, y, width, height} = node.getBoundingClientRect();
    return [x, y, width, height, node.checkVisibility({visibilityProperty: true, opacityProperty: true})].join(" ");
}).join()"""


@pytest.mark.parametrize("part", ["vi", "en", "beside"])
def test_no_page_keeps_anybody_out(
    visitor: Open, npm_packages: Path, sample: BuiltSite, sample_origin: str, part: str
) -> None:
    """In the dark every page has the same boxes, so that there no rule is asked but those of colours."""
    axe = beside(sample_origin, npm_packages / "axe-core" / "axe.min.js", sample.folder.parent)
    paths = sorted(path for path in sample.paths if part_of(path) == part)
    page = visitor()
    said: list[str] = []
    page.on("console", lambda message: said.extend([] if KNOWN.search(message.text) else [message.text]))
    violations = {}
    for path in paths:
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(f"{sample_origin}{path}?choose", wait_until="load")
        page.add_script_tag(url=axe)
        if found := list(faults(page)):
            violations[path] = found
    assert len(paths) > 30
    assert violations == {}
    assert said == []


def test_every_page_belongs_to_a_part(sample: BuiltSite) -> None:
    parts = [part_of(path) for path in sample.paths]
    assert len(parts) > 250
    assert set(parts) == {"vi", "en", "beside"}


def beside(origin: str, script: Path, root: Path) -> str:
    """The address of a script outside the site, from where the browser keeps it compiled from page to page."""

    def copy(folder: Path) -> None:
        folder.mkdir()
        shutil.copy(script, folder)

    return f"{origin.rpartition('/')[0]}/{once(root / 'axe', copy).name}/{script.name}"


def part_of(path: str) -> str:
    return path.split("/")[1] if path.startswith(("/vi/", "/en/")) else "beside"


def faults(page: Page) -> Iterator[str]:
    """What keeps somebody out, from a phone in the light to a desk in the light."""
    for width, schemes in ((360, ("light", "dark")), (1280, ("dark", "light"))):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = set()
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            boxes.add(page.evaluate(BOXES))
            for found in page.evaluate(RUN, STANDARDS if scheme == "light" else OF_COLOURS):
                yield f"{width} {scheme}: {found}"
        if len(boxes) > 1:
            yield f"{width}: other boxes in the dark"

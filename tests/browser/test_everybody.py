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


OPEN_STATES = {
    "results": ("/vi/ban-do/", "open_results"),
    "nothing found": ("/en/map/", "open_nothing"),
    "filters": ("/vi/san-pham/", "open_filters"),
    "comparison": ("/en/products/", "open_comparison"),
    "sheet": ("/vi/san-pham/", "open_sheet"),
}


@pytest.mark.parametrize("state", OPEN_STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_keeps_nobody_out(
    visitor: Open, npm_packages: Path, sample: BuiltSite, sample_origin: str, state: str, scheme: str
) -> None:
    axe = beside(sample_origin, npm_packages / "axe-core" / "axe.min.js", sample.folder.parent)
    path, opening = OPEN_STATES[state]
    page = visitor(color_scheme=scheme)
    page.goto(f"{sample_origin}{path}", wait_until="load")
    globals()[opening](page)
    page.add_script_tag(url=axe)
    assert page.evaluate(RUN, STANDARDS) == []


def open_results(page: Page) -> None:
    page.locator("#_search").fill("mam")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def open_nothing(page: Page) -> None:
    page.locator("#_search").fill("xyzzy")
    page.locator(".search__none").wait_for()


def open_filters(page: Page) -> None:
    for summary in page.locator("[data-filters] summary").all():
        summary.click()
    page.locator("[data-list=tools]").wait_for()
    page.locator(".boxes input:enabled").first.check()


def open_comparison(page: Page) -> None:
    open_filters(page)
    page.locator("[data-list=pick]").click()
    for number in range(2):
        page.locator("[data-found=pick]").nth(number).check()
    page.locator("button[data-list=compare]").click()
    page.locator("[data-list=table] table").wait_for()


def open_sheet(page: Page) -> None:
    open_filters(page)
    page.locator("button[data-list=sheet]").click()
    page.locator("[data-list=table] table").wait_for()


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
    """What keeps somebody out, from a phone in the light to a desk in the light.

    A display face that came too late for the first sight is used from the next reckoning on: that one is awaited.
    """
    page.evaluate("document.fonts.ready")
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(BOXES)
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

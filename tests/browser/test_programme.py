"""The drawings of the programme's page can be read on every screen and on paper: large enough, nothing on another."""

from itertools import combinations

import pytest

from tests.browser.conftest import Open

BASE = "/ocop-long-an"

SMALLEST, LARGEST = 12, 22

READ = """() => [...document.querySelectorAll(".chart text, .bullet text")].map((text) => {
    const svg = text.ownerSVGElement;
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const {left, top, right, bottom} = text.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    const about = [...svg.parentElement.querySelectorAll("svg")].indexOf(svg);
    const page = svg.closest("li, figure").getBoundingClientRect();
    return {said: text.textContent, size, box: [left, top, right, bottom], of: about,
            kind: text.getAttribute("class"), within: left >= page.left - 1 && right <= page.right + 1};
})"""


@pytest.fixture(scope="module")
def origin(sample_origin: str) -> str:
    return sample_origin


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", ["/vi/chuong-trinh/", "/en/programme/"])
def test_every_number_can_be_read(visitor: Open, origin: str, path: str, width: int) -> None:
    page = visitor(width=width)
    page.goto(origin + path, wait_until="load")
    texts = page.evaluate(READ)
    assert len(texts) > 15
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert [t for t in texts if not SMALLEST <= t["size"] <= LARGEST or not t["within"]] == []
    numbers = [t["box"] for t in texts if t["kind"] == "column__number"]
    assert len(numbers) > 1
    for one, other in combinations(numbers, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_classes_can_be_told_apart_without_colour(visitor: Open, origin: str, scheme: str) -> None:
    page = visitor(color_scheme=scheme)
    page.goto(f"{origin}/vi/chuong-trinh/", wait_until="load")
    drawn = "node => [...node.children].map((part) => [part.localName, getComputedStyle(part).fill])"
    patterns = [page.locator(f"#_class-{stars}").evaluate(drawn) for stars in ("5", "4", "3", "")]
    names = [" ".join(name for name, _ in parts) for parts in patterns]
    assert names == ["rect", "rect rect", "rect", "rect circle"]
    assert len({fill for parts in (patterns[0], patterns[2]) for _, fill in parts}) == 2
    assert all(len({fill for _, fill in parts}) == len(parts) for parts in patterns)


def test_on_paper_a_drawing_is_whole_and_no_wider_than_the_sheet(visitor: Open, origin: str) -> None:
    page = visitor(width=680)
    page.emulate_media(media="print")
    page.goto(f"{origin}/vi/chuong-trinh/", wait_until="load")
    assert page.locator(".plot").evaluate("node => getComputedStyle(node).breakInside") == "avoid"
    box = page.locator(".plot").bounding_box()
    assert box
    assert box["width"] <= 12 * 96 / 2.54 + 1
    assert all(text["size"] >= 9 for text in page.evaluate(READ))

"""What a browser does not know it goes without: `@supports`, layers, a style sheet at all; the page stays whole."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SETTLED, Open, serving
from tests.conftest import BuiltSite
from tests.stylesheets import without_layers, without_supports

PATHS = [
    "/vi/", "/en/products/", "/vi/san-pham/lap-xuong-tuoi-co-chau/", "/en/products/de-go-den-31/",
    "/vi/san-pham/bau-sao-thuan-giau/", "/vi/chu-the/ngoc-lan/", "/en/producers/", "/vi/dia-diem/lang-noi-tan-lap/",
    "/vi/dia-diem/", "/vi/ban-do/", "/vi/dia-phuong/", "/vi/a-z/", "/en/programme/", "/en/glossary/",
    "/vi/quyet-dinh/201-qd-ubnd-2023/", "/vi/tin-tuc/hoi-nghi-2019/", "/vi/doi-tac/", "/p/LA008/?choose", "/?choose",
]  # fmt: skip

MAPS = {"/vi/ban-do/"}

SEEN = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const shown = new Map();
    const rgba = (colour) => {
        if (!shown.has(colour)) {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            shown.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
        }
        return shown.get(colour);
    };
    const kinds = "header, nav, main, footer, h1, h2, h3, section, p, li, a, button, input, table, "
        + ".card, .cover, picture, img, svg";
    return [...document.querySelectorAll(kinds)].map((node) => {
        const {left, top, width, height} = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        const colours = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "fill", "stroke"]
            .map((name) => style[name]).map((colour) => colour === "none" ? null : rgba(colour));
        return {node: `${node.localName}.${node.className.baseVal ?? node.className}`,
                box: [left, top, width, height], colours};
    });
}"""

TOO_FAR = 24
"""Steps of 256 between a colour that only wide screens have and its neighbour that all have."""


@pytest.fixture(scope="module")
def sites(sample: BuiltSite) -> Iterator[dict[str, str]]:
    """The addresses of the sample as it is, without `@supports`, and as browsers without layers read it."""
    readings: dict[str, Callable[[str], str]] = {"whole": str, "plain": without_supports, "bare": without_layers}
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(serving(sample.folder.parent, f"/{sample.folder.name}", reading))
            for name, reading in readings.items()
        }


def on_a_wide_screen(page: Page, scheme: str) -> Page:
    """As a screen that shows more colours than sRGB answers."""
    features = [{"name": "color-gamut", "value": "p3"}, {"name": "prefers-color-scheme", "value": scheme}]
    page.context.new_cdp_session(page).send("Emulation.setEmulatedMedia", {"features": features})
    return page


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_supports_colours_and_layout_are_the_same(
    visitor: Open, sites: dict[str, str], scheme: str, width: int
) -> None:
    page = without_display_face(on_a_wide_screen(visitor(width=width, color_scheme=scheme), scheme))
    other_colours = 0
    for path in PATHS:
        seen = []
        for name in ("whole", "plain"):
            page.goto(sites[name] + path, wait_until="load")
            page.evaluate(SETTLED)
            seen.append(page.evaluate(SEEN))
        assert len(seen[0]) == len(seen[1]) > 8
        for whole, plain in zip(*seen, strict=True):
            assert whole["node"] == plain["node"]
            assert whole["box"] == pytest.approx(plain["box"], abs=0.5), (path, whole["node"])
            for one, other in zip(whole["colours"], plain["colours"], strict=True):
                assert (one is None) == (other is None)
                distance = max((abs(a - b) for a, b in zip(one or (), other or (), strict=True)), default=0)
                assert distance <= TOO_FAR, (path, whole["node"], one, other)
                other_colours += distance > 0
    assert page.evaluate("matchMedia('(color-gamut: p3)').matches")
    assert other_colours, "the wide colours were not seen, so nothing was compared"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_without_layers_gets_a_plain_page_that_fits_its_screen(
    visitor: Open, sites: dict[str, str], scheme: str
) -> None:
    page = visitor(color_scheme=scheme)
    for path in PATHS:
        page.goto(sites["bare"] + path, wait_until="load")
        assert wider_than_the_screen(page) <= 1.01, path
        assert visible_though_hidden(page) == []
        background = page.locator("html").evaluate("node => getComputedStyle(node).backgroundColor")
        ink = page.locator("main").evaluate("node => getComputedStyle(node).color")
        assert (background, ink) == {
            "light": ("rgb(251, 247, 238)", "rgb(29, 42, 38)"),
            "dark": ("rgb(17, 27, 25)", "rgb(242, 236, 223)"),
        }[scheme]


def without_display_face(page: Page) -> Page:
    """As where it never comes: whether it is there in time for the first sight is the network's matter."""
    page.route("**/*.woff2", lambda route: route.fulfill(body=b"", content_type="font/woff2"))
    return page


def test_without_any_style_sheet_a_page_is_whole(visitor: Open, sites: dict[str, str]) -> None:
    page = visitor()
    page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    for path in PATHS:
        page.goto(sites["whole"] + path, wait_until="load")
        assert path in MAPS or wider_than_the_screen(page) <= 2, path
        assert visible_though_hidden(page) == [], path
        assert page.locator("h1").is_visible()
        for image in page.locator("main img").all():
            box = image.bounding_box()
            assert box, path
            assert box["width"] > 40, path
            assert box["height"] > 30, path  # a fish cut out along its outline lies long and low


def test_without_any_style_sheet_seals_are_small_and_tell_their_number_and_codes_can_be_read(
    visitor: Open, sites: dict[str, str]
) -> None:
    page = visitor()
    page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(sites["whole"] + "/vi/san-pham/", wait_until="load")
    seals = page.locator("main :not([hidden]) > .seal").all()
    assert len(seals) > 10
    for seal in seals[:10]:
        assert seal.evaluate("node => node.getBoundingClientRect().height") <= 36
        assert seal.locator("use").last.evaluate("node => node.getBBox().width") > 5
    page.goto(sites["whole"] + "/vi/san-pham/lap-xuong-tuoi-co-chau/", wait_until="load")
    fills = page.locator(".qr path").evaluate_all("nodes => nodes.map((node) => getComputedStyle(node).fill)")
    assert [fill for fill, _ in itertools.groupby(fills)] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def wider_than_the_screen(page: Page) -> float:
    """The page's width in screens."""
    width: float = page.evaluate("document.documentElement.scrollWidth / document.documentElement.clientWidth")
    return width


def visible_though_hidden(page: Page) -> list[str]:
    """What has the attribute `hidden`, or is drawn only to be used by name, and yet takes room."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("[hidden], svg.symbols")]
            .filter((node) => node.getBoundingClientRect().width * node.getBoundingClientRect().height > 0)
            .map((node) => node.outerHTML.slice(0, 100))"""
    )
    return found

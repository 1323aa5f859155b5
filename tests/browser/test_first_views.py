"""What comes before a visitor's first screen is whole weighs no more than agreed, and nothing on it moves."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.benchmarks.first_views import first_view, packed_site
from tests.conftest import BuiltSite
from tests.support import needed

MOST = {"/p/LA043/": 55_000, "/vi/san-pham/lap-xuong-tuoi-co-chau/": 60_000, "/vi/": 110_000}
"""Bytes as they are sent: the page, its style, scripts, face and the pictures of the first screen."""

NOTHING_AHEAD = "--blink-settings=lazyLoadingImageMarginPx4G=0,lazyLoadingImageMarginPxUnknown=0"
"""A browser asks for pictures further down while it has time; what they weigh is no visitor's wait."""


@pytest.fixture(scope="module")
def own_browser(browser: Browser) -> Iterator[Browser]:
    program = needed("chromium-headless-shell", "chromium")
    arguments = ["--no-sandbox", "--disable-gpu", NOTHING_AHEAD]
    opened = browser.browser_type.launch(executable_path=program, args=arguments)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def site(sample: BuiltSite) -> Iterator[str]:
    with packed_site(sample.folder) as address:
        yield address.rstrip("/")


@pytest.mark.parametrize(("path", "most"), MOST.items())
def test_a_first_view_is_light_and_stands_still(own_browser: Browser, site: str, path: str, most: int) -> None:
    view = first_view(own_browser, site + path)
    assert view.bytes <= most
    assert round(view.moved, 2) == 0


def test_no_script_and_no_sheet_is_waited_for_before_a_scan_is_answered(sample: BuiltSite) -> None:
    for path in MOST:
        head = sample.page(path).css_first("head")
        assert head
        assert head.css("link[rel=stylesheet], [blocking]") == []
        assert all("defer" in script.attributes for script in head.css("script[src]"))

"""A product's page as it leaves the printer: one sheet for the longest of the sample, in letters that are read."""

from pathlib import Path

import pypdfium2
import pytest

from tests.browser.conftest import Open
from tests.build.papers import LEAST, letter_sizes, painted, read
from tests.conftest import BuiltSite
from tests.support import some

MOST = 3
"""How many of a language are printed: those with most words."""


def longest(site: BuiltSite, folder: str) -> list[str]:
    pages = [path for path in site.paths if path.startswith(folder) and site.page(path).css_first(".product")]
    return sorted(some(pages), key=lambda path: len(site.text(path)), reverse=True)[:MOST]


@pytest.mark.parametrize("folder", ["/vi/san-pham/", "/en/products/"])
def test_the_longest_products_are_one_sheet_with_a_code_that_reads(
    visitor: Open, sample: BuiltSite, sample_origin: str, folder: str, tmp_path: Path
) -> None:
    page = visitor(service_workers="block")
    for path in some(longest(sample, folder)):
        page.goto(sample_origin + path, wait_until="load")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, format="A4")
        assert len(pypdfium2.PdfDocument(tmp_path / "page.pdf")) == 1, path
        assert min(some(list(letter_sizes(tmp_path / "page.pdf"))))[0] >= LEAST, path
        assert any("/p/" in address for address in read(next(painted(tmp_path / "page.pdf", 300)))), path


def test_paper_does_not_tell_what_is_in_season_today(visitor: Open, sample: BuiltSite, sample_origin: str) -> None:
    pages = [path for path in sample.paths if path.startswith("/vi/") and sample.page(path).css_first("dd .here")]
    page = visitor(service_workers="block")
    page.goto(sample_origin + some(pages)[0], wait_until="load")
    assert page.locator("dd .here").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("dd .here").is_visible()


def test_what_stands_without_a_label_has_the_whole_column(visitor: Open, sample_origin: str) -> None:
    page = visitor(service_workers="block")
    page.goto(f"{sample_origin}/vi/san-pham/lap-xuong-tuoi-co-chau/", wait_until="load")
    page.emulate_media(media="print")
    told, column = (
        page.locator(".facts dt.unseen + dd").first.bounding_box(),
        page.locator(".facts").first.bounding_box(),
    )
    assert told
    assert column
    assert told["width"] > 0.95 * column["width"]


def test_no_waves_lie_over_the_words_at_a_printed_pages_foot(visitor: Open, sample_origin: str) -> None:
    page = visitor(service_workers="block")
    page.goto(f"{sample_origin}/vi/", wait_until="load")
    waves = "getComputedStyle(document.querySelector('.foot'), '::before').content"
    assert page.evaluate(waves) != "none"
    page.emulate_media(media="print")
    assert page.evaluate(waves) == "none"

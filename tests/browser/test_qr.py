"""QR codes made in the browser: the symbols that segno makes, which any reader reads, in every version and mask."""

import gzip
import io
import random
from collections.abc import Iterator

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.unit.theme.sample_views import delta

LONGEST = 520
"""Bytes in a symbol of version 15 with the least correction (ISO/IEC 18004:2015, table 7)."""

LETTERS = "abcxyzABCXYZ0189-._~/:#?&=%+ ăâđêôơưẠỆỘữ中😀"

SCRIPT = next(asset.body for asset in delta().assets if asset.path.startswith("assets/qr."))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that has the script, in a browser that prefers dark."""
    page = browser.new_page(color_scheme="dark")
    page.evaluate(SCRIPT.decode())
    yield page
    page.close()


def encoded(page: Page, texts: list[str]) -> list[list[str] | None]:
    found: list[list[str] | None] = page.evaluate("texts => texts.map(ocop.qr.rows)", texts)
    return found


def by_segno(text: str) -> segno.QRCode:
    return segno.make(text, error="L", boost_error=True, micro=False, mode="byte", encoding="utf-8")


def rows_of(code: segno.QRCode) -> list[str]:
    return ["".join(map(str, row)) for row in code.matrix]


def some_text(size: int) -> str:
    """A text of so many bytes."""
    chance, text = random.Random(size), ""
    while len(text.encode()) < size:
        text += chance.choice(LETTERS)
    return text if len(text.encode()) == size else some_text_of_letters(size)


def some_text_of_letters(size: int) -> str:
    chance = random.Random(size)
    return "".join(chance.choice("abcxyz0189-./#") for _ in range(size))


def read(image: Image.Image) -> str | None:
    found = zxingcpp.read_barcode(image)
    return found.text if found else None


def drawn(rows: list[str]) -> Image.Image:
    side = len(rows)
    image = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                image.putpixel((x + 4, y + 4), 0)
    return image.resize((image.width * 4, image.height * 4), Image.Resampling.NEAREST)


def test_every_length_is_the_symbol_that_segno_makes_in_all_versions_levels_and_masks(page: Page) -> None:
    texts = [some_text(size) for size in range(1, LONGEST + 1)]
    codes = [by_segno(text) for text in texts]
    assert [i for i, rows in enumerate(encoded(page, texts)) if rows != rows_of(codes[i])] == []
    assert {code.version for code in codes} == set(range(1, 16))
    assert {code.error for code in codes} == set("LMQH")
    assert {code.mask for code in codes} == set(range(8))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=130), min_size=1, max_size=12))
def test_any_text_is_the_symbol_that_segno_makes(page: Page, texts: list[str]) -> None:
    for text, rows in zip(texts, encoded(page, texts), strict=True):
        assert rows == (rows_of(by_segno(text)) if len(text.encode()) <= LONGEST else None)


def test_a_reader_reads_what_was_written_in_every_version(page: Page) -> None:
    texts = [some_text(size) for size in range(5, LONGEST + 1, 11)]
    found = [rows for rows in encoded(page, texts) if rows]
    assert {(len(rows) - 17) // 4 for rows in found} == set(range(1, 16))
    assert [read(drawn(rows)) for rows in found] == texts


def test_what_is_too_long_is_none(page: Page) -> None:
    assert encoded(page, ["ộ" * 173 + "a", "a" * 521, "ộ" * 100_000][1:]) == [None, None]
    assert encoded(page, ["ộ" * 173 + "a"])[0] is not None
    assert page.evaluate("ocop.qr.svg('a'.repeat(521))") is None


@pytest.mark.parametrize("size", [1, 60, 300, 520])
def test_it_is_drawn_dark_on_light_with_its_quiet_zone_in_dark_mode_too(page: Page, size: int) -> None:
    text = some_text_of_letters(size)
    page.evaluate(
        """text => {
          document.body.style.cssText = "margin: 0; background: #000";
          const svg = ocop.qr.svg(text);
          svg.style.cssText = "display: block; width: 500px";
          document.body.replaceChildren(svg);
        }""",
        text,
    )
    symbol = page.locator("svg")
    shot = Image.open(io.BytesIO(symbol.screenshot()))
    assert read(shot) == text
    modules = len(rows_of(by_segno(text))) + 8
    quiet = 4 * 500 // modules - 2
    edges = [(0, 0, 500, quiet), (0, 0, quiet, 500), (0, 500 - quiet, 500, 500), (500 - quiet, 0, 500, 500)]
    assert all(shot.convert("L").crop(edge).getextrema() == (255, 255) for edge in edges)
    assert symbol.get_attribute("viewBox") == f"0 0 {modules} {modules}"
    assert symbol.get_attribute("shape-rendering") == "crispEdges"


def test_it_is_small() -> None:
    assert len(gzip.compress(SCRIPT, 9, mtime=0)) <= 2500

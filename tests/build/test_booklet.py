"""The printed catalogue: who is in it and where, an index whose numbers are right, spirits without praise."""

import re
import shutil
from pathlib import Path

import pytest

from ocop_site.desk.booklet import BookletRequest, print_booklet
from ocop_site.desk.print_jobs import PrintOutcome
from ocop_site.text.vietnamese import collation_key
from tests.build.papers import DAY, LEAST, POINT, SITE
from tests.support import PROJECT, Task, some


def made(content: Path, **wish: object) -> tuple[list[str], PrintOutcome]:
    """The pages, each as its HTML."""
    task = Task(content, PROJECT / "themes", content.parent / "o", content.parent / "cache", today=DAY, url=SITE)
    outcome = print_booklet(task, BookletRequest(output=content.parent / "booklet", **wish))  # type: ignore[arg-type]
    assert outcome.files, outcome.problems
    return outcome.files.page.read_text("utf-8").split('<div class="leaf">')[1:], outcome


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "tests" / "example" / "content", tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    home = tmp_path_factory.mktemp("booklet")
    shutil.copytree(PROJECT / "tests" / "example" / "content", home / "content")
    return made(home / "content")[0]


def of(role: str, page: str) -> list[str]:
    return re.findall(rf'<text class="{role}[^>]*>([^<]*)</text>', page)


def test_neither_the_cover_nor_the_back_names_a_product_or_has_a_number(pages: list[str]) -> None:
    assert "Danh mục" in pages[0]
    for page in (pages[0], pages[-1]):
        assert not of("code", page)
        assert not of("page", page)
    assert SITE.removeprefix("https://").rstrip("/") in of("summary", pages[-1])


def test_every_page_between_them_has_its_number(pages: list[str]) -> None:
    for number, page in some(list(enumerate(pages[1:-1], start=2))):
        assert of("page", page)[-1] == str(number)


def test_pages_fill_whole_sheets_and_the_year_lies_in_the_middle(pages: list[str]) -> None:
    assert len(pages) % 4 == 0
    assert [number for number, page in enumerate(pages, start=1) if "wheel__piece" in page] == [len(pages) // 2 + 1]


def test_the_map_faces_the_year_where_somebody_drew_it_and_comes_with_its_pictures(content: Path) -> None:
    (content / "map.yaml").write_text("bounds: {south: 1, west: 2.5, north: 2, east: 4}\n", "utf-8")
    pages, outcome = made(content)
    assert len(pages) % 4 == 0
    assert [number for number, page in enumerate(pages, start=1) if "map__plate" in page] == [len(pages) // 2]
    assert [number for number, page in enumerate(pages, start=1) if "wheel__piece" in page] == [len(pages) // 2 + 1]
    assert outcome.files
    for src in some(re.findall(r'<image[^>]* href="([^"]+)"', pages[len(pages) // 2 - 1])):
        assert (outcome.files.page.parent / src).is_file()


def test_where_nobody_drew_the_map_there_is_none(pages: list[str]) -> None:
    assert not [page for page in pages if "map__plate" in page]


def test_makers_have_their_name_and_place(pages: list[str]) -> None:
    told = [page for page in pages if "Người làm · The makers" in page]
    assert any("Hợp tác xã Mẫu" in of("name", page) for page in some(told))


def test_no_letter_of_the_booklet_is_below_8_points(pages: list[str]) -> None:
    sizes = [float(size) for page in pages for size in re.findall(r'<text [^>]*font-size="([\d.]+)"', page)]
    assert min(some(sizes)) >= LEAST * POINT


def test_the_index_is_in_vietnamese_order_and_its_numbers_are_right(pages: list[str]) -> None:
    first = next(page for page in pages if "Bảng tra tên" in page)
    lines = of("(?:index|page)", first)[:-1]
    names, numbers = lines[0::2], lines[1::2]
    assert names == sorted(names, key=collation_key)
    assert len(names) > 10
    for name, number in zip(names, numbers, strict=True):
        assert name in " ".join(of("name", pages[int(number) - 1]))


def test_the_other_languages_index_follows(pages: list[str]) -> None:
    (page,) = [page for page in pages if "Index of names" in page]
    assert "Sample rice" in of("index", page)


def test_a_spirit_stands_plainly_with_the_laws_warning(pages: list[str]) -> None:
    (page,) = [page for page in pages if "VD002" in of("code", page)]
    piece = next(part for part in page.split('class="piece"') if ">VD002<" in part)
    assert of("warning", piece)
    assert not of("summary", piece)
    assert "<image" not in piece


def test_what_is_recalled_and_what_has_left_are_left_out_and_told(content: Path) -> None:
    pages, outcome = made(content, select=("VD001", "VD005", "VD018"))
    assert [code for page in pages for code in of("code", page)] == ["VD001"]
    left = [p.location for p in outcome.problems if p.code.startswith("labels.left-out")]
    lines = [(content.parent / place.file).read_text("utf-8").splitlines()[place.line - 1] for place in left]
    assert lines == ["code: VD005", "code: VD018"]


def test_a_supplement_says_that_it_is_no_medicine_and_what_lost_its_certificate_is_not_there(content: Path) -> None:
    pages, outcome = made(content, select=("VD001", "VD009", "VD013"))
    assert [code for page in pages for code in of("code", page)] == ["VD001", "VD013"]
    assert [p.code for p in outcome.problems if p.code.startswith("labels.left-out")] == ["labels.left-out-ended"]
    assert any("thuốc" in words for page in pages for words in of("warning", page))


def test_no_star_unless_asked_for_and_then_with_its_last_day(content: Path) -> None:
    assert not any('class="seal' in page for page in made(content, select=("VD001",))[0])
    pages = made(content, select=("VD001",), stars=True)[0]
    assert sum(page.count('<svg class="seal"') for page in pages) == 1
    assert any("đến 20/03/2028" in page for page in pages)


def test_the_printed_codes_enter_the_ledger(content: Path) -> None:
    made(content, select=("VD012",))
    assert (
        "VD012: {product: mau-dau, published: 2026-11-23, printed: 2026-11-23, addresses: [https://ocop-vi-du.vn/thu/]}"
        in (content / "codes.yaml").read_text("utf-8")
    )

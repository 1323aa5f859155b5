"""The programme in figures as the example tells it: drawings and tables say the same, words leave no doubt."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import BuiltSite
from tests.support import some

PATHS = {"vi": "/vi/chuong-trinh/", "en": "/en/programme/"}

ON_PATHS = pytest.mark.parametrize("path", PATHS.values())


def tables(page: LexborHTMLParser) -> list[dict[str, str]]:
    """Of each table the number of each date."""
    found = []
    for table in page.css("table.figures"):
        rows = [[words(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")]
        found.append({row[0]: row[1] for row in rows})
    return found


def drawings(page: LexborHTMLParser) -> list[dict[str, str]]:
    """Of each drawing the number of each date, as its columns' titles say them."""
    charts = page.css("svg.chart")
    return [dict(words(title).split(": ") for title in chart.css(".column > title")) for chart in charts]


def words(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


@ON_PATHS
def test_each_drawing_shows_the_numbers_of_its_table(built: BuiltSite, path: str) -> None:
    page = built.page(path)
    assert drawings(page) == tables(page)
    assert [list(drawing.values()) for drawing in drawings(page)] == [["12", "30"], ["2", "3", "7"]]
    for chart in page.css("svg.chart"):
        assert [words(number) for number in chart.css(".column__number")] == list(
            dict(words(title).split(": ") for title in chart.css(".column > title")).values()
        )


@ON_PATHS
def test_a_drawing_has_a_title_and_a_description_and_is_one_picture_to_a_screen_reader(
    built: BuiltSite, path: str
) -> None:
    page = built.page(path)
    for chart in some(page.css("svg.chart")):
        assert chart.attributes["role"] == "img"
        for name in ("aria-labelledby", "aria-describedby"):
            assert words(page.css_first(f"#{chart.attributes[name]}"))


def test_a_drawing_says_that_nobody_is_rating_anything(built: BuiltSite) -> None:
    notes = {language: built.page(path).css(".plot figcaption") for language, path in PATHS.items()}
    assert all("không phải điểm chấm của khách" in words(note) for note in notes["vi"])
    assert all("not customers’ ratings" in words(note) for note in notes["en"])
    assert [len(found) for found in notes.values()] == [2, 2]


@ON_PATHS
def test_each_class_has_a_pattern_of_its_own_and_a_line_in_the_legend(built: BuiltSite, path: str) -> None:
    page = built.page(path)
    for plot in some(page.css(".plot")):
        used = {part.attributes["fill"] for part in plot.css(".column__part")}
        told = [swatch.attributes["fill"] or "" for swatch in plot.css(".classes rect")]
        assert set(told) == used
        assert told == [f"url(#_class-{stars})" for stars in (5, 4, 3)]
        assert all(page.css_first(f"pattern{fill[4:-1]}") for fill in told)


def test_recognitions_are_told_as_recorded(built: BuiltSite) -> None:
    assert "Không phải tất cả đều còn hiệu lực hôm nay".lower() in built.text(PATHS["vi"]).lower()
    assert "not all are in force today" in built.text(PATHS["en"])


def test_targets_and_what_was_reached_are_told_in_words(built: BuiltSite) -> None:
    told = {
        language: [words(line) for line in built.page(path).css(".targets__told")] for language, path in PATHS.items()
    }
    assert told["vi"] == ["Mục tiêu ít nhất 10 · đạt 12 (12/2021)", "Mục tiêu 1 · chưa rõ kết quả"]
    assert told["en"] == ["Target: at least 10 · reached 12 (December 2021)", "Target: 1 · result not known"]


def test_a_result_that_nobody_knows_has_a_mark_and_no_bar(built: BuiltSite) -> None:
    first, second = built.page(PATHS["vi"]).css("svg.bullet")
    assert (len(first.css(".bullet__bar")), len(first.css(".bullet__mark"))) == (1, 1)
    assert (len(second.css(".bullet__bar")), len(second.css(".bullet__mark"))) == (0, 1)


def test_counts_without_classes_and_recognitions_of_a_single_year(
    example: Path, tmp_path: Path, rebuilt: Callable[..., BuiltSite]
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    file = content / "programme.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace(", stars: {3: 8, 4: 4}", "").replace("{3: 20, 4: 9, 5: 1}", "{5: 1}"), "utf-8")
    for product in (content / "products").glob("*.yaml"):
        record = product.read_text("utf-8")
        if "decision: 12-qd-ubnd-2024" not in record:
            product.write_text(re.sub(r"^certificates:\n(?:[ -].*\n)*", "", record, flags=re.MULTILINE), "utf-8")
    page = rebuilt(content=content).page(PATHS["en"])
    assert [words(line) for line in page.css(".classes li")] == ["5-star class", "Star class not told"]
    assert "not told" in words(page.css_first("table.figures"))
    assert len(page.css("svg.chart")) == 1

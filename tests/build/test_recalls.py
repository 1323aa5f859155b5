"""A recall is told wherever its product is named, and wherever a set is that holds it, to people and to machines."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BuiltSite
from tests.support import some

RECALLED = ("Mẫu mắm", "Sample fish sauce", "Mẫu hộp quà", "Sample gift box")
SAID = re.compile(r"thu hồi|recall", re.IGNORECASE)

NOT_BY_US = {"vi/tin-tuc/tin-mau/index.html", "en/news/tin-mau/index.html"}
"""Articles name products in their own words."""


def _read(built: BuiltSite, name: str, text: str) -> str:
    """What a person reads on a page, or a program in a file."""
    return built.text(f"/{name.removesuffix('index.html')}") if name.endswith(".html") else text


def test_no_page_and_no_file_names_what_is_recalled_without_saying_so(built: BuiltSite) -> None:
    found = {
        name: text
        for name, data in built.files()
        if name not in NOT_BY_US and any(each in (text := _read(built, name, data)) for each in RECALLED)
    }
    kinds = {name.rsplit(".", 1)[-1] for name in found}
    assert {"html", "csv", "json", "geojson", "atom", "js"} <= kinds
    assert sorted(name for name, text in found.items() if not SAID.search(text)) == []


@pytest.mark.parametrize("name", ["mau-mam", "mau-hop-qua"])
def test_the_title_and_the_picture_of_a_shared_link_begin_with_it(built: BuiltSite, name: str) -> None:
    assert built.head(f"/vi/san-pham/{name}/", "title").startswith("Thu hồi: ")
    assert built.head(f"/en/products/{name}/", "title").startswith("Recalled: ")
    alts = built.page(f"/en/products/{name}/").css("meta[property='og:image:alt']")
    assert some([alt.attributes["content"] or "" for alt in alts])


def test_the_page_of_its_code_begins_with_it(built: BuiltSite) -> None:
    assert built.head("/p/VD005/", "title").startswith("Thu hồi: ")
    told = [each.attributes["content"] or "" for each in built.page("/p/VD005/").css("meta[name=description]")]
    assert [words.startswith("Thu hồi: ") for words in told] == [True]


def test_in_an_index_of_names_it_is_told_beside_the_name(built: BuiltSite) -> None:
    for path in ("/vi/a-z/", "/vi/ma-san-pham/"):
        [line] = (words for words in built.page(path).css("main a") if "Mẫu mắm" in words.text())
        assert line.text().removesuffix(" VD005").endswith("– đang bị thu hồi")


def test_a_text_that_leads_to_it_says_so(built: BuiltSite) -> None:
    assert "xem mẫu mắm (đang bị thu hồi)" in built.text("/vi/san-pham/mau-gao/")
    assert "(under recall)" in built.text("/en/products/mau-gao/")


def test_once_it_has_ended_nothing_speaks_of_it(
    example: Path, tmp_path: Path, rebuilt: Callable[..., BuiltSite]
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    notice = content / "notices" / "thu-hoi-mau-mam.yaml"
    notice.write_text(notice.read_text("utf-8") + "until: 2026-11-22\n", "utf-8")
    ended = rebuilt(content=content)
    assert "hu hồi" not in ended.head("/vi/san-pham/mau-mam/", "title")
    assert not SAID.search(ended.text("/vi/a-z/"))

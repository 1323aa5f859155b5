"""Kiosks stand where a place has stock, for nobody's search engine, and never show what may not be recommended."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build.office import found
from tests.conftest import ADDRESS, DAY, BuiltSite
from tests.support import PROJECT, Task, build

STARTS = ("/kiosk/nha-trung-bay/", "/kiosk/gian-hang/")


def test_the_showroom_and_every_place_with_stock_have_one_and_no_other_place(built: BuiltSite) -> None:
    assert {path for path in built.paths if path.startswith("/kiosk/")} == {"/kiosk/", *STARTS}


def test_no_search_engine_is_shown_them_and_no_page_leads_there(built: BuiltSite) -> None:
    assert "kiosk" not in built.file("/sitemap.xml").read_text("utf-8")
    for path in ("/kiosk/", *STARTS):
        assert not built.is_indexed(path)
        assert built.head(path, "canonical") == f"{ADDRESS}{path}"
    leading = {path for path in built.paths if not path.startswith("/kiosk/")}
    assert [path for path in leading if any(link.startswith("/kiosk/") for link in built.links(path))] == []


@pytest.mark.parametrize("path", STARTS)
def test_the_first_page_names_the_place_and_opens_every_language(built: BuiltSite, path: str) -> None:
    page = built.page(path)
    root, heading = page.root, page.css_first("h1")
    assert root is not None
    assert root.attributes["lang"] == "vi"
    assert heading is not None
    assert heading.text() in ("Nhà trưng bày Mẫu", "Gian hàng Mẫu")
    assert [(door.attributes["lang"], door.attributes["href"]) for door in page.css(".kiosk-doors a")] == [
        ("vi", "/thu/vi/"),
        ("en", "/thu/en/"),
    ]


def test_the_loop_shows_no_spirit_and_where_the_others_stand(built: BuiltSite) -> None:
    stall = built.page("/kiosk/gian-hang/")
    assert [link.attributes["href"] for link in stall.css(".loop a")] == ["/thu/vi/san-pham/mau-gao/"]
    assert [shelf.text() for shelf in stall.css(".loop__shelf")] == ["Kệ B1, ở ngay đây"]


def test_the_first_page_shows_what_is_here_shelf_by_shelf_and_nothing_that_may_not_be(built: BuiltSite) -> None:
    things = built.page(STARTS[0]).css(".shelf-thing")
    assert [thing.attributes["href"] for thing in things] == ["/thu/vi/san-pham/mau-gao/"]
    assert "Kệ A1" in things[0].text()
    assert "Sample rice" in things[0].text()


def test_recalls_in_force_stand_on_the_first_page(built: BuiltSite) -> None:
    assert "/vi/thong-bao/" in built.links(STARTS[0])


def test_those_who_set_it_up_read_how_in_vietnamese_and_english(built: BuiltSite) -> None:
    said = built.text("/kiosk/")
    for path in STARTS:
        assert f"{ADDRESS}{path}" in said
    for command in ("msedge --kiosk", "chrome --kiosk", "chromium --kiosk", "shell:startup", "#leave"):
        assert said.count(command) >= 2
    lines = [node.text().split("\n")[:3] for node in built.page("/kiosk/").css("pre > code")]
    assert lines.count(["[Desktop Entry]", "Type=Application", "Name=OCOP"]) == 2
    english = built.page("/kiosk/").css_first("[lang=en].prose")
    assert english is not None
    assert "Leaving it" in english.text()


def test_a_site_without_stock_has_none_of_it(tmp_path: Path) -> None:
    found(tmp_path / "content")
    task = Task(tmp_path / "content", PROJECT / "themes", tmp_path / "out", tmp_path / "cache", today=DAY)
    assert build(replace(task, ledgers_bind=False)).change
    assert not (tmp_path / "out" / "kiosk").exists()
    home = (tmp_path / "out" / "vi" / "index.html").read_text("utf-8")
    assert not re.search(r"kiosk|/assets/qr\.", re.sub(r"(?s)<style>.*?</style>", "", home))

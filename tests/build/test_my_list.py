"""What is published for visitors' lists: a page for no search engine, and scripts that tell of every product."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.build.test_example_site import given_codes
from tests.conftest import BuiltSite

PAGES = {"vi": "/vi/danh-sach-cua-toi/", "en": "/en/my-list/"}

LANGUAGES = pytest.mark.parametrize("language", PAGES)


def told(built: BuiltSite, language: str) -> dict[str, Any]:
    """What the scripts of a language tell, by code."""
    found: dict[str, Any] = {}
    for file in sorted((built.folder / "lists").glob(f"{language}-*.js")):
        text = file.read_text("utf-8")
        assert text.startswith("ocop.listed(")
        found |= json.loads(text.removeprefix("ocop.listed(").removesuffix(");\n"))
    return found


@LANGUAGES
def test_its_page_is_there_for_those_who_have_it_and_for_no_search_engine(built: BuiltSite, language: str) -> None:
    path = PAGES[language]
    assert not built.is_indexed(path)
    assert built.alternates(path) == {}
    assert path not in (built.folder / "sitemap.xml").read_text("utf-8")
    assert set(PAGES.values()) <= built.links(path)


@LANGUAGES
def test_every_page_of_the_language_leads_to_it(built: BuiltSite, language: str) -> None:
    pages = [path for path in built.paths if path.startswith(f"/{language}/")]
    assert [path for path in pages if PAGES[language] not in built.links(path)] == []


@LANGUAGES
def test_the_scripts_that_it_names_are_there_under_names_made_of_their_bytes(built: BuiltSite, language: str) -> None:
    node = built.page(PAGES[language]).css_first("#_list[data-scripts]")
    assert node
    named = (node.attributes["data-scripts"] or "").split(" ")
    files = [built.folder / built.own_path(address).lstrip("/") for address in named]
    assert sorted(files) == sorted((built.folder / "lists").glob(f"{language}-*.js"))
    assert all(sha256(file.read_bytes()).hexdigest()[:10] in file.name for file in files)


@LANGUAGES
def test_every_code_is_told_of_with_a_page_and_a_maker_that_are_there(
    built: BuiltSite, example: Path, language: str
) -> None:
    entries = told(built, language)
    assert set(entries) == set(given_codes(example))
    for entry in entries.values():
        links = [entry["href"], entry["maker"][0], *(place[0] for place in entry.get("places", ()))]
        assert {built.own_path(link) for link in links} <= built.paths
        if "picture" in entry:
            assert built.file(built.own_path(entry["picture"])).is_file()


def test_a_place_to_buy_is_told_with_its_shelf_and_the_showroom_first(built: BuiltSite) -> None:
    entries = told(built, "vi")
    assert entries["VD001"]["places"] == [
        ["/thu/vi/dia-diem/nha-trung-bay/", "kệ A1", "Nhà trưng bày Mẫu"],
        ["/thu/vi/dia-diem/gian-hang/", "kệ B1", "Gian hàng Mẫu"],
    ]
    assert entries["VD006"]["places"] == [
        ["/thu/vi/dia-diem/nha-trung-bay/", "kệ A3, đang tạm hết", "Nhà trưng bày Mẫu"]
    ]
    assert entries["VD015"]["places"] == [["/thu/vi/dia-diem/diem-du-lich/", "", "Đảo Mẫu"]]


@pytest.mark.parametrize("code", ["VD002", "VD003"])
def test_of_a_spirit_its_name_is_told_and_nothing_that_sells(built: BuiltSite, code: str) -> None:
    for language in PAGES:
        assert set(told(built, language)[code]) == {"name", "href", "maker", "worth", "spirit"}


def test_what_has_left_is_told_of_as_such(built: BuiltSite) -> None:
    assert set(told(built, "en")["VD018"]) == {"name", "href", "maker", "withdrawn"}
    assert told(built, "en")["VD018"]["withdrawn"] == "No longer in the catalogue (since 30 June 2026)."


def test_no_home_is_rung_that_did_not_agree(built: BuiltSite) -> None:
    entries = told(built, "vi")
    assert [
        code for code, entry in entries.items() if "phones" in entry and entry["maker"][0].endswith("/ho-kin-dao/")
    ] == []
    assert any("phones" in entry for entry in entries.values())


def test_a_name_in_another_language_is_marked(built: BuiltSite) -> None:
    assert told(built, "en")["VD019"]["name"][1] == "vi"
    assert len(told(built, "vi")["VD019"]["name"]) == 1


def test_the_worth_of_days_to_come_is_told_with_its_day_and_without_a_star(built: BuiltSite) -> None:
    assert told(built, "en")["VD001"]["worth"] == [
        ["", "OCOP certificate valid until 20 March 2028."],
        ["2028-03-21", "Recorded OCOP term over, no news of renewal."],
    ]
    assert "sao" not in {
        word for entry in told(built, "vi").values() for _, words in entry.get("worth", ()) for word in words.split()
    }

"""The A-Z: names by the letter that they begin with, and under what the things are."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists import a_z
from ocop_site.pages.planning import plan
from ocop_site.pages.sheet import page_of
from ocop_site.views import AlphabetView, CodedLink
from tests.build.office import Thing
from tests.unit.small import CAKE, RICE, SAUCE, linked, told

TEA = "generic_name: {vi: Trà, en: Tea}\n"

Told = Mapping[str, tuple[Mapping[str, list[str]], list[str]]]
"""By letter, what stands under its headwords, and the other names."""


def edition_of(tmp_path: Path, files: Mapping[str, str], language: str = "vi", *things: Thing) -> Edition:
    return told(linked(tmp_path / "content", *(things or (RICE, SAUCE, CAKE)), files=files), tmp_path)[language]


def shown(edition: Edition, number: int = 1) -> Told:
    view = plan(edition, PageKey("a_z", number=number)).view
    assert isinstance(view, AlphabetView)
    return {
        letter.letter: (
            {line.headword.text: [written(each) for each in line.products] for line in letter.lines if line.headword},
            [written(each) for line in letter.lines if not line.headword for each in line.products],
        )
        for letter in view.letters
    }


def written(each: CodedLink) -> str:
    return f"{each.link.label.text} ({each.code})"


def test_a_thing_stands_under_its_letter_with_its_products(tmp_path: Path) -> None:
    found = shown(edition_of(tmp_path, {"products/gao.yaml": TEA, "products/mam.yaml": TEA}))
    assert found == {
        "B": ({}, ["Banh (VD003)"]),
        "G": ({}, ["Gao (VD001)"]),
        "M": ({}, ["Mam (VD002)"]),
        "T": ({"Trà": ["Gao (VD001)", "Mam (VD002)"]}, []),
    }


def test_each_language_calls_things_as_it_does(tmp_path: Path) -> None:
    files = {"products/gao.yaml": "generic_name: {vi: Đậu, en: Beans}\n"}
    assert shown(edition_of(tmp_path, files))["Đ"] == ({"Đậu": ["Gao (VD001)"]}, [])
    assert shown(edition_of(tmp_path, files, "en"))["B"][0] == {"Beans": ["Gao in English (VD001)"]}


def test_what_is_written_in_another_case_is_the_same_thing(tmp_path: Path) -> None:
    files = {"products/gao.yaml": TEA, "products/mam.yaml": "generic_name: {vi: trà, en: tea}\n"}
    assert shown(edition_of(tmp_path, files))["T"] == ({"Trà": ["Gao (VD001)", "Mam (VD002)"]}, [])


def test_a_name_that_says_the_thing_first_stands_once(tmp_path: Path) -> None:
    rice = "generic_name: Gao\n"
    assert shown(edition_of(tmp_path, {"products/gao.yaml": rice, "products/mam.yaml": rice})) == {
        "B": ({}, ["Banh (VD003)"]),
        "G": ({"Gao": ["Gao (VD001)", "Mam (VD002)"]}, []),
        "M": ({}, ["Mam (VD002)"]),
    }


def test_a_thing_with_one_product_whose_name_says_it_first_needs_no_headword(tmp_path: Path) -> None:
    assert shown(edition_of(tmp_path, {"products/gao.yaml": "generic_name: Gao dẻo\n"}))["G"] == ({}, ["Gao (VD001)"])


def test_things_and_letters_stand_as_a_vietnamese_dictionary_has_them(tmp_path: Path) -> None:
    things = {"gao": "Đậu", "mam": "Dưa", "banh": "Dầu"}
    files = {f"products/{i}.yaml": f"generic_name: {thing}\n" for i, thing in things.items()}
    found = shown(edition_of(tmp_path, files))
    assert list(found) == ["B", "D", "Đ", "G", "M"]
    assert list(found["D"][0]) == ["Dầu", "Dưa"]


def test_single_products_stand_among_things_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    butter, pomelo = Thing("Bo", "bo", "VD001"), Thing("Buoi", "buoi", "VD002")
    files = {"products/bo.yaml": "generic_name: Bún\n", "products/banh.yaml": "generic_name: Bí\n"}
    view = plan(edition_of(tmp_path, files, "vi", butter, pomelo, CAKE), PageKey("a_z")).view
    assert isinstance(view, AlphabetView)
    assert [line.headword.text if line.headword else written(line.products[0]) for line in view.letters[0].lines] == [
        "Banh (VD003)",
        "Bí",
        "Bo (VD001)",
        "Bún",
        "Buoi (VD002)",
    ]


def test_what_is_recalled_says_so_under_its_thing_too(tmp_path: Path) -> None:
    recall = "kind: recall\ndate: 2026-11-01\nproducts: [gao]\ntext: Lô 01.\nsources: [s-so]\n"
    found = shown(edition_of(tmp_path, {"products/gao.yaml": TEA, "notices/n.yaml": recall}))
    assert found["T"][0] == {"Trà": ["Gao – đang bị thu hồi (VD001)"]}


def test_what_has_left_stands_under_nothing(tmp_path: Path) -> None:
    left = TEA + "withdrawn: {on: 2026-06-01, reason: {vi: Thôi làm.}}\n"
    assert "T" not in shown(edition_of(tmp_path, {"products/gao.yaml": left}))


def test_a_thing_with_many_products_goes_on_on_the_next_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(a_z, "LINES_PER_PAGE", 2)
    files = {f"products/{i}.yaml": "generic_name: An\n" for i in ("gao", "mam", "banh")}
    edition = edition_of(tmp_path, files)
    assert [key.number for key in a_z.keys(edition)] == [1, 2, 3]
    assert shown(edition) == {"A": ({"An": ["Banh (VD003)", "Gao (VD001)"]}, [])}
    assert shown(edition, 2) == {"A": ({"An": ["Mam (VD002)"]}, []), "B": ({}, ["Banh (VD003)"])}


def test_every_letter_is_one_step_away_on_whatever_page_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(a_z, "LINES_PER_PAGE", 2)
    view = plan(edition_of(tmp_path, {}), PageKey("a_z")).view
    assert isinstance(view, AlphabetView)
    assert [(link.label.text, link.href.partition("/vi/")[2]) for link in view.jump] == [
        ("B", "a-z/#chu-b"),
        ("G", "a-z/#chu-g"),
        ("M", "a-z/trang-2/#chu-m"),
    ]


def test_from_a_page_that_a_language_does_not_have_the_switch_leads_to_its_first(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {}, "en")
    sheet = replace(a_z.plan(edition, PageKey("a_z", number=2)), pages=(("vi", 1), ("en", 2)))
    head = page_of(edition, sheet).head
    assert [switch.href.split("/")[-2] for switch in head.switches] == ["a-z", "page-2"]
    assert head.alternates == ()

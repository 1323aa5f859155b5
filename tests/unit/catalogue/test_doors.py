"""A door of the home page opens on what records say, and on nothing else; a wrong one is told at its place."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_site.catalogue.doors import opens_on
from ocop_site.pages.home import home
from ocop_site.pages.keys import PageKey
from ocop_site.pages.lists.links import door_links
from ocop_site.pages.planning import has_index
from ocop_site.records.products.doors import DoorRule, HomeDoors
from ocop_site.records.products.food import Travel
from ocop_site.records.products.product import Product
from ocop_site.views import HomeView
from tests.support import problems_of
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told, written

DAY = date(2026, 11, 23)

Facts = dict[str, Any]

TOLD_BY_NOBODY: dict[str, Any] = {
    "diet": (), "allergens": (), "marks": (), "gift": False, "travel": None, "packs": (), "service": None,
    "season": (), "set": None,
}  # fmt: skip


def rule(**asked: Any) -> DoorRule:
    doors = HomeDoors.model_validate({"doors": {"cua": {"title": "Cửa", "rule": asked}}})
    return doors.doors["cua"].rule


def product(**facts: Any) -> Product:
    return Product.model_construct(**{**TOLD_BY_NOBODY, **facts})


def travel(**facts: Any) -> Travel:
    return Travel.model_construct(**{**dict.fromkeys(Travel.model_fields), **facts})


@pytest.mark.parametrize(
    ("asked", "facts", "other"),
    [
        ({"diet": "vegetarian"}, {"diet": ("vegan",)}, {}),
        ({"diet": "vegan"}, {"diet": ("vegan",)}, {"diet": ("vegetarian",)}),
        ({"gift": "true"}, {"gift": True}, {}),
        ({"sets": ["1", "3"]}, {"set": 3}, {"set": 2}),
        ({"season": "now"}, {"season": (10, 11)}, {"season": (10, 12)}),
        ({"allergens_without": ["fish"]}, {"allergens": ("none_declared",)}, {}),
        ({"allergens_without": ["fish"]}, {"allergens": ("milk",)}, {"allergens": ("milk", "fish")}),
        ({"travel": {"keeps_days": "30"}}, {"travel": travel(keeps_days=30)}, {"travel": travel(keeps_days=29)}),
        ({"travel": {"needs_cold": "false"}}, {"travel": travel(needs_cold=False)}, {"travel": travel()}),
        ({"travel": {"fragile": "false"}}, {"travel": travel(fragile=False)}, {"travel": travel(fragile=True)}),
        ({"travel": {"liquid_ml": "100"}}, {"travel": travel(liquid_ml=100)}, {"travel": travel()}),
    ],
)
def test_a_rule_holds_where_a_record_says_so(asked: Facts, facts: Facts, other: Facts) -> None:
    assert opens_on(rule(**asked), product(**facts), None, DAY)
    assert not opens_on(rule(**asked), product(**other), None, DAY)


def test_all_of_a_rule_must_hold() -> None:
    asked = rule(diet="vegetarian", gift="true", industries=["thuc-pham"])
    both = product(diet=("vegetarian",), gift=True)
    assert opens_on(asked, both, "thuc-pham", DAY)
    assert not opens_on(asked, both, "do-uong", DAY)
    assert not opens_on(asked, product(gift=True), "thuc-pham", DAY)


DOORS = """\
qua:
  title: {vi: Quà, en: Gifts}
  note: {vi: Bán làm quà., en: Sold as gifts.}
  rule: {gift: true}
re:
  title: {vi: Rẻ, en: Cheap}
  rule: {price: {below: 50000}}
chon:
  title: {vi: Chọn, en: Chosen}
  rule: {products: [mam]}
"""


def test_a_door_without_a_product_is_not_there_and_the_others_keep_their_order(tmp_path: Path) -> None:
    files = {"products/gao.yaml": CERTIFIED + "gift: true\n", "products/mam.yaml": CERTIFIED, "doors.yaml": DOORS}
    edition = told(linked(tmp_path / "content", RICE, SAUCE, files=files), tmp_path)["en"]
    assert [(link.label.text, link.count, link.href) for link in door_links(edition)] == [
        ("Gifts", 1, "/thu/en/choose/qua/"),
        ("Chosen", 1, "/thu/en/choose/chon/"),
    ]
    view = home.plan(edition, PageKey("home")).view
    assert isinstance(view, HomeView)
    assert [door.link.label.text for door in view.doors] == ["Gifts", "Chosen"]
    assert view.showcase == ()


@pytest.mark.parametrize(
    "more",
    [
        {"products/gao.yaml": "alcohol_percent: 31\n"},
        {"notices/n.yaml": "kind: recall\ndate: 2026-11-01\nproducts: [gao]\ntext: Lô 01.\nsources: [s-so]\n"},
    ],
)
def test_neither_a_spirit_nor_what_is_recalled_is_behind_a_door(tmp_path: Path, more: dict[str, str]) -> None:
    gift = "certificates: [{stars: 4, as_of: 2025, sources: [s-so]}]\ngift: true\n"
    files = {"doors.yaml": DOORS, **more, "products/gao.yaml": gift + more.get("products/gao.yaml", "")}
    edition = told(linked(tmp_path / "content", RICE, SAUCE, files=files), tmp_path)["vi"]
    assert door_links(edition) == ()
    assert not has_index(edition, "doors")


def test_a_site_without_doors_shows_some_of_what_there_is(tmp_path: Path) -> None:
    edition = told(linked(tmp_path / "content", RICE, files={"products/gao.yaml": CERTIFIED}), tmp_path)["vi"]
    assert not has_index(edition, "doors")


@pytest.mark.parametrize(
    ("line", "code", "column", "words"),
    [
        ("rule: {}", "door.no-rule", 9, "diet: vegetarian"),
        ("rule: {gift: false}", "door.no-fact", 10, "false"),
        ("rule: {allergens_without: [none_declared]}", "door.no-fact", 30, "none_declared"),
        ("rule: {dite: vegetarian}", "field.unknown-near", 10, "diet"),
        ("rule: {diet: vegetarain}", "value.not-one-of-near", 16, "vegetarian"),
        ("rule: {travel: {keeps_days: một tháng}}", "number.whole", 31, "một tháng"),
        ("rule: {season: 11}", "value.not-one-of", 18, "now"),
        ("rule: {industries: [thuc-phm]}", "reference.industries-near", 23, "thuc-pham"),
        ("rule: {industries: [xyz]}", "reference.industries", 23, "xyz"),
        ("rule: {sets: [27]}", "reference.sets", 17, "27"),
        ("rule: {products: [gaoo]}", "reference.products-near", 21, "gao"),
        ("rule: {gift: true, gift: true}", "yaml.duplicate-key", 22, "gift"),
        ("rule: {sets: [1, 1]}", "value.twice", 20, "1"),
        ("rule: {gift: true}\n  picture: hinh.svg", "reference.media", 12, "hinh.svg"),
    ],
)
def test_what_is_wrong_with_a_door_is_told_where_it_stands(
    tmp_path: Path, line: str, code: str, column: int, words: str
) -> None:
    content = written(tmp_path / "c", RICE, files={"doors.yaml": f"cua:\n  title: Cửa\n  {line}\n"})
    (problem,) = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    assert problem.location
    assert (problem.code, problem.location.file, problem.location.column) == (code, "c/doors.yaml", column)
    assert all(words in problem.message(language) for language in ("vi", "en"))


def test_a_door_called_twice_is_told(tmp_path: Path) -> None:
    door = "cua: {title: Cửa, rule: {gift: true}}\n"
    content = written(tmp_path / "c", RICE, files={"doors.yaml": door + door})
    (problem,) = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    assert (problem.code, problem.location and problem.location.line) == ("yaml.duplicate-key", 2)


def test_a_bottle_does_not_stand_at_a_door(tmp_path: Path) -> None:
    photo = "photos: [{file: a.svg, alt: Chai}]\n"
    content = written(
        tmp_path / "c",
        RICE,
        SAUCE,
        files={
            "products/gao.yaml": f"alcohol_percent: 31\n{photo}",
            "doors.yaml": "cua: {title: Cửa, rule: {gift: true}, picture: a.svg}\n",
            "media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"/>',
        },
    )
    codes = [p.code for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    assert codes == ["door.spirit"]
    (content / "products" / "mam.yaml").write_text(SAUCE.text() + photo, "utf-8")
    assert [p.code for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error] == []

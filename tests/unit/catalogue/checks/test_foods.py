"""A food's record is weighed against itself: its diet against its allergens, its price against any price there is."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, SAUCE, written


def told(folder: Path, fields: str) -> list[tuple[str, int, int, bool]]:
    content = written(folder / "c", SAUCE, files={f"products/{SAUCE.id}.yaml": f"{fields}\n"})
    first = len(SAUCE.text().splitlines())
    return [
        (each.code, each.location.line - first, each.location.column, each.is_error)
        for each in problems_of(content, today=DAY, ledgers_bind=False)
        if each.location.file.endswith(f"{SAUCE.id}.yaml")
    ]


@pytest.mark.parametrize(("diet", "allergen"), [("vegan", "milk"), ("vegan", "fish"), ("vegetarian", "molluscs")])
def test_what_a_diet_leaves_out_is_asked_where_the_label_declares_it(tmp_path: Path, diet: str, allergen: str) -> None:
    assert told(tmp_path, f"allergens: [{allergen}]\ndiet: [{diet}]") == [("diet.contradicts", 2, 8, False)]


def test_a_vegetarian_food_may_hold_milk_and_a_vegan_one_nuts(tmp_path: Path) -> None:
    assert told(tmp_path, "allergens: [milk, eggs]\ndiet: [vegetarian]") == []
    assert told(tmp_path / "b", "allergens: [nuts]\ndiet: [vegan]") == []


def test_a_price_without_its_thousands_is_asked_for_them(tmp_path: Path) -> None:
    price = "packs: [{net_weight: 1 kg, price: {from: 185, as_of: 2026-10}}]"
    assert told(tmp_path, price) == [("price.thousands", 1, 42, False)]
    assert told(tmp_path / "b", price.replace("185", "185000")) == []

"""The Vietnamese alphabet: names stand under their letter and in its order, whatever letter was typed for đ."""

import pytest

from ocop_site.text.vietnamese import collation_key, fold, initial, slug, with_real_d


def test_names_are_in_the_order_of_the_alphabet() -> None:
    names = ["Ếch", "Dưa", "Ẩm", "Đậu", "An", "Bánh"]
    assert sorted(names, key=collation_key) == ["An", "Ẩm", "Bánh", "Dưa", "Đậu", "Ếch"]


@pytest.mark.parametrize("typed", ["Đậu", "\u00d0ậu", "\u0189ậu", "\u00f0ậu", "đậu"])
def test_a_name_stands_under_d_with_its_stroke_whatever_was_typed(typed: str) -> None:
    healed = with_real_d(typed)
    assert initial(healed) == "Đ"
    assert collation_key("Dưa") < collation_key(healed) < collation_key("Ếch")
    assert (fold(typed), slug(typed)) == ("dau", "dau")

"""What a product's page tells whoever takes it home: whom it suits, and how it flies."""

from pathlib import Path

import pytest

from ocop_site.pages.keys import PageKey
from ocop_site.pages.planning import plan
from ocop_site.views import ProductView
from tests.unit.small import CERTIFIED, SAUCE, linked, told


def page_of(folder: Path, more: str) -> ProductView:
    editions = told(linked(folder / "c", SAUCE, files={"products/mam.yaml": CERTIFIED + more}), folder)
    view = plan(editions["en"], PageKey("products", "mam")).view
    assert isinstance(view, ProductView)
    return view


@pytest.mark.parametrize(
    ("travel", "fits"), [("liquid_ml: 100", True), ("liquid_ml: 101", False), ("fragile: true", None)]
)
def test_a_page_tells_whether_a_cabin_bag_may_hold_a_liquid(tmp_path: Path, travel: str, fits: bool | None) -> None:
    told_of = page_of(tmp_path, f"travel: {{{travel}}}\n").travel
    assert told_of
    assert told_of.fits_cabin is fits


def test_diets_are_told_apart_from_the_occasions_that_a_product_suits(tmp_path: Path) -> None:
    page = page_of(tmp_path, "diet: [vegan]\ndiet_basis: label\ngift: true\n")
    assert [link.href.split("/")[-2] for link in page.diets] == ["vegetarian", "vegan"]
    assert [link.href.split("/")[-2] for link in page.suits] == ["gift"]

"""The scripts behind visitors' lists: which of them tells of a product, however many there are."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.editions.edition import Edition
from ocop_site.pages.my_list.scripts import PER_SCRIPT, my_list_scripts, number_of
from ocop_site.records.products.product import Product
from ocop_site.text.language import Text
from tests.support import catalogue_of, editions_of


@pytest.fixture(scope="module")
def catalogue(example: Path) -> Catalogue:
    return catalogue_of(example, today=date(2026, 11, 23))


def with_products(catalogue: Catalogue, products: Mapping[str, Product]) -> Catalogue:
    """The example with these products in place of its own, on no shelf."""
    return replace(catalogue, records={**catalogue.records, "products": products, "places": {}})


def grown(catalogue: Catalogue, count: int) -> Catalogue:
    """The example with so many products of one kind, their codes one after the other."""
    one = catalogue.products["mau-gao"]
    products = {f"mau-{n}": one.model_copy(update={"code": f"VD{n:04}"}) for n in range(1, count + 1)}
    return with_products(catalogue, products)


def edition_of(catalogue: Catalogue, folder: Path) -> Edition:
    return editions_of(catalogue, folder)["vi"]


@pytest.mark.parametrize(("count", "scripts"), [(1, 1), (128, 1), (129, 2), (300, 4), (1000, 8)])
def test_a_product_is_where_its_number_points(catalogue: Catalogue, tmp_path: Path, count: int, scripts: int) -> None:
    documents = my_list_scripts(edition_of(grown(catalogue, count), tmp_path))
    assert len(documents) == scripts
    found = [
        json.loads(document.body.decode().removeprefix("ocop.listed(").removesuffix(");\n")) for document in documents
    ]
    for number, entries in enumerate(found):
        assert {number_of(code) % scripts for code in entries} <= {number}
        assert len(entries) <= PER_SCRIPT
    assert sum(map(len, found)) == count


def test_one_more_product_changes_one_script(catalogue: Catalogue, tmp_path: Path) -> None:
    before, after = (my_list_scripts(edition_of(grown(catalogue, count), tmp_path)) for count in (300, 301))
    assert len({document.path for document in after} - {document.path for document in before}) == 1


def test_a_line_separator_in_a_name_ends_no_line_of_a_script(catalogue: Catalogue, tmp_path: Path) -> None:
    one = catalogue.products["mau-gao"].model_copy(update={"name": Text({"vi": "Gạo\u2028</script>\u2029"})})
    (document,) = my_list_scripts(edition_of(with_products(catalogue, {"mau-gao": one}), tmp_path))
    text = document.body.decode()
    assert not {"\u2028", "\u2029"} & set(text)
    assert json.loads(text.removeprefix("ocop.listed(").removesuffix(");\n"))["VD001"]["name"] == [
        "Gạo\u2028</script>\u2029"
    ]

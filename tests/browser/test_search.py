"""Search: what is typed is found, in any writing, by the rules' order; nonsense is not; the field is a combobox."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from ocop_site.text.folding import folded, spelled, words_of
from tests.conftest import DAY
from tests.support import good_catalogue_of, some

GOLDEN: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("golden.yaml").read_text("utf-8"))

Find = Callable[[str], list[str]]
"""What a query finds, the first eight: ids of products, kind and id of other pages."""


@pytest.fixture(scope="module")
def origin(golden_origin: str) -> str:
    return golden_origin


@pytest.fixture(scope="module")
def searching(browser: Any, origin: str) -> Iterator[Page]:
    """A page on which the search has begun."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{origin}/vi/ban-do/")
    begin(page)
    yield page
    page.close()
    assert complaints == []


def begin(page: Page) -> None:
    page.locator("#_search").focus()
    page.wait_for_function("() => Boolean(window.ocop.found)")
    page.evaluate("""async () => {
        const index = await ocop.index.open(document.querySelector("form[data-search]").dataset.search);
        window.finding = ocop.finding(index);
        window.cardsOf = ocop.cards(index);
    }""")


@pytest.fixture(scope="module")
def find(searching: Page) -> Find:
    def found(query: str) -> list[str]:
        told: list[list[str]] = searching.evaluate(
            """async (query) => (await window.cardsOf((await window.finding.find(query, 8)).entries))
                .map((card) => [card.kind, card.id])""",
            query,
        )
        return [name if kind == "products" else f"{kind}/{name}" for kind, name in told]

    return found


def test_the_table_has_as_many_queries_as_it_takes() -> None:
    assert sum(map(len, GOLDEN.values())) > 200


@pytest.mark.parametrize(("query", "wanted"), GOLDEN["first"])
def test_a_product_is_found_first_by_its_name(find: Find, query: str, wanted: str) -> None:
    found = find(query)
    assert fnmatchcase(found[0] if found else "", wanted), found


@pytest.mark.parametrize(("query", "wanted"), GOLDEN["within"])
def test_what_is_wanted_is_among_the_first_five(find: Find, query: str, wanted: str) -> None:
    found = find(query)
    assert any(fnmatchcase(each, wanted) for each in found[:5]), found


@pytest.mark.parametrize("query", GOLDEN["nothing"])
def test_nonsense_finds_nothing(find: Find, query: str) -> None:
    assert find(query) == []


def test_made_up_products_are_found_by_name_code_and_barcode(find: Find, golden: Path) -> None:
    """Each by its name with tones and without, with a letter wrong, in English, by its code and by its barcode."""
    catalogue = good_catalogue_of(golden, today=DAY, ledgers_bind=False)
    assert catalogue
    missed = []
    for product_id, product in some((i, p) for i, p in catalogue.products.items() if p.code.startswith("GE0"))[::6]:
        name, english = product.name.run("vi").text, product.name.run("en").text
        bare = " ".join(folded(spelled(word)) for word in words_of(name))
        wanted = {i for i, p in catalogue.products.items() if p.name == product.name}
        gtin = product.packs[0].gtin
        queries = [name, bare, bare.upper(), english, product.code, f"ge {int(product.code[2:])}", str(gtin)]
        queries += [mistyped(english)] if mistyped(english) else []
        for query in queries:
            found = find(query)
            if not found or found[0] not in wanted:
                missed.append((query, product_id, found[:3]))
    assert missed == []


def mistyped(name: str) -> str:
    """With two letters of its longest word changed in order; empty where that is too short to be forgiven."""
    longest = max(name.split(), key=len)
    return name.replace(longest, longest[:2] + longest[3] + longest[2] + longest[4:]) if len(longest) > 5 else ""

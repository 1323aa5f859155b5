"""Search: what is typed is found, in any writing, by the rules' order; nonsense is not; the field is a combobox."""

import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from ocop_site.text.folding import folded, spelled, words_of
from tests.browser.conftest import Open
from tests.conftest import DAY
from tests.support import PROJECT, good_catalogue_of, some

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


@pytest.mark.parametrize("query", ["gò đen", "go den", "my yen", "gạo đen", "joint stock company"])
def test_no_spirit_is_found_by_its_makers_or_places_name(find: Find, query: str) -> None:
    assert [each for each in find(query) if each.startswith("de-go-den-")] == []


@pytest.mark.parametrize("query", GOLDEN["hostile"])
def test_hostile_strings_do_no_harm(find: Find, searching: Page, query: str) -> None:
    find(query)
    assert searching.locator("h1").count() == 1


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


# --- the field -------------------------------------------------------------------------------------------------------


@pytest.fixture
def field(visit: Open) -> Page:
    """A page of the sample with the field in focus."""
    page = visit("/vi/ban-do/")
    page.locator("#_search").focus()
    page.wait_for_function("() => document.querySelector('#_search').getAttribute('role') === 'combobox'")
    return page


def test_the_field_is_a_combobox_whose_list_opens_while_one_types(field: Page) -> None:
    box = field.get_by_role("combobox", name="Tìm trong danh mục")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("lap xuong kim")
    expect(box).to_have_attribute("aria-expanded", "true")
    options = field.get_by_role("option")
    expect(options.first).to_contain_text("Lạp xưởng Kim Huệ")
    assert box.get_attribute("aria-controls") == field.get_by_role("listbox").get_attribute("id")
    expect(field.locator(".search [role=status]")).to_contain_text("Tìm thấy: ")


def test_keys_move_through_what_is_found_and_enter_opens_it(field: Page) -> None:
    box = field.locator("#_search")
    box.press_sequentially("lap xuong kim hue")
    expect(field.get_by_role("option").first).to_be_visible()
    for key, number in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        box.press(key)
        option = field.get_by_role("option").nth(number)
        expect(option).to_have_attribute("aria-selected", "true")
        assert box.get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert field.evaluate("document.activeElement.id") == "_search"
    box.press("Enter")
    field.wait_for_url("**/vi/san-pham/lap-xuong-kim-hue/")


def test_escape_closes_and_leaving_too(field: Page) -> None:
    box, options = field.locator("#_search"), field.get_by_role("listbox")
    box.press_sequentially("gao")
    expect(options).to_be_visible()
    box.press("Escape")
    expect(options).to_be_hidden()
    assert box.input_value() == "gao"
    box.press("ArrowDown")
    expect(options).to_be_visible()
    field.locator(".brand a").focus()
    expect(options).to_be_hidden()


def test_what_was_typed_is_marked_in_what_is_found(field: Page) -> None:
    field.locator("#_search").press_sequentially("xuong kim")
    expect(field.get_by_role("option").first.locator(".found__name mark")).to_have_text(["xưởng", "Kim"])


def test_what_finds_nothing_says_so_and_shows_the_nearest_names_and_ways_on(field: Page) -> None:
    field.locator("#_search").press_sequentially("mam xyzzy")
    expect(field.locator(".search__none")).to_contain_text("Không tìm thấy “\u2068mam xyzzy\u2069”")
    expect(field.get_by_role("option").first).to_contain_text("mắm", ignore_case=True)
    expect(field.get_by_role("option").last).to_have_text("Xem mọi tên từ A đến Y")


def test_enter_opens_the_page_of_results_which_can_be_shared(field: Page) -> None:
    field.locator("#_search").press_sequentially("mắm cá")
    field.locator("#_search").press("Enter")
    field.wait_for_url("**/vi/tim/?q=m%E1%BA%AFm+c%C3%A1")
    results = field.locator("[data-results] li")
    expect(results.first).to_contain_text("Mắm c")
    assert field.locator("#_search").input_value() == "mắm cá"
    found = field.locator("[data-part=told]").inner_text()
    assert int(re.sub(r"\D", "", found)) >= results.count() > 5


def test_without_script_the_form_leads_to_all_names_which_has_anchors(visit: Open) -> None:
    page = visit("/vi/", java_script_enabled=False)
    page.locator("#_search").fill("lạp xưởng")
    page.locator("#_search").press("Enter")
    assert "/vi/a-z/?q=" in page.url
    page.locator(".jump a", has_text="L").first.click()
    assert page.url.endswith("#chu-l")


@pytest.mark.parametrize("script", [True, False])
def test_the_page_of_results_shows_one_field_on_a_phone_with_and_without_script(visit: Open, script: bool) -> None:
    page = visit("/vi/tim/", java_script_enabled=script)
    expect(page.locator("input[type=search]")).to_have_count(1)
    expect(page.locator("main #_search")).to_be_in_viewport(ratio=1)


def test_on_a_broken_connection_the_search_says_so(visit: Open) -> None:
    page = visit("/vi/ban-do/")
    page.route("**/search/*.js", lambda route: route.fulfill(status=404, body=""))
    page.locator("#_search").press_sequentially("gao")
    expect(page.locator(".search__none")).to_contain_text("Chưa tải được")


def test_a_spirit_that_is_found_stands_with_the_warning_of_the_law(field: Page) -> None:
    field.locator("#_search").press_sequentially("de go den 31")
    expect(field.get_by_role("option").first.locator("[data-found=law]")).to_be_visible()


def test_letters_are_folded_in_the_browser_as_in_the_index(searching: Page) -> None:
    """Over all of the sample's words, every letter that people of the country may type, and words of other writings."""
    marks = "".join(chr(code) for code in range(0x300, 0x330))
    letters = "".join(chr(code) for code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00), 0x110, 0x111, 0x3042, 0x9F8D))
    texts = [*(f"{letter}{mark}y qu{letter}y" for letter in letters for mark in ("", *marks[:12])), letters]
    texts += ["𠮷々 쌀 10kg", "أَرُزّ، ٥ كـيلو؟", "שָׁלוֹם־עולם", "ខ្មែរ ไทย ႀ", "Рис ёж Ελιά"]
    texts += [file.read_text("utf-8") for file in some(sorted((PROJECT / "content" / "products").glob("*.yaml")))]
    told = searching.evaluate(
        """(texts) => texts.map((text) => ocop.folding.words(text).map((word) => {
            const spelled = ocop.folding.spelled(word);
            return [spelled, ocop.folding.folded(spelled)];
        }))""",
        texts,
    )
    for text, found in some(zip(texts, told, strict=True)):
        assert found == [[spelled(word), folded(spelled(word))] for word in words_of(text)], text[:20]

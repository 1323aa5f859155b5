"""The neutral catalogue of the benchmarks: the pages of it are those that other generators make, with all they tell."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.support import PROJECT, bytes_of, some

EQUAL_WORK = PROJECT / "tests" / "benchmarks" / "equal_work"

URLS = json.loads((EQUAL_WORK / "urls.json").read_text("utf-8"))

CATEGORIES = ("food", "craft")

PLACES = {"dong": {"vi": "Huyện Đông", "en": "Đông district"}, "tay": {"vi": "Huyện Tây", "en": "Tây district"}}

DESCRIPTION = "Một câu. Hai “câu”.\n\n## Câu chuyện\n\n**Đậm** [Xem thêm](https://example.org/).\n\n- Một\n- Hai\n"


def product(number: int) -> dict[str, Any]:
    return {
        "id": f"tra-{number:02}",
        "name": {"vi": f'Trà "số" {number}', "en": f"Tea <{number}>"},
        "summary": {"vi": f"Trà thứ {number}.", "en": f"Tea number {number}."},
        "category": CATEGORIES[number % 2],
        "stars": 3 + number % 3,
        "certificate": f"{number:03}/QĐ-UBND-2024",
        "issued": f"2024-01-{number:02}",
        "expires": f"2026-12-{number:02}",
        "producer": f"htx-{number % 3}",
        "place": tuple(PLACES)[number % 2],
        "price": number * 10_500,
        "net_weight": "250 g",
        "ingredients": {"vi": ["búp chè", "muối"], "en": ["tea buds", "salt"]},
        "images": ["photo-1.jpg", "photo-2.jpg"],
        **({"gtin": "8930000000965"} if number == 1 else {}),
        "description": {"vi": DESCRIPTION, "en": "One sentence.\n\n## The story\n\n- One\n"},
    }


def producer(number: int) -> dict[str, Any]:
    return {
        "id": f"htx-{number}",
        "name": {"vi": f"Hợp tác xã {number}", "en": f"Cooperative {number}"},
        "place": "dong",
        "contact": "Đỗ Thị Hương",
        "phone": "+84 208 306 4070",
        "address": {"vi": "Xóm 11, Đông", "en": "Hamlet 11, Đông"},
        "about": {"vi": "Làm trà.", "en": "They make tea."},
    }


def place(place_id: str) -> dict[str, Any]:
    return {"id": place_id, "name": PLACES[place_id], "lat": 21.6, "lon": 105.5}


PRODUCTS = [product(number) for number in range(1, 31)]


@dataclass(frozen=True)
class Benchmark:
    """A neutral catalogue in a folder of its own, and what was made of it."""

    folder: Path

    def write(self, kind: str, neutral: Mapping[str, Any]) -> None:
        file = self.folder / "work" / "data" / kind / f"{neutral['id']}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(neutral, allow_unicode=True), "utf-8")

    def run(self, *arguments: str) -> str:
        """As it is run beside other programs, from the folder of the catalogue."""
        answer = subprocess.run(
            [sys.executable, str(EQUAL_WORK), "data", *arguments],
            cwd=self.folder / "work", capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    @property
    def content(self) -> Path:
        (folder,) = self.folder.glob("converted-*")
        return folder / "content"

    def page(self, kind: str, language: str, **filled: object) -> LexborHTMLParser:
        path = URLS[kind].format(lang=language, **filled)
        return LexborHTMLParser((self.folder / "work" / "public" / path / "index.html").read_bytes())

    def text(self, kind: str, language: str, **filled: object) -> str:
        body = self.page(kind, language, **filled).body
        assert body
        return " ".join(body.text(separator=" ").split())

    def products_on(self, kind: str, language: str, **filled: object) -> set[str]:
        links = self.page(kind, language, **filled).css("main a[href]")
        found = [(link.attributes["href"] or "").strip("/").split("/") for link in links]
        return {path[2] for path in found if path[:2] == [language, "products"] and len(path) == 3}

    @cached_property
    def told(self) -> Any:
        return json.loads((self.folder / "told.json").read_text("utf-8"))


def benchmark(folder: Path) -> Benchmark:
    made = Benchmark(folder)
    for kind, records in (
        ("products", PRODUCTS),
        ("producers", map(producer, range(3))),
        ("places", map(place, PLACES)),
    ):
        for neutral in some(records):
            made.write(kind, neutral)
    return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Benchmark:
    made = benchmark(tmp_path_factory.mktemp("equal_work"))
    told = made.run("public", "--jobs", "1", "--format", "json", "--messages", "en")
    (made.folder / "told.json").write_text(told, "utf-8")
    return made


@pytest.fixture
def converted(tmp_path: Path) -> Benchmark:
    made = benchmark(tmp_path)
    made.run()
    return made


def test_nothing_is_wrong_but_that_the_address_is_one_for_examples(built: Benchmark) -> None:
    assert [problem["code"] for problem in built.told["problems"]] == ["site.url-reserved"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_that_others_make_is_there(built: Benchmark, language: str) -> None:
    for kind, records in (("product", PRODUCTS), ("producer", map(producer, range(3))), ("place", map(place, PLACES))):
        for neutral in some(records):
            assert neutral["name"][language] in built.text(kind, language, id=neutral["id"])
    for category in CATEGORIES:
        assert built.page("category", language, id=category).css_first("h1")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_lists_hold_all_products_24_a_page(built: Benchmark, language: str) -> None:
    pages = [built.products_on("list", language), built.products_on("list_n", language, n=2)]
    assert [len(page) for page in pages] == [24, 6]
    assert set().union(*pages) == {neutral["id"] for neutral in PRODUCTS}


def test_the_first_page_holds_the_twelve_latest(built: Benchmark) -> None:
    assert built.products_on("home", "vi") == {f"tra-{number:02}" for number in range(19, 31)}


@pytest.mark.parametrize("kind", ["producer", "category", "place"])
def test_a_page_links_all_that_belongs_to_it(built: Benchmark, kind: str) -> None:
    for key in some(sorted({neutral[kind] for neutral in PRODUCTS})):
        of_it = {neutral["id"] for neutral in PRODUCTS if neutral[kind] == key}
        assert of_it <= built.products_on(kind, "en", id=key)


def test_a_product_tells_all_its_facts_as_its_language_writes_them(built: Benchmark) -> None:
    vi, en = (built.text("product", language, id="tra-01") for language in ("vi", "en"))
    for fact in ("001/QĐ-UBND-2024", "01/01/2024", "01/12/2026", "10.500", "250 g", "búp chè, muối", "8930000000965"):
        assert fact in vi
    for fact in ("1 January 2024", "1 December 2026", "10,500", "tea buds, salt", "Cooperative 1", "Tây district"):
        assert fact in en


def test_a_description_is_html_below_headings_of_its_level(built: Benchmark) -> None:
    page = built.page("product", "vi", id="tra-01")
    assert [heading.text() for heading in page.css("h2")] == ["Thông tin", "Câu chuyện", "Sản phẩm cùng nhóm"]
    assert [node.text() for node in page.css(".description strong, .description li")] == ["Đậm", "Một", "Hai"]


def test_a_head_names_the_page_and_its_other_language(built: Benchmark) -> None:
    page = built.page("product", "en", id="tra-01")
    named = {node.attributes["hreflang"]: node.attributes["href"] for node in page.css("link[hreflang]")}
    canonical, title = page.css_first("link[rel=canonical]"), page.css_first("title")
    assert canonical
    assert title
    assert named["vi"] == "https://example.test/vi/products/tra-01/"
    assert canonical.attributes["href"] == named["en"] == "https://example.test/en/products/tra-01/"
    assert title.text().startswith("Tea <1>")


def test_four_related_products_follow_in_the_category_the_first_after_the_last(built: Benchmark) -> None:
    related = [
        (link.attributes["href"] or "").split("/")[3]
        for link in built.page("product", "vi", id="tra-29").css(".related a")
    ]
    assert sorted(related) == ["tra-01", "tra-03", "tra-05", "tra-07"]


@pytest.mark.parametrize(("number", "gtin"), [(1, "8930000000965"), (2, None)])
def test_machines_are_told_price_and_gtin_whatever_signs_a_name_has(
    built: Benchmark, number: int, gtin: str | None
) -> None:
    data = built.page("product", "vi", id=f"tra-{number:02}").css_first("script[type='application/ld+json']")
    assert data
    told = json.loads(data.text())
    assert told["@type"] == "Product"
    assert told["name"] == f'Trà "số" {number}'
    assert (told["offers"]["price"], told.get("gtin13")) == (number * 10_500, gtin)


def test_no_page_has_a_script_but_data(built: Benchmark) -> None:
    for file in some((built.folder / "work" / "public").rglob("*.html")):
        scripts = LexborHTMLParser(file.read_bytes()).css("script:not([type='application/ld+json'])")
        assert scripts == [], file


def test_a_catalogue_is_converted_once(converted: Benchmark) -> None:
    before = changed_at(converted.content)
    converted.run()
    assert changed_at(converted.content) == before


def test_an_edited_product_is_converted_alone(converted: Benchmark) -> None:
    before = changed_at(converted.content)
    converted.write("products", PRODUCTS[0] | {"description": {"vi": "Khác.", "en": "Different."}})
    converted.run()
    now = changed_at(converted.content)
    assert {path for path, time in now.items() if before[path] != time} == {"products/tra-01.yaml"}
    assert "Khác." in (converted.content / "products" / "tra-01.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "change", [{"place": "dong"}, {"category": "food"}, {"issued": "2024-03-01"}, {"gtin": "8930000001306"}]
)
def test_what_others_depend_on_is_converted_with_them(tmp_path: Path, change: dict[str, Any]) -> None:
    edited, fresh = benchmark(tmp_path / "edited"), benchmark(tmp_path / "fresh")
    edited.run()
    for each in (edited, fresh):
        each.write("products", PRODUCTS[0] | change)
        each.run()
    assert bytes_of(edited.content) == bytes_of(fresh.content)


def changed_at(folder: Path) -> dict[str, int]:
    files = some(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.stat().st_mtime_ns for file in files}

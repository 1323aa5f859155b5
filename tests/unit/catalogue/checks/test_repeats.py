"""The same thing said twice in one record is told where it stands the second time."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import CAKE, DAY, RICE, SAUCE, written

MORE = "products/mam.yaml"
LINKS = "links: [{kind: shop, url: https://example.org, label: A}, {kind: maker, url: https://example.org, label: B}]"
PLACE = "name: {vi: Gian hàng Ví Dụ, en: Stall}\nkind: ocop_stall\n"


def told(folder: Path, file: str, text: str) -> list[tuple[str, str, int]]:
    """Code, the line from the mistake on, and how many times it is told."""
    content = written(folder / "c", SAUCE, RICE, CAKE, files={file: text})
    problems = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    return [(p.code, p.excerpt[p.location.column - 1 :], p.location.line) for p in problems]


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("season: [5, 6, 5]", "5]"),
        ("season: [5, 05]", "05]"),
        ("allergens: [fish, milk, fish]", "fish]"),
        ("diet: [vegan, vegan]", "vegan]"),
        ("goes_with: [gao, gao]", "gao]"),
        ("contains: [gao, banh, gao]", "gao]"),
        ("also_known_as: [Mắm ruốc, mắm  Ruốc]", "mắm  Ruốc]"),
        ("name_is_ours: [en, en]", "en]"),
        (LINKS, "{kind: maker"),
        ("marks: [{kind: vietgap, number: A}, {kind: vietgap, number: A}]", "{kind: vietgap, number: A}]"),
        ("packs: [{net_weight: 500 g}, {net_weight: 500 g}]", "{net_weight: 500 g}]"),
    ],
)
def test_an_item_of_a_products_list_is_there_once(tmp_path: Path, line: str, second: str) -> None:
    [(code, at, _)] = told(tmp_path, MORE, f"{line}\n")
    assert code in ("value.twice", "value.group-twice")
    assert at.startswith(second)


def test_a_source_is_named_once(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE)
    file = content / MORE
    file.write_text(file.read_text("utf-8").replace("[s-so]", "[s-so, s-so]"), "utf-8")
    [problem] = [p for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error]
    assert (problem.code, problem.details) == ("value.twice", {"found": "s-so", "first": 1})


def test_a_product_stands_once_on_a_places_shelves_even_where_it_is_out(tmp_path: Path) -> None:
    stock = "stock:\n  - {product: gao, shelf: A1}\n  - {product: mam}\n  - {product: gao, out: true}\n"
    assert told(tmp_path, "places/gian-hang.yaml", f"{PLACE}{stock}") == [
        ("value.twice", "{product: gao, out: true}", 6)
    ]


@pytest.mark.parametrize(
    ("line", "second"), [("phone: [0272 3826 123, 02723826123]", "02723826123]"), ("former_names: [Ví, ví]", "ví]")]
)
def test_a_producer_says_nothing_twice(tmp_path: Path, line: str, second: str) -> None:
    [(code, at, _)] = told(tmp_path, "producers/nha.yaml", f"name: Nhà thử\nkind: farm\n{line}\n")
    assert (code, at) == ("value.twice", second)


def test_a_notice_names_a_product_once(tmp_path: Path) -> None:
    notice = "kind: recall\ndate: 2026-11-01\nproducts: [mam, mam]\ntext: {vi: Thu hồi lô 01., en: Lot 01.}\n"
    assert [each[:2] for each in told(tmp_path, "notices/tb.yaml", notice)] == [("value.twice", "mam]")]


def test_a_trail_may_come_back_to_a_place(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE, files={"places/a.yaml": PLACE, "places/b.yaml": PLACE})
    trail = "name: Một vòng\nsummary: Đi rồi về.\nstops: [{place: a}, {place: b}, {place: a}]\n"
    written(content, files={"trails/vong.yaml": trail})
    assert [p.code for p in problems_of(content, today=DAY, ledgers_bind=False) if p.is_error] == []


@pytest.mark.parametrize("line", ["[none_declared, fish]", "[fish, milk, none_declared]"])
def test_a_label_that_declares_none_declares_no_other(tmp_path: Path, line: str) -> None:
    [(code, at, _)] = told(tmp_path, MORE, f"allergens: {line}\n")
    assert code == "allergens.contradict"
    assert at.startswith("none_declared")


@pytest.mark.parametrize("second", ["Cỏ bàng", "cỏ  bàng", "CỎ BÀNG"])
def test_a_word_is_explained_once_whatever_its_capitals(tmp_path: Path, second: str) -> None:
    words = f"cỏ bàng:\n  vi: A\n{second}:\n  vi: B\n"
    assert told(tmp_path, "glossary.yaml", words) == [("word.twice", f"{second}:", 3)]


@pytest.mark.parametrize("second", ["Hòa", "hoà"])
def test_a_word_has_one_line_of_synonyms(tmp_path: Path, second: str) -> None:
    assert told(tmp_path, "synonyms.yaml", f"hòa: [lợn]\n{second}: [heo]\n") == [("word.twice", f"{second}: [heo]", 2)]

"""Lines as people type them: lists, numbers, headings and indentation, and every sign of them kept."""

from xml.etree.ElementTree import tostring

import pytest

from ocop_site.text.markdown.parsing import parse


def html(source: str) -> str:
    return tostring(parse(source).root, encoding="unicode", method="html").removeprefix("<div>").removesuffix("</div>")


def items(*words: str) -> str:
    return "<ul>" + "".join(f"<li>{each}</li>" for each in words) + "</ul>"


def numbered(*words: str) -> str:
    parted = [each.split(" ", 1) for each in words]
    return "<ol>" + "".join(_item(number, rest) for number, rest in parted) + "</ol>"


def _item(number: str, rest: str) -> str:
    counted = number.strip("().-/")
    value = f' value="{counted}"' if counted.isdecimal() else ""
    return f'<li{value}><span class="number">{number} </span>{rest}</li>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Có ba loại:\n- loại một\n- loại hai", f"<p>Có ba loại:</p>{items('loại một', 'loại hai')}"),
        ("Thành phần gồm:\n* Gạo\n* Muối", f"<p>Thành phần gồm:</p>{items('Gạo', 'Muối')}"),
        ("+ Không phẩm\n+ Không màu", items("Không phẩm", "Không màu")),
        ("– Không phẩm\n– Không màu", items("Không phẩm", "Không màu")),
        ("-Không phẩm\n-Không màu", items("Không phẩm", "Không màu")),
        ("• Gạo", items("Gạo")),
        ("- a\n  - b\n  - c\n- d", "<ul><li>a" + items("b", "c") + "</li><li>d</li></ul>"),
        ("- a\n    - b\n- c", "<ul><li>a" + items("b") + "</li><li>c</li></ul>"),
        ("- a\n- b\n1. c\n2. d", items("a", "b") + numbered("1. c", "2. d")),
        ("Đoạn\n\n  - a\n  - b", "<p>Đoạn</p>" + items("a", "b")),
        ("1. a\n   thêm\n2. b", numbered("1. a\nthêm", "2. b")),
        ("1.Bước\n2.Nghỉ", numbered("1. Bước", "2. Nghỉ")),
        ("1/ Bước\n2/ Nghỉ", numbered("1/ Bước", "2/ Nghỉ")),
        ("(1) một\n(2) hai", numbered("(1) một", "(2) hai")),
        ("✅ Gạo\n✅ Muối", items("✅ Gạo", "✅ Muối")),
        ("➢ Gạo\n➢ Muối", items("Gạo", "Muối")),
        ("\uf0b7\tGạo\n\uf0b7\tMuối", items("Gạo", "Muối")),
        ("o Gạo\no Muối", items("Gạo", "Muối")),
        ("- a\n\n  thêm\n- b", items("<p>a</p><p>thêm</p>", "<p>b</p>")),
        ("- a\n  - b\n\n    c\n- d", items(f"<p>a</p>{items('<p>b</p><p>c</p>')}", "<p>d</p>")),
    ],
)  # fmt: skip
def test_a_list_is_read_as_people_write_it(source: str, expected: str) -> None:
    assert html(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n2. b", numbered("1. a", "2. b")),
        ("3) ba\n5) năm", numbered("3) ba", "5) năm")),
        ("a) một\nb) hai", numbered("a) một", "b) hai")),
        ("1.1. nhỏ\n1.2. vừa", numbered("1.1. nhỏ", "1.2. vừa")),
    ],
)
def test_the_number_of_an_item_is_shown_as_it_was_typed(source: str, expected: str) -> None:
    assert html(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "2019. Bắt đầu OCOP.",
        "1986. Năm mở xưởng.",
        "Mở xưởng năm\n2019. Sau đó mới bán.",
        "Ở tầng\n12. Sau đó ra chợ.",
        "#OCOP #LongAn",
        "#1 miền Tây",
        "#1: ngon nhất",
        "-5 độ",
        "– Một câu nói.",
        "> 5 kg",
        "*lưu ý",
        "a) chỉ một dòng",
        "Giá\n-",
    ],
)
def test_what_only_looks_like_a_mark_is_text(source: str) -> None:
    assert html(source) == f"<p>{source.replace('>', '&gt;')}</p>"


def test_years_in_paragraphs_of_their_own_keep_their_numbers() -> None:
    assert html("Các mốc:\n\n2019. Bắt đầu.\n\n2023. Đạt.") == "<p>Các mốc:</p><p>2019. Bắt đầu.</p><p>2023. Đạt.</p>"


def test_a_paragraph_that_is_indented_as_in_a_letter_is_a_paragraph() -> None:
    assert html("Một.\n\n    Hai.\n\n\tBa.") == "<p>Một.</p><p>Hai.</p><p>Ba.</p>"


def test_a_heading_needs_a_space_and_stands_by_itself() -> None:
    assert html("#1 miền Tây\n# Tiêu đề\n#OCOP") == "<p>#1 miền Tây</p><h1>Tiêu đề</h1><p>#OCOP</p>"


def test_a_line_of_dashes_parts_and_makes_no_heading_of_what_stands_before() -> None:
    assert html("Trước\n---\nSau") == "<p>Trước</p><hr><p>Sau</p>"
    assert html("Tiêu đề\n===\nSau") == "<h1>Tiêu đề</h1><p>Sau</p>"


def test_a_quotation_holds_what_a_text_holds() -> None:
    assert html("> Lời\n> - a\n> - b") == f"<blockquote><p>Lời</p>{items('a', 'b')}</blockquote>".replace("b<", "b\n<")


def test_a_table_keeps_a_cell_more_than_its_head() -> None:
    assert "<td>c</td><td>d</td><td>e</td>" in html("a|b\n-|-\nc|d|e")


def test_a_table_with_too_few_dashes_is_one() -> None:
    assert html("| a | b | c |\n|---|---|\n| d | e | f |").count("<td>") == 3


def test_a_table_may_follow_a_line_of_words() -> None:
    assert html("Bảng:\n| a | b |\n|---|---|\n| c | d |").startswith("<p>Bảng:</p><table>")


@pytest.mark.parametrize("mark", ["> ", "- ", "  - "])
def test_what_is_nested_beyond_all_measure_is_read_and_kept(mark: str) -> None:
    source = "\n".join(f"{'  ' * depth}- dòng {depth}" for depth in range(300)) if mark == "  - " else mark * 300 + "x"
    assert "x" in html(source) or "dòng 299" in html(source)


@pytest.mark.parametrize("source", ["1.5 kg\n2.5 kg", "5-6 giờ\n7-8 giờ", "→ đi", "1.Bước", "Ø 30 cm\nØ 40 cm"])
def test_what_only_looks_like_an_item_stays_in_its_line(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"


def test_the_value_of_an_item_is_a_number_that_browsers_know() -> None:
    assert '<li value="2"><span class="number">２. </span>' in html("１. một\n２. hai")

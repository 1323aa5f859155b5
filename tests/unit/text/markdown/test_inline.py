"""What stands within lines: emphasis that costs no sign, addresses that are found, HTML that is text."""

from xml.etree.ElementTree import tostring

import pytest

from ocop_site.text.markdown.parsing import parse


def html(source: str) -> str:
    return tostring(parse(source).root, encoding="unicode", method="html").removeprefix("<div>").removesuffix("</div>")


def mentions(source: str) -> list[tuple[str, str]]:
    return [(mention.sort, mention.typed) for mention in parse(source).mentions]


@pytest.mark.parametrize(
    "source",
    [
        "Hộp 30*40*5 cm, túi 20 * 30 cm, nặng 5*10 gói.", "dài*rộng*cao", "ten_tep_cua_toi", "(*) Ghi chú (*)",
        "Giá 5* và 6*", "2**3**4", "~~gạch~~", "a * b * c", "**Lưu ý", "_x", "10 - 20 * 3",
        "１２*３*４ cm", "(30)*(40)*(5)", "30%*40%*5",
    ],
)  # fmt: skip
def test_a_star_that_is_a_sign_stays_one(source: str) -> None:
    assert html(source) == f"<p>{source}</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**đậm**", "<strong>đậm</strong>"),
        ("*nghiêng* và _nghiêng_", "<em>nghiêng</em> và <em>nghiêng</em>"),
        ("(**đậm**), “*nghiêng*”.", "(<strong>đậm</strong>), “<em>nghiêng</em>”."),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("***cả hai***", "<strong><em>cả hai</em></strong>"),
        ("**30*40** cm", "<strong>30*40</strong> cm"),
        ("**김치**는", "<strong>김치</strong>는"),
        ("`a*b*c`", "<code>a*b*c</code>"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("5 &lt 6", "5 &amp;lt 6"),
    ],
)
def test_emphasis_begins_before_a_word_and_ends_behind_one(source: str, expected: str) -> None:
    assert html(source) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("[a](product:gao)", ["product:gao"]),
        ("[a](product: gao)", ["product: gao"]),
        ('[a](product:gao "tên")', ["product:gao"]),
        ("[a](<quy định.pdf>)", ["quy định.pdf"]),
        ("[a](quy định.pdf)", ["quy định.pdf"]),
        ("[a](product:gao “tên”)", ["product:gao"]),
        ("[a](https://a.vn/x_(y))", ["https://a.vn/x_(y)"]),
        ("[a]()", [""]),
        ("[a][b]\n\n[b]: https://a.vn", ["https://a.vn"]),
        ("[a][b]\n\n[b]: <https://a.vn> (Tên)", ["https://a.vn"]),
        ("[a](https://b.vn)\n\n[a]: https://a.vn", ["https://b.vn", "https://a.vn"]),
        ("https://youtu.be/abc.", ["https://youtu.be/abc"]),
        ("(xem https://a.vn/b)", ["https://a.vn/b"]),
        ("<https://a.vn> <ten@a.vn>", ["https://a.vn", "mailto:ten@a.vn"]),
        ("[https://a.vn](https://a.vn)", ["https://a.vn"]),
        ("[2](trang 5) và [x] và [1] Theo báo", []),
        ("Chú thích[^1]\n\n[^1]: Nguồn.", []),
        ("[1] Theo báo\n\n[1]: Nguồn.", []),
        ("`[a](product:gao)`", []),
    ],
)
def test_a_link_is_found_where_one_was_meant(source: str, found: list[str]) -> None:
    assert mentions(source) == [("link", typed) for typed in found]


def test_a_bare_address_becomes_a_link_without_the_full_stop() -> None:
    assert html("Xem https://a.vn/b_c_d.") == '<p>Xem <a href="https://a.vn/b_c_d">https://a.vn/b_c_d</a>.</p>'


@pytest.mark.parametrize(
    "typed", ["<b>", "</b>", "<br>", "<br/>", "<img src=x>", "<!-- x -->", "&nbsp;", "&copy;", "&#8211;"]
)
def test_html_is_found_and_stays_text(typed: str) -> None:
    assert mentions(f"Trước {typed} sau") == [("html", typed)]
    assert parse(f"Trước {typed} sau").root.find("p/span").text == typed  # type: ignore[union-attr]


@pytest.mark.parametrize("source", ["a < b > c", "<3", "<Bánh tráng>", "<gạo>", "AT&T; R&D", "&abcxyz;"])
def test_what_is_no_html_is_not_told(source: str) -> None:
    assert mentions(source) == []


def test_each_link_is_found_at_its_own_place() -> None:
    source = "Xem product:a và [một](product:a), [hai](product:a)."
    assert [mention.start for mention in parse(source).mentions] == [
        source.index("(product:a") + 1,
        source.rindex("product:a"),
    ]

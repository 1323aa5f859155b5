"""What texts lead to and show is looked up where it was parsed, and told at its line and column."""

from pathlib import Path

import pytest

from tests.support import problems_of
from tests.unit.small import DAY, SAUCE, written


def told(tmp_path: Path, story: str) -> list[tuple[str, str]]:
    """The problems of a text in a product, each with its place."""
    content = tmp_path / "c"
    written(content, SAUCE, files={f"products/{SAUCE.id}.yaml": f"story:\n  vi: |\n    Dòng đầu.\n    {story}\n"})
    (content / "media").mkdir(exist_ok=True)
    for name in ("cho.jpg", "quy định.pdf"):
        (content / "media" / name).write_bytes(b"x")
    problems = [each for each in problems_of(content, today=DAY) if "mam.yaml" in each.location.file]
    lines = (content / f"products/{SAUCE.id}.yaml").read_text("utf-8").split("\n")
    return [(each.code, lines[each.location.line - 1][each.location.column - 1 :]) for each in problems]


@pytest.mark.parametrize(
    ("story", "code", "at"),
    [
        ("Xem [a](product:Mam) nhé.", "reference.link-near", "product:Mam) nhé."),
        ("Xem [a](product:khong-co).", "reference.link", "product:khong-co)."),
        ("Xem [a](san-pham:mam).", "reference.link-kind", "san-pham:mam)."),
        ("Xem [a](javascript:alert(1)).", "reference.link-kind", "javascript:alert(1))."),
        ("Xem [a](mam).", "text.link-right", "mam)."),
        ("Xem [a](/vi/san-pham/mam/).", "text.link-right", "/vi/san-pham/mam/)."),
        ("Xem [a](example.org).", "text.link-right", "example.org)."),
        ("Xem [a](../san-pham/).", "text.link-nowhere", "../san-pham/)."),
        ("Xem [a](product:x “tên”).", "reference.link", "product:x “tên”)."),
        ("Xem [a]().", "text.link-empty", "]()."),
        ("Xem [a](https://vidu).", "value.https", "https://vidu)."),
        ("Xem [a](htps://vidu.vn).", "text.link-right", "htps://vidu.vn)."),
        ("Xem [a](https//vidu.vn).", "text.link-right", "https//vidu.vn)."),
        ("Xem [a](“https://vidu.vn”).", "text.link-right", "“https://vidu.vn”)."),
        ("Xem [a](ten@vidu.vn).", "text.link-right", "ten@vidu.vn)."),
        ("Xem [a](0901234567).", "text.link-right", "0901234567)."),
        ("Xem [a](mailto:ten).", "value.email", "mailto:ten)."),
        ("Xem [a](tel:09012).", "value.phone", "tel:09012)."),
        ("Xem [a](tel:0272 3826 123 ext 5).", "phone.extension", "tel:0272 3826 123 ext 5)."),
        ("Xem [a](producer:mam).", "reference.link-near", "producer:mam)."),
        ("![chợ]()", "text.picture-empty", "]()"),
        ("![chợ] (cho.jpg)", "text.link-unread", "![chợ] (cho.jpg)"),
        ("![chợ](cho.jpg", "text.link-unread", "![chợ](cho.jpg"),
        ("Xem [a] (product:mam) nhé.", "text.link-unread", "[a] (product:mam) nhé."),
        ("Xem (a)[https://example.org] nhé.", "text.link-unread", "(a)[https://example.org] nhé."),
        ("Xem ［a］（https://example.org）", "text.link-unread", "［a］（https://example.org）"),
        ("Xem [[cho.jpg]].", "text.link-unread", "[[cho.jpg]]."),
        ("Xem [](product:mam).", "text.link-words", "product:mam)."),
        ("Xem [a](ke-hoach.pdf).", "reference.media", "ke-hoach.pdf)."),
        ("Xem [a](cho.jpg).", "text.link-file", "cho.jpg)."),
        ("Xem [a][b].\n\n    [b]: product:khong-co", "reference.link", "product:khong-co"),
        ("![chợ](choo.jpg)", "reference.media-near", "choo.jpg)"),
        ("![chợ](https://example.org/a.jpg)", "text.picture-elsewhere", "https://example.org/a.jpg)"),
        ("![](cho.jpg)", "text.picture-words", "cho.jpg)"),
        ("In <b>đậm</b> và <br>.", "text.html", "<b>đậm</b> và <br>."),
        ("&nbsp;&copy; 2023", "text.html", "&nbsp;&copy; 2023"),
    ],
)
def test_what_leads_nowhere_is_told_once_at_its_place(tmp_path: Path, story: str, code: str, at: str) -> None:
    assert told(tmp_path, story) == [(code, at)]


@pytest.mark.parametrize(
    "story",
    [
        "[a](product:mam)", "[a](product: mam)", '[a](product:mam "tên")', "[a](https://example.org)",
        "[a](http://example.org)", "[a](HTTPS://example.org/A)", "[gọi](tel:0272 3826 123)",
        "[gọi](tel:115)", "[gọi](tel:19001234)", "[a](Product:mam)", "[thư](mailto:a@example.org)",
        "[a](product:mam “tên”)",
        "https://youtu.be/abc", "<ten@example.org>", "![chợ](cho.jpg)", "![chợ](media/cho.jpg)", "[a](<quy định.pdf>)",
        "[a](quy%20định.pdf)", "[2](trang 5), [x], [1] Theo báo", "Chú thích[^1].\n\n    [^1]: Nguồn.", "a < b, <gạo>",
    ],
)  # fmt: skip
def test_what_leads_somewhere_is_not_told(tmp_path: Path, story: str) -> None:
    assert told(tmp_path, story) == []


def test_the_second_of_two_alike_is_told_at_its_own_place(tmp_path: Path) -> None:
    assert told(tmp_path, "product:x [a](product:x) và [b](product:x)") == [
        ("reference.link", "product:x) và [b](product:x)"),
        ("reference.link", "product:x)"),
    ]


def test_the_body_of_an_article_and_every_language_are_looked_through(tmp_path: Path) -> None:
    head = "---\ntitle: Tin\ndate: 2026-11-01\nsummary: Tin.\n---\n\n"
    written(tmp_path / "c", SAUCE, files={
        "news/tin.vi.md": f"{head}Xem [a](product:mam).\n",
        "news/tin.en.md": f"{head}One.\n\nSee [a](product:nothing-like-it).\n",
    })  # fmt: skip
    problems = [
        (each.code, str(each.location))
        for each in problems_of(tmp_path / "c", today=DAY)
        if each.code.startswith("ref")
    ]
    assert problems == [("reference.link", "c/news/tin.en.md:9:9")]


def test_an_article_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    news = "---\ntitle: Tin\ndate: 2026-11-01\nsummary: Tin.\n---\n\nMột [tin](news:tin).\n"
    files = {"news/tin.vi.md": "Không có phần đầu.\n", "news/tin.en.md": news}
    problems = problems_of(written(tmp_path / "c", SAUCE, files=files), today=DAY)
    assert [each.code for each in problems if each.is_error] == ["front-matter.missing"]


def test_a_notice_is_read_as_it_was_typed_but_for_its_links(tmp_path: Path) -> None:
    notice = "kind: recall\ndate: 2026-11-01\nproducts: [mam]\ntext: {vi: 'Lô 1*2*3 <b>, xem [tin](news:khong-co).'}\n"
    written(tmp_path / "c", SAUCE, files={"notices/n.yaml": notice})
    problems = [each for each in problems_of(tmp_path / "c", today=DAY) if each.location.file.endswith("n.yaml")]
    assert [(each.code, each.location.column) for each in problems] == [
        ("reference.link", notice.split("\n")[3].index("news:") + 1)
    ]

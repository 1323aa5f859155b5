"""Texts on their way to the pages: their pictures in all sizes with captions, their files with size and length."""

import shutil
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from tests.conftest import ADDRESS, DAY, BuiltSite
from tests.support import PROJECT, Task, build, some
from tests.unit.small import DECISION, SAUCE, written

HEAD = """\
---
title: {title}
date: 2026-11-01
summary: {title}.
{more}---

"""
PHOTOS = "photos:\n  - {file: cho.jpg, alt: %s, credit: Văn phòng}\nfiles:\n  - {file: ke-hoach.pdf, title: %s}\n"

BODY = """\
Mở đầu: xem [mắm](product:mam), [kế hoạch](ke-hoach.pdf) và [trang cũ](http://example.org/), [bảng giá](bảng giá.pdf).

![Gian hàng tại hội chợ](cho.jpg)

1. Thứ nhất
2. Thứ hai có ![chợ nhỏ](cho.jpg)
"""


BODY_EN = "See [us](product:mam).\n"


def pdf(pages: int) -> bytes:
    made, file = PdfWriter(), BytesIO()
    for _ in range(pages):
        made.add_blank_page(width=595, height=842)
    made.write(file)
    return file.getvalue()


def make(folder: Path) -> None:
    """A site with an article in two languages, and a decision that was scanned to a PDF."""
    content = folder / "content"
    articles = {
        "news/hoi-cho.vi.md": HEAD.format(title="Hội chợ", more=PHOTOS % ("Chợ", "Kế hoạch")) + BODY,
        "news/hoi-cho.en.md": HEAD.format(title="The fair", more=PHOTOS % ("Market", "The plan"))
        + "See [us](product:mam).\n",
        "decisions/qd-2.yaml": DECISION.replace("12/", "13/") + "scan: ke-hoach.pdf\n",
    }
    written(content, SAUCE, files=articles)
    (content / "media").mkdir()
    (content / "media" / "ke-hoach.pdf").write_bytes(pdf(4))
    (content / "media" / unicodedata.normalize("NFD", "bảng giá.pdf")).write_bytes(pdf(1))
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(content / "media" / "cho.jpg")
    assert told(folder / "output", content) == []


def told(output: Path, content: Path, theme: str | None = None) -> list[tuple[str, str, int]]:
    """The errors of a build: what, in which file, at which line."""
    themes = PROJECT / "tests" / "themes" if theme else PROJECT / "themes"
    cache = content.parent / "cache"
    task = Task(content, themes, output, cache, theme=theme, today=DAY, url=ADDRESS, ledgers_bind=False)
    return sorted({(p.code, p.location.file, p.location.line) for p in build(task).problems if p.is_error})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("texts")
    make(folder)
    return BuiltSite(folder / "output", None)  # type: ignore[arg-type]


NEWS, NEWS_EN, DECISION_PAGE = "/vi/tin-tuc/hoi-cho/", "/en/news/hoi-cho/", "/vi/quyet-dinh/qd-2/"


def test_a_picture_in_the_news_is_shown_in_all_sizes_with_its_caption(site: BuiltSite) -> None:
    figure = some(site.page(NEWS).css(".prose figure"))[0]
    assert (caption := figure.css_first("figcaption"))
    assert caption.text() == "Gian hàng tại hội chợ"
    image = figure.css_first("picture img")
    assert image
    assert image.attributes["alt"] == "Gian hàng tại hội chợ"
    assert len((image.attributes["srcset"] or "").split(", ")) > 1
    for candidate in some((image.attributes["srcset"] or "").split(", ")):
        assert site.file(site.own_path(candidate.split()[0])).is_file()


def test_a_picture_in_a_list_stands_in_its_item(site: BuiltSite) -> None:
    item = some(site.page(NEWS).css(".prose li"))[1]
    assert item.css_first("picture img")
    assert not item.css("figure")


def test_the_numbers_of_a_list_are_text(site: BuiltSite) -> None:
    assert "1. Thứ nhất" in site.text(NEWS)


def test_a_link_tells_what_it_leads_to(site: BuiltSite) -> None:
    text = site.text(NEWS)
    assert "kế hoạch (PDF, 0,1 MB, 4 trang)" in text
    assert "trang cũ (chưa bảo mật)" in text
    assert "bảng giá (PDF, 0,1 MB, 1 trang)" in text
    assert "/vi/san-pham/mam/" in site.links(NEWS)
    assert "/en/products/mam/" in site.links(NEWS_EN)


def test_an_article_has_its_photos_and_files_in_the_words_of_its_language(site: BuiltSite) -> None:
    first = site.page(NEWS).css_first("main figure img")
    assert first
    assert first.attributes["alt"] == "Chợ"
    assert [node.attributes["alt"] for node in site.page(NEWS_EN).css("main figure img")] == ["Market"]
    assert "Kế hoạch (PDF, 0,1 MB, 4 trang)" in site.text(NEWS)
    assert "The plan (PDF, 0.1 MB, 4 pages)" in site.text(NEWS_EN)
    assert site.page(NEWS_EN).css('meta[property="og:image"]')


def test_a_decision_that_was_scanned_to_a_pdf_offers_it(site: BuiltSite) -> None:
    link = site.page(DECISION_PAGE).css_first('main a[type="application/pdf"]')
    assert link
    file = site.file(site.own_path(link.attributes["href"] or ""))
    assert file.read_bytes() == pdf(4)
    assert "4 trang" in site.text(DECISION_PAGE)


def test_a_text_with_a_warning_is_published(tmp_path: Path) -> None:
    written(tmp_path / "content", SAUCE, files={"news/a.vi.md": HEAD.format(title="A", more="") + "Có <b>mã</b>.\n"})
    assert told(tmp_path / "output", tmp_path / "content") == []
    page = BuiltSite(tmp_path / "output", None)  # type: ignore[arg-type]
    assert "Có <b>mã</b>." in page.text("/vi/tin-tuc/a/")


def test_a_file_that_is_no_pdf_keeps_the_site_from_being_published(tmp_path: Path, site: BuiltSite) -> None:
    content = tmp_path / "content"
    shutil.copytree(site.folder.parent / "content", content)
    (content / "media" / "ke-hoach.pdf").write_bytes(b"PK\x03\x04")
    assert told(tmp_path / "output", content) == [
        ("attachment.not-pdf", "content/decisions/qd-2.yaml", 7),
        ("attachment.not-pdf", "content/news/hoi-cho.en.md", 8),
        ("attachment.not-pdf", "content/news/hoi-cho.vi.md", 8),
        ("attachment.not-pdf", "content/news/hoi-cho.vi.md", 11),
    ]
    assert not (tmp_path / "output").exists()


def test_a_theme_without_macros_of_its_own_shows_them_too(tmp_path: Path, site: BuiltSite) -> None:
    assert told(tmp_path / "output", site.folder.parent / "content", "giay") == []
    page = BuiltSite(tmp_path / "output", None)  # type: ignore[arg-type]
    assert page.page(NEWS).css(".prose figure figcaption")
    assert "(PDF, 0,1 MB, 4 trang)" in page.text(NEWS)

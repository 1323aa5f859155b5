"""Lists: units by their own names, pages in the order they are read, drafts and addresses of before."""

from datetime import date
from pathlib import Path

import pytest

from ocop_site.editions import paging, parts
from ocop_site.editions.urls import SiteUrls
from ocop_site.pages.articles import in_reading_order
from ocop_site.pages.drafts import draft_files
from ocop_site.pages.entrances.former import former_addresses
from ocop_site.pages.lists.links import industry_links, unit_links
from ocop_site.pages.lists.stars import star_links
from ocop_site.text.language import TextRun
from ocop_site.text.vietnamese import proper_name
from tests.unit.small import CAKE, CERTIFIED, RICE, SAUCE, linked, told


@pytest.mark.parametrize(
    ("name", "found"),
    [("xã Cần Đước", "Cần Đước"), ("Thị trấn Tầm Vu", "Thị trấn Tầm Vu"), ("phường 3", "phường 3"), ("", "")],
)
def test_a_unit_is_ordered_by_its_own_name(name: str, found: str) -> None:
    assert proper_name(name) == found


def test_news_are_read_from_the_newest_and_pages_as_their_order_says(tmp_path: Path) -> None:
    head = "---\ntitle: Bài\nsummary: Để thử.\n"
    days = {"a": "date: 2025-01-01", "b": "date: 2026-01-01", "c": "date: 2025-01-01"}
    files = {f"news/{name}.vi.md": f"{head}{day}\n---\nChữ.\n" for name, day in days.items()}
    files |= {f"pages/{name}.vi.md": f"{head}order: {n}\n---\nChữ.\n" for name, n in (("a", 9), ("b", 1), ("c", 1))}
    edition = told(linked(tmp_path / "content", RICE, files=files), tmp_path)["vi"]
    assert in_reading_order(edition, "news") == ["b", "c", "a"]
    assert in_reading_order(edition, "pages") == ["b", "c", "a"]


def test_what_is_listed_is_counted_where_it_is_found(tmp_path: Path) -> None:
    files = {"products/gao.yaml": CERTIFIED, "products/mam.yaml": CERTIFIED.replace("stars: 4", "stars: 3")}
    edition = told(linked(tmp_path / "content", RICE, SAUCE, CAKE, files=files), tmp_path)["vi"]
    assert [link.label.text for link in star_links(edition)] == [
        "OCOP 4 sao: 1 còn hiệu lực, 0 được nguồn nêu",
        "OCOP 3 sao: 1 còn hiệu lực, 0 được nguồn nêu",
    ]
    assert sum(link.count or 0 for link in industry_links(edition)) == 2
    assert unit_links(edition, "communes") == ()


def test_what_is_recalled_is_counted_by_itself(tmp_path: Path) -> None:
    recall = "kind: recall\ndate: 2026-11-01\nproducts: [gao]\ntext: Lô 01.\nsources: [s-so]\n"
    rumour = "certificates: [{stars: 4, as_of: 2025, sources: [s-so]}]\n"
    files = {"products/gao.yaml": CERTIFIED, "products/mam.yaml": rumour, "notices/n.yaml": recall}
    edition = told(linked(tmp_path / "content", RICE, SAUCE, files=files), tmp_path)["vi"]
    assert [link.label.text for link in star_links(edition)] == [
        "OCOP 4 sao: 0 còn hiệu lực, 1 được nguồn nêu, 1 đang bị thu hồi"
    ]


def test_a_part_of_a_list_leads_to_the_next_on_whatever_page_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "PER_PAGE", 2)
    monkeypatch.setattr(paging.share, "__defaults__", (2,))
    edition = told(linked(tmp_path / "content", RICE, SAUCE, CAKE), tmp_path)["vi"]
    divided: list[tuple[TextRun, list[str]]] = [
        (TextRun("A"), ["gao"]),
        (TextRun("B"), []),
        (TextRun("C"), ["mam", "banh"]),
    ]
    ids, key = ["gao", "mam", "banh"], ("products", "")
    pages = [edition.parts.listing(ids, key, number, divided).parts for number in (1, 2)]
    assert [[(each.heading.text, each.count, len(each.cards), each.anchor) for each in page] for page in pages] == [
        [("A", 1, 1, "part-1"), ("C", 2, 1, "part-2")],
        [("C", 2, 1, "part-2")],
    ]
    assert [each.following and each.following.href.partition("/vi/")[2] for each in pages[0]] == [
        "san-pham/#part-2",
        None,
    ]


def test_products_that_share_a_drawing_are_told_apart_by_their_codes(tmp_path: Path) -> None:
    photo = "photos: [{file: hinh.svg, alt: Gạo trong bát, kind: illustration}]\n"
    files = {f"products/{i}.yaml": photo for i in ("mam", "banh")}
    catalogue = linked(tmp_path / "content", RICE, SAUCE, CAKE, files={**files, "media/hinh.svg": "<svg/>"})
    edition = told(catalogue, tmp_path)["vi"]
    assert [edition.parts.card(i).variant for i in ("gao", "mam", "banh")] == [0, 0, 1]


def test_a_drafts_files_are_its_pages_and_its_codes(tmp_path: Path) -> None:
    files = {"products/gao.yaml": "draft: true\n"}
    assert draft_files(linked(tmp_path / "content", RICE, SAUCE, files=files, drafts=True)) == {
        "vi/san-pham/gao/index.html",
        "en/products/gao/index.html",
        "p/VD001/index.html",
        "01/09520000000011/index.html",
    }
    assert draft_files(linked(tmp_path / "content", drafts=False)) == frozenset()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_addresses_of_before_are_those_of_words_and_names_that_are_no_more(tmp_path: Path, language: str) -> None:
    ledger = (
        "words:\n  vi: {products: [san-pham, mat-hang]}\n"
        "records:\n  products:\n    gao: {since: 2025-01-01}\n    lua: {since: 2024-01-01, moved: gao}\n"
        "    tra: {since: 2024-01-01, ended: 2025-01-01}\n"
    )
    catalogue = linked(tmp_path / "content", RICE, files={"published.yaml": ledger})
    found = {former.path: former for former in former_addresses(catalogue, SiteUrls(catalogue.site), language)}
    if language == "vi":
        assert set(found) == {
            "/vi/mat-hang/", "/vi/mat-hang/gao/", "/vi/mat-hang/lua/", "/vi/mat-hang/tra/",
            "/vi/san-pham/lua/", "/vi/san-pham/tra/",
        }  # fmt: skip
        assert found["/vi/mat-hang/lua/"].now == ("products", "gao")
        ended = found["/vi/san-pham/tra/"].ended
        assert ended
        assert ended.ended == date(2025, 1, 1)
    else:
        assert set(found) == {"/en/products/lua/", "/en/products/tra/"}

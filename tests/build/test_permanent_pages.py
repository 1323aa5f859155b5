"""What stands behind a printed code and a barcode: a small page in every language, complete without script."""

import gzip
import json
import re
from typing import Any

import pytest

from tests.conftest import ADDRESS, BuiltSite

CODES = [f"VD{number:03}" for number in range(1, 20)]

GTINS = {"09520000000011": "VD001", "19520000000018": "VD001", "09520000000028": "VD002"}

ENTRANCES = [*(f"/p/{code}/" for code in CODES), *(f"/01/{gtin}/" for gtin in GTINS)]


def link_set(site: BuiltSite, gtin: str) -> dict[str, Any]:
    (context,) = json.loads((site.folder / "01" / gtin / "linkset.json").read_bytes())["linkset"]
    return dict(context)


def test_every_code_and_every_barcode_has_its_page_and_no_other_has(built: BuiltSite) -> None:
    assert {path for path in built.paths if path.startswith(("/p/", "/01/"))} == set(ENTRANCES)


@pytest.mark.parametrize("path", ENTRANCES)
def test_the_page_has_a_door_for_every_language_to_the_same_product(built: BuiltSite, path: str) -> None:
    doors = built.page(path).css("main a[data-language]")
    assert [door.attributes["data-language"] for door in doors] == ["vi", "en"]
    products = set()
    for door in doors:
        page = built.own_path(door.attributes["href"] or "")
        assert page in built.paths
        products.add(page.rstrip("/").rpartition("/")[2])
    assert len(products) == 1


@pytest.mark.parametrize("path", ENTRANCES)
def test_the_page_is_small_and_unlisted_and_points_to_the_products(built: BuiltSite, path: str) -> None:
    assert len(gzip.compress(built.file(path).read_bytes(), 9)) < 17_000, "with its style"
    assert not built.is_indexed(path)
    assert built.head(path, "canonical").startswith(f"{ADDRESS}/vi/san-pham/")


def test_the_page_names_product_and_maker_in_each_language_and_marks_them_so(built: BuiltSite) -> None:
    runs = set(built.runs("/p/VD001/"))
    assert {("Mẫu gạo", "vi"), ("Sample rice", "en"), ("Hợp tác xã Mẫu", "vi"), ("Sample Cooperative", "en")} <= runs
    assert any(language == "en" and text.startswith("5 stars") and "20 March 2028" in text for text, language in runs)
    assert any(language == "vi" and text.startswith("5 sao") and "20/03/2028" in text for text, language in runs)


def test_a_name_that_is_not_translated_is_marked_as_what_it_is(built: BuiltSite) -> None:
    """In the part for English readers too."""
    names = [(text, language) for text, language in built.runs("/p/VD019/") if text.startswith("Mẫu")]
    assert names
    assert all(language == "vi" for _, language in names)


def test_the_warning_of_the_law_and_a_recall_are_told_in_every_language(built: BuiltSite) -> None:
    warned = {(text[:14], language) for text, language in built.runs("/p/VD002/")}
    assert {("Lời cảnh báo m", "vi"), ("Sample warning", "en")} <= warned
    recalled = {
        language for text, language in built.runs("/p/VD005/") if text in ("Thu hồi sản phẩm", "Product recall")
    }
    assert recalled == {"vi", "en"}


@pytest.mark.parametrize("path", ["/p/VD002/", "/p/VD003/", "/01/09520000000028/"])
def test_a_spirit_has_no_picture_and_no_praise(built: BuiltSite, path: str) -> None:
    assert not built.page(path).css("main img")
    for words in ("Rượu để thử", "A spirit to try"):
        assert words not in built.text(path)


def test_another_product_has_its_small_picture(built: BuiltSite) -> None:
    (picture,) = built.page("/p/VD001/").css("main img")
    assert picture.attributes["alt"] == "Ô vuông màu xanh"


def test_a_withdrawn_product_says_what_it_was_why_it_left_and_what_came_after_it(built: BuiltSite) -> None:
    for path in ("/p/VD018/", "/vi/san-pham/mau-ra-di/"):
        text = built.text(path)
        for words in ("Không còn trong danh mục từ ngày 30/06/2026.", "Chủ thể đã thôi làm.", "Thứ đã thôi làm."):
            assert words in text
        assert "/vi/san-pham/mau-banh/" in built.links(path)
    assert "No longer in the catalogue since 30 June 2026. Reason: The producer stopped" in built.text("/p/VD018/")


def test_a_barcode_has_a_set_of_links_and_a_code_has_none(built: BuiltSite) -> None:
    for gtin in GTINS:
        link = built.page(f"/01/{gtin}/").css_first("link[rel=linkset]")
        assert link
        assert link.attributes["type"] == "application/linkset+json"
        assert built.file(built.own_path(link.attributes["href"] or "")).is_file()
    assert not built.page("/p/VD001/").css("link[rel=linkset]")


def test_the_links_are_told_of_the_barcodes_own_address_and_lead_to_pages_that_are_there(built: BuiltSite) -> None:
    for gtin, code in GTINS.items():
        found = link_set(built, gtin)
        assert found.pop("anchor") == f"{ADDRESS}/01/{gtin}/"
        assert found["cite-as"] == [{"href": f"{ADDRESS}/p/{code}/"}]
        for target in (target for targets in found.values() for target in targets):
            if target["href"].startswith(ADDRESS):
                assert built.file(built.own_path(target["href"])).is_file()


def test_a_set_of_links_says_what_is_true_and_no_more(built: BuiltSite) -> None:
    rice, spirit = link_set(built, "09520000000011"), link_set(built, "09520000000028")
    page = {"hreflang": ["en"], "title": "Sample rice", "type": "text/html"}
    assert {"href": f"{ADDRESS}/en/products/mau-gao/", **page} in rice["https://gs1.org/voc/pip"]
    assert [t["title"] for t in rice["https://gs1.org/voc/certificationInfo"]] == ["5/QĐ-BỘ", "5/QĐ-BỘ"]
    assert rice["https://gs1.org/voc/traceability"] == [{"href": "https://example.com/tem-mau", "title": "Tem mẫu"}]
    assert "https://gs1.org/voc/recallStatus" not in rice
    assert "https://gs1.org/voc/traceability" not in spirit


def test_no_page_calls_itself_by_the_name_of_who_keeps_barcodes(built: BuiltSite) -> None:
    for path in built.paths:
        assert not re.search(r"\bGS1\b", built.text(path)), path

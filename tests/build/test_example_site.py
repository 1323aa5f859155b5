"""The example site holds every kind of page in both languages, each at its address and known to the others."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_plus
from xml.etree import ElementTree

import pytest

from tests.conftest import ADDRESS, BuiltSite
from tests.support import some

PAGES = {
    "home": ("/vi/", "/en/"),
    "all products": ("/vi/san-pham/", "/en/products/"),
    "a product": ("/vi/san-pham/mau-gao/", "/en/products/mau-gao/"),
    "a withdrawn product": ("/vi/san-pham/mau-ra-di/", "/en/products/mau-ra-di/"),
    "the industries": ("/vi/nganh/", "/en/industries/"),
    "an industry": ("/vi/nganh/thuc-pham/", "/en/industries/thuc-pham/"),
    "a set": ("/vi/bo-san-pham/3/", "/en/sets/3/"),
    "the star classes": ("/vi/hang-sao/", "/en/stars/"),
    "a star class": ("/vi/hang-sao/5/", "/en/stars/5/"),
    "the localities": ("/vi/dia-phuong/", "/en/localities/"),
    "a commune": ("/vi/xa-phuong/binh-mau/", "/en/communes/binh-mau/"),
    "a former district": ("/vi/huyen-cu/bac-mau/", "/en/former-districts/bac-mau/"),
    "the map": ("/vi/ban-do/", "/en/map/"),
    "the producers": ("/vi/chu-the/", "/en/producers/"),
    "a producer": ("/vi/chu-the/htx-mau/", "/en/producers/htx-mau/"),
    "the decisions": ("/vi/quyet-dinh/", "/en/decisions/"),
    "a recognition": ("/vi/quyet-dinh/12-qd-ubnd-2024/", "/en/decisions/12-qd-ubnd-2024/"),
    "a revocation": ("/vi/quyet-dinh/40-qd-ubnd-2025/", "/en/decisions/40-qd-ubnd-2025/"),
    "an extension": ("/vi/quyet-dinh/61-qd-ubnd-2026/", "/en/decisions/61-qd-ubnd-2026/"),
    "the places": ("/vi/dia-diem/", "/en/places/"),
    "a place": ("/vi/dia-diem/nha-trung-bay/", "/en/places/nha-trung-bay/"),
    "the trails": ("/vi/hanh-trinh/", "/en/trails/"),
    "a trail": ("/vi/hanh-trinh/mot-ngay/", "/en/trails/mot-ngay/"),
    "the partners": ("/vi/doi-tac/", "/en/partners/"),
    "the news": ("/vi/tin-tuc/", "/en/news/"),
    "a piece of news": ("/vi/tin-tuc/tin-mau/", "/en/news/tin-mau/"),
    "the pages": ("/vi/thong-tin/", "/en/about/"),
    "a page": ("/vi/thong-tin/hang-sao/", "/en/about/hang-sao/"),
    "the notices": ("/vi/thong-bao/", "/en/notices/"),
    "the programme": ("/vi/chuong-trinh/", "/en/programme/"),
    "the glossary": ("/vi/thuat-ngu/", "/en/glossary/"),
    "A to Z": ("/vi/a-z/", "/en/a-z/"),
}

ONLY_VIETNAMESE = {
    "a product": ("/vi/san-pham/mau-tieng-viet/", "/en/products/mau-tieng-viet/"),
    "a page": ("/vi/thong-tin/chi-tieng-viet/", "/en/about/chi-tieng-viet/"),
    "a trail": ("/vi/hanh-trinh/nua-buoi/", "/en/trails/nua-buoi/"),
}

UNTRANSLATED = (
    "chưa có ai dịch", "Mẫu chỉ có tiếng Việt", "Trang chỉ có tiếng Việt", "chưa được dịch", "Nửa buổi Mẫu",
    "Hai chặng ngắn", "Hội Mẫu", "Chè từ thực vật khác", "Cửa hàng Mẫu", "Sổ giấy mẫu", "UBND tỉnh Ví Dụ",
    "Cách gọi khác của mẫu", "đồ mẫu", "Tiếng Việt",
)  # fmt: skip
"""What the example says in Vietnamese alone, and what is Vietnamese on every page."""


def given_codes(content: Path) -> dict[str, str]:
    """The product that each code was given to."""
    ledger = (content / "codes.yaml").read_text("utf-8")
    return dict(re.findall(r"^(VD\d+): \{product: ([\w-]+)", ledger, re.MULTILINE))


@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_is_there_in_both_languages_and_each_leads_to_the_other(built: BuiltSite, kind: str) -> None:
    vietnamese, english = PAGES[kind]
    for language, path, other in (("vi", vietnamese, english), ("en", english, vietnamese)):
        root = built.page(path).root
        assert root is not None
        assert root.attributes["lang"] == language
        assert other in built.links(path)


@pytest.mark.parametrize("path", ["/", "/404.html"])
def test_the_doors_lead_into_every_language(built: BuiltSite, path: str) -> None:
    assert {"/vi/", "/en/"} <= built.links(path)


def test_every_code_given_has_a_page_that_leads_into_every_language(built: BuiltSite, example: Path) -> None:
    given = given_codes(example)
    assert {path for path in built.paths if path.startswith("/p/")} == {f"/p/{code}/" for code in given}
    for code, product in given.items():
        assert {f"/vi/san-pham/{product}/", f"/en/products/{product}/"} <= built.links(f"/p/{code}/")
        assert code in built.text(f"/p/{code}/")
        assert not built.is_indexed(f"/p/{code}/")


def test_every_link_stays_under_the_sites_path_and_arrives(built: BuiltSite) -> None:
    nodes = ((page, node) for page in built.paths for node in built.page(page).css("[href], [src]"))
    for path, node in some(nodes):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if address.startswith(("/thu/", f"{ADDRESS}/")):
            assert built.file(built.own_path(address)).is_file(), (path, address)
        else:
            assert address.startswith(("#", "https://", "mailto:", "tel:")), (path, address)


@pytest.mark.parametrize("kind", PAGES)
def test_the_versions_of_a_page_name_one_another(built: BuiltSite, kind: str) -> None:
    vietnamese, english = (ADDRESS + path for path in PAGES[kind])
    fallback = f"{ADDRESS}/" if kind == "home" else english
    for path in PAGES[kind]:
        assert built.head(path, "canonical") == ADDRESS + path
        assert built.alternates(path) == {"vi": vietnamese, "en": english, "x-default": fallback}


def test_nothing_claims_a_version_that_does_not_claim_it_too(built: BuiltSite) -> None:
    claimed = {path: alternates for path in built.paths if (alternates := built.alternates(path))}
    versions = ((page, each) for page, alternates in claimed.items() for each in alternates.values())
    for path, address in some(versions):
        assert claimed.get(built.own_path(address)) == claimed[path], path


@pytest.mark.parametrize("kind", ONLY_VIETNAMESE)
def test_what_is_not_translated_claims_no_version_and_is_left_to_the_page_in_its_language(
    built: BuiltSite, kind: str
) -> None:
    vietnamese, english = ONLY_VIETNAMESE[kind]
    assert built.alternates(vietnamese) == built.alternates(english) == {}
    assert built.head(english, "canonical") == built.head(vietnamese, "canonical") == ADDRESS + vietnamese


def test_words_in_another_language_are_marked_as_such_wherever_they_stand(built: BuiltSite) -> None:
    english = [path for path in built.paths if path.startswith("/en/")]
    unmarked = {
        (path, text)
        for path in english
        for text, language in built.runs(path)
        if any(words in text for words in UNTRANSLATED) and language != "vi"
    }
    assert unmarked == set()


def test_every_page_describes_itself_in_whole_sentences(built: BuiltSite) -> None:
    told = {path: built.head(path, "description") for path in built.paths}
    assert {path: words for path, words in told.items() if re.search(r"\s[.,]|\.\s*\.|[^.…]$", words)} == {}


def test_the_sitemap_lists_every_page_that_is_to_be_found_and_no_other(built: BuiltSite) -> None:
    tree = ElementTree.fromstring((built.folder / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = {url.findtext("s:loc", "", names): url for url in tree.findall("s:url", names)}
    own = {path for path in built.paths if built.head(path, "canonical") == ADDRESS + path and built.is_indexed(path)}
    assert set(listed) == {ADDRESS + path for path in own}
    for address, url in listed.items():
        links = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", names)}
        assert links == built.alternates(built.own_path(address))
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (built.folder / "robots.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/vi/san-pham/mau-gao-cu/", "/vi/san-pham/mau-gao/"),
        ("/en/products/mau-gao-cu/", "/en/products/mau-gao/"),
        ("/vi/mat-hang/mau-gao/", "/vi/san-pham/mau-gao/"),
        ("/en/goods/mau-gao/", "/en/products/mau-gao/"),
        ("/en/goods/mau-ra-di/", "/en/products/mau-ra-di/"),
        ("/vi/mat-hang/mau-gao-cu/", "/vi/san-pham/mau-gao/"),
        ("/en/goods/mau-gao-cu/", "/en/products/mau-gao/"),
    ],
)
def test_an_address_that_was_published_once_leads_on(built: BuiltSite, old: str, new: str) -> None:
    assert new in built.links(old)
    assert built.head(old, "canonical") == ADDRESS + new
    assert not built.is_indexed(old)


def test_what_moved_twice_leads_to_where_it_stands_now(
    example: Path, rebuilt: Callable[..., BuiltSite], tmp_path: Path
) -> None:
    content = shutil.copytree(example, tmp_path / "content")
    ledger = content / "published.yaml"
    moved = "    mau-gao-cu: {since: 2024-03-01, moved: mau-gao}\n"
    before = f"{moved}    mau-gao-xua: {{since: 2023-03-01, moved: mau-gao-cu}}\n"
    ledger.write_text(ledger.read_text("utf-8").replace(moved, before), "utf-8")
    assert "/vi/san-pham/mau-gao/" in rebuilt(content=content).links("/vi/san-pham/mau-gao-xua/")


@pytest.mark.parametrize(
    ("path", "reason", "index"),
    [
        ("/vi/dia-diem/diem-da-dong/", "Điểm mẫu đã đóng cửa.", "/vi/dia-diem/"),
        ("/en/places/diem-da-dong/", "The sample stall has closed.", "/en/places/"),
    ],
)
def test_what_has_ended_says_why_and_leads_to_its_likes(built: BuiltSite, path: str, reason: str, index: str) -> None:
    assert reason in built.text(path)
    assert index in built.links(path)
    assert not built.is_indexed(path)


def test_every_product_can_be_reported_on_with_its_code(built: BuiltSite, example: Path) -> None:
    for code, product in some(given_codes(example).items()):
        for path in (f"/vi/san-pham/{product}/", f"/en/products/{product}/"):
            reports = [node.attributes["href"] or "" for node in built.page(path).css("a[href^='mailto:bao-sai@']")]
            assert [address for address in reports if f"subject={code}" in address], path


def test_every_address_has_a_way_to_it_which_no_centre_of_a_commune_stands_in_for(built: BuiltSite) -> None:
    nodes = built.page("/vi/chu-the/htx-mau/").css("a[href^='https://www.google.com/maps/dir/']")
    ways = {unquote_plus((node.attributes["href"] or "").split("destination=")[-1]) for node in nodes}
    assert ways == {
        "1.702,3.102",
        "Hợp tác xã Mẫu, 2 Đường Trụ Sở, xã An Mẫu, tỉnh Ví Dụ",
        "Hợp tác xã Mẫu, xã Hai, huyện Bắc Mẫu, tỉnh Mẫu Cũ",
        "Hợp tác xã Mẫu, huyện Bắc Mẫu, tỉnh Mẫu Cũ",
    }


def test_a_draft_is_seen_nowhere(built: BuiltSite) -> None:
    for file, text in built.files():
        for words in ("mau-nhap", "VD020", "Mẫu nháp", "Sample draft", "Trang nháp", "ban-nhap"):
            assert words not in text, file


def test_a_draft_is_seen_where_drafts_are_asked_for(rebuilt: Callable[..., BuiltSite]) -> None:
    site = rebuilt(drafts=True)
    assert {"/vi/san-pham/mau-nhap/", "/en/products/mau-nhap/", "/vi/thong-tin/ban-nhap/", "/p/VD020/"} <= site.paths


def test_the_check_tells_of_the_spirits_fields_that_are_kept_and_of_nothing_else(built: BuiltSite) -> None:
    told = [(problem.code, problem.location.file.rsplit("/")[-1]) for problem in built.outcome.problems]
    is_a_trial = ("site.url-reserved", "site.yaml")
    assert told == [("care.spirit-beside", "mau-gao.yaml")] + [("care.spirit", "mau-ruou-31.yaml")] * 5 + [is_a_trial]

"""What the example's pages say with care: spirits, homes, certificates, notices, what left and what is not known."""

import html
import re
from collections.abc import Callable
from datetime import date
from urllib.parse import unquote_plus

import pytest

from tests.conftest import BuiltSite
from tests.support import some

HOMES = ("/vi/", "/en/")

SPIRITS = {"mau-ruou-31": "VD002", "mau-ruou-khong-ro": "VD003"}

PLAIN_LISTS = re.compile(
    r"/vi/(san-pham|nganh/do-uong|bo-san-pham/1[45]|hang-sao/[34]|xa-phuong/an-mau|huyen-cu/bac-mau|a-z|ma-san-pham|chu-the/htx-mau"
    r"|quyet-dinh/12-qd-ubnd-2025|dia-diem/gian-hang)/"
    r"|/en/(products|industries/do-uong|sets/1[45]|stars/[34]|communes/an-mau|former-districts/bac-mau|a-z|codes|producers/htx-mau"
    r"|decisions/12-qd-ubnd-2025|places/gian-hang)/"
)
"""Where everything is listed that there is, and nothing is recommended."""


def product_pages(product: str) -> tuple[str, str]:
    return f"/vi/san-pham/{product}/", f"/en/products/{product}/"


@pytest.mark.parametrize("spirit", SPIRITS)
def test_a_spirit_is_named_in_plain_lists_alone(built: BuiltSite, spirit: str) -> None:
    own = {*product_pages(spirit), f"/vi/mat-hang/{spirit}/", f"/en/goods/{spirit}/", f"/p/{SPIRITS[spirit]}/"}
    own |= {path for path in built.paths if path.startswith("/01/") and spirit in built.head(path, "canonical")}
    naming = {path for path in built.paths if any(page in built.links(path) for page in product_pages(spirit))}
    assert {path for path in naming - own if not PLAIN_LISTS.fullmatch(path)} == set()
    assert {"/vi/san-pham/", "/en/products/", "/vi/bo-san-pham/14/", "/en/a-z/"} & naming


@pytest.mark.parametrize("home", HOMES)
def test_the_home_page_recommends_what_is_in_season_and_new_but_no_spirit(built: BuiltSite, home: str) -> None:
    text = built.text(home)
    for product in ("mau-gao", "mau-bia"):
        assert set(product_pages(product)) & built.links(home)
    for words in ("Mẫu rượu", "Sample spirit", "unknown strength"):
        assert words not in text


@pytest.mark.parametrize("spirit", SPIRITS)
def test_the_page_of_a_spirit_has_the_laws_warning_and_nothing_that_sells(built: BuiltSite, spirit: str) -> None:
    for path, warning in zip(product_pages(spirit), ("Lời cảnh báo mẫu.", "Sample warning."), strict=True):
        text, links = built.text(path), built.links(path)
        assert warning in text
        assert "₫" not in text
        assert not links & {*product_pages("mau-tra"), "/vi/dia-diem/gian-hang/", "/en/places/gian-hang/"}


def test_the_price_and_the_shop_of_a_spirit_are_in_no_file(built: BuiltSite) -> None:
    for file, text in built.files():
        assert not re.search(r"777[.,]?000|shop\.example\.com/mau-ruou", text), file


@pytest.mark.parametrize("spirit", SPIRITS)
def test_no_picture_of_a_spirit_stands_beside_links_to_it(built: BuiltSite, spirit: str) -> None:
    """Not even where another record shows the same file."""
    for path in some(product_pages(spirit)):
        pictures = [node.attributes["content"] or "" for node in built.page(path).css("meta[property='og:image']")]
        assert [address for address in pictures if "/assets/" not in address] == []


def test_a_beer_is_no_spirit(built: BuiltSite) -> None:
    assert "21.000 ₫" in built.text("/vi/san-pham/mau-bia/")
    assert "Lời cảnh báo mẫu." not in built.text("/vi/san-pham/mau-bia/")


def test_nothing_of_a_household_that_did_not_agree_is_in_any_file(built: BuiltSite) -> None:
    kept = re.compile(r"Kín Đáo|Hidden Street|1\.234567|3\.765432|7946\D{0,3}090[12]|kin-dao@", re.IGNORECASE)
    for file, text in built.files():
        for form in (text, html.unescape(text), unquote_plus(html.unescape(text))):
            assert not kept.search(form), file


def test_a_household_is_found_by_its_commune(built: BuiltSite) -> None:
    for path in ("/vi/chu-the/ho-kin-dao/", "/vi/san-pham/mau-rau/", "/vi/san-pham/mau-trung/"):
        assert "phường Đông Mẫu" in built.text(path)
        assert "thị trấn Đông" in built.text(path)


def test_a_household_that_agreed_is_found_by_its_door_and_telephone(built: BuiltSite) -> None:
    assert "34 Đường Cởi Mở" in built.text("/vi/chu-the/ho-cong-khai/")
    assert "34 Open Street" in built.text("/en/producers/ho-cong-khai/")
    assert "+44 20 7946 0104" in built.text("/en/producers/ho-cong-khai/")


@pytest.mark.parametrize(
    ("product", "vietnamese", "english"),
    [
        ("mau-gao", "Giấy chứng nhận có giá trị đến ngày 20/03/2028", "Certificate valid until 20 March 2028"),
        ("mau-mam", "Giấy chứng nhận có giá trị đến ngày 10/02/2027", "Certificate valid until 10 February 2027"),
        ("mau-banh", "Kéo dài hiệu lực đến ngày 14/03/2027", "Validity continued until 14 March 2027"),
        ("mau-tra", "chưa có thông tin công nhận lại", "no news of renewal"),
        ("mau-hat", "Giấy chứng nhận đã hết hiệu lực", "Certificate no longer in force"),
        ("mau-thit", "Giấy chứng nhận đã bị thu hồi", "Certificate revoked"),
        ("mau-rau", "hưa kiểm được còn hiệu lực", "ould not be verified"),
        ("mau-trung", "hưa kiểm được còn hiệu lực", "ould not be verified"),
        ("mau-dau", "hưa kiểm được còn hiệu lực", "ould not be verified"),
        ("mau-hop-qua", "Chưa được công nhận OCOP", "Not OCOP-recognised"),
    ],
)
def test_a_page_says_what_its_certificate_is_worth_that_day(
    built: BuiltSite, product: str, vietnamese: str, english: str
) -> None:
    for path, words in zip(product_pages(product), (vietnamese, english), strict=True):
        assert words in built.text(path)


def test_a_certificate_is_worth_what_it_is_on_the_day_of_the_build(rebuilt: Callable[..., BuiltSite]) -> None:
    text = rebuilt(today=date(2028, 3, 21)).text("/en/products/mau-gao/")
    assert "no news of renewal" in text
    assert "Certificate valid until" not in text


def test_no_star_stands_in_what_a_product_page_says_of_itself_elsewhere(built: BuiltSite) -> None:
    star = re.compile(r"[★☆⭐✩✪✯✮🌟]|\bsao\b|\bstars?\b", re.IGNORECASE)
    for path in built.paths:
        if re.match(r"/vi/san-pham/.|/en/products/.|/p/.", path):
            tree = built.page(path)
            told = [node.attributes.get("content") or "" for node in tree.css("meta[content]")]
            assert not [words for words in (built.head(path, "title"), *told) if star.search(words)], path


def test_what_is_withdrawn_says_why_and_what_came_after_it(built: BuiltSite) -> None:
    reasons = ("Chủ thể đã thôi làm.", "The producer stopped making it.")
    days = ("30/06/2026", "30 June 2026")
    successors = product_pages("mau-banh")
    for path, reason, day, successor in some(zip(product_pages("mau-ra-di"), reasons, days, successors, strict=True)):
        assert reason in built.text(path)
        assert day in built.text(path)
        assert successor in built.links(path)
    assert "VD018" in built.text("/p/VD018/")


LISTS = re.compile(
    r"/vi/((san-pham|nganh.*|bo-san-pham.*|hang-sao.*|xa-phuong.*|huyen-cu.*|dia-diem.*)/)?"
    r"|/en/((products|industries.*|sets.*|stars.*|communes.*|former-districts.*|places.*)/)?"
    r"|/vi/san-pham/mau-gao/|/en/products/mau-gao/"
)


NOT_OF_A_NOTICE = "a[href]:not(.notice a)"
"""A recall names the sets that hold its product, wherever it stands."""


def test_what_is_withdrawn_or_not_recognised_is_on_no_list_of_the_programme(built: BuiltSite) -> None:
    outside = {*product_pages("mau-ra-di"), *product_pages("mau-hop-qua")}
    lists = [path for path in built.paths if LISTS.fullmatch(path)]
    assert len(lists) > 60
    led_to = {path: {node.attributes["href"] for node in built.page(path).css(NOT_OF_A_NOTICE)} for path in lists}
    assert [path for path, links in led_to.items() if {f"/thu{page}" for page in outside} & links] == []


def test_what_is_not_recognised_is_found_by_name_and_by_its_producer(built: BuiltSite) -> None:
    for path in ("/vi/a-z/", "/vi/chu-the/htx-mau/"):
        assert "/vi/san-pham/mau-hop-qua/" in built.links(path)


def test_what_a_place_has_no_longer_or_what_is_recalled_is_not_on_its_shelves(built: BuiltSite) -> None:
    shelves = built.links("/vi/dia-diem/nha-trung-bay/")
    assert "/vi/san-pham/mau-gao/" in shelves
    assert not shelves & {f"/vi/san-pham/{i}/" for i in ("mau-banh", "mau-ra-di", "mau-mam")}


@pytest.mark.parametrize(
    ("path", "begins", "facts"),
    [
        ("/vi/san-pham/mau-dau/", "Chúng tôi chưa biết: ", "khối lượng, giá, thành phần, chất gây dị ứng, hạn dùng"),
        ("/en/products/mau-dau/", "Not known to us: ", "weight, price, ingredients, allergens, how long it keeps"),
    ],
)
def test_what_is_not_known_is_one_calm_line(built: BuiltSite, path: str, begins: str, facts: str) -> None:
    assert built.text(path).count(begins) == 1
    assert begins + facts in built.text(path)


def test_where_everything_is_known_there_is_no_such_line(built: BuiltSite) -> None:
    assert "Chúng tôi chưa biết" not in built.text("/vi/san-pham/mau-gao/")


def test_none_declared_is_not_the_same_as_unknown(built: BuiltSite) -> None:
    assert "None declared" in built.text("/en/products/mau-gao/")
    assert "None declared" not in built.text("/en/products/mau-dau/")
    assert "crustaceans" in built.text("/en/products/mau-banh/")


RECALL, WARNING = "Sample recall: bottles of lot 01.", "Sample warning: damp packets."


def test_a_notice_stands_with_its_products_until_it_ends(built: BuiltSite, rebuilt: Callable[..., BuiltSite]) -> None:
    places = ("/en/products/mau-mam/", "/p/VD005/", "/en/", "/en/notices/")
    assert [path for path in places if "lot 01" not in built.text(path) and "số lô 01" not in built.text(path)] == []
    assert [file for file, text in built.files() if "damp packets" in text] == []
    assert RECALL not in built.text("/en/products/mau-gao/")
    before = rebuilt(today=date(2026, 10, 1))
    assert WARNING in before.text("/en/products/mau-tra/")
    assert WARNING in before.text("/en/products/mau-mam/")
    assert RECALL not in before.text("/en/products/mau-mam/")


def test_a_supplement_says_that_it_is_no_medicine(built: BuiltSite) -> None:
    assert "không phải là thuốc" in built.text("/vi/san-pham/mau-vien/")
    assert "This product is not a medicine" in built.text("/en/products/mau-vien/")
    assert "not a medicine" not in built.text("/en/products/mau-gao/")


def test_customs_follow_from_the_set(built: BuiltSite) -> None:
    said = "Many countries do not let travellers bring meat in."
    for product, is_told in (("mau-thit", True), ("mau-trung", True), ("mau-gao", False)):
        assert (said in built.text(f"/en/products/{product}/")) is is_told


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/vi/chu-the/htx-mau/", "xã An Mẫu, tỉnh Ví Dụ"),
        ("/vi/chu-the/htx-mau/", "Trước ngày 01/07/2025: xã Một, huyện Bắc Mẫu, tỉnh Mẫu Cũ"),
        ("/vi/chu-the/htx-mau/", "xã Hai, huyện Bắc Mẫu, tỉnh Mẫu Cũ"),
        ("/vi/chu-the/htx-mau/", "Chưa xác định được xã, phường hiện nay."),
        ("/en/places/diem-du-lich/", "Nam Mau District, Old Sample Province"),
        ("/en/places/diem-du-lich/", "The commune of today is not determined."),
        ("/vi/san-pham/mau-banh/", "9 Đường Lò Bánh"),
        ("/vi/xa-phuong/binh-mau/", "một phần xã Hai; xã Tân, huyện Bắc Mẫu; xã Tân, huyện Nam Mẫu"),
        ("/en/former-districts/bac-mau/", "An Mau Commune, Binh Mau Commune"),
    ],
)
def test_an_address_is_told_old_and_new_as_far_as_it_is_known(built: BuiltSite, path: str, said: str) -> None:
    assert said in built.text(path)


def test_a_price_has_its_day_and_is_written_as_the_language_writes_it(built: BuiltSite) -> None:
    vietnamese, english = (built.text(path) for path in product_pages("mau-gao"))
    assert "185.000 ₫" in vietnamese
    assert "05/10/2026" in vietnamese
    assert "₫200,000" in english
    assert "5 October 2026" in english


@pytest.mark.parametrize("path", ["/vi/", "/en/"])
def test_the_home_page_names_no_place_twice_running(built: BuiltSite, path: str) -> None:
    names = [name.text(strip=True) for name in some(built.page(path).css(".visit h2, .visit h3"))]
    assert len(names) == len(set(names)) > 1

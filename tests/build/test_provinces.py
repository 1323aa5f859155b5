"""Whole sites of a province merged of three, of one that was not merged, of half of one, and of one without a past."""

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from ocop_site.editions.edition import Editions
from ocop_site.search.groups import groups
from ocop_site.search.pages import page_entries
from ocop_site.text.language import TextRun
from tests.build.provinces import BARE, HALF, MERGED, UNMERGED, WHERE, province
from tests.conftest import DAY, Building, BuiltSite
from tests.support import PROJECT, catalogue_of, editions_of, problems_of, some

CATALOGUES = {"merged": MERGED, "unmerged": UNMERGED, "half": HALF, "bare": BARE}

Site = Callable[[str], BuiltSite]


@pytest.fixture
def site(building: Building) -> Site:
    """One of the four, built once for all."""

    def built(name: str) -> BuiltSite:
        localities = CATALOGUES[name]
        with tempfile.TemporaryDirectory() as folder:
            content = province(Path(folder) / "content", localities, **WHERE[localities])
            return building(f"province-{name}", "thu", content, ledgers_bind=False)

    return built


def catalogue(folder: Path, localities: str, **where: str) -> Editions:
    content = province(folder / "content", localities, **(where or WHERE[localities]))
    return editions_of(catalogue_of(content, today=DAY, ledgers_bind=False), folder)


def even(node: LexborNode) -> str:
    return re.sub(r" +([,;.])", r"\1", " ".join(node.text(separator=" ").split()))


def address(site: BuiltSite, path: str) -> str:
    """The first address of a page, old and new."""
    return even(site.page(path).css(".address")[0])


ADDRESSES = {
    ("merged", "san-pham/gao", "products/gao"): (
        ("xã Bắc Ví Dụ, tỉnh Vĩnh Long", "xã Chung, huyện Châu Thành, tỉnh Bến Tre"),
        ("North Example Commune, Vinh Long Province", "Chung Commune, Chau Thanh District, Ben Tre Province"),
    ),
    ("merged", "san-pham/mam", "products/mam"): (
        ("xã Nam Ví Dụ, tỉnh Vĩnh Long", "xã Chung, huyện Châu Thành, tỉnh Trà Vinh"),
        ("South Example Commune, Vinh Long Province", "Chung Commune, Chau Thanh District, Tra Vinh Province"),
    ),
    ("merged", "san-pham/banh", "products/banh"): (
        ("phường Tây Ví Dụ, tỉnh Vĩnh Long", ""),
        ("West Example Ward, Vinh Long Province", ""),
    ),
    ("merged", "chu-the/htx", "producers/htx"): (
        ("ấp 3, xã Bắc Ví Dụ, tỉnh Vĩnh Long", "xã Chung, huyện Châu Thành, tỉnh Bến Tre"),
        ("ấp 3, North Example Commune, Vinh Long Province", "Chung Commune, Chau Thanh District, Ben Tre Province"),
    ),
    ("merged", "dia-diem/quay", "places/quay"): (
        ("xã Bắc Ví Dụ, tỉnh Vĩnh Long", "xã Chung, huyện Châu Thành, tỉnh Bến Tre"),
        ("North Example Commune, Vinh Long Province", "Chung Commune, Chau Thanh District, Ben Tre Province"),
    ),
    ("unmerged", "san-pham/gao", "products/gao"): (
        ("xã Một Ví Dụ, tỉnh Cao Bằng", "xã Chung, huyện Hà Quảng, tỉnh Cao Bằng"),
        ("First Example Commune, Cao Bang Province", "Chung Commune, Ha Quang District, Cao Bang Province"),
    ),
    ("unmerged", "san-pham/mam", "products/mam"): (
        ("Chưa xác định được xã, phường hiện nay.", "xã Chia, huyện Hà Quảng, tỉnh Cao Bằng"),
        ("The commune of today is not determined.", "Chia Commune, Ha Quang District, Cao Bang Province"),
    ),
    ("unmerged", "san-pham/banh", "products/banh"): (
        ("xã Ba Ví Dụ, tỉnh Cao Bằng", ""),
        ("Third Example Commune, Cao Bang Province", ""),
    ),
    ("unmerged", "chu-the/htx", "producers/htx"): (
        ("ấp 3, xã Một Ví Dụ, tỉnh Cao Bằng", "xã Chung, huyện Hà Quảng, tỉnh Cao Bằng"),
        ("ấp 3, First Example Commune, Cao Bang Province", "Chung Commune, Ha Quang District, Cao Bang Province"),
    ),
    ("half", "dia-diem/quay", "places/quay"): (
        ("xã Một Ví Dụ, tỉnh Tây Ninh", "xã Chung, huyện Cần Đước, tỉnh Long An"),
        ("First Example Commune, Tay Ninh Province", "Chung Commune, Can Duoc District, Long An Province"),
    ),
    ("half", "san-pham/mam", "products/mam"): (
        ("Chưa xác định được xã, phường hiện nay.", "xã Chia, huyện Cần Đước, tỉnh Long An"),
        ("The commune of today is not determined.", "Chia Commune, Can Duoc District, Long An Province"),
    ),
    ("half", "san-pham/banh", "products/banh"): (
        ("phường Hai Ví Dụ, tỉnh Tây Ninh", "tỉnh Long An"),
        ("Second Example Ward, Tay Ninh Province", "Long An Province"),
    ),
    ("unmerged", "dia-diem/quay", "places/quay"): (
        ("xã Một Ví Dụ, tỉnh Cao Bằng", "xã Chung, huyện Hà Quảng, tỉnh Cao Bằng"),
        ("First Example Commune, Cao Bang Province", "Chung Commune, Ha Quang District, Cao Bang Province"),
    ),
    ("bare", "dia-diem/quay", "places/quay"): (
        ("xã Một Ví Dụ, tỉnh Hà Tĩnh", ""),
        ("First Example Commune, Ha Tinh Province", ""),
    ),
    ("bare", "san-pham/gao", "products/gao"): (
        ("xã Một Ví Dụ, tỉnh Hà Tĩnh", ""),
        ("First Example Commune, Ha Tinh Province", ""),
    ),
}  # fmt: skip
"""Today's and that of before, in each language. A commune of several districts lay in their province, if that had
another name."""


@pytest.mark.parametrize(("name", "path", "english"), ADDRESSES)
def test_an_address_is_told_as_it_is_today_and_as_it_was(site: Site, name: str, path: str, english: str) -> None:
    shown = [address(site(name), f"/vi/{path}/"), address(site(name), f"/en/{english}/")]
    before = ("Trước ngày 01/07/2025:", "Before 1 July 2025:")
    lines = zip(ADDRESSES[name, path, english], before, strict=True)
    assert shown == [f"{today} {words} {old}" if old else today for (today, old), words in lines]


DIRECTORY = {
    "merged": [
        ("Xã và phường hiện nay", "xã Bắc Ví Dụ", "xã Nam Ví Dụ", "phường Tây Ví Dụ"),
        ("Tỉnh, thành phố trước khi sáp nhập", "tỉnh Bến Tre", "tỉnh Trà Vinh"),
        ("Cấp huyện của tỉnh Bến Tre trước đây", "huyện Châu Thành, tỉnh Bến Tre"),
        ("Cấp huyện của tỉnh Trà Vinh trước đây", "huyện Châu Thành, tỉnh Trà Vinh"),
    ],
    "unmerged": [
        ("Xã và phường hiện nay", "xã Ba Ví Dụ", "xã Một Ví Dụ"),
        ("Huyện, thị xã, thành phố trước đây", "huyện Hà Quảng"),
    ],
    "half": [
        ("Xã và phường hiện nay", "phường Hai Ví Dụ", "xã Một Ví Dụ"),
        ("Huyện, thị xã, thành phố trước đây", "huyện Cần Đước"),
    ],
    "bare": [("Xã và phường hiện nay", "phường Hai Ví Dụ", "xã Một Ví Dụ")],
}


@pytest.mark.parametrize("name", DIRECTORY)
def test_localities_stand_under_what_they_were_and_nothing_stands_under_nothing(site: Site, name: str) -> None:
    groups = some(site(name).page("/vi/dia-phuong/").css("main section"))
    links = [[even(link).rstrip(" 0123456789") for link in group.css("a")] for group in groups]
    assert [(even(group.css("h2")[0]), *its) for group, its in zip(groups, links, strict=True)] == DIRECTORY[name]


def test_two_districts_of_one_name_have_pages_that_tell_them_apart(site: Site) -> None:
    merged = site("merged")
    pages = [merged.page(f"/vi/huyen-cu/chau-thanh-{old}/") for old in ("ben-tre", "tra-vinh")]
    assert [even(page.css("h1")[0]) for page in pages] == [
        "Sản phẩm ở huyện Châu Thành, tỉnh Bến Tre trước đây",
        "Sản phẩm ở huyện Châu Thành, tỉnh Trà Vinh trước đây",
    ]
    assert [[even(card) for card in page.css("main .card h2, main .card h3")] for page in pages] == [["Gao"], ["Mam"]]
    assert "xã Bắc Ví Dụ; xã Hai Huyện; xã Ngoài, tỉnh Đồng Tháp." in merged.text("/vi/huyen-cu/chau-thanh-ben-tre/")
    assert (
        merged.head("/en/former-districts/chau-thanh-ben-tre/", "description")
        == "One OCOP product made in Chau Thanh District, Ben Tre Province, as it was until 30 June 2025."
    )


def test_each_former_province_has_a_page_where_there_were_several(site: Site) -> None:
    assert even(site("merged").page("/vi/tinh-cu/ben-tre/").css("h1")[0]) == "Sản phẩm ở tỉnh Bến Tre trước đây"
    assert "Từ ngày 01/7/2025, nơi này thuộc tỉnh Vĩnh Long." in site("merged").text("/vi/tinh-cu/ben-tre/")
    former = [path for name in CATALOGUES for path in some(site(name).paths) if path.startswith("/vi/tinh-cu/")]
    assert sorted(former) == ["/vi/tinh-cu/ben-tre/", "/vi/tinh-cu/tra-vinh/"]


FILTERS = {
    "merged": {"former_provinces", "districts"},
    "unmerged": {"districts"},
    "half": {"districts"},
    "bare": {"communes"},
}


@pytest.mark.parametrize("name", FILTERS)
def test_lists_are_narrowed_by_the_units_that_there_are(site: Site, name: str) -> None:
    groups = (node.attributes["data-facet"] for node in some(site(name).page("/vi/san-pham/").css("[data-facet]")))
    assert set(groups) & {"former_provinces", "districts", "communes"} == FILTERS[name]


def test_the_map_tells_what_communes_were_made_of_and_needs_no_former_unit(site: Site) -> None:
    assert "Gồm xã Chung, huyện Châu Thành, tỉnh Trà Vinh; một phần xã Chia trước ngày" in (
        site("merged").text("/vi/ban-do/")
    )
    names = [even(node) for node in site("merged").page("/vi/ban-do/").css("svg .names text")]
    assert sorted(names) == ["Bến Tre", "Châu Thành", "Châu Thành", "Vĩnh Long"]
    assert "Huyện Hà Quảng trước đây".casefold() in site("unmerged").text("/vi/ban-do/").casefold()
    assert "/vi/ban-do/" not in site("bare").paths
    assert "Bản đồ" not in [even(link) for link in some(site("bare").page("/vi/").css("nav a"))]


@pytest.mark.parametrize("name", CATALOGUES)
def test_machines_are_told_the_address_of_today(site: Site, name: str) -> None:
    (graph,) = (json.loads(node.text()) for node in site(name).page("/vi/dia-diem/quay/").css("script[type*=ld]"))
    (stall,) = [each for each in graph.get("@graph", [graph]) if each["@type"] == "Store"]
    told = f"{stall['address']['addressLocality']}, {stall['address']['addressRegion']}"
    assert told == ADDRESSES[name, "dia-diem/quay", "places/quay"][0][0]


def test_data_tell_the_former_province_of_each_product(site: Site) -> None:
    products = {
        name: json.loads((site(name).folder / "data" / "products.json").read_text("utf-8"))["products"]
        for name in CATALOGUES
    }
    former = {
        name: [each["made_in"].get("former_province", {}).get("name", {}).get("vi") for each in its]
        for name, its in products.items()
    }
    assert former == {
        "merged": ["tỉnh Bến Tre", "tỉnh Trà Vinh", None],
        "unmerged": [None] * 3,
        "half": ["tỉnh Long An"] * 3,
        "bare": [None] * 3,
    }


def test_search_knows_each_product_by_the_units_that_it_lies_and_lay_in(tmp_path: Path) -> None:
    found = {
        (group.kind, group.id): (group.products, group.names)
        for group in groups(catalogue(tmp_path, MERGED))
        if group.kind in ("provinces", "former_provinces", "districts", "former_communes")
    }
    chau_thanh, chung = ("huyện Châu Thành", "Chau Thanh District"), ("xã Chung", "Chung Commune")
    assert found == {
        ("provinces", "province"): (("banh", "gao", "mam"), ("tỉnh Vĩnh Long", "Vinh Long Province")),
        ("former_provinces", "ben-tre"): (("gao",), ("tỉnh Bến Tre", "Ben Tre Province")),
        ("former_provinces", "tra-vinh"): (("mam",), ("tỉnh Trà Vinh", "Tra Vinh Province")),
        ("districts", "chau-thanh-ben-tre"): (("gao",), chau_thanh),
        ("districts", "chau-thanh-tra-vinh"): (("mam",), chau_thanh),
        ("former_communes", "chung-ben-tre"): (("gao",), chung),
        ("former_communes", "chung-tra-vinh"): (("mam",), chung),
    }


@pytest.mark.parametrize(
    ("localities", "kind", "place", "known", "unknown"),
    [
        (MERGED, "districts", "chau-thanh-ben-tre", {"Châu Thành", "tỉnh Bến Tre", "tỉnh Vĩnh Long"}, "tỉnh Trà Vinh"),
        (MERGED, "communes", "nam", {"xã Chung", "huyện Châu Thành", "tỉnh Trà Vinh"}, "tỉnh Bến Tre"),
        (MERGED, "former_provinces", "ben-tre", {"Bến Tre", "tỉnh Bến Tre", "tỉnh Vĩnh Long"}, "tỉnh Trà Vinh"),
        (MERGED, "producers", "htx", {"xã Chung", "xã Bắc Ví Dụ", "tỉnh Bến Tre"}, "tỉnh Trà Vinh"),
        (MERGED, "places", "quay", {"huyện Châu Thành", "tỉnh Bến Tre", "tỉnh Vĩnh Long"}, "tỉnh Trà Vinh"),
        (UNMERGED, "communes", "mot", {"xã Chung", "huyện Hà Quảng", "tỉnh Cao Bằng"}, "tỉnh Long An"),
        (HALF, "districts", "can-duoc", {"Cần Đước", "tỉnh Long An", "tỉnh Tây Ninh"}, "tỉnh Cao Bằng"),
        (BARE, "communes", "mot", {"Một Ví Dụ", "tỉnh Hà Tĩnh"}, "tỉnh Long An"),
    ],
)  # fmt: skip
def test_search_knows_each_page_of_a_place_by_what_it_lies_and_lay_in(
    tmp_path: Path, localities: str, kind: str, place: str, known: set[str], unknown: str
) -> None:
    entries = {(entry.kind, entry.id): entry for entry in page_entries(catalogue(tmp_path, localities).default)}
    words = {text for _, text in entries[kind, place].texts}
    assert known <= words
    assert unknown not in words


def test_a_list_that_search_finds_is_told_apart_by_its_former_province(tmp_path: Path) -> None:
    found = {
        entry.id: entry for entry in page_entries(catalogue(tmp_path, MERGED).default) if entry.kind == "districts"
    }
    names = [found[f"chau-thanh-{old}"].name.run("vi").text for old in ("ben-tre", "tra-vinh")]
    assert names == ["huyện Châu Thành, tỉnh Bến Tre", "huyện Châu Thành, tỉnh Trà Vinh"]


def test_what_went_to_another_province_is_told_and_found_there(tmp_path: Path) -> None:
    editions = catalogue(tmp_path, MERGED, gao="former_commune: sang")
    line = editions.default.addresses.of_product("gao")
    assert line
    assert [run.text for run in line.today] == ["xã Ngoài", "tỉnh Đồng Tháp"]
    assert [run.text for run in line.before] == ["xã Sang", "huyện Châu Thành", "tỉnh Bến Tre"]
    assert not line.undetermined
    assert editions.default.parts.card("gao").locality == TextRun("xã Ngoài, tỉnh Đồng Tháp")
    (elsewhere,) = [group for group in groups(editions) if group.kind == "elsewhere"]
    assert "tỉnh Đồng Tháp" in elsewhere.names


@pytest.mark.parametrize("localities", CATALOGUES.values(), ids=CATALOGUES)
def test_nothing_is_wrong_with_any_of_them(tmp_path: Path, localities: str) -> None:
    content = province(tmp_path / "content", localities, **WHERE[localities])
    told = {problem.code for problem in problems_of(content, today=DAY, ledgers_bind=False)}
    assert {code for code in told if not code.startswith("ledger.")} == set()


@pytest.mark.parametrize("name", CATALOGUES)
def test_another_theme_tells_the_same(building: Building, tmp_path: Path, name: str) -> None:
    localities = CATALOGUES[name]
    content = province(tmp_path / "content", localities, **WHERE[localities])
    asked = {"ledgers_bind": False, "themes": PROJECT / "tests" / "themes", "theme": "giay"}
    told = building(f"province-{name}-giay", "thu", content, **asked).text("/vi/dia-diem/quay/")
    today, before = ADDRESSES[name, "dia-diem/quay", "places/quay"][0]
    assert today in told
    assert before in told

"""The map of the example site: pins and list agree, a home is nowhere but in its commune, and no map without a pin."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborNode

from ocop_site.catalogue.area import Area
from ocop_site.pages.map.projection import Projection
from ocop_site.records.values.points import Point
from tests.conftest import DAY, BuiltSite
from tests.support import PROJECT, Task, check_only, some

MAPS = ("/vi/ban-do/", "/en/map/")

SHEET = Projection(Area(1, 2.5, 2, 4))
"""The bounds of the example's province."""

CENTRES = {
    "xã An Mẫu": Point(1.71, 3.11),
    "xã Bình Mẫu": Point(1.51, 3.15),
    "phường Đông Mẫu": Point(1.31, 3.21),
    "huyện Nam Mẫu": Point(1.3, 3.2),
}

SQUARE = [[2.6, 1.1], [3.9, 1.1], [3.9, 1.9], [2.6, 1.9], [2.6, 1.1]]


def pins(site: BuiltSite, path: str) -> Mapping[int, str]:
    """What each pin says it stands for, by its number."""
    titles = (node.text().partition(". ") for node in site.page(path).css("svg a.pin > title"))
    return {int(number): name for number, _, name in titles}


def listed(site: BuiltSite, path: str) -> Mapping[int, str]:
    """The heading of each line of the list that has a number."""
    lines = (node.parent for node in site.page(path).css(".spots__number"))
    return {int(line.text().split()[0]): heading(line) for line in lines if line}


def heading(line: LexborNode) -> str:
    return " ".join(node.text().strip() for node in line.css("h3"))


def spots(site: BuiltSite, path: str) -> Mapping[int, tuple[float, float]]:
    """The spot that each pin means."""
    dots = enumerate(site.page(path).css(".spot__dot"), start=1)
    return {number: (float(dot.attributes["cx"] or ""), float(dot.attributes["cy"] or "")) for number, dot in dots}


@pytest.fixture
def content(example: Path, tmp_path: Path) -> Path:
    """The example's content, to be changed."""
    return Path(shutil.copytree(example, tmp_path / "content"))


@pytest.mark.parametrize("path", MAPS)
def test_the_numbers_of_pins_and_list_agree(built: BuiltSite, path: str) -> None:
    drawn = pins(built, path)
    assert list(drawn) == list(range(1, len(drawn) + 1))
    assert listed(built, path).keys() == drawn.keys() == spots(built, path).keys()
    for number, words in listed(built, path).items():
        assert drawn[number] in words


@pytest.mark.parametrize("path", MAPS)
def test_a_pin_leads_to_its_line_and_the_line_to_its_pin(built: BuiltSite, path: str) -> None:
    page = built.page(path)
    for number in some(pins(built, path)):
        assert page.css_first(f'a.pin#_at-{number}[href="#_spot-{number}"]')
        line = page.css_first(f"#_spot-{number}")
        assert line
        assert line.css_first(f'a[href="#_at-{number}"]')
        assert line.css_first("h3 a")


def test_a_number_is_the_same_in_both_languages(built: BuiltSite) -> None:
    assert spots(built, MAPS[0]) == spots(built, MAPS[1])
    assert pins(built, MAPS[0])[1] == "Nhà trưng bày Mẫu"
    assert pins(built, MAPS[1])[1] == "Sample Showroom"


def test_producers_stand_at_the_centres_of_their_units_and_nowhere_else(built: BuiltSite) -> None:
    """Among them a household whose point nobody may see, and one that agreed to be found."""
    drawn, where = pins(built, MAPS[0]), spots(built, MAPS[0])
    made = {name: where[number] for number, name in drawn.items() if name in CENTRES}
    assert made == {name: SHEET.spot(point) for name, point in CENTRES.items()}
    doors = {SHEET.spot(Point(1.302, 3.202)), SHEET.spot(Point(1.234567, 3.765432))}
    assert not doors & set(where.values())


def test_producers_of_one_commune_share_a_pin_and_have_their_products_counted(built: BuiltSite) -> None:
    [line] = [node for node in built.page(MAPS[1]).css(".spots__one") if "Dong Mau Ward" in node.text()]
    makers = {" ".join(node.text().split()) for node in line.css(".spots__makers li")}
    assert makers == {"Open Household 1", "Quiet Household 2"}
    assert "Before 1 July 2025: Dong Township." in line.text()
    assert {"/en/communes/dong-mau/", "/en/producers/ho-kin-dao/"} <= built.links(MAPS[1])


def test_what_is_known_by_its_former_unit_alone_says_so(built: BuiltSite) -> None:
    [line] = [node for node in built.page(MAPS[1]).css(".spots__one") if "Former Nam Mau District" in node.text()]
    assert "commune of today not known" in line.text()
    assert line.css(".spots__number--former")


def test_what_is_not_located_is_listed_without_a_number(built: BuiltSite) -> None:
    lines = [node for node in built.page(MAPS[1]).css(".spots__one") if not node.css(".spots__number")]
    assert [heading(line) for line in lines] == [
        "Sample Rest Stop",
        "Place not known",
    ]


def test_a_place_says_how_far_it_is_from_the_showroom(built: BuiltSite) -> None:
    assert "cách 26 km" in built.text(MAPS[0])
    assert "as the crow flies from Sample Showroom" in built.text(MAPS[1])


@pytest.mark.parametrize(
    ("path", "caption"),
    [
        (MAPS[0], "Sơ đồ minh họa, không thể hiện địa giới hành chính."),
        (MAPS[1], "it shows no administrative boundaries"),
        ("/vi/dia-diem/nha-trung-bay/", "Sơ đồ minh họa, không thể hiện địa giới hành chính."),
    ],
)
def test_every_map_says_that_it_is_a_sketch(built: BuiltSite, path: str, caption: str) -> None:
    assert caption in built.text(path)


def test_a_place_shows_where_it_lies_and_leads_to_the_map(built: BuiltSite) -> None:
    assert len(built.page("/en/places/nha-trung-bay/").css(".locator .pin")) == 1
    assert MAPS[1] in built.links("/en/places/nha-trung-bay/")
    assert not built.page("/en/places/tram-dung/").css(".locator")


@pytest.mark.parametrize("home", ["/vi/", "/en/"])
def test_the_way_to_the_map_is_in_the_menu_and_on_the_home_page(built: BuiltSite, home: str) -> None:
    path = MAPS[0] if home == "/vi/" else MAPS[1]
    links = [built.own_path(node.attributes["href"] or "") for node in built.page(home).css(".menu a, main a")]
    assert links.count(path) == 2


def test_the_offices_own_map_file_is_drawn_and_its_source_named(
    content: Path, rebuilt: Callable[..., BuiltSite]
) -> None:
    features = [
        {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}
        for properties in ({"code": "90101"}, {"code": "90104"})
    ]
    data = {"type": "FeatureCollection", "attribution": "Sở Ví Dụ", "features": features}
    (content / "ranh-xa.geojson").write_text(json.dumps(data), "utf-8")
    site = rebuilt(content=content)
    page = site.page(MAPS[0])
    assert [len(page.css(f"svg[role=group] .land{kind}")) for kind in ("", "--made", "-dots")] == [2, 1, 0]
    assert "Nét viền: Sở Ví Dụ" in site.text(MAPS[0])
    assert "không phải đường địa giới" in site.text(MAPS[0])


def test_a_map_file_that_cannot_be_drawn_stops_the_build_by_its_name(content: Path, tmp_path: Path) -> None:
    (content / "vn2000.geojson").write_text(
        json.dumps({"type": "Polygon", "coordinates": [[[590123, 1166789]] * 4]}), "utf-8"
    )
    outcome = check_only(Task(content, PROJECT / "themes", today=DAY, cache=tmp_path / "cache"))
    [problem] = [problem for problem in outcome.problems if problem.is_error]
    assert (problem.code, str(problem.location)) == ("outline.degrees", "content/vn2000.geojson")
    assert "VN-2000" in problem.message("vi")


def test_a_map_file_of_elsewhere_is_only_told(content: Path, tmp_path: Path) -> None:
    swapped = [[y, x] for x, y in SQUARE]
    (content / "nguoc.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [swapped]}), "utf-8")
    outcome = check_only(Task(content, PROJECT / "themes", today=DAY, cache=tmp_path / "cache"))
    assert [(p.code, p.is_error) for p in outcome.problems if p.location.file.endswith("geojson")] == [
        ("outline.elsewhere", False)
    ]


def test_a_catalogue_with_nothing_to_draw_has_no_map(content: Path, rebuilt: Callable[..., BuiltSite]) -> None:
    for file in (content / "localities.yaml", *(content / "places").iterdir()):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r",? *\n? *point: \[[^]]*\]", "", text), "utf-8")
    site = rebuilt(content=content)
    assert not set(MAPS) & site.paths
    assert not any(path in site.links(home) for home in ("/vi/", "/en/") for path in MAPS)
    assert not site.page("/vi/dia-diem/nha-trung-bay/").css(".locator")

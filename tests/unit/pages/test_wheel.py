"""The wheel of the year: twelve pieces, what may be recommended lies on its months, and words say the same."""

import re
from datetime import date
from itertools import pairwise
from math import cos, hypot, pi, sin
from pathlib import Path

import pytest

from ocop_site.editions.edition import Edition
from ocop_site.pages.boxes import is_free
from ocop_site.pages.keys import PageKey
from ocop_site.pages.seasons import shape
from ocop_site.pages.seasons.seasons import plan
from ocop_site.pages.seasons.wheel import year_wheel
from ocop_site.units import ChartUnit
from ocop_site.views import SeasonsView, Wheel
from tests.support import some
from tests.unit.small import CERTIFIED, RICE, SAUCE, linked, told

MONTHS = range(1, 13)

NARROWEST = 328
"""How many pixels the wheel is wide at least where a screen of 360 px leaves it its margins."""

SPIRIT = "alcohol_percent: 40\n"

RECALL = "kind: recall\ndate: 2026-11-01\nproducts: [gao]\ntext: Lô 01.\nsources: [s-so]\n"

PATHS = {
    "gao": "products/gao.yaml",
    "mam": "products/mam.yaml",
    "notice": "notices/n.yaml",
    "year": "year.yaml",
}

YEAR = """\
seasons:
  - {name: {vi: Mùa nước nổi, en: High water}, months: [9, 10, 11], ground: river, sources: [s-so]}
  - {name: Mùa khô, months: [12, 1, 2], ground: clay}
feasts:
  - {name: Tết, lunar_day: 1/1}
"""


def edition_of(folder: Path, language: str = "vi", **files: str) -> Edition:
    """A small catalogue of rice and fish sauce; `files` are what is said of them, the year and a notice."""
    named = {PATHS[name]: text for name, text in files.items()}
    return told(linked(folder / "content", RICE, SAUCE, files=named), folder)[language]


def wheel_of(folder: Path, language: str = "vi", **files: str) -> Wheel:
    found = year_wheel(edition_of(folder, language, **files))
    assert found
    return found


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def test_the_pieces_of_the_months_stand_around_a_free_middle_and_touch_no_other() -> None:
    for month in MONTHS:
        for x, y in some(points(shape.piece(month, is_now=True))):
            assert float(shape.HUB) - 2 < hypot(x - shape.CENTRE, y - shape.CENTRE) < shape.SIZE / 2
    for month in MONTHS:
        ahead = points(shape.piece(month % 12 + 1))
        assert min(hypot(x - u, y - v) for x, y in points(shape.piece(month)) for u, v in ahead) > shape.GAP


@pytest.mark.parametrize("size", [(4, 3), (1, 1), (3, 1), (1, 3)])
def test_what_lies_on_a_month_meets_nothing_on_another(size: tuple[float, float]) -> None:
    width, height = shape.fitted(*size)
    boxes = []
    for month in MONTHS:
        x, y = shape.spot(shape.angle_of(month), shape.THINGS)
        boxes.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
    for here, ahead in some(pairwise([*boxes, boxes[0]])):
        assert is_free(here, [ahead])


def test_what_lies_on_a_month_keeps_off_its_number_and_leaves_the_wheel_by_no_more_than_its_edge() -> None:
    for month in MONTHS:
        x, y = shape.spot(shape.angle_of(month), shape.THINGS)
        number_x, number_y = shape.spot(shape.angle_of(month), shape.NUMBERS)
        assert max(abs(x - number_x) - shape.WIDEST / 2, abs(y - number_y) - shape.HIGHEST / 2) > 8
        corner = abs(x - shape.CENTRE) + shape.WIDEST / 2, abs(y - shape.CENTRE) + shape.HIGHEST / 2
        assert hypot(*corner) < shape.SIZE / 2


def test_a_finger_finds_a_month_on_a_small_phone() -> None:
    """A round of 44 px fits within each piece."""
    reach = 22 * shape.SIZE / NARROWEST
    for month in MONTHS:
        x, y = shape.spot(shape.angle_of(month), ChartUnit(123))
        outline = points(shape.piece(month))
        for turn in range(24):
            assert is_within((x + reach * cos(turn * pi / 12), y + reach * sin(turn * pi / 12)), outline), month


def is_within(point: tuple[float, float], outline: list[tuple[float, float]]) -> bool:
    x, y = point
    inside = False
    for (a, b), (c, d) in pairwise([*outline, outline[0]]):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            inside = not inside
    return inside


def test_without_a_month_there_is_no_wheel(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, gao=CERTIFIED, year=YEAR)
    assert year_wheel(edition) is None
    assert not edition.facets.of("seasons")


def test_of_a_spirit_there_is_no_wheel(tmp_path: Path) -> None:
    assert year_wheel(edition_of(tmp_path, gao=f"{CERTIFIED}{SPIRIT}season: [3]\n")) is None


def test_of_what_is_recalled_there_is_no_wheel(tmp_path: Path) -> None:
    assert year_wheel(edition_of(tmp_path, gao=f"{CERTIFIED}season: [3]\n", notice=RECALL)) is None


def test_there_are_twelve_months_of_which_one_is_now(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, gao=f"{CERTIFIED}season: [3]\n")
    assert [each.month for each in wheel.months] == list(MONTHS)
    assert [each.month for each in wheel.months if each.is_now] == [11]


def test_a_month_leads_to_its_list_however_many_it_holds(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, gao=f"{CERTIFIED}season: [3, 4]\n", mam=f"{CERTIFIED}season: [4]\n")
    march, april = wheel.months[2].link, wheel.months[3].link
    assert march
    assert april
    assert (march.href, march.label.text, march.count) == ("/thu/vi/mua-vu/3/", "Tháng 3", 1)
    assert (april.href, april.label.text, april.count) == ("/thu/vi/mua-vu/4/", "Tháng 4", 2)
    assert [each.month for each in wheel.months if each.link is None] == [1, 2, *range(5, 13)]


def test_a_season_tints_its_months_and_the_first_named_wins(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, gao=f"{CERTIFIED}season: [3]\n", year=YEAR)
    grounds = {each.month: each.ground for each in wheel.months}
    assert [month for month, ground in grounds.items() if ground == "river"] == [9, 10, 11]
    assert [month for month, ground in grounds.items() if ground == "clay"] == [1, 2, 12]
    assert {grounds[month] for month in range(3, 9)} == {"rice"}
    assert [(line.name.text, line.spans) for line in wheel.seasons] == [
        ("Mùa nước nổi", ((9, 11),)),
        ("Mùa khô", ((12, 2),)),
    ]
    assert [name.text for name in wheel.now] == ["Mùa nước nổi"]


def test_water_has_waves_and_fields_have_grains(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, gao=f"{CERTIFIED}season: [3]\n", year=YEAR)
    assert [each.month for each in wheel.months if "q" in each.strokes] == [9, 10, 11]


def test_a_feast_stands_at_its_day_on_the_edge(tmp_path: Path) -> None:
    (tet,) = wheel_of(tmp_path, gao=f"{CERTIFIED}season: [3]\n", year=YEAR).feasts
    assert (tet.name.text, tet.day) == ("Tết", "2027-02-06")
    angle = shape.angle_of_day(date(2027, 2, 6))
    assert shape.angle_of(2) - shape.MONTH / 2 < angle < shape.angle_of(2)
    assert (tet.x, tet.y) == shape.spot(angle, shape.EDGE)


def test_a_language_that_a_name_lacks_has_it_marked(tmp_path: Path) -> None:
    wheel = wheel_of(tmp_path, "en", gao=f"{CERTIFIED}season: [3]\n", year=YEAR)
    assert [(line.name.text, line.name.language) for line in wheel.seasons] == [
        ("High water", None),
        ("Mùa khô", "vi"),
    ]


def test_what_is_more_than_two_months_off_is_not_what_comes_next(tmp_path: Path) -> None:
    """On 23 November: January is near, February is not."""
    rice, sauce = f"{CERTIFIED}season: [1]\n", f"{CERTIFIED}season: [2]\n"
    view = plan(edition_of(tmp_path, gao=rice, mam=sauce, year=YEAR), PageKey("seasons")).view
    assert isinstance(view, SeasonsView)
    assert [each.card.code for each in (*view.now, *view.coming)] == ["VD001"]
    assert [each.card.code for each in view.later] == ["VD002"]


def test_the_page_of_the_seasons_tells_each_product_once_by_when_it_is_next(tmp_path: Path) -> None:
    """On 23 November: what is in season, then what comes first, whatever comes again."""
    rice, sauce = f"{CERTIFIED}season: [3, 12]\n", f"{CERTIFIED}season: [11, 12, 1]\n"
    edition = edition_of(tmp_path, gao=rice, mam=sauce, year=YEAR)
    view = plan(edition, PageKey("seasons")).view
    assert isinstance(view, SeasonsView)
    assert [(each.card.code, each.months, each.spans) for each in view.now] == [("VD002", (1, 11, 12), ((11, 1),))]
    assert [(each.card.code, each.spans) for each in view.coming] == [("VD001", ((3, 3), (12, 12)))]
    assert view.later == ()
    assert view.bare == (2, 4, 5, 6, 7, 8, 9, 10)
    assert [(link.label.text, link.count) for link in view.months] == [
        ("Tháng 1", 1),
        ("Tháng 3", 1),
        ("Tháng 11", 1),
        ("Tháng 12", 2),
    ]
    assert view.wheel
    assert {each.link for each in view.wheel.months if each.link} == set(view.months)

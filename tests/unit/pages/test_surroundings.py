"""What is around a place, how far directions lead, where a maker is shown, what a trail tells of its stops."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey
from ocop_site.pages.planning import plan
from ocop_site.pages.producers import producer_card
from ocop_site.pages.surroundings import made_near, nearby
from ocop_site.pages.trails import trail_card
from ocop_site.views import PlaceView, ProducerView, TrailView
from tests.unit.small import CAKE, CERTIFIED, RICE, SAUCE, linked, told

SPIRIT = CERTIFIED.replace("set: 3", "set: 14") + "alcohol_percent: 31\n"

RECALL = "kind: recall\ndate: 2026-11-01\nproducts: [mam]\ntext: Lô 01.\nsources: [s-so]\n"

MAKER = "name: Nhà thử\nkind: farm\nmakes: gạo và mắm\nlead: Nhà làm gạo.\naddresses: [{line: ấp 3, commune: an-mau}]\n"


def place(name: str, address: str, more: str = "") -> str:
    return f"name: {name}\nkind: shop\naddress: {{{address}}}\n{more}sources: [s-so]\n"


FILES = {
    "places/day.yaml": place("Đây", "commune: an-mau, point: [1.50, 3.00]"),
    "places/gan.yaml": place("Gần", "commune: an-mau, point: [1.51, 3.00]"),
    "places/xa.yaml": place("Xa", "commune: an-mau, point: [1.60, 3.00]"),
    "places/dau-do.yaml": place("Đâu đó", "former_district: nam-mau"),
}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return edition_with(tmp_path, {})


def edition_with(folder: Path, files: Mapping[str, str]) -> Edition:
    own = {"producers/nha.yaml": f"{MAKER}sources: [s-so]\n"}
    own |= {name: CERTIFIED for name in ("products/gao.yaml", "products/mam.yaml") if name not in files}
    return told(linked(folder / "c", RICE, SAUCE, CAKE, files={**FILES, **own, **files}), folder)["vi"]


def view(edition: Edition, kind: str, record: str) -> object:
    return plan(edition, PageKey(kind, record)).view


def test_the_nearest_places_come_first_with_whole_kilometres(edition: Edition) -> None:
    assert [(near.card.name.text, near.km, near.is_exact) for near in nearby(edition, "day")] == [
        ("Gần", 1, True),
        ("Xa", 11, True),
    ]


def test_of_a_place_that_is_known_only_about_nothing_is_near(edition: Edition) -> None:
    assert nearby(edition, "dau-do") == ()


def test_what_is_made_in_the_commune_is_told_where_the_shelves_are_unknown(edition: Edition) -> None:
    told_near = made_near(edition, edition.catalogue.places["day"])
    assert told_near
    assert told_near.unit.text == "xã An Mẫu"
    assert [card.code for card in told_near.cards] == ["VD001", "VD002"]


def test_a_district_that_is_no_more_is_called_former(tmp_path: Path) -> None:
    files = {"places/dau-do.yaml": place("Đâu đó", "former_district: bac-mau")}
    edition = edition_with(tmp_path, files)
    told_near = made_near(edition, edition.catalogue.places["dau-do"])
    assert told_near
    assert told_near.unit.text == "huyện Bắc Mẫu (cũ)"


@pytest.mark.parametrize("files", [{"products/mam.yaml": SPIRIT}, {"notices/n.yaml": RECALL}])
def test_neither_spirits_nor_what_is_recalled_is_told_there(tmp_path: Path, files: dict[str, str]) -> None:
    edition = edition_with(tmp_path, files)
    told_near = made_near(edition, edition.catalogue.places["day"])
    assert told_near
    assert [card.code for card in told_near.cards] == ["VD001"]


def test_what_stands_on_the_shelves_stands_in_place_of_it(tmp_path: Path) -> None:
    files = {"places/day.yaml": FILES["places/day.yaml"] + "stock: [{product: gao}]\n"}
    shown = view(edition_with(tmp_path, files), "places", "day")
    assert isinstance(shown, PlaceView)
    assert [line.card.code for line in shown.stock] == ["VD001"]
    assert shown.made_near is None


def test_directions_say_where_they_end_if_that_is_no_door(edition: Edition) -> None:
    exact, about = view(edition, "places", "day"), view(edition, "places", "dau-do")
    assert isinstance(exact, PlaceView)
    assert isinstance(about, PlaceView)
    assert exact.address
    assert exact.address.leads_to is None
    assert about.address
    assert about.address.leads_to
    assert about.address.leads_to.text == "huyện Nam Mẫu"


def test_a_maker_is_shown_at_its_communes_centre_whatever_more_is_known(edition: Edition) -> None:
    shown = view(edition, "producers", "nha")
    assert isinstance(shown, ProducerView)
    assert shown.locator
    assert shown.locator.sketch
    assert [pin.precision for pin in shown.locator.sketch.pins] == ["centre"]
    assert shown.lead
    assert shown.lead.text == "Nhà làm gạo."


def test_a_makers_card_says_what_it_makes_unless_that_is_nothing_but_spirits(tmp_path: Path) -> None:
    spirits = {"products/gao.yaml": SPIRIT, "products/mam.yaml": SPIRIT}
    cards = [producer_card(edition_with(tmp_path / str(n), files), "nha") for n, files in enumerate(({}, spirits))]
    assert [card.makes.text if card.makes else None for card in cards] == ["gạo và mắm", None]


def test_a_trail_tells_of_each_stop_how_long_when_and_what_to_buy(tmp_path: Path) -> None:
    hours = 'opening_hours: {mon-fri: "07:30-11:30"}\nstock: [{product: gao}, {product: mam}]\n'
    stops = "[{place: day, stay: 45, way: {minutes: 20, by: đi bộ}}, {producer: nha}]"
    edition = edition_with(
        tmp_path,
        {
            "places/day.yaml": FILES["places/day.yaml"] + hours,
            "notices/n.yaml": RECALL,
            "trails/di.yaml": f"name: Đường\nsummary: Đi.\nstops: {stops}\nsources: [s-so]\n",
        },
    )
    shown = view(edition, "trails", "di")
    assert isinstance(shown, TrailView)
    first, last = shown.stops
    assert (first.kind, first.stay, len(first.hours)) == ("place.shop", 45, 2)
    assert first.way
    assert (first.way.minutes, first.way.by and first.way.by.text) == (20, "đi bộ")
    assert [[card.code for card in stop.cards] for stop in shown.stops] == [["VD001"], ["VD001"]]
    assert (last.kind, last.way, trail_card(edition, "di").stops) == ("producer.farm", None, 2)

"""Every telephone of a maker, a place and the office stands on its page and is told to machines."""

import json
from pathlib import Path
from typing import Any

import pytest

from ocop_site.editions.edition import Editions
from ocop_site.pages.chrome import chrome
from ocop_site.pages.keys import PageKey
from ocop_site.pages.my_list.scripts import my_list_scripts
from ocop_site.pages.planning import plan
from ocop_site.search.facts import facts
from ocop_site.views import PlaceView, ProducerView
from tests.support import catalogue_of
from tests.unit.small import SAUCE, linked, told, written

PHONES = ("+842723826123", "19001234")
TYPED = "phone: [0272 3826 123, 1900 1234]\n"


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    files = {
        "producers/nha.yaml": f"name: Nhà thử\nkind: farm\n{TYPED}sources: [s-so]\n",
        "places/gian-hang.yaml": f"name: Gian hàng\nkind: ocop_stall\n{TYPED}",
    }
    return told(linked(tmp_path / "c", SAUCE, files=files), tmp_path)


def telephone(jsonld: str | None, kind: str) -> Any:
    return next(thing["telephone"] for thing in json.loads(jsonld or "")["@graph"] if thing["@type"] == kind)


def test_a_maker_and_a_place_have_all_their_telephones(editions: Editions) -> None:
    maker, place = (plan(editions["vi"], PageKey(*key)) for key in (("producers", "nha"), ("places", "gian-hang")))
    assert isinstance(maker.view, ProducerView)
    assert isinstance(place.view, PlaceView)
    assert maker.view.contact.phones == place.view.phones == PHONES
    assert telephone(maker.head.jsonld, "Organization") == telephone(place.head.jsonld, "Store") == list(PHONES)


def test_a_visitors_list_has_all_telephones_of_the_maker(editions: Editions) -> None:
    [script] = my_list_scripts(editions["vi"])
    [entry] = json.loads(script.body.decode().removeprefix("ocop.listed(").removesuffix(");\n")).values()
    assert entry["phones"] == [["+842723826123", "0272 3826 123"], ["19001234", "1900 1234"]]


def test_the_footer_has_all_telephones_of_the_office(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE)
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace('"+44 20 7946 0100"', "[0272 3826 123, 1900 1234]"), "utf-8")
    office = chrome(told(catalogue_of(content, ledgers_bind=False), tmp_path)["vi"]).office
    assert office
    assert office.phones == PHONES


def test_price_lists_name_all_telephones(editions: Editions) -> None:
    [product_id] = editions.default.catalogue.products
    assert "0272 3826 123, 1900 1234" in facts(editions["vi"], product_id)

"""Places old and new: what an old address says of today, and what is honestly not determined."""

from typing import Any

import pytest

from ocop_site.catalogue.localities import Gazetteer, Locality, address_of, main_address
from ocop_site.records.address import Address, PremisesAddress
from ocop_site.records.localities import Localities
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product


def unit(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "code": "1", "name": name, **more}


LOCALITIES = Localities.model_validate(
    {
        "province": {"name": "tỉnh Tây Ninh"},
        "former_province": {"name": "tỉnh Long An"},
        "changed_on": "2025-07-01",
        "districts": [unit("can-duoc"), unit("can-giuoc")],
        "communes": [unit("can-duoc"), unit("long-hoa"), unit("tan-tap"), unit("from-elsewhere")],
        "former_communes": [
            unit("thi-tran-can-duoc", district="can-duoc", became=["can-duoc"]),
            unit("tan-an", district="can-duoc", became=["can-duoc", "long-hoa"]),
            unit("long-trach", district="can-duoc", became=["long-hoa"]),
            unit("phuoc-dong", district="can-duoc", became=["tan-tap"]),
            unit("dong-thanh", district="can-giuoc", became=["tan-tap"]),
        ],
    }
)

GAZETTEER = Gazetteer(LOCALITIES)


def where(**address: str) -> tuple[str | None, str | None, str | None]:
    """Commune of today, former commune and district, by their ids."""
    found = GAZETTEER.locate(Address.model_validate(address))
    units = (found.commune, found.former_commune, found.district)
    commune, former, district = (known.id if known else None for known in units)
    return commune, former, district


def test_an_old_commune_that_became_one_gives_the_commune_of_today() -> None:
    assert where(former_commune="thi-tran-can-duoc") == ("can-duoc", "thi-tran-can-duoc", "can-duoc")


def test_an_old_commune_that_was_split_leaves_todays_undetermined() -> None:
    assert where(former_commune="tan-an") == (None, "tan-an", "can-duoc")
    assert GAZETTEER.locate(Address(former_commune="tan-an")).commune_is_undetermined


def test_only_a_district_leaves_the_commune_undetermined() -> None:
    assert where(former_district="can-giuoc") == (None, None, "can-giuoc")
    assert GAZETTEER.locate(Address(former_district="can-giuoc")).commune_is_undetermined


def test_a_commune_of_today_gives_the_district_that_all_of_it_lay_in() -> None:
    assert where(commune="can-duoc") == ("can-duoc", None, "can-duoc")
    assert where(commune="long-hoa") == ("long-hoa", None, "can-duoc")


def test_a_commune_of_two_districts_gives_none() -> None:
    assert where(commune="tan-tap") == ("tan-tap", None, None)


def test_a_commune_without_known_predecessors_gives_no_district() -> None:
    assert where(commune="from-elsewhere") == ("from-elsewhere", None, None)


@pytest.mark.parametrize("address", [{"commune": "can-duoc"}, {"former_commune": "thi-tran-can-duoc"}])
def test_a_commune_that_is_known_is_not_undetermined(address: dict[str, str]) -> None:
    assert not GAZETTEER.locate(Address.model_validate(address)).commune_is_undetermined


def test_where_nothing_is_known_nothing_is_undetermined() -> None:
    assert not Locality().commune_is_undetermined


def test_a_commune_knows_all_that_it_was_made_of_whole_or_in_part() -> None:
    made_of = {commune: [old.id for old in units] for commune, units in GAZETTEER.predecessors.items()}
    assert made_of == {
        "can-duoc": ["thi-tran-can-duoc", "tan-an"],
        "long-hoa": ["tan-an", "long-trach"],
        "tan-tap": ["phuoc-dong", "dong-thanh"],
        "from-elsewhere": [],
    }


def premises(*kinds: str | None) -> list[PremisesAddress]:
    addresses = [{"commune": "can-duoc", "line": f"Nơi {kind}", **({"kind": kind} if kind else {})} for kind in kinds]
    return [PremisesAddress.model_validate(address) for address in addresses]


@pytest.mark.parametrize(
    ("kinds", "main"),
    [
        (("office", "workshop"), "workshop"),
        (("shop", "growing_area", "office"), "growing_area"),
        (("office", None), None),
        (("office", "shop"), "shop"),
        (("office",), "office"),
        ((None, "growing_area", "workshop"), "workshop"),
    ],
)
def test_a_producer_is_where_it_works(kinds: tuple[str | None, ...], main: str | None) -> None:
    found = main_address(premises(*kinds))
    assert found
    assert found.kind == main


def test_of_two_workshops_the_first_is_told() -> None:
    first, second = premises("workshop", "workshop")
    assert main_address([first, second]) is first


def test_a_producer_without_addresses_is_nowhere() -> None:
    assert main_address([]) is None


def test_a_product_is_made_where_it_says_else_at_its_producers() -> None:
    fields = {"code": "LA001", "name": "Mắm", "producer": "p", "summary": "Mắm.", "sources": ["s"]}
    owner = Producer(name=LOCALITIES.province.name, kind="enterprise", addresses=tuple(premises("workshop")))
    elsewhere = Product.model_validate({**fields, "made_at": {"commune": "tan-tap"}})
    assert address_of(elsewhere, owner) == Address(commune="tan-tap")
    assert address_of(Product.model_validate(fields), owner) == owner.addresses[0]
    assert address_of(Product.model_validate(fields), owner.model_copy(update={"addresses": ()})) is None

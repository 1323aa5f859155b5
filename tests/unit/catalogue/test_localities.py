"""Places old and new: what an old address says of today, and what is honestly not determined."""

from datetime import date
from typing import Any

import pytest

from ocop_site.catalogue.localities import Gazetteer, Locality, address_of, main_address
from ocop_site.records.address import Address, PremisesAddress
from ocop_site.records.localities import Localities
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product
from ocop_site.text.language import Text


def unit(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "code": "1", "name": name, **more}


LOCALITIES = Localities.model_validate(
    {
        "province": {"name": "tỉnh Tây Ninh"},
        "former_provinces": [{"id": "long-an", "name": "tỉnh Long An"}],
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


def merged(**more: Any) -> Gazetteer:
    """Of two provinces, each with a district of one name that has a commune of one name."""
    districts = [unit(f"chau-thanh-{old}", province=old) | {"name": "huyện Châu Thành"} for old in ("a", "b")]
    communes = [
        unit(f"chung-{old}", district=f"chau-thanh-{old}", became=[old]) | {"name": "xã Chung"} for old in ("a", "b")
    ]
    return Gazetteer(
        Localities.model_validate(
            {
                "province": {"name": "tỉnh Mới"},
                "former_provinces": [{"id": "a", "name": "tỉnh A"}, {"id": "b", "name": "tỉnh B"}],
                "districts": [*districts, unit("rieng", province="b")],
                "communes": [unit("a"), unit("b"), unit("of-both")],
                "former_communes": [
                    *communes,
                    unit("x", district="chau-thanh-a", became=["of-both"]),
                    unit("y", district="rieng", became=["of-both"]),
                ],
            }
            | more
        )
    )


def names(texts: tuple[Text, ...]) -> list[str]:
    return [text.run("vi").text for text in texts]


def before(gazetteer: Gazetteer, **address: str) -> list[str]:
    return names(gazetteer.units_before(gazetteer.locate(Address.model_validate(address))))


def test_a_district_lay_in_its_own_of_several_former_provinces() -> None:
    gazetteer = merged()
    assert before(gazetteer, former_commune="chung-a") == ["xã Chung", "huyện Châu Thành", "tỉnh A"]
    assert before(gazetteer, former_commune="chung-b") == ["xã Chung", "huyện Châu Thành", "tỉnh B"]
    assert before(gazetteer, former_district="rieng") == ["rieng", "tỉnh B"]


def test_a_commune_made_from_two_provinces_claims_neither() -> None:
    assert before(merged(), commune="of-both") == []
    assert before(merged(), commune="b") == ["huyện Châu Thành", "tỉnh B"]


def test_units_of_one_name_are_told_apart_by_the_larger_ones_and_others_are_not() -> None:
    gazetteer = merged()
    units = (("former_communes", "chung-a"), ("districts", "chau-thanh-b"), ("districts", "rieng"), ("communes", "a"))
    assert names(tuple(gazetteer.label(*which) for which in units)) == [
        "xã Chung, huyện Châu Thành, tỉnh A",
        "huyện Châu Thành, tỉnh B",
        "rieng",
        "a",
    ]


def test_names_that_only_one_language_cannot_tell_apart_are_told_apart_there() -> None:
    pairs = (("tan-thanh", "huyện Tân Thành", "a"), ("tan-thanh-b", "huyện Tân Thạnh", "b"))
    districts = [
        {"id": i, "code": "1", "name": {"vi": vi, "en": "Tan Thanh District"}, "province": old} for i, vi, old in pairs
    ]
    label = merged(districts=districts, former_communes=[]).label("districts", "tan-thanh")
    assert label.words == {"vi": "huyện Tân Thành", "en": "Tan Thanh District, tỉnh A"}


def test_a_province_that_was_not_merged_has_its_own_name_before_and_today() -> None:
    gazetteer = Gazetteer(LOCALITIES.model_copy(update={"former_provinces": ()}))
    assert before(gazetteer, former_commune="tan-an") == ["tan-an", "can-duoc", "tỉnh Tây Ninh"]
    assert before(gazetteer, commune="tan-tap") == []


def test_a_former_province_is_told_where_no_district_can_be() -> None:
    assert before(GAZETTEER, commune="tan-tap") == ["tỉnh Long An"]


def test_an_island_without_communes_became_one_as_a_whole() -> None:
    islands = [unit("ly-son", province="a", became=["b"]), unit("chau-thanh-a", province="a")]
    gazetteer = merged(districts=islands, former_communes=[])
    found = gazetteer.locate(Address(former_district="ly-son"))
    assert (found.commune, found.commune_is_undetermined) == (gazetteer.communes["b"], False)
    assert before(gazetteer, commune="b") == ["ly-son", "tỉnh A"]


def test_a_commune_that_went_to_another_province_is_there_today() -> None:
    elsewhere = {"commune": "xã Ngoài", "province": "tỉnh Khác"}
    moved = [
        unit("di", district="rieng", elsewhere=elsewhere),
        unit("nua", district="rieng", became=["a"], elsewhere=elsewhere),
    ]
    gazetteer = merged(former_communes=moved)
    whole = gazetteer.locate(Address(former_commune="di"))
    assert (names(gazetteer.units_today(whole)), whole.commune_is_undetermined) == (["xã Ngoài", "tỉnh Khác"], False)
    part = gazetteer.locate(Address(former_commune="nua"))
    assert (gazetteer.units_today(part), part.commune_is_undetermined) == ((), True)


def test_one_former_province_may_be_written_as_it_was_before() -> None:
    fields = {"province": {"name": "tỉnh Tây Ninh"}, "communes": []}
    old = Localities.model_validate({**fields, "former_province": {"name": "tỉnh Long An"}})
    new = Localities.model_validate({**fields, "former_provinces": [{"id": "long-an", "name": "tỉnh Long An"}]})
    assert old.provinces_before == new.provinces_before
    assert old.changed_on == new.changed_on == date(2025, 7, 1)

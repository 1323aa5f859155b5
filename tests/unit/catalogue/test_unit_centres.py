"""The unit whose centre stands for an address on the map, and distances as the crow flies."""

from typing import Any

import pytest

from ocop_site.catalogue.localities import Gazetteer
from ocop_site.catalogue.unit_centres import kilometres, unit_centre
from ocop_site.records.address import Address
from ocop_site.records.localities import Localities
from ocop_site.records.values.points import Point


def unit(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "code": "1", "name": name, **more}


GAZETTEER = Gazetteer(
    Localities.model_validate(
        {
            "province": {"name": "tỉnh Tây Ninh"},
            "former_provinces": [{"id": "long-an", "name": "tỉnh Long An"}],
            "changed_on": "2025-07-01",
            "districts": [unit("can-duoc", point=["10.5", "106.6"]), unit("no-centre")],
            "communes": [unit("my-le", point=["10.56", "106.57"]), unit("vague")],
            "former_communes": [
                unit("whole", district="can-duoc", became=["my-le"], point=["10.1", "106.1"]),
                unit("split", district="can-duoc", became=["my-le", "vague"]),
                unit("split-known", district="can-duoc", became=["my-le", "vague"], point=["10.2", "106.2"]),
                unit("split-nowhere", district="no-centre", became=["my-le", "vague"]),
            ],
        }
    )
)


@pytest.mark.parametrize(
    ("address", "kind", "seat", "is_former"),
    [
        ({"commune": "my-le"}, "communes", "my-le", False),
        ({"former_commune": "whole"}, "communes", "my-le", False),
        ({"former_commune": "split"}, "districts", "can-duoc", True),
        ({"former_commune": "split-known"}, "former_communes", "split-known", True),
        ({"former_commune": "split-nowhere"}, "former_communes", "split-nowhere", True),
        ({"former_district": "can-duoc"}, "districts", "can-duoc", True),
    ],
)
def test_an_address_is_shown_at_the_smallest_unit_that_is_sure(
    address: dict[str, str], kind: str, seat: str, is_former: bool
) -> None:
    found = unit_centre(GAZETTEER.locate(Address.model_validate(address)), GAZETTEER)
    assert found
    assert (found.kind, found.id, found.is_former) == (kind, seat, is_former)


@pytest.mark.parametrize("address", [{"commune": "vague"}, {"former_commune": "split-nowhere"}])
def test_a_unit_without_a_centre_is_named_and_not_drawn(address: dict[str, str]) -> None:
    found = unit_centre(GAZETTEER.locate(Address.model_validate(address)), GAZETTEER)
    assert found
    assert found.point is None


def test_the_point_of_an_address_is_never_asked_for() -> None:
    door = Address.model_validate({"commune": "my-le", "point": ["10.5601", "106.5702"]})
    commune = unit_centre(GAZETTEER.locate(Address(commune="my-le")), GAZETTEER)
    assert unit_centre(GAZETTEER.locate(door), GAZETTEER) == commune


@pytest.mark.parametrize(
    ("here", "there", "known"),
    [
        (Point(10.5476, 106.405), Point(10.5476, 106.405), 0),
        (Point(0, 0), Point(1, 0), 111.195),
        (Point(0, 0), Point(0, 180), 20015.115),
        (Point(60, 0), Point(60, 1), 55.5972),
        (Point(36.12, -86.67), Point(33.94, -118.4), 2886.45),
    ],
    ids=[
        "nowhere",
        "a degree of latitude",
        "to the antipodes",
        "half as far at 60 degrees",
        "Nashville to Los Angeles",
    ],
)
def test_a_distance_is_as_the_crow_flies(here: Point, there: Point, known: float) -> None:
    assert kilometres(here, there) == pytest.approx(known, abs=0.02)
    assert kilometres(there, here) == pytest.approx(kilometres(here, there))

"""By which names of places something is found: those of today and those of before."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.localities import Locality
from ocop_site.records.address import Address


def place_names(catalogue: Catalogue, address: Address) -> Iterator[str]:
    """Every name, in every language, of the units that an address lies in and lay in."""
    locality = catalogue.gazetteer.locate(address)
    for unit in (locality.commune, locality.former_commune, locality.district):
        if unit:
            yield from (words for _, words in unit.name)
    if locality.elsewhere:
        yield from elsewhere_names(catalogue, locality)
    yield from province_names(catalogue, locality)


def province_names(catalogue: Catalogue, locality: Locality) -> Iterator[str]:
    """Those of today's province, and of the former one that something lay in, if that is known or there was but one."""
    gazetteer = catalogue.gazetteer
    only = () if gazetteer.was_merged_of_several else gazetteer.former_provinces.values()
    former = (locality.former_province,) if locality.former_province else only
    for province in (gazetteer.localities.province, *former):
        yield from (words for _, words in province.name)


def elsewhere_names(catalogue: Catalogue, locality: Locality) -> Iterator[str]:
    """The names of the units of today in another province."""
    for name in catalogue.gazetteer.units_today(locality):
        yield from (words for _, words in name)


def former_names(catalogue: Catalogue, commune_id: str) -> Iterator[str]:
    """The names of the communes that one of today was made of, whole or in part."""
    for former in catalogue.gazetteer.predecessors[commune_id]:
        yield from (words for _, words in former.name)


def former_districts(catalogue: Catalogue, commune_id: str) -> Iterator[str]:
    """The names of the districts that a commune's land lay in."""
    for district in catalogue.gazetteer.districts_before(commune_id):
        yield from (words for _, words in district.name)


def former_provinces(catalogue: Catalogue, commune_id: str) -> Iterator[str]:
    """The names of the provinces that a commune's land lay in."""
    for province in catalogue.gazetteer.provinces_before(commune_id):
        yield from (words for _, words in province.name)

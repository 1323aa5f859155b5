"""By which names of places something is found: those of today and those of before."""

from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.address import Address


def place_names(catalogue: Catalogue, address: Address) -> Iterator[str]:
    """Every name, in every language, of the units that an address lies in and lay in."""
    locality = catalogue.gazetteer.locate(address)
    for unit in (locality.commune, locality.former_commune, locality.district):
        if unit:
            yield from (words for _, words in unit.name)
    yield from province_names(catalogue)


def province_names(catalogue: Catalogue) -> Iterator[str]:
    localities = catalogue.gazetteer.localities
    for province in (localities.province, localities.former_province):
        yield from (words for _, words in province.name)


def former_names(catalogue: Catalogue, commune_id: str) -> Iterator[str]:
    """The names of the communes that one of today was made of, whole or in part."""
    for former in catalogue.gazetteer.predecessors[commune_id]:
        yield from (words for _, words in former.name)


def former_districts(catalogue: Catalogue, commune_id: str) -> Iterator[str]:
    """The names of the districts that a commune's land lay in."""
    gazetteer = catalogue.gazetteer
    for district in dict.fromkeys(former.district for former in gazetteer.predecessors[commune_id]):
        yield from (words for _, words in gazetteer.districts[district].name)

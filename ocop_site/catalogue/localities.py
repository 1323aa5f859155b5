"""Places old and new: which commune of today an address lies in, and which district it lay in before 1 July 2025."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ocop_site.records.address import Address, PremisesAddress
from ocop_site.records.localities import Commune, District, FormerCommune, Localities
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product


@dataclass(frozen=True, slots=True)
class Locality:
    """What is known of where an address lies; None for what is not determined."""

    commune: Commune | None = None
    former_commune: FormerCommune | None = None
    district: District | None = None

    @property
    def commune_is_undetermined(self) -> bool:
        """The old unit is known and does not give the commune of today: it was split, or only the district is told."""
        return self.commune is None and (self.former_commune is not None or self.district is not None)


@dataclass(frozen=True)
class Gazetteer:
    """The units by id, and how they became one another."""

    localities: Localities

    @cached_property
    def communes(self) -> dict[str, Commune]:
        return {unit.id: unit for unit in self.localities.communes}

    @cached_property
    def districts(self) -> dict[str, District]:
        return {unit.id: unit for unit in self.localities.districts}

    @cached_property
    def former_communes(self) -> dict[str, FormerCommune]:
        return {unit.id: unit for unit in self.localities.former_communes}

    @cached_property
    def predecessors(self) -> dict[str, tuple[FormerCommune, ...]]:
        """The former communes that a commune of today was made of, whole or in part."""
        found: dict[str, list[FormerCommune]] = {commune: [] for commune in self.communes}
        for former in self.localities.former_communes:
            for commune in former.became:
                found[commune].append(former)
        return {commune: tuple(units) for commune, units in found.items()}

    def locate(self, address: Address) -> Locality:
        if address.former_commune:
            former = self.former_communes[address.former_commune]
            commune = self.communes[former.became[0]] if len(former.became) == 1 else None
            return Locality(commune, former, self.districts[former.district])
        if address.commune:
            return Locality(self.communes[address.commune], district=self._only_district(address.commune))
        return Locality(district=self.districts[address.former_district or ""])

    def _only_district(self, commune: str) -> District | None:
        """The district that all of a commune lay in, where it was one."""
        districts = {former.district for former in self.predecessors[commune]}
        return self.districts[districts.pop()] if len(districts) == 1 else None


def main_address(addresses: Iterable[PremisesAddress]) -> PremisesAddress | None:
    """Where a producer works: the workshop, else where things grow, else the shop, else the office."""
    order = ("workshop", "growing_area", None, "shop", "office")
    return min(addresses, key=lambda address: order.index(address.kind), default=None)


def address_of(product: Product, producer: Producer) -> Address | None:
    """Where a product is made: its own address, else its producer's."""
    return product.made_at or main_address(producer.addresses)

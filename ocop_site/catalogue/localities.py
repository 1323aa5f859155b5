"""Places old and new: which commune of today an address lies in, and where it lay before 1 July 2025."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ocop_site.frozen import frozen
from ocop_site.records.address import Address, PremisesAddress
from ocop_site.records.localities import Commune, District, Elsewhere, FormerCommune, FormerProvince, Localities
from ocop_site.records.people import Producer
from ocop_site.records.products.product import Product
from ocop_site.text.language import Text

Unit = Commune | FormerCommune | District | FormerProvince

Predecessor = FormerCommune | District
"""What a commune of today was made of: communes of before, or a district that had none."""


@frozen
class Locality:
    """What is known of where an address lies; None for what is not determined.

    `former_province` is None, too, where the province was not merged. `elsewhere` is where it lies in another province.
    """

    commune: Commune | None = None
    former_commune: FormerCommune | None = None
    district: District | None = None
    former_province: FormerProvince | None = None
    elsewhere: Elsewhere | None = None

    def __repr__(self) -> str:
        """By the ids of its units, which tell it whole: the units are those of the one list that a site has."""
        units = (self.commune, self.former_commune, self.district, self.former_province)
        return f"Locality({[unit.id if unit else None for unit in units]}, {self.elsewhere!r})"

    @property
    def commune_is_undetermined(self) -> bool:
        """The old unit is known and does not give the commune of today: it was split, or only the district is told."""
        is_told = self.former_commune is not None or self.district is not None
        return is_told and self.commune is None and self.elsewhere is None


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
    def former_provinces(self) -> dict[str, FormerProvince]:
        return {province.id: province for province in self.localities.provinces_before}

    @property
    def was_merged_of_several(self) -> bool:
        """Whether there is more than one former province, so that a name alone may not tell where something lay."""
        return len(self.former_provinces) > 1

    @cached_property
    def predecessors(self) -> dict[str, tuple[Predecessor, ...]]:
        """The units that a commune of today was made of, whole or in part."""
        found: dict[str, list[Predecessor]] = {commune: [] for commune in self.communes}
        units: tuple[Predecessor, ...] = (*self.localities.former_communes, *self.localities.districts)
        for former in units:
            for commune in former.became:
                found[commune].append(former)
        return {commune: tuple(units) for commune, units in found.items()}

    def locate(self, address: Address) -> Locality:
        if address.former_commune:
            former = self.former_communes[address.former_commune]
            district = self.districts[former.district]
            elsewhere = None if former.became else former.elsewhere
            return Locality(self._only_commune(former), former, district, self.former_province_of(district), elsewhere)
        if address.commune:
            return self._of_today[address.commune]
        district = self.districts[address.former_district or ""]
        return Locality(self._only_commune(district), None, district, self.former_province_of(district))

    def former_province_of(self, district: District) -> FormerProvince | None:
        """The former province that a district lay in; None where the province was not merged."""
        if district.province:
            return self.former_provinces.get(district.province)
        return None if self.was_merged_of_several else next(iter(self.former_provinces.values()), None)

    def districts_before(self, commune_id: str) -> tuple[District, ...]:
        """The districts that the land of a commune of today lay in."""
        units = (self._district_of(unit) for unit in self.predecessors[commune_id])
        return tuple({unit.id: unit for unit in units}.values())

    def provinces_before(self, commune_id: str) -> tuple[FormerProvince, ...]:
        """The former provinces that it lay in; where nothing is known of it, the one that there was."""
        if not self.predecessors[commune_id]:
            return () if self.was_merged_of_several else tuple(self.former_provinces.values())
        provinces = (self.former_province_of(district) for district in self.districts_before(commune_id))
        return tuple({province.id: province for province in provinces if province}.values())

    def units_today(self, locality: Locality) -> tuple[Text, ...]:
        """The names of the units that something lies in, the smallest first; none where the commune is not known."""
        if elsewhere := locality.elsewhere:
            return tuple(name for name in (elsewhere.commune, elsewhere.province) if name)
        return (locality.commune.name, self.localities.province.name) if locality.commune else ()

    def units_before(self, locality: Locality) -> tuple[Text, ...]:
        """The names of the units that it lay in, the smallest first; none where they tell nothing new."""
        units = tuple(unit.name for unit in (locality.former_commune, locality.district) if unit)
        today = self.localities.province.name
        province = locality.former_province.name if locality.former_province else today
        is_renamed = next(iter(province.words.values())) != next(iter(today.words.values()))
        return (*units, province) if units or is_renamed else ()

    def unit_before(self, locality: Locality) -> tuple[str, str] | None:
        """Kind and id of the smallest unit of before that is known."""
        if locality.former_commune:
            return "former_communes", locality.former_commune.id
        return ("districts", locality.district.id) if locality.district else None

    def name(self, kind: str, unit_id: str) -> Text:
        """A unit's name, as an address has it."""
        return self._units[kind][unit_id].name

    def label(self, kind: str, unit_id: str) -> Text:
        """The same, and behind it that of the larger unit it lay in where another of its kind has the same name."""
        name = self.name(kind, unit_id)
        if kind == "districts":
            province = self.former_province_of(self.districts[unit_id])
            return self._told_apart(kind, name, province.name) if province else name
        if kind == "former_communes":
            return self._told_apart(kind, name, self.label("districts", self.former_communes[unit_id].district))
        return name

    def labels(self, kind: str) -> Mapping[str, Text]:
        return {unit_id: self.label(kind, unit_id) for unit_id in self._units[kind]}

    def _told_apart(self, kind: str, name: Text, within: Text) -> Text:
        """In each language by itself, since marks tell apart what is one name without them."""
        whole, bearers = joined((name, within)), self._bearers[kind]
        alone = {language: words for language, words in name if bearers[language, words.casefold()] == 1}
        return Text({language: alone.get(language, words) for language, words in whole})

    @cached_property
    def _bearers(self) -> dict[str, Counter[tuple[str, str]]]:
        """How many units bear a name, by kind, then by language and name."""
        return {
            kind: Counter((language, words.casefold()) for unit in units.values() for language, words in unit.name)
            for kind, units in self._units.items()
        }

    @cached_property
    def _units(self) -> Mapping[str, Mapping[str, Unit]]:
        return {
            "communes": self.communes,
            "former_communes": self.former_communes,
            "districts": self.districts,
            "former_provinces": self.former_provinces,
        }

    @cached_property
    def _of_today(self) -> Mapping[str, Locality]:
        """That of each commune of today."""
        return {commune.id: self._in_commune(commune) for commune in self.localities.communes}

    def _in_commune(self, commune: Commune) -> Locality:
        """With the district and the former province that all of a commune lay in, where each was one."""
        districts = self.districts_before(commune.id)
        provinces = {self.former_province_of(district) for district in districts} if districts else {None}
        return Locality(
            commune,
            district=districts[0] if len(districts) == 1 else None,
            former_province=provinces.pop() if len(provinces) == 1 else None,
        )

    def _only_commune(self, former: Predecessor) -> Commune | None:
        """The commune of today that all of a unit became."""
        is_whole = len(former.became) == 1 and not (isinstance(former, FormerCommune) and former.elsewhere)
        return self.communes[former.became[0]] if is_whole else None

    def _district_of(self, unit: Predecessor) -> District:
        return unit if isinstance(unit, District) else self.districts[unit.district]


def joined(names: Iterable[Text]) -> Text:
    """Names of units in one line, the smallest first, in every language that the first of them has."""
    first, *larger = names
    return Text(
        {language: ", ".join((words, *(name.run(language).text for name in larger))) for language, words in first}
    )


def main_address(addresses: Iterable[PremisesAddress]) -> PremisesAddress | None:
    """Where a producer works: the workshop, else where things grow, else the shop, else the office."""
    order = ("workshop", "growing_area", None, "shop", "office")
    return min(addresses, key=lambda address: order.index(address.kind), default=None)


def address_of(product: Product, producer: Producer) -> Address | None:
    """Where a product is made: its own address, else its producer's."""
    return product.made_at or main_address(producer.addresses)

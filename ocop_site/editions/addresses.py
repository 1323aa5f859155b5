"""Where something is and when it is open, as pages tell it: addresses old and new, localities, directions, hours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from ocop_site.catalogue.localities import Locality, joined, main_address
from ocop_site.catalogue.showing import AnyAddress, MakerShowing
from ocop_site.editions.facets import Facets
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.facts import fact
from ocop_site.records.address import Address, PremisesAddress
from ocop_site.records.people import Producer
from ocop_site.records.values.opening_hours import OpeningHours
from ocop_site.text.language import Text, TextRun
from ocop_site.views import AddressLine, HoursLine

_DIRECTIONS = "https://www.google.com/maps/dir/?"
"""The one form that phones of every make hand to a map app and desktops open in a browser; `geo:` fails on most."""


def opening_hours(hours: OpeningHours | None) -> tuple[HoursLine, ...]:
    """Neighbouring days with the same hours are one line."""
    if hours is None:
        return ()
    found: list[HoursLine] = []
    for day, spans in enumerate(hours.days):
        if found and found[-1].spans == spans:
            found[-1] = replace(found[-1], last=day)
        else:
            found.append(HoursLine(day, day, spans))
    return tuple(found)


@dataclass(frozen=True, eq=False)
class Addresses:
    """Where something is, as an edition tells it."""

    localized: LocalizedCatalogue
    facets: Facets

    def of(self, address: Address, name: str) -> AddressLine:
        """An address old and new; `name` helps the visitor's map where no point is known."""
        geography = self.localized.catalogue.gazetteer
        locality = geography.locate(address)
        commune, district = locality.commune, locality.district
        today, before = geography.units_today(locality), geography.units_before(locality)
        return AddressLine(
            line=self.localized.maybe(address.line),
            today=tuple(self.localized.run(text) for text in today),
            before=tuple(self.localized.run(text) for text in before),
            changed_on=geography.localities.changed_on.isoformat(),
            undetermined=locality.commune_is_undetermined,
            directions=self._directions(address, name, today or before),
            leads_to=self._unit_at_the_end(address, today or before),
            commune=self.facets.link("communes", commune.id, commune.name) if commune else None,
            district=self.facets.link("districts", district.id, district.name) if district else None,
            kind=address.kind if isinstance(address, PremisesAddress) else None,
        )

    def of_producer(self, address: AnyAddress, producer_id: str) -> AddressLine:
        """A household's is its commune only; its map search then has no name of its own either."""
        showing = self.localized.catalogue.maker_showing(producer_id)
        return self._made_at(showing.address(address), producer_id, showing)

    def of_product(self, product_id: str) -> AddressLine | None:
        """Where a product is made, as far as that may be known."""
        product, showing = self.localized.catalogue.products[product_id], self.localized.catalogue.showing(product_id)
        if showing.address is None:
            return None
        if product.made_at is None:
            return self._of_maker(product.producer)
        return self._made_at(showing.address, product.producer, showing.maker)

    @fact
    def _of_maker(self, producer_id: str) -> AddressLine | None:
        """Where all is made that has no address of its own."""
        address = main_address(self.localized.catalogue.producers[producer_id].addresses)
        return self.of_producer(address, producer_id) if address else None

    def _made_at(self, address: Address, producer_id: str, showing: MakerShowing) -> AddressLine:
        producer, first = self.localized.catalogue.producers[producer_id], self.localized.catalogue.site.first_language
        return self.of(address, "" if showing.keeps_home else producer.name.run(first).text)

    def locality_name(self, locality: Locality | None) -> TextRun | None:
        """The smallest unit known: the commune of today, else the one of before, else the district, called former."""
        if locality is None:
            return None
        geography = self.localized.catalogue.gazetteer
        if locality.commune:
            return self.localized.run(locality.commune.name)
        if locality.elsewhere:
            return self.localized.run(joined(geography.units_today(locality)))
        if former := geography.unit_before(locality):
            run = self.localized.run(geography.label(*former))
            return TextRun(self.localized.words("localities.former", name=run.text), run.language)
        return None

    def locality_of(self, producer: Producer) -> TextRun | None:
        address = main_address(producer.addresses)
        return self.locality_name(self.localized.catalogue.gazetteer.locate(address)) if address else None

    def _unit_at_the_end(self, address: Address, units: Sequence[Text]) -> TextRun | None:
        return None if address.point or address.line or not units else self.localized.run(units[0])

    def _directions(self, address: Address, name: str, units: Sequence[Text]) -> str:
        """To the point, where one is known; never to a commune's centre, which is nobody's door."""
        if address.point:
            destination = f"{address.point.latitude},{address.point.longitude}"
        else:
            first = self.localized.catalogue.site.first_language
            parts = [name, *(unit.run(first).text for unit in ([address.line] if address.line else []) + [*units])]
            destination = ", ".join(part for part in parts if part)
        return _DIRECTIONS + urlencode({"api": 1, "destination": destination})

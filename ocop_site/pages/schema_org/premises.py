"""Producers and places for machines: schema.org Organization and LocalBusiness, with the care their pages take."""

from collections.abc import Iterable, Iterator

from ocop_site.editions.edition import Edition
from ocop_site.pages.schema_org.jsonld import Thing, one_or_all, thing
from ocop_site.views import AddressLine, Head, HoursLine, PlaceView, ProducerView

COUNTRY = "VN"
"""OCOP is a programme of Viet Nam (Decision 26/2026/QĐ-TTg)."""

_TYPES = {
    "showroom": "Store",
    "ocop_stall": "Store",
    "shop": "Store",
    "workshop": "LocalBusiness",
    "rest_stop": "LocalBusiness",
    "tourist_point": "TouristAttraction",
}
"""What schema.org calls each kind of place; a Store is a LocalBusiness."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def producer_id(edition: Edition, producer: str) -> str:
    """One id for all languages: the address in the site's first."""
    return _id(edition, "producers", producer)


def organization(edition: Edition, producer: str, view: ProducerView, head: Head) -> Thing:
    """The view's addresses and telephones are those that may be shown: of a household its commune alone."""
    return thing(
        "Organization",
        producer_id(edition, producer),
        name=view.name,
        alternateName=[run.text for run in (*view.other_names, *view.former_names)],
        legalName=view.registered_name,
        foundingDate=view.since,
        url=head.canonical,
        image=edition.pictures.address(edition.catalogue.producers[producer].photos),
        sameAs=view.contact.website,
        telephone=one_or_all(view.contact.phones),
        email=view.contact.email,
        address=[_postal(address) for address in view.addresses],
    )


def place(edition: Edition, place_id: str, view: PlaceView, head: Head) -> Thing:
    record = edition.catalogue.places[place_id]
    point = record.address.point if record.address else None
    return thing(
        _TYPES[view.kind],
        _id(edition, "places", place_id),
        name=view.name,
        alternateName=[run.text for run in view.other_names],
        url=head.canonical,
        image=edition.pictures.address(record.photos),
        telephone=one_or_all(view.phones),
        address=_postal(view.address) if view.address else None,
        geo=thing("GeoCoordinates", latitude=point.latitude, longitude=point.longitude) if point else None,
        openingHoursSpecification=list(_hours(view.hours)),
    )


def _postal(address: AddressLine) -> Thing:
    """As it is today; where the commune of today is not determined, as it was."""
    *units, province = (run.text for run in address.today or address.before)
    return thing(
        "PostalAddress",
        streetAddress=address.line.text if address.line else None,
        addressLocality=", ".join(units),
        addressRegion=province,
        addressCountry=COUNTRY,
    )


def _hours(hours: Iterable[HoursLine]) -> Iterator[Thing]:
    """A day that is not told is left out; one that is closed opens and closes at midnight, as Google reads it."""
    for line in hours:
        for day in _DAYS[line.first : line.last + 1]:
            for opens, closes in (("00:00", "00:00"),) if line.spans == () else line.spans or ():
                week_day = f"https://schema.org/{day}"
                yield thing("OpeningHoursSpecification", dayOfWeek=week_day, opens=opens, closes=closes)


def _id(edition: Edition, kind: str, record_id: str) -> str:
    path = edition.site_urls.path((kind, record_id), edition.catalogue.site.first_language)
    return f"{edition.site_urls.absolute(path)}#{kind}"

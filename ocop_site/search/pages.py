"""The pages that can be found beside the products: makers, places, articles, and lists by kind, door and place."""

from collections.abc import Iterator, Mapping

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.localities import Locality
from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.records.address import Address
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.search.entries import Rank, SearchEntry, Texts, each, names
from ocop_site.search.units import former_districts, former_names, former_provinces, place_names, province_names
from ocop_site.text.language import Text
from ocop_site.text.vietnamese import proper_name

LISTS = ("doors", "industries", "sets", "communes", "districts", "former_provinces")
"""Lists of products that have a name of their own."""


def page_entries(edition: Edition) -> Iterator[SearchEntry]:
    for kind in PAGE_KINDS:
        if kind != "products":
            yield from (_of_record(edition, kind, i) for i in edition.catalogue.of(kind))
    for kind in LISTS:
        yield from _of_lists(edition, kind)


def list_names(catalogue: Catalogue, kind: str) -> Mapping[str, Text]:
    """What the lists of a kind are of, by id."""
    match kind:
        case "doors":
            return {door_id: door.title for door_id, door in catalogue.doors.items()}
        case "industries":
            return {industry.id: industry.name for industry in catalogue.scheme.industries}
        case "sets":
            return {str(number): found.set.name for number, found in catalogue.sets.items()}
        case _:
            return catalogue.gazetteer.labels(kind)


@fact
def _of_record(edition: Edition, kind: str, record_id: str) -> SearchEntry:
    catalogue, title = edition.catalogue, edition.catalogue.title(kind, record_id)
    name = title if isinstance(title, Text) else Text({catalogue.site.first_language: title})
    called = _makers_names(catalogue, record_id) if kind == "producers" else names(name)
    about = _about(catalogue, kind, record_id, catalogue.of(kind)[record_id])
    return SearchEntry(kind, record_id, name, (*called, *about))


def _makers_names(catalogue: Catalogue, producer_id: str) -> Texts:
    """A maker is called by its brand; the whole of its name is another one."""
    name = catalogue.producers[producer_id].name
    brand = _brand(name.run(catalogue.site.first_language).text)
    if not brand:
        yield from names(name)
        return
    yield Rank.NAME, brand
    yield from each(Rank.OTHER_NAME, name)


def _brand(name: str) -> str:
    """What a maker is called for short, the capitals at the end: `Ngọc Lan` of `Cơ sở chế biến thực phẩm Ngọc Lan`."""
    words = name.split()
    start = len(words)
    while start and words[start - 1].istitle():
        start -= 1
    return " ".join(words[start:])


def _about(catalogue: Catalogue, kind: str, record_id: str, record: object) -> Texts:
    if kind == "producers":
        producer = catalogue.producers[record_id]
        yield from ((Rank.OTHER_NAME, name) for name in producer.former_names)
        if producer.registered_name and not catalogue.maker_showing(record_id).is_home:
            yield Rank.OTHER_NAME, producer.registered_name
        for address in producer.addresses:
            yield from ((Rank.PLACE, name) for name in place_names(catalogue, address))
    if isinstance(where := getattr(record, "address", None), Address):
        yield from ((Rank.PLACE, name) for name in place_names(catalogue, where))
    if isinstance(summary := getattr(record, "summary", None), Text):
        yield from each(Rank.TEXT, summary)


def _of_lists(edition: Edition, kind: str) -> Iterator[SearchEntry]:
    """A unit is called by its own name; its whole name, and those of what it was made of, are other names of it."""
    catalogue, labels = edition.catalogue, list_names(edition.catalogue, kind)
    for list_id in edition.facets.of(kind):
        name = catalogue.gazetteer.districts[list_id].name if kind == "districts" else labels[list_id]
        texts = list(names(Text({language: proper_name(words) for language, words in name})))
        texts += each(Rank.OTHER_NAME, name)
        texts += ((Rank.OTHER_NAME, former) for former in _made_of(catalogue, kind, list_id))
        texts += ((Rank.PLACE, larger) for larger in _lies_in(catalogue, kind, list_id))
        yield SearchEntry(kind, list_id, labels[list_id], tuple(texts))


def _made_of(catalogue: Catalogue, kind: str, list_id: str) -> Iterator[str]:
    return former_names(catalogue, list_id) if kind == "communes" else iter(())


def _lies_in(catalogue: Catalogue, kind: str, list_id: str) -> Iterator[str]:
    """The names of the larger units that a unit lies in and lay in."""
    gazetteer = catalogue.gazetteer
    if kind == "communes":
        yield from former_districts(catalogue, list_id)
        yield from (words for _, words in gazetteer.localities.province.name)
        yield from former_provinces(catalogue, list_id)
    elif kind == "districts":
        district = gazetteer.districts[list_id]
        yield from province_names(catalogue, Locality(None, None, district, gazetteer.former_province_of(district)))
    elif kind == "former_provinces":
        yield from (words for _, words in gazetteer.localities.province.name)

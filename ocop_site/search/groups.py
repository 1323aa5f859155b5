"""The products by what they share: kind, maker, place, season, use, stars, price. Search and filters ask these."""

from collections import defaultdict
from collections.abc import Iterator

from ocop_site.catalogue.localities import Locality
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.naming import suit_name
from ocop_site.facts import fact
from ocop_site.frozen import frozen
from ocop_site.search.entries import Rank
from ocop_site.search.pages import list_names
from ocop_site.search.products import searched
from ocop_site.search.units import elsewhere_names, province_names
from ocop_site.text.formats import month_name
from ocop_site.text.language import Text


@frozen
class SearchGroup:
    """Products (ids) that share something; `names` are the words by which they are found, as words of `rank`."""

    kind: str
    id: str
    products: tuple[str, ...]
    rank: Rank | None = None
    names: tuple[str, ...] = ()


def groups(editions: Editions) -> tuple[SearchGroup, ...]:
    """Those of one rank together, the best first; then those by which nothing is found."""
    catalogue = editions.default.catalogue
    members: dict[tuple[str, str], list[str]] = defaultdict(list)
    for product_id in catalogue.present:
        for key in searched(editions.default, product_id).groups:
            members[key].append(product_id)
    found = [_group(editions, kind, value, tuple(ids)) for (kind, value), ids in sorted(members.items())]
    return tuple(sorted(found, key=lambda group: len(Rank) if group.rank is None else group.rank))


_RANKS = {
    "sets": Rank.THING,
    "industries": Rank.THING,
    "producers": Rank.PRODUCER,
    "communes": Rank.PLACE,
    "former_communes": Rank.PLACE,
    "districts": Rank.PLACE,
    "provinces": Rank.PLACE,
    "former_provinces": Rank.PLACE,
    "elsewhere": Rank.PLACE,
    "seasons": Rank.TEXT,
    "suits": Rank.TEXT,
}


def _group(editions: Editions, kind: str, value: str, products: tuple[str, ...]) -> SearchGroup:
    return SearchGroup(kind, value, products, _RANKS.get(kind), tuple(_names(editions, kind, value)))


def _names(editions: Editions, kind: str, value: str) -> Iterator[str]:
    catalogue = editions.default.catalogue
    match kind:
        case "producers":
            yield from _names_of_maker(editions.default, value)
        case "sets":
            found = catalogue.sets[int(value)]
            yield from (*_words(found.set.name), *_words(found.group.name))
        case "communes" | "former_communes" | "districts" | "former_provinces":
            yield from _words(catalogue.gazetteer.name(kind, value))
        case "industries":
            yield from _words(list_names(catalogue, kind)[value])
        case "provinces":
            yield from province_names(catalogue, Locality())
        case "elsewhere":
            former = catalogue.gazetteer.former_communes[value]
            yield from elsewhere_names(catalogue, Locality(elsewhere=former.elsewhere))
        case "seasons":
            yield from (month_name(int(value), language) for language in editions)
        case "suits":
            yield from (suit_name(edition, value).text for edition in editions.values())


@fact
def _names_of_maker(edition: Edition, producer_id: str) -> tuple[str, ...]:
    producer = edition.catalogue.producers[producer_id]
    return *_words(producer.name), *producer.former_names


def _words(text: Text) -> Iterator[str]:
    return (words for _, words in text)

"""The products by what they share: kind, maker, place, season, use, stars, price. Search and filters ask these."""

from collections import defaultdict
from collections.abc import Iterator

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.localities import Locality
from ocop_site.catalogue.prices import affordable
from ocop_site.catalogue.suits import suits
from ocop_site.editions.edition import Editions
from ocop_site.editions.naming import suit_name
from ocop_site.frozen import frozen
from ocop_site.search.entries import Rank
from ocop_site.search.pages import list_names
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
        for key in dict.fromkeys(_keys(catalogue, product_id)):
            members[key].append(product_id)
    found = [_group(editions, kind, value, tuple(ids)) for (kind, value), ids in sorted(members.items())]
    return tuple(sorted(found, key=lambda group: len(Rank) if group.rank is None else group.rank))


def _keys(catalogue: Catalogue, product_id: str) -> Iterator[tuple[str, str]]:
    product, showing = catalogue.products[product_id], catalogue.showing(product_id)
    yield "producers", product.producer
    if product.set:
        yield "sets", str(product.set)
        yield "industries", catalogue.sets[product.set].industry.id
    if showing.stars is not None:
        kind = "recalled" if showing.is_recalled else "in_force" if showing.is_in_force else "told"
        yield kind, str(showing.stars)
    if locality := catalogue.locality(product_id):
        for kind, unit in (
            ("communes", locality.commune),
            ("former_communes", locality.former_commune),
            ("districts", locality.district),
        ):
            if unit:
                yield kind, unit.id
        yield "provinces", "province"
        if locality.former_province and catalogue.gazetteer.was_merged_of_several:
            yield "former_provinces", locality.former_province.id
        if locality.elsewhere and locality.former_commune:
            yield "elsewhere", locality.former_commune.id
    if showing.may_be_sold:
        yield from (("places", place_id) for place_id in _shelves(catalogue, product_id))
        yield from (("prices", str(most)) for most in affordable(product))
    if showing.may_be_recommended:
        yield from (("seasons", str(month)) for month in product.season)
        yield from (("suits", suit) for suit in suits(product, catalogue.today))


def _shelves(catalogue: Catalogue, product_id: str) -> Iterator[str]:
    """Where it is to be had: on a shelf and not out, or where a service takes place."""
    for place_id in catalogue.sold_at.get(product_id, ()):
        if any(stock.product == product_id and not stock.out for stock in catalogue.places[place_id].stock):
            yield place_id
    service = catalogue.products[product_id].service
    if service and service.place:
        yield service.place


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
            producer = catalogue.producers[value]
            yield from _words(producer.name)
            yield from producer.former_names
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


def _words(text: Text) -> Iterator[str]:
    return (words for _, words in text)

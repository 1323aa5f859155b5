"""What can be found, and by which words: the products.

What may be said of a product is what its `Showing` says. A spirit is found by what it is alone, its names and its kind;
what has left the catalogue by its code and barcodes.
"""

from collections.abc import Iterator
from enum import IntEnum

from ocop_site.catalogue.showing import Showing
from ocop_site.frozen import frozen
from ocop_site.records.products.product import Product
from ocop_site.records.values.identifiers import Code
from ocop_site.text.language import Text


class Rank(IntEnum):
    """Where a word stands, the best first."""

    NAME = 0
    TRANSLATION = 1
    OTHER_NAME = 2
    THING = 3
    PRODUCER = 4
    PLACE = 5
    TEXT = 6


class State(IntEnum):
    """What comes first of what is found alike."""

    IN_FORCE = 0
    TOLD = 1
    RECALLED = 2
    WITHDRAWN = 3


Texts = Iterator[tuple[Rank, str]]


@frozen
class SearchEntry:
    """A page that can be found by the texts of each rank; `name` is what it is called. A spirit is `is_restrained`."""

    kind: str
    id: str
    name: Text
    texts: tuple[tuple[Rank, str], ...]
    code: Code | None = None
    state: State = State.TOLD
    is_restrained: bool = False
    is_listed: bool = False


def code_parts(code: Code) -> tuple[str, int]:
    """The letters of a code and its number."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :])


def product_entry(product_id: str, product: Product, showing: Showing) -> SearchEntry:
    return SearchEntry(
        kind="products",
        id=product_id,
        name=product.name,
        texts=() if showing.withdrawn else tuple(_product_texts(product, showing)),
        code=product.code,
        state=_state(showing),
        is_restrained=showing.is_restrained,
        is_listed=showing.is_listed,
    )


def _product_texts(product: Product, showing: Showing) -> Texts:
    yield from names(product.name)
    yield from ((Rank.OTHER_NAME, name) for name in product.also_known_as)
    yield from ((Rank.OTHER_NAME, words) for pack in product.packs if pack.name for _, words in pack.name)
    if product.generic_name:
        yield from each(Rank.THING, product.generic_name)
    if not showing.is_restrained:
        yield from each(Rank.TEXT, product.summary)


def _state(showing: Showing) -> State:
    if showing.withdrawn:
        return State.WITHDRAWN
    if showing.is_recalled:
        return State.RECALLED
    return State.IN_FORCE if showing.is_in_force else State.TOLD


def names(name: Text) -> Texts:
    for number, (_, words) in enumerate(name):
        yield (Rank.TRANSLATION if number else Rank.NAME), words


def each(rank: Rank, text: Text) -> Texts:
    return ((rank, words) for _, words in text)

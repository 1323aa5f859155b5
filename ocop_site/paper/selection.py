"""Which products are to be printed: all that are listed, or those of a place, a producer, a set, or single codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import LeftOut, PaperUse
from ocop_site.problems import Mistake, nearest
from ocop_site.records.values.identifiers import Code
from ocop_site.text.vietnamese import collation_key


@dataclass(frozen=True, slots=True)
class Selection:
    """The products to be printed, by id, each once, in order; `left_out`: those that may not be, with the reasons."""

    products: tuple[str, ...]
    left_out: tuple[tuple[str, LeftOut], ...]


def select(catalogue: Catalogue, selectors: Iterable[str], use: PaperUse = PaperUse.LABEL) -> Selection:
    """The products of every selector, in the order of selectors, as far as they may be on such paper.

    A `Mistake` for a selector of nothing.
    """
    chosen = list(selectors)
    found = (
        [i for selector in chosen for i in _found(catalogue, selector)]
        if chosen
        else _by_name(catalogue, catalogue.listed)
    )
    ids = list(dict.fromkeys(found))
    reasons = {i: reason for i in ids if (reason := catalogue.showing(i).left_out(use))}
    return Selection(tuple(i for i in ids if i not in reasons), tuple(reasons.items()))


def place_of(catalogue: Catalogue, place: str) -> str:
    """The id of a place that is given as `place:ID` or as the id alone. A `Mistake` where there is none."""
    kind, _, name = place.rpartition(":")
    if kind not in ("", "place"):
        raise Mistake("labels.poster-kind", found=place)
    return _known(name, catalogue.places, "places")


def _found(catalogue: Catalogue, selector: str) -> list[str]:
    if found := list(_of(catalogue, selector)):
        return found
    if (place := catalogue.places.get(selector.removeprefix("place:"))) and place.stock:
        raise Mistake("labels.select-all-out", found=selector)
    raise Mistake("labels.select-empty", found=selector)


def _of(catalogue: Catalogue, selector: str) -> Iterator[str]:
    kind, _, name = selector.rpartition(":")
    match kind:
        case "place":
            yield from _stock(catalogue, _known(name, catalogue.places, "places"))
        case "producer":
            producer = _known(name, catalogue.producers, "producers")
            yield from _by_name(catalogue, catalogue.products_of.get(producer, ()))
        case "set":
            if name not in map(str, catalogue.sets):
                raise Mistake("labels.sets", found=name)
            here = (i for i in catalogue.present if str(catalogue.products[i].set) == name)
            yield from _by_name(catalogue, here)
        case "":
            codes = {product.code: i for i, product in catalogue.products.items()}
            yield codes[Code(_known(name.upper(), codes, "codes"))]
        case _:
            if near := nearest(kind, ("place", "producer", "set")):
                raise Mistake("labels.select-kind-near", found=selector, near=f"{near}:{name}")
            raise Mistake("labels.select-kind", found=selector)


def _known(name: str, known: Iterable[str], kind: str) -> str:
    names = list(known)
    if name in names:
        return name
    if near := nearest(name, names):
        raise Mistake(f"labels.{kind}-near", found=name, near=near)
    raise Mistake(f"labels.{kind}", found=name)


def _stock(catalogue: Catalogue, place_id: str) -> Iterator[str]:
    """Shelf by shelf, as somebody walks along them with the sheet."""
    stock = {s.product: s.shelf or "" for s in catalogue.places[place_id].stock if not s.out}
    here = _by_name(catalogue, (i for i in stock if i in catalogue.products))
    yield from sorted(here, key=lambda i: collation_key(stock[i]))


def _by_name(catalogue: Catalogue, ids: Iterable[str]) -> list[str]:
    first, products = catalogue.site.first_language, catalogue.products
    return sorted(ids, key=lambda i: (collation_key(products[i].name.run(first).text), i))

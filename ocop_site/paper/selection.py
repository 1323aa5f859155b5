"""Which products are to be printed: all that are listed, or those of a place, a producer, a set, or single codes."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import LeftOut, PaperUse
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake, nearest
from ocop_site.records.people import Producer
from ocop_site.records.place import Place, Stock
from ocop_site.records.products.product import Product
from ocop_site.records.values.identifiers import Code
from ocop_site.text.vietnamese import collation_key, fold, slug

Candidate = tuple[str, LeftOut | None]
"""A product that was asked for; where it is left out whatever the paper, the reason."""


@frozen
class Selection:
    """The products to be printed, by id, each once, in order; `left_out`: those that may not be, with the reasons."""

    products: tuple[str, ...]
    left_out: tuple[tuple[str, LeftOut], ...]


def select(catalogue: Catalogue, selectors: Iterable[str], use: PaperUse = PaperUse.LABEL) -> Selection:
    """The products of every selector, in the order of selectors, as far as they may be on such paper.

    What is left out is told with its reason, also where nothing was chosen: then all that are listed are printed.
    A `Mistake` for a selector of nothing.
    """
    chosen = list(selectors)
    found = [pair for selector in chosen for pair in _found(catalogue, selector)] if chosen else _listed(catalogue)
    reasons: dict[str, LeftOut] = {}
    for product_id, reason in found:
        if reason := reason or catalogue.showing(product_id).left_out(use):
            reasons.setdefault(product_id, reason)
    ids = dict.fromkeys(i for i, reason in found if reason is None and i not in reasons)
    return Selection(tuple(ids), tuple((i, reason) for i, reason in reasons.items() if i not in ids))


def place_of(catalogue: Catalogue, place: str) -> str:
    """The id of a place that is given as `place:ID` or as the id alone. A `Mistake` where there is none."""
    kind, _, name = place.rpartition(":")
    if kind not in ("", "place"):
        raise Mistake("labels.poster-kind", found=place)
    return _known(name, catalogue.places, "places")


def _listed(catalogue: Catalogue) -> list[Candidate]:
    """All that are listed; the others have no certificate to be listed for, have left, or are kept back."""
    listed = set(catalogue.listed)
    others = [i for i in catalogue.products if i not in listed]
    found = [*_by_name(catalogue, listed), *_by_name(catalogue, others)]
    return [(i, None if i in listed else _unlisted(catalogue, i)) for i in found] + _drafts(catalogue, catalogue.drafts)


def _unlisted(catalogue: Catalogue, product_id: str) -> LeftOut:
    return LeftOut.WITHDRAWN if catalogue.showing(product_id).withdrawn else LeftOut.UNCERTIFIED


def _drafts(catalogue: Catalogue, ids: Iterable[str]) -> list[Candidate]:
    return [(i, LeftOut.DRAFT) for i in sorted(ids) if i in catalogue.drafts]


def _found(catalogue: Catalogue, selector: str) -> list[Candidate]:
    if found := list(_of(catalogue, selector)):
        return found
    raise Mistake("labels.select-empty", found=selector)


def _of(catalogue: Catalogue, selector: str) -> Iterator[Candidate]:
    kind, _, name = selector.partition(":") if ":" in selector else ("", "", selector)
    match kind.strip():
        case "place":
            yield from _stock(catalogue, name.strip())
        case "producer":
            producer = _known(name.strip(), catalogue.producers, "producers")
            yield from _all_of(catalogue, lambda product: product.producer == producer)
        case "set":
            if name.strip() not in map(str, catalogue.sets):
                raise Mistake("labels.sets", found=name)
            yield from _all_of(catalogue, lambda product: str(product.set) == name.strip())
        case "":
            yield _coded(catalogue, selector)
        case _:
            if near := nearest(kind, ("place", "producer", "set")):
                raise Mistake("labels.select-kind-near", found=selector, near=f"{near}:{name}")
            raise Mistake("labels.select-kind", found=selector)


def _coded(catalogue: Catalogue, selector: str) -> Candidate:
    """A product by its code; what else is written alone is often the name or the id of something."""
    every = {product.code: i for i, product in (*catalogue.products.items(), *catalogue.drafts.items())}
    code = selector.strip().upper()
    if code not in every and (near := _called(catalogue, selector)):
        raise Mistake("labels.select-kind-near", found=selector, near=near)
    product_id = every[Code(_known(code, every, "codes"))]
    return product_id, None if product_id in catalogue.products else LeftOut.DRAFT


def _called(catalogue: Catalogue, written: str) -> str | None:
    """How what has this id or name is selected; None where nothing has it."""
    words = slug(written)
    things: list[tuple[str, str, Place | Producer | Product]] = []
    things += [(f"place:{i}", i, place) for i, place in catalogue.places.items()]
    things += [(f"producer:{i}", i, producer) for i, producer in catalogue.producers.items()]
    things += [(product.code, i, product) for i, product in catalogue.products.items()]
    names = ((near, [thing_id, *map(slug, thing.name.words.values())]) for near, thing_id, thing in things)
    return next((near for near, called in names if words in called), None)


def _all_of(catalogue: Catalogue, is_chosen: Callable[[Product], bool]) -> Iterator[Candidate]:
    """Those that have left among them: they are told as left out."""
    here = [i for i, product in catalogue.products.items() if is_chosen(product)]
    yield from ((i, None) for i in _by_name(catalogue, here))
    yield from _drafts(catalogue, (i for i, product in catalogue.drafts.items() if is_chosen(product)))


def _known(name: str, known: Iterable[str], kind: str) -> str:
    names = list(known)
    if name in names:
        return name
    if near := nearest(name, names):
        raise Mistake(f"labels.{kind}-near", found=name, near=near)
    raise Mistake(f"labels.{kind}", found=name)


def _stock(catalogue: Catalogue, name: str) -> Iterator[Candidate]:
    """`ID` or `ID/SHELF`: shelf by shelf, as somebody walks along them with the sheet."""
    place_name, slash, shelf = name.partition("/")
    place = catalogue.places[_known(place_name.strip(), catalogue.places, "places")]
    lines = _on_shelf(place, shelf, name) if slash else place.stock
    shelves = {line.product: line.shelf or "" for line in lines if not line.out}
    here = _by_name(catalogue, (i for i in shelves if i in catalogue.products))
    yield from ((i, None) for i in sorted(here, key=lambda i: collation_key(shelves[i])))
    yield from ((line.product, LeftOut.OUT_OF_STOCK) for line in lines if line.product not in shelves)
    yield from _drafts(catalogue, shelves)


def _on_shelf(place: Place, shelf: str, name: str) -> Sequence[Stock]:
    """The stock of a shelf: the one that is written just so, else those that differ by case, marks or spaces alone."""
    exact = [line for line in place.stock if line.shelf and _plain(line.shelf) == _plain(shelf)]
    found = exact or [line for line in place.stock if line.shelf and fold(_plain(line.shelf)) == fold(_plain(shelf))]
    if not found:
        known = sorted({line.shelf for line in place.stock if line.shelf}, key=collation_key)
        raise Mistake("labels.shelf" if known else "labels.no-shelf", found=name, known=", ".join(known))
    return found


def _plain(shelf: str) -> str:
    return unicodedata.normalize("NFC", " ".join(shelf.split()))


def _by_name(catalogue: Catalogue, ids: Iterable[str]) -> list[str]:
    first, products = catalogue.site.first_language, catalogue.products
    return sorted(ids, key=lambda i: (collation_key(products[i].name.run(first).text), i))

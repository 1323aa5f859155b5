"""Which products are to be printed: all that are listed, or those of a place, a producer, a set, or single codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ocop_site.catalogue.care import may_be_promoted
from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.problems import Mistake, nearest
from ocop_site.text.vietnamese import collation_key


class LeftOut(StrEnum):
    """Why a product that was asked for is not printed."""

    WITHDRAWN = "withdrawn"
    SPIRIT = "spirit"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Selection:
    """`products` by id, each once, in the order to be printed; what is left out is told with its reason."""

    products: tuple[str, ...]
    left_out: tuple[tuple[str, LeftOut], ...]


def select(
    catalogue: Catalogue, wishes: Iterable[str], *, promoting: bool = False, keeps_spirits: bool = False
) -> Selection:
    """The products of every wanted, in the order of wishes. A `Mistake` for a wanted of nothing.

    `promoting`: on what recommends; `keeps_spirits`: where they may stand plainly, with the law's warning.
    """
    asked = list(wishes)
    wanted = (
        [i for wanted in asked for i in _found(catalogue, wanted)] if asked else _by_name(catalogue, catalogue.listed)
    )
    ids = list(dict.fromkeys(wanted))
    reasons = {i: reason for i in ids if (reason := _reason(catalogue, i, promoting, keeps_spirits))}
    return Selection(tuple(i for i in ids if i not in reasons), tuple(reasons.items()))


def place_of(catalogue: Catalogue, wanted: str) -> str:
    """The id of a place told as `place:ID`, or as the id alone."""
    kind, _, name = wanted.rpartition(":")
    if kind not in ("", "place"):
        raise Mistake("labels.poster-kind", found=wanted)
    return _known(name, catalogue.places, "places")


def _found(catalogue: Catalogue, wanted: str) -> list[str]:
    if found := list(_of(catalogue, wanted)):
        return found
    raise Mistake("labels.select-empty", found=wanted)


def _of(catalogue: Catalogue, wanted: str) -> Iterator[str]:
    kind, _, name = wanted.rpartition(":")
    match kind:
        case "place":
            yield from _stock(catalogue, _known(name, catalogue.places, "places"))
        case "producer":
            producer = _known(name, catalogue.producers, "producers")
            yield from _by_name(catalogue, catalogue.products_of.get(producer, ()))
        case "set":
            if name not in map(str, catalogue.sets):
                raise Mistake("labels.sets", found=name)
            here = (i for i, p in catalogue.products.items() if str(p.set) == name and not p.withdrawn)
            yield from _by_name(catalogue, here)
        case "":
            codes = {product.code: i for i, product in catalogue.products.items()}
            yield codes[_known(name.upper(), codes, "codes")]
        case _:
            if near := nearest(kind, ("place", "producer", "set")):
                raise Mistake("labels.select-kind-near", found=wanted, near=f"{near}:{name}")
            raise Mistake("labels.select-kind", found=wanted)


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


def _reason(catalogue: Catalogue, product_id: str, promoting: bool, keeps_spirits: bool) -> LeftOut | None:
    product = catalogue.products[product_id]
    if product.withdrawn:
        return LeftOut.WITHDRAWN
    if promoting and not keeps_spirits and _has_spirits(catalogue, product_id):
        return LeftOut.SPIRIT
    return LeftOut.NOTICE if promoting and catalogue.notices_of(product_id) else None


def _has_spirits(catalogue: Catalogue, product_id: str) -> bool:
    """It is one, or a gift box with one in it."""
    product, care = catalogue.products[product_id], catalogue.scheme.care
    held = (i for i in product.contains if i in catalogue.products)
    return not may_be_promoted(product, care) or any(map(catalogue.is_spirit, held))

"""What every code and barcode that was ever given out leads to now."""

from collections.abc import Mapping

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.ledgers import GivenCode, Published, PublishedLedger
from ocop_site.records.values.identifiers import AnyIdentifier, Code, Gtin


def resolve(ledger: PublishedLedger, kind: str, record_id: str) -> str:
    """Where an id leads now, along its moves."""
    by_kind: Mapping[str, Mapping[str, Published]] = dict(ledger.records.items())
    known = by_kind.get(kind, {})
    seen: set[str] = set()
    while record_id not in seen and (entry := known.get(record_id)) and entry.moved:
        seen.add(record_id)
        record_id = entry.moved
    return record_id


def may_be_renamed(catalogue: Catalogue, old: str, new: str) -> bool:
    """Whether a product's file may have become another: its new name was no product's before, unless it was its own."""
    published = catalogue.published
    is_known = new in published.records.get("products", {}) or any(g.product == new for g in catalogue.codes.values())
    return not is_known or resolve(published, "products", new) == old


def usurped(codes: Mapping[Code, GivenCode], old: str, target: str, code: Code) -> Code | None:
    """The code of `old` where `target`, which bears `code`, is another product: it had a code while `old` had its own.

    A file that was renamed bears one of its old codes, or one that the ledger does not know yet.
    """
    kept = [key for key, given in codes.items() if given.product == old]
    return kept[0] if kept and code in codes and codes[code].product == target else None


def codes_of(catalogue: Catalogue) -> Mapping[Code, str]:
    """The product of each code ever given, in the codes' order; a product whose code changed has several."""
    borne = {product.code: i for i, product in catalogue.products.items()}
    return _leading(catalogue, catalogue.codes, borne)


def gtins_of(catalogue: Catalogue) -> Mapping[Gtin, str]:
    """The product of each GTIN (fourteen digits) that a pack of it has or had."""
    borne = {pack.gtin.padded: i for i, product in catalogue.products.items() for pack in product.packs if pack.gtin}
    return _leading(catalogue, catalogue.gtins, borne)


def _leading(
    catalogue: Catalogue, given: Mapping[AnyIdentifier, GivenCode], borne: Mapping[AnyIdentifier, str]
) -> Mapping[AnyIdentifier, str]:
    """Those of the ledger and those that it does not know yet; only a catalogue with mistakes has one that is lost."""
    led = {key: resolve(catalogue.published, "products", line.product) for key, line in given.items()}
    return {key: i for key, i in sorted({**led, **borne}.items()) if i in catalogue.products}

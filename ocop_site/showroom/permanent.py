"""What every code and barcode that was ever given out leads to now."""

from collections.abc import Mapping

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.records.fields import padded
from ocop_site.records.ledgers import GivenCode, PublishedLedger


def resolve(ledger: PublishedLedger, kind: str, record_id: str) -> str:
    """Where an id leads now, along its moves."""
    known = {str(of): entries for of, entries in ledger.records.items()}.get(kind, {})
    seen: set[str] = set()
    while record_id not in seen and (entry := known.get(record_id)) and entry.moved:
        seen.add(record_id)
        record_id = entry.moved
    return record_id


def may_be_renamed(ledger: PublishedLedger, old: str, new: str) -> bool:
    """Whether a product's file may have become another: its new name was no product's before, unless it was its own."""
    return new not in ledger.records.get("products", {}) or resolve(ledger, "products", new) == old


def codes_of(catalogue: Catalogue) -> Mapping[str, str]:
    """The product of each code ever given, in the codes' order; a product whose code changed has several."""
    borne = {product.code: i for i, product in catalogue.products.items()}
    return _leading(catalogue, catalogue.codes, borne)


def gtins_of(catalogue: Catalogue) -> Mapping[str, str]:
    """The product of each GTIN (fourteen digits) that a pack of it has or had."""
    borne = {padded(pack.gtin): i for i, product in catalogue.products.items() for pack in product.packs if pack.gtin}
    return _leading(catalogue, catalogue.gtins, borne)


def _leading(catalogue: Catalogue, given: Mapping[str, GivenCode], borne: Mapping[str, str]) -> Mapping[str, str]:
    """Those of the ledger and those that it does not know yet; only a catalogue with mistakes has one that is lost."""
    led = {key: resolve(catalogue.published, "products", line.product) for key, line in given.items()}
    return {key: i for key, i in sorted({**led, **borne}.items()) if i in catalogue.products}

"""The ledger of codes and barcodes against the products: none leads nowhere, none to another product than before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import is_draft
from ocop_site.codes.resolve import may_be_renamed, resolve
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Problem
from ocop_site.records.base import FieldPath
from ocop_site.records.ledgers import GivenCode
from ocop_site.records.products.product import Product
from ocop_site.records.values.identifiers import Code, Gtin, Identifier, codes_from


def check_codes(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    audit = _Audit(records, catalogue)
    for product_id in catalogue.products:
        yield from audit.claims(records.of("products")[product_id])
    yield from audit.lost()


def forgotten(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """The products that were published, and whose code has no line any more."""
    audit = _Audit(records, catalogue)
    for product_id in catalogue.products:
        for problem in audit.claims(records.of("products")[product_id]):
            if problem.code == "ledger.code-forgotten":
                yield problem


@dataclass(frozen=True)
class _Audit:
    records: Records
    catalogue: Catalogue

    @cached_property
    def owners(self) -> Mapping[Identifier, str]:
        """The product that each line of the ledger leads to, whether it is there or not."""
        codes, published = (self.records.of(kind).get(kind) for kind in ("codes", "published"))
        if codes is None:
            return {}
        return codes.notes.kept("owners", published.digest if published else "", self._owners)

    def _owners(self) -> Mapping[Identifier, str]:
        given: dict[Identifier, GivenCode] = dict([*self.catalogue.codes.items(), *self.catalogue.gtins.items()])
        return {key: resolve(self.catalogue.published, "products", each.product) for key, each in given.items()}

    @cached_property
    def free(self) -> Iterator[Code]:
        """Codes that nobody ever had, to be proposed one after the other."""
        return codes_from(self.records.next_code)

    def claims(self, shaped: Shaped[Product]) -> Iterator[Problem]:
        """What a product says it bears is its own."""
        for path, key in shaped.notes.kept("identifiers", None, lambda: tuple(identifiers(shaped.record))):
            kind = "gtin" if isinstance(key, Gtin) else "code"
            owner = self.owners.get(key)
            if owner is None:
                yield from () if is_draft(shaped.record) else self._missing(shaped, path, key)
            elif owner != shaped.entry.id and not self._is_borne_by(owner, key):
                told = self._not_its_own(kind, owner, shaped.entry.id)
                details = {"id": shaped.entry.id, "other": owner, "place": self._place(key), "free": next(self.free)}
                yield shaped.problem(told, path, found=key, **details)

    def _is_borne_by(self, owner: str, key: Identifier) -> bool:
        """Whether a code's owner bears it too: then it is there twice, which is told of the products."""
        product = self.catalogue.products.get(owner)
        return product is not None and not isinstance(key, Gtin) and product.code == key

    def lost(self) -> Iterator[Problem]:
        """Lines whose product is not there; its barcodes are not told beside its code."""
        products = self.catalogue.products
        lost = {key: owner for key, owner in self.owners.items() if owner not in products}
        worn = {key for product in products.values() for _, key in identifiers(product)} if lost else ()
        told: set[str] = set()
        for key, owner in lost.items():
            if key in worn or (isinstance(key, Gtin) and owner in told):
                continue
            told.add(owner)
            yield self._lost(key, owner)

    def _not_its_own(self, kind: str, owner: str, product_id: str) -> str:
        if owner in self.catalogue.products or self._has_ended(owner):
            return f"ledger.{kind}-taken"
        is_free = may_be_renamed(self.catalogue, owner, product_id)
        return f"ledger.{kind}-renamed" if is_free else "ledger.name-reused"

    def _missing(self, shaped: Shaped[Product], path: FieldPath, key: Identifier) -> Iterator[Problem]:
        """Not in the ledger: new, or written wrong where the product has another code already."""
        before = [
            code for code, owner in self.owners.items() if owner == shaped.entry.id and not isinstance(code, Gtin)
        ]
        if isinstance(key, Gtin):
            yield shaped.problem("ledger.gtin-missing", path, found=key)
        elif before:
            details = {"found": key, "given": before[-1], "place": self._place(before[-1])}
            yield shaped.problem("ledger.code-changed", path, **details)
        elif known := self.catalogue.published.records.get("products", {}).get(shaped.entry.id):
            line = f"{key}: {{product: {shaped.entry.id}, published: {known.since}}}"
            yield shaped.problem("ledger.code-forgotten", path, found=key, since=known.since, line=line)
        else:
            yield shaped.problem("ledger.code-missing", path, found=key, product=shaped.entry.id)

    def _lost(self, key: Identifier, owner: str) -> Problem:
        if owner in self.catalogue.drafts:
            written = self.records.of("products")[owner]
            return self._at(key, "ledger.code-draft", owner, str(written.entry.location(("draft",))))
        if self._has_ended(owner):
            line = self.records.of("published")["published"].entry.location(("records", "products", owner))
            return self._at(key, "ledger.code-ended", owner, str(line))
        return self._at(key, "ledger.code-lost", owner)

    def _has_ended(self, product_id: str) -> bool:
        entry = self.catalogue.published.records.get("products", {}).get(product_id)
        return bool(entry and entry.ended)

    def _at(self, key: Identifier, code: str, owner: str, place: str = "") -> Problem:
        ledger: Shaped[Any] = self.records.of("codes")["codes"]
        return ledger.problem(code, ("codes", key), found=key, product=owner, place=place)

    def _place(self, key: Identifier) -> str:
        return str(self.records.of("codes")["codes"].entry.location((key,)))


def identifiers(product: Product) -> Iterator[tuple[FieldPath, Identifier]]:
    """The code and barcodes that a record has today, and where it says so."""
    yield ("code",), product.code
    for index, pack in enumerate(product.packs):
        if pack.gtin:
            yield ("packs", index, "gtin"), pack.gtin.padded

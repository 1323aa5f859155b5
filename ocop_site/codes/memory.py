"""The ledgers against what is known of them elsewhere: the last commit, the published folder, and one another.

Whoever loses a line, shortens it or leads it elsewhere is told, even where nothing else is left that bears the code.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.codes.audit import identifiers
from ocop_site.codes.resolve import resolve
from ocop_site.content.last_commit import committed
from ocop_site.content.read import read_bytes
from ocop_site.content.shape import Records, shape
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.ledgers import LEDGERS, Codes, GivenCode, PublishedLedger
from ocop_site.records.values.identifiers import Gtin, Identifier

MOST_NAMED = 5
"""Lost lines that are called by their names; there may be hundreds, and one command brings all of them back."""


def check_last_commit(records: Records, catalogue: Catalogue, content: Path) -> Iterator[Problem]:
    """What the last commit has in its ledgers and these have no more. What the commit itself changed is settled."""
    memory = _Memory(records, catalogue, content)
    if codes := memory.of("codes"):
        yield from memory.codes(codes)
    if published := memory.of("published"):
        yield from memory.published(published)


def check_one_another(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """A ledger that is gone altogether, while the other one still tells of what was given out."""
    if catalogue.published.records.get("products") and not records.of("codes"):
        yield Problem("ledger.codes-gone", Location(_beside(records, "codes.yaml")))
    given = [*catalogue.codes.values(), *catalogue.gtins.values()]
    if any(each.printed for each in given) and not records.of("published"):
        yield Problem("ledger.published-gone", Location(_beside(records, "published.yaml")))


@dataclass(frozen=True)
class _Memory:
    records: Records
    catalogue: Catalogue
    content: Path

    @cached_property
    def _committed(self) -> Mapping[str, bytes | None]:
        return dict(zip(LEDGERS, committed(self.content, *(f"{kind}.yaml" for kind in LEDGERS)), strict=True))

    def of(self, kind: str) -> Any:
        """A ledger of the last commit as a record; None where there is none that can be read."""
        raw = self._committed[kind]
        if raw is None or (kind, kind) in self.records.broken:
            return None
        read = shape(read_bytes(raw, kind, f"{kind}.yaml"), tuple(self.catalogue.site.languages))
        found = read.of(kind).get(kind)
        return found.record if found else None

    def codes(self, before: Codes) -> Iterator[Problem]:
        now: Mapping[Identifier, GivenCode] = dict([*self.catalogue.codes.items(), *self.catalogue.gtins.items()])
        yield from self.lost("codes", [str(key) for key in before.codes if key not in now])
        for key, old in before.codes.items():
            if key in now:
                yield from self.shortened(key, old, now[key])
                yield from self.swapped(key, old, now[key])

    def shortened(self, key: Identifier, old: GivenCode, new: GivenCode) -> Iterator[Problem]:
        """A later print tells anew of stars and their day; addresses are never forgotten."""
        gone = []
        if old.printed and (new.printed is None or new.printed < old.printed):
            gone.append("printed")
        if old.printed == new.printed:
            gone += [name for name in ("stars", "claim") if getattr(old, name) != getattr(new, name)]
        if not set(old.addresses) <= set(new.addresses):
            gone.append("addresses")
        if old.published != new.published:
            gone.append("published")
        if gone:
            fields = ", ".join(f"{name}: {_said(getattr(old, name))}" for name in gone)
            yield self.at("codes", (str(key),), "ledger.line-shortened", found=key, fields=fields)

    def swapped(self, key: Identifier, old: GivenCode, new: GivenCode) -> Iterator[Problem]:
        """What a barcode is printed on says whose it is: such a line may be corrected to the product that bears it."""
        before, now = (resolve(self.catalogue.published, "products", each.product) for each in (old, new))
        if before != now:
            is_corrected = isinstance(key, Gtin) and key in self.borne.get(now, ())
            severity = Severity.WARNING if is_corrected else Severity.ERROR
            details = {"found": key, "before": old.product, "now": new.product}
            yield self.at("codes", (str(key),), "ledger.line-swapped", severity, **details)

    @property
    def borne(self) -> Mapping[str, set[Identifier]]:
        return {i: {key for _, key in identifiers(product)} for i, product in self.catalogue.products.items()}

    def published(self, before: PublishedLedger) -> Iterator[Problem]:
        now = self.catalogue.published
        known = {f"{kind}/{i}" for kind, ids in now.records.items() for i in ids}
        yield from self.lost(
            "published",
            [f"{kind}/{i}" for kind, ids in before.records.items() for i in ids if f"{kind}/{i}" not in known],
        )
        for kind, ids in before.records.items():
            for record_id in ids:
                if record_id in now.records.get(kind, {}):
                    yield from self.moved_elsewhere(before, kind, record_id)
        if self.records.of("published"):
            yield from self.words(before)

    def moved_elsewhere(self, before: PublishedLedger, kind: str, record_id: str) -> Iterator[Problem]:
        """An address that led to one record leads to another; one that has its record back leads to itself."""
        now, path = self.catalogue.published, ("records", kind, record_id)
        old, new = resolve(before, kind, record_id), resolve(now, kind, record_id)
        if record_id not in self.catalogue.of(kind) and resolve(now, kind, old) != new:
            yield self.at("published", path, "ledger.move-swapped", id=record_id, before=old, now=new)
        if before.records[kind][record_id].since != now.records[kind][record_id].since:
            fields = f"since: {before.records[kind][record_id].since}"
            yield self.at("published", path, "ledger.line-shortened", found=record_id, fields=fields)

    def words(self, before: PublishedLedger) -> Iterator[Problem]:
        for language, kinds in before.words.items():
            now = self.catalogue.published.words.get(language, {})
            for kind, words in kinds.items():
                if lost := [word for word in words if word not in now.get(kind, ())]:
                    path = ("words", language, kind)
                    yield self.at("published", path, "ledger.words-lost", words=", ".join(lost), of=kind)

    def lost(self, kind: str, names: Iterable[str]) -> Iterator[Problem]:
        lost = list(names)
        if lost:
            named = ", ".join(lost[:MOST_NAMED]) + (" ..." if len(lost) > MOST_NAMED else "")
            file = _beside(self.records, f"{kind}.yaml")
            yield Problem("ledger.lines-lost", Location(file), {"count": len(lost), "lines": named, "file": file})

    def at(
        self, kind: str, path: tuple[str, ...], code: str, severity: Severity = Severity.ERROR, **details: Any
    ) -> Problem:
        entry = self.records.of(kind)[kind].entry
        return entry.problem(code, path, severity=severity, file=entry.file, **details)


def _beside(records: Records, name: str) -> str:
    """A file of the content as people call it, whether it is there or not."""
    return f"{records.of('site')['site'].entry.file.rpartition('/')[0]}/{name}"


def _said(value: object) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else str(value)

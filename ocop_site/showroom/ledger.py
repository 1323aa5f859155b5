"""The ledgers against the catalogue: no code leads nowhere, nothing published disappears without a word.

A build only reads them; the command `ledger` writes what is new.
"""

from collections.abc import Iterator
from typing import Any, get_args

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Place, Problem
from ocop_site.records.base import Path
from ocop_site.records.ledgers import Published, PublishedLedger, RecordKind
from ocop_site.records.site import Site

RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)


def check_ledgers(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    if not catalogue.codes and not catalogue.published.records and catalogue.products:
        yield Problem("ledger.none", _file(records, "site"))
        return
    yield from _codes(records, catalogue)
    yield from _published(records, catalogue)
    yield from _words(records, catalogue)


def current_words(site: Site) -> dict[str, dict[str, str]]:
    """The address words in use, by language, of the kinds that the ledger remembers."""
    return {
        language: {kind: spec.addresses[kind] for kind in RECORD_KINDS} for language, spec in site.languages.items()
    }


def resolve(ledger: PublishedLedger, kind: str, record_id: str) -> str:
    """Where an id leads now, along its moves."""
    known = {str(of): entries for of, entries in ledger.records.items()}.get(kind, {})
    seen: set[str] = set()
    while record_id not in seen and (entry := known.get(record_id)) and entry.moved:
        seen.add(record_id)
        record_id = entry.moved
    return record_id


def _codes(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    owners = {product.code: i for i, product in catalogue.products.items()}
    for code, product_id in owners.items():
        shaped = records.of("products")[product_id]
        if shaped.record.draft and code not in catalogue.codes:
            continue
        given = catalogue.codes.get(code)
        if given is None:
            yield shaped.problem("ledger.code-missing", ("code",), found=code)
        elif resolve(catalogue.published, "products", given.product) != product_id:
            place = str(_ledger(records, "codes").entry.place((code,)))
            told = "ledger.code-taken" if given.product in catalogue.products else "ledger.code-renamed"
            yield shaped.problem(told, ("code",), found=code, other=given.product, place=place)
    for code, given in catalogue.codes.items():
        if code not in owners:
            yield _at(records, "codes", (code,), "ledger.code-lost", found=code, product=given.product)


def _published(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    for kind in RECORD_KINDS:
        present, known = getattr(catalogue, kind), catalogue.published.records.get(kind, {})
        for record_id in present:
            if record_id not in known and not _is_draft(present[record_id]):
                place = Place(catalogue.files[(kind, record_id)], 1, 1)
                yield Problem("ledger.record-missing", place, {"id": record_id})
        for record_id, entry in known.items():
            yield from _known_record(records, present, kind, record_id, entry)


def _known_record(records: Records, present: Any, kind: str, record_id: str, entry: Published) -> Iterator[Problem]:
    path: Path = ("records", kind, record_id)
    ended = entry.moved or entry.ended
    if record_id in present and ended:
        yield _at(records, "published", path, "ledger.ended-is-there", id=record_id)
    elif record_id not in present and not ended:
        yield _at(records, "published", path, "ledger.record-lost", id=record_id, kind=kind)
    elif entry.moved:
        target = resolve(_ledger(records, "published").record, kind, record_id)
        if target not in present:
            yield _at(records, "published", (*path, "moved"), "ledger.moved-nowhere", id=record_id, target=target)


def _words(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    known = catalogue.published.words
    for language, words in current_words(catalogue.site).items():
        for kind, word in words.items():
            if word not in known.get(language, {}).get(kind, ()):
                path: Path = ("languages", language, "addresses", kind)
                yield records.of("site")["site"].problem("ledger.word-missing", path, word=word)


def _is_draft(record: Any) -> bool:
    return bool(getattr(record, "draft", False))


def _at(records: Records, ledger: str, path: Path, code: str, **details: Any) -> Problem:
    return _ledger(records, ledger).problem(code, path if ledger == "published" else ("codes", *path), **details)


def _ledger(records: Records, kind: str) -> Shaped[Any]:
    shaped: Shaped[Any] = records.of(kind)[kind]
    return shaped


def _file(records: Records, kind: str) -> Place:
    return Place(records.of(kind)[kind].entry.file)

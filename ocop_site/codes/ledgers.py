"""The ledgers against the catalogue: no code leads nowhere, nothing published disappears without a word.

A build only reads them; the command `ledger` writes what is new.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import is_draft
from ocop_site.codes.audit import check_codes, identifiers
from ocop_site.codes.memory import MOST_NAMED, check_one_another
from ocop_site.codes.resolve import codes_of, gtins_of, resolve, usurped
from ocop_site.content.shape import Records, Shaped
from ocop_site.problems import Location, Problem, Severity
from ocop_site.records.base import FieldPath
from ocop_site.records.kinds import KINDS, PAGE_KINDS
from ocop_site.records.ledgers import Published, PublishedLedger
from ocop_site.records.site import Site
from ocop_site.records.values.identifiers import Gtin, Identifier


def check_ledgers(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    if not catalogue.codes and not catalogue.published.records and catalogue.products:
        yield Problem("ledger.none", _file(records, "site"))
        return
    yield from check_one_another(records, catalogue)
    yield from (of_codes := list(check_codes(records, catalogue)))
    told = {(problem.code, problem.details.get("product")) for problem in of_codes}
    yield from (problem for problem in _published(records, catalogue) if not _is_told(problem, told))
    yield from _words(records, catalogue)


def _is_told(problem: Problem, of_codes: Set[tuple[str, object]]) -> bool:
    """Whether it is the page of a product whose code is told as lost or missing: what to do is said there."""
    of_code = {"ledger.product-lost": "ledger.code-lost", "ledger.record-missing": "ledger.code-missing"}
    return (of_code.get(problem.code), problem.details.get("id")) in of_codes


def check_standing(
    records: Records, catalogue: Catalogue, led: Mapping[Identifier, str], ledger: str, folder: str
) -> Iterator[Problem]:
    """What the site published in `folder` led to (ids by code and barcode) against what is led to now.

    A clean clone has no such folder, and no other memory than the ledger.
    """
    worn = {key: i for i, product in catalogue.products.items() for _, key in identifiers(product)}
    now: dict[Identifier, str] = dict([*codes_of(catalogue).items(), *gtins_of(catalogue).items()])
    for key, before in sorted(led.items()):
        details = {"found": key, "folder": folder, "before": before, "now": now.get(key, "")}
        if key not in now:
            yield Problem("ledger.line-lost", Location(ledger), details)
        elif before and resolve(catalogue.published, "products", before) != now[key]:
            # What a barcode is printed on says whose it is, so the ledger's line may be corrected to that product.
            is_corrected = isinstance(key, Gtin) and worn.get(key) == now[key]
            severity = Severity.WARNING if is_corrected else Severity.ERROR
            place = (
                records.of("codes")["codes"].entry.location((key,)) if _is_line(catalogue, key) else Location(ledger)
            )
            yield Problem("ledger.led-elsewhere", place, details, severity)
        elif before and before != now[key] and now[key] in led.values():
            path: FieldPath = ("records", "products", before, "moved")
            yield _at(records, path, "ledger.moved-into", id=before, target=now[key], found=key)


def known_pages(catalogue: Catalogue) -> set[tuple[str, str]]:
    """The kind and id of each page that the ledger remembers, or that is there."""
    remembered = {(str(kind), i) for kind, ids in catalogue.published.records.items() for i in ids}
    return remembered | {(kind, i) for kind in PAGE_KINDS for i in catalogue.of(kind)}


def check_pages(records: Records, pages: Iterable[tuple[str, str]], folder: str) -> Iterator[Problem]:
    """What has its page in `folder` (kind and id) and no line in the ledger of pages any more."""
    file = f"{_file(records, 'site').file.rpartition('/')[0]}/published.yaml"
    for kind, record_id in sorted(set(pages)):
        yield Problem("ledger.page-lost", Location(file), {"id": record_id, "kind": kind, "folder": folder})


def check_addresses(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """Codes that were printed under an address which the site has no more, and from which nothing leads here."""
    site, printed = catalogue.site, dict[str, list[str]]()
    for code, given in sorted(catalogue.codes.items()):
        for address in given.addresses:
            if address != site.url and address not in site.former_urls:
                printed.setdefault(address, []).append(code)
    for before, codes in printed.items():
        named = ", ".join(codes[:MOST_NAMED]) + (" ..." if len(codes) > MOST_NAMED else "")
        details = {"count": len(codes), "codes": named, "before": before, "now": site.url, "first": codes[0]}
        yield records.of("site")["site"].problem("ledger.address-changed", ("url",), **details)


def _is_line(catalogue: Catalogue, key: str) -> bool:
    return key in catalogue.codes or key in catalogue.gtins


def current_words(site: Site) -> dict[str, dict[str, str]]:
    """The address words in use, by language, of the kinds that the ledger remembers."""
    return {language: {kind: spec.addresses[kind] for kind in PAGE_KINDS} for language, spec in site.languages.items()}


def page_words(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    """The kind of record whose pages stand, or ever stood, under a language's address word."""
    found: dict[tuple[str, str], str] = {}
    for language, kinds in catalogue.published.words.items():
        found |= {(language, word): kind for kind, words in kinds.items() for word in words}
    for language, words_now in current_words(catalogue.site).items():
        found |= {(language, word): kind for kind, word in words_now.items()}
    return found


def _published(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    for kind in PAGE_KINDS:
        present, known = catalogue.of(kind), catalogue.published.records.get(kind, {})
        for record_id in present:
            if (
                record_id not in known
                and not is_draft(present[record_id])
                and not _is_a_copy(catalogue, kind, record_id)
            ):
                place = Location(catalogue.files[(kind, record_id)], 1, 1)
                yield Problem("ledger.record-missing", place, {"id": record_id})
        for record_id, entry in known.items():
            yield from _known_record(records, present, kind, record_id, entry)


def _is_a_copy(catalogue: Catalogue, kind: str, record_id: str) -> bool:
    """Whether a product bears the code that its owner by the ledger bears too: it needs one of its own first."""
    if kind != "products":
        return False
    code = catalogue.products[record_id].code
    given = catalogue.codes.get(code)
    owner = catalogue.products.get(given.product) if given and given.product != record_id else None
    return owner is not None and owner.code == code


def _known_record(records: Records, present: Any, kind: str, record_id: str, entry: Published) -> Iterator[Problem]:
    path: FieldPath = ("records", kind, record_id)
    if record_id in present:
        if entry.moved or entry.ended:
            said = f"moved: {entry.moved}" if entry.moved else f"ended: {entry.ended}"
            yield _at(records, path, "ledger.ended-is-there", id=record_id, said=said)
    elif entry.moved:
        ledger: PublishedLedger = records.of("published")["published"].record
        target = resolve(ledger, kind, record_id)
        if target not in present and not _has_ended(ledger, kind, target):
            yield _at(records, (*path, "moved"), "ledger.moved-nowhere", id=record_id, target=target)
        elif kind == "products" and (key := _taken_along(records, record_id, target)):
            yield _at(records, (*path, "moved"), "ledger.moved-into", id=record_id, target=target, found=key)
    elif not entry.ended:
        is_draft = record_id in _drafts(records, kind)
        lost = "ledger.product-lost" if kind == "products" else "ledger.record-lost"
        yield _at(records, path, "ledger.record-draft" if is_draft else lost, id=record_id, kind=_words_of(kind))


def _words_of(kind: str) -> Mapping[str, str]:
    return {"vi": KINDS[kind].vi, "en": KINDS[kind].en}


def _taken_along(records: Records, old: str, target: str) -> str | None:
    """The code that a move would lead to a product which had another of its own."""
    lines = records.of("codes")["codes"].record.codes if "codes" in records.of("codes") else {}
    products = records.of("products")
    return usurped(lines, old, target, products[target].record.code) if target in products else None


def _has_ended(ledger: PublishedLedger, kind: str, record_id: str) -> bool:
    entry = ledger.records.get(kind, {}).get(record_id)
    return bool(entry and entry.ended)


def _drafts(records: Records, kind: str) -> set[str]:
    """Records that are written but kept back."""
    return {shaped.entry.id for shaped in records.of(kind).values() if is_draft(shaped.record)}


def taken_words(ledger: PublishedLedger, language: str, kind: str) -> dict[str, str]:
    """Address words that a kind cannot have, since they were those of another one, by word."""
    known = ledger.words.get(language, {})
    return {word: other for other, words in known.items() if other != kind for word in words}


def _words(records: Records, catalogue: Catalogue) -> Iterator[Problem]:
    """A kind without a record has published nothing under its word, such as one that came with a newer program."""
    ledger, site = catalogue.published, records.of("site")["site"]
    for language, spec in catalogue.site.languages.items():
        for kind, word in spec.addresses.items():
            path: FieldPath = ("languages", language, "addresses", kind)
            if other := taken_words(ledger, language, kind).get(word):
                yield site.problem("ledger.word-taken", path, word=word, kind=other)
            elif kind in PAGE_KINDS and catalogue.of(kind) and word not in ledger.words.get(language, {}).get(kind, ()):
                yield site.problem("ledger.word-missing", path, word=word)


def _at(records: Records, path: FieldPath, code: str, **details: Any) -> Problem:
    ledger: Shaped[Any] = records.of("published")["published"]
    return ledger.problem(code, path, **details)


def _file(records: Records, kind: str) -> Location:
    return Location(records.of(kind)[kind].entry.file)

"""Writes into the two ledgers what is new; what stands there stays."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import is_draft
from ocop_site.codes.audit import forgotten
from ocop_site.codes.ledgers import current_words, taken_words
from ocop_site.codes.memory import check_one_another
from ocop_site.codes.resolve import may_be_renamed, resolve, usurped
from ocop_site.desk.ledger_files import change_file
from ocop_site.desk.ledger_texts import CODES, PUBLISHED, amend_codes, amend_published
from ocop_site.desk.outdated import is_outdated
from ocop_site.files import Held, locked
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake, Problem
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.ledgers import GivenCode, PageKind, Published, PublishedLedger
from ocop_site.records.values.identifiers import Code, Gtin, Identifier
from ocop_site.run import Task
from ocop_site.stages.understand import Understood, remembered

Words = Mapping[str, tuple[str, ...]]
"""The address words of each kind, the newest first."""

LOCK = ".ledgers.lock"
"""In the content folder; its dot keeps it from being read."""

PATIENCE = 10.0
"""Seconds that a run waits for another one, which needs one or two."""


@frozen
class Entered:
    """What a run of the command wrote."""

    codes: tuple[Code, ...]
    gtins: tuple[Gtin, ...]
    records: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]


@contextmanager
def alone(content: Path) -> Iterator[None]:
    """One run at a time reads the ledgers and writes them: of two, the later would lose the lines of the first.

    Raises a `Mistake` that tells who is at it, after waiting for a while.
    """
    try:
        with locked(content / LOCK, PATIENCE):
            yield
    except Held as holder:
        raise Mistake("ledger.locked", pid=holder.pid, since=holder.since) from holder


def ledger_losses(task: Task, understood: Understood) -> tuple[Problem, ...]:
    """The errors of ledgers that have lost what is known elsewhere: what is written anew has forgotten its labels.

    Nothing is entered before the lost lines are back.
    """
    records, catalogue = understood.records, understood.catalogue
    if catalogue is None:
        return ()
    known = [*check_one_another(records, catalogue), *forgotten(records, catalogue)]
    return tuple(p for p in (*known, *remembered(task, records, catalogue)) if p.is_error)


def enter(content: Path, catalogue: Catalogue) -> Entered:
    """Enters what the ledgers lack, as of the catalogue's day, into the ledgers as they stand at this moment.

    Raises a `Mistake` where one cannot be read; OSError where it cannot write. The codes come first: a run that is cut
    short between the two leaves nothing that looks like a loss.
    """
    published = _published(catalogue)
    led = partial(_led, catalogue, published)
    borne: dict[Identifier, str] = dict([*_codes(catalogue), *_gtins(catalogue)])
    languages = tuple(catalogue.site.languages)
    known = _known_codes(catalogue)

    def with_new_codes(standing: Mapping[Identifier, GivenCode]) -> dict[Identifier, GivenCode]:
        merged = {**known, **standing}
        for key, line in known.items():
            if merged[key].product == line.product:
                merged[key] = merged[key].model_copy(update={"product": led(line.product)})
        return {**{key: _new_line(catalogue, product_id) for key, product_id in borne.items()}, **merged}

    if borne or known or (content / CODES.file).exists():  # an empty one would look as if it had lost its lines
        change_file(content / CODES.file, partial(amend_codes, with_new_codes))
    change_file(content / PUBLISHED.file, partial(amend_published, languages, partial(_merged, catalogue, published)))
    return _entered(catalogue, published, borne)


def enter_printed(content: Path, catalogue: Catalogue, claims: Mapping[Code, tuple[int, date] | None]) -> None:
    """For each code that was printed, the catalogue's day and address, and the stars and last day its labels tell of.

    Labels without stars do not take down those with stars that hang beside them: a claim that still holds is kept, and
    one that does not is replaced, since the labels of before had to go. Printing takes its time, so the ledger is read
    again. Raises a `Mistake` where it cannot be, or is somebody's; OSError where it cannot write.
    """
    known = _known_codes(catalogue)

    def with_printed(standing: Mapping[Identifier, GivenCode]) -> dict[Identifier, GivenCode]:
        merged = {**known, **standing}
        return merged | {code: _printed(catalogue, merged[code], claim) for code, claim in claims.items()}

    with alone(content):
        change_file(content / CODES.file, partial(amend_codes, with_printed))


def _known_codes(catalogue: Catalogue) -> dict[Identifier, GivenCode]:
    """The lines of the ledger as it was when the catalogue was read: one that is lost meanwhile comes back."""
    return dict([*catalogue.codes.items(), *catalogue.gtins.items()])


def _entered(catalogue: Catalogue, published: PublishedLedger, borne: Iterable[Identifier]) -> Entered:
    known = catalogue.published.records
    new = tuple(f"{kind}/{i}" for kind, ids in published.records.items() for i in ids if i not in known.get(kind, {}))
    before = known.get("products", {})
    moved = ((i, entry.moved) for i, entry in published.records["products"].items() if entry.moved)
    return Entered(
        codes=tuple(key for key in borne if isinstance(key, Code) and key not in catalogue.codes),
        gtins=tuple(key for key in borne if isinstance(key, Gtin) and key not in catalogue.gtins),
        records=new,
        moves=tuple((i, to) for i, to in moved if i not in before or not before[i].moved),
    )


def _printed(catalogue: Catalogue, given: GivenCode, claim: tuple[int, date] | None) -> GivenCode:
    addresses = tuple(dict.fromkeys((catalogue.site.url, *given.addresses)))
    printed = given.model_copy(update={"printed": catalogue.today, "addresses": addresses})
    if claim is None and not is_outdated(catalogue, given):
        return printed
    stars, until = claim or (None, None)
    return printed.model_copy(update={"stars": stars, "claim": until})


def _new_line(catalogue: Catalogue, product_id: str) -> GivenCode:
    return GivenCode(product=product_id, published=catalogue.today)


def _merged(catalogue: Catalogue, new: PublishedLedger, standing: PublishedLedger) -> PublishedLedger:
    """What is new, in the ledger as it stands: whoever wrote there meanwhile has the last word on a line."""
    before, words = catalogue.published, {}
    records: dict[PageKind, dict[str, Published]] = {}
    for kind in PAGE_KINDS:
        old, theirs = before.records.get(kind, {}), standing.records.get(kind, {})
        ours = {i: entry for i, entry in new.records[kind].items() if theirs.get(i) in (None, old.get(i))}
        records[kind] = {**theirs, **ours}
    for language in dict.fromkeys((*standing.words, *new.words)):
        words[language] = _merged_words(standing.words.get(language, {}), new.words.get(language, {}))
    return PublishedLedger.model_construct(words=words, records=records)


def _merged_words(theirs: Words, ours: Words) -> dict[str, tuple[str, ...]]:
    kinds = dict.fromkeys((*theirs, *ours))
    return {kind: tuple(dict.fromkeys((*ours.get(kind, ()), *theirs.get(kind, ())))) for kind in kinds}


def _codes(catalogue: Catalogue) -> Iterator[tuple[Code, str]]:
    return ((product.code, i) for i, product in catalogue.products.items() if not is_draft(product))


def _gtins(catalogue: Catalogue) -> Iterator[tuple[Gtin, str]]:
    for product_id, product in catalogue.products.items():
        if not is_draft(product):
            yield from ((pack.gtin.padded, product_id) for pack in product.packs if pack.gtin)


def _led(catalogue: Catalogue, published: PublishedLedger, product_id: str) -> str:
    """Along what moved, but never to another product that had a code of its own: a build tells of that line."""
    now = resolve(published, "products", product_id)
    target = catalogue.products.get(now)
    is_usurped = now != product_id and target and usurped(catalogue.codes, product_id, now, target.code)
    return product_id if is_usurped else now


def _published(catalogue: Catalogue) -> PublishedLedger:
    records: dict[PageKind, dict[str, Published]] = {}
    for kind in PAGE_KINDS:
        known = dict(catalogue.published.records.get(kind, {}))
        present = catalogue.of(kind)
        for record_id, record in present.items():
            if record_id not in known and not is_draft(record):
                known[record_id] = Published.model_construct(since=catalogue.today, moved=None, ended=None, reason=None)
        records[kind] = _with_moves(catalogue, known) if kind == "products" else known
    return PublishedLedger.model_construct(words=_words(catalogue), records=records)


def _with_moves(catalogue: Catalogue, known: Mapping[str, Published]) -> dict[str, Published]:
    """A product whose file has another name now is known by its code; one that has its first name back, too."""
    by_code = {product.code: i for i, product in catalogue.products.items()}
    moves = {
        given.product: by_code[code]
        for code, given in catalogue.codes.items()
        if given.product not in catalogue.products
        and code in by_code
        and may_be_renamed(catalogue, given.product, by_code[code])
    }
    moved = dict(known)
    for old, new in moves.items():
        entry = moved.get(old) or Published.model_construct(since=catalogue.today, moved=None, ended=None, reason=None)
        if not (entry.moved or entry.ended):
            moved[old] = entry.model_copy(update={"moved": new})
            moved[new] = moved[new].model_copy(update={"moved": None})
    return moved


def _words(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, ...]]]:
    """The newest word of each kind first; those of a language that the site has no more stay."""
    ledger = catalogue.published
    words = {language: dict(kinds) for language, kinds in ledger.words.items()}
    for language, kinds in current_words(catalogue.site).items():
        known = words.setdefault(language, {})
        for kind, word in kinds.items():
            if word not in taken_words(ledger, language, kind):
                known[kind] = tuple(dict.fromkeys((word, *known.get(kind, ()))))
    return words

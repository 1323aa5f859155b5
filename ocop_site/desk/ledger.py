"""Writes into the two ledgers what is new; what stands there stays."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.catalogue.showing import is_draft
from ocop_site.codes.ledgers import current_words, taken_words
from ocop_site.codes.resolve import may_be_renamed, resolve, usurped
from ocop_site.content.read import read_one
from ocop_site.content.shape import shape
from ocop_site.desk.outdated import is_outdated
from ocop_site.files import Held, locked, write_atomically
from ocop_site.problems import Mistake
from ocop_site.records.kinds import PAGE_KINDS
from ocop_site.records.ledgers import GivenCode, PageKind, Published, PublishedLedger
from ocop_site.records.values.identifiers import AnyIdentifier, Code, Gtin, Identifier
from ocop_site.text.language import Text

LOCK = ".ledgers.lock"
"""In the content folder; its dot keeps it from being read."""

PATIENCE = 10.0
"""Seconds that a run waits for another one, which needs one or two."""

_CODES_HEAD = """\
# Every permanent code ever given, one line a code. It only grows: a printed code must lead somewhere for ever.
# Mọi mã sản phẩm đã cấp, mỗi mã một dòng. Chỉ thêm, không xóa: mã đã in phải luôn dẫn đến một trang.
# Below them every barcode of a pack, in 14 digits. Bên dưới là mọi mã vạch của các quy cách, đủ 14 chữ số.
# `python build.py ledger`
"""

_PUBLISHED_HEAD = """\
# Everything that was ever published, by kind and id, and the address words it stood under.
# What moved says `moved: <new id>`, what ended says `ended: <date>` and may say `reason: {vi: ..., en: ...}`.
# Mọi trang đã từng công bố. Trang đổi mã thì ghi `moved: <mã mới>`, trang đã ngừng thì ghi `ended: <ngày>`.
# `python build.py ledger`
"""


@dataclass(frozen=True)
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


def enter(content: Path, catalogue: Catalogue) -> Entered:
    """What the ledgers lack, as of the catalogue's day, which was read while they were ours. OSError where it cannot
    write.
    """
    published = _published(catalogue)
    codes = _given(catalogue, published, catalogue.codes, _codes(catalogue))
    gtins = _given(catalogue, published, catalogue.gtins, _gtins(catalogue))
    known = catalogue.published.records
    new = tuple(f"{kind}/{i}" for kind, ids in published.records.items() for i in ids if i not in known.get(kind, {}))
    _write_codes(content, dict([*codes.items(), *gtins.items()]))
    _write(content / "published.yaml", _PUBLISHED_HEAD, _published_lines(published))
    before = known.get("products", {})
    moved = ((i, entry.moved) for i, entry in published.records["products"].items() if entry.moved)
    return Entered(
        codes=tuple(code for code in codes if code not in catalogue.codes),
        gtins=tuple(gtin for gtin in gtins if gtin not in catalogue.gtins),
        records=new,
        moves=tuple((i, to) for i, to in moved if i not in before or not before[i].moved),
    )


def enter_printed(content: Path, catalogue: Catalogue, claims: Mapping[Code, tuple[int, date] | None]) -> None:
    """For each code that was printed, the catalogue's day, and the stars and last day that its labels tell of.

    Labels without stars do not take down those with stars that hang beside them: a claim that still holds is kept, and
    one that does not is replaced, since the labels of before had to go. Printing takes its time, so the ledger is read
    again. Raises a `Mistake` where it cannot be, or is somebody's; OSError where it cannot write.
    """
    with alone(content):
        given: dict[Identifier, GivenCode] = dict([*catalogue.codes.items(), *catalogue.gtins.items()])
        given |= _standing(content)
        for code, claim in claims.items():
            given[code] = _printed(catalogue, given[code], claim)
        _write_codes(content, given)


def _standing(content: Path) -> Mapping[Identifier, GivenCode]:
    """The lines of the ledger as it is at this moment, whoever wrote in it."""
    records = shape(read_one(content, "codes"))
    if records.broken:
        raise Mistake("ledger.unread")
    found = records.of("codes").get("codes")
    return found.record.codes if found else {}


def _printed(catalogue: Catalogue, given: GivenCode, claim: tuple[int, date] | None) -> GivenCode:
    if claim is None and not is_outdated(catalogue, given):
        return given.model_copy(update={"printed": catalogue.today})
    stars, until = claim or (None, None)
    return given.model_copy(update={"printed": catalogue.today, "stars": stars, "claim": until})


def _write_codes(content: Path, given: Mapping[Identifier, GivenCode]) -> None:
    """Codes first, then barcodes."""
    lines = [_line(key, given[key]) for key in sorted(given, key=lambda key: (isinstance(key, Gtin), key))]
    _write(content / "codes.yaml", _CODES_HEAD, lines)


def _codes(catalogue: Catalogue) -> Iterator[tuple[Code, str]]:
    return ((product.code, i) for i, product in catalogue.products.items() if not is_draft(product))


def _gtins(catalogue: Catalogue) -> Iterator[tuple[Gtin, str]]:
    for product_id, product in catalogue.products.items():
        if not is_draft(product):
            yield from ((pack.gtin.padded, product_id) for pack in product.packs if pack.gtin)


def _given(
    catalogue: Catalogue,
    published: PublishedLedger,
    before: Mapping[AnyIdentifier, GivenCode],
    borne: Iterable[tuple[AnyIdentifier, str]],
) -> dict[AnyIdentifier, GivenCode]:
    """The lines of before, led along what moved; then what products bear that has none."""
    given = {
        key: line.model_copy(update={"product": _led(catalogue, published, line.product)})
        for key, line in before.items()
    }
    for key, product_id in borne:
        if key not in given:
            given[key] = GivenCode.model_construct(
                product=product_id, published=catalogue.today, printed=None, stars=None, claim=None
            )
    return given


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


def _line(key: Identifier, given: GivenCode) -> str:
    """A barcode is quoted: to other programs a number with a nought before it is octal."""
    printed = {"printed": given.printed, "stars": given.stars, "claim": given.claim}
    line = _flow({"product": given.product, "published": given.published, **printed})
    return f"{_quoted(key) if isinstance(key, Gtin) else key}: {line}"


def _published_lines(ledger: PublishedLedger) -> Iterable[str]:
    yield "words:"
    for language, words in ledger.words.items():
        yield f"  {language}:"
        yield from (f"    {kind}: [{', '.join(known)}]" for kind, known in words.items())
    yield "records:"
    for kind, records in ledger.records.items():
        if records:
            yield f"  {kind}:"
        for record_id in sorted(records):
            entry = records[record_id]
            fields = {"since": entry.since, "moved": entry.moved, "ended": entry.ended, "reason": entry.reason}
            yield f"    {_value(record_id)}: {_flow(fields)}"


def _flow(fields: Mapping[str, str | int | date | Text | None]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in fields.items() if value) + "}"


def _value(value: str | int | date | Text | None) -> str:
    if isinstance(value, Text):
        return "{" + ", ".join(f"{language}: {_quoted(words)}" for language, words in value) + "}"
    return "'null'" if value == "null" else str(value)


def _quoted(words: str) -> str:
    return "'" + " ".join(words.split()).replace("'", "''") + "'"


def _write(file: Path, head: str, lines: Iterable[str]) -> None:
    """A ledger is never half-written, and it is on the disk before anything is said of it."""
    written = list(lines)
    if not written:
        return
    text = head + "".join(f"{line}\n" for line in written)
    if file.exists() and file.read_bytes() == text.encode():
        return
    write_atomically(file, text.encode(), lasting=True)

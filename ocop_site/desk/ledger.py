"""Writes into the two ledgers what is new; what stands there stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_site.catalogue.catalogue import Catalogue
from ocop_site.language import Text
from ocop_site.records.ledgers import GivenCode, Published, PublishedLedger, RecordKind
from ocop_site.showroom.ledger import RECORD_KINDS, current_words, resolve

_CODES_HEAD = """\
# Every permanent code ever given, one line a code. It only grows: a printed code must lead somewhere for ever.
# Mọi mã sản phẩm đã cấp, mỗi mã một dòng. Chỉ thêm, không xóa: mã đã in phải luôn dẫn đến một trang.
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

    codes: tuple[str, ...]
    records: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]


def enter(content: Path, catalogue: Catalogue) -> Entered:
    """Codes and published records that the ledgers lack, as of the catalogue's day. OSError where it cannot write."""
    published = _published(catalogue)
    codes = _codes(catalogue, published)
    new_codes = tuple(code for code in codes if code not in catalogue.codes)
    known = catalogue.published.records
    new = tuple(f"{kind}/{i}" for kind, ids in published.records.items() for i in ids if i not in known.get(kind, {}))
    _write_codes(content, codes)
    _write(content / "published.yaml", _PUBLISHED_HEAD, _published_lines(published))
    before = known.get("products", {})
    moved = ((i, entry.moved) for i, entry in published.records["products"].items() if entry.moved)
    return Entered(new_codes, new, tuple((i, to) for i, to in moved if i in before and not before[i].moved))


def enter_printed(content: Path, catalogue: Catalogue, claims: Mapping[str, tuple[int, date] | None]) -> None:
    """For each code that was printed, the catalogue's day, and the stars and last day that its labels tell of.

    The newest labels count: they hang in place of the older ones. OSError where it cannot write.
    """
    printed = {
        code: catalogue.codes[code].model_copy(
            update={
                "printed": catalogue.today,
                "stars": claim[0] if claim else None,
                "claim": claim[1] if claim else None,
            }
        )
        for code, claim in claims.items()
    }
    _write_codes(content, {**catalogue.codes, **printed})


def _write_codes(content: Path, codes: Mapping[str, GivenCode]) -> None:
    _write(content / "codes.yaml", _CODES_HEAD, [_code_line(code, codes[code]) for code in sorted(codes)])


def _codes(catalogue: Catalogue, published: PublishedLedger) -> dict[str, GivenCode]:
    """The codes given before, led along what moved; then those of products that have none in the ledger."""
    codes = {
        code: given.model_copy(update={"product": resolve(published, "products", given.product)})
        for code, given in catalogue.codes.items()
    }
    for product_id, product in catalogue.products.items():
        if not product.draft and product.code not in codes:
            codes[product.code] = GivenCode.model_construct(
                product=product_id, published=catalogue.today, printed=None, stars=None, claim=None
            )
    return codes


def _published(catalogue: Catalogue) -> PublishedLedger:
    records: dict[RecordKind, dict[str, Published]] = {}
    for kind in RECORD_KINDS:
        known = dict(catalogue.published.records.get(kind, {}))
        present = getattr(catalogue, kind)
        for record_id, record in present.items():
            if record_id not in known and not getattr(record, "draft", False):
                known[record_id] = Published.model_construct(since=catalogue.today, moved=None, ended=None, reason=None)
        records[kind] = _with_moves(catalogue, known) if kind == "products" else known
    return PublishedLedger.model_construct(words=_words(catalogue), records=records)


def _with_moves(catalogue: Catalogue, known: Mapping[str, Published]) -> dict[str, Published]:
    """A product whose file has another name now is known by its code."""
    by_code = {product.code: i for i, product in catalogue.products.items()}
    moves = {
        given.product: by_code[code]
        for code, given in catalogue.codes.items()
        if given.product not in catalogue.products and code in by_code
    }
    return {
        i: entry.model_copy(update={"moved": moves[i]}) if i in moves and not (entry.moved or entry.ended) else entry
        for i, entry in known.items()
    }


def _words(catalogue: Catalogue) -> dict[str, dict[str, tuple[str, ...]]]:
    """The newest word of each kind first."""
    before = catalogue.published.words
    return {
        language: {
            kind: tuple(dict.fromkeys((word, *before.get(language, {}).get(kind, ())))) for kind, word in words.items()
        }
        for language, words in current_words(catalogue.site).items()
    }


def _code_line(code: str, given: GivenCode) -> str:
    printed = {"printed": given.printed, "stars": given.stars, "claim": given.claim}
    return f"{code}: {_flow({'product': given.product, 'published': given.published, **printed})}"


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
    """Beside it first, then in its place: a ledger is never half-written."""
    written = list(lines)
    if not written:
        return
    text = head + "".join(f"{line}\n" for line in written)
    if file.exists() and file.read_bytes() == text.encode():
        return
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(text.encode())
    beside.replace(file)

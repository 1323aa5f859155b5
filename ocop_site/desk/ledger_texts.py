"""A ledger as text: read as a build reads it, changed line by line, and read back before it may take its place."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ocop_site.content.read import read_bytes
from ocop_site.content.shape import shape
from ocop_site.content.yaml.editing import Line, Path, Tree, amended, quoted
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake
from ocop_site.records.fields import LANGUAGES
from ocop_site.records.ledgers import Codes, GivenCode, Published, PublishedLedger
from ocop_site.records.values.identifiers import Gtin, Identifier
from ocop_site.text.language import Text

_BOM = "\ufeff"

GivenCodes = Mapping[Identifier, GivenCode]


@frozen
class LedgerText:
    """How a ledger is called, and what stands at the head of a new one."""

    kind: str
    head: str

    @property
    def file(self) -> str:
        return f"{self.kind}.yaml"

    def read(self, raw: bytes, languages: tuple[str, ...] = LANGUAGES) -> Any:
        """What a build reads of it; None of one that is not there. A `Mistake` where a build could not."""
        if not raw:
            return None
        reading = read_bytes(raw, self.kind, self.file)
        records = shape(reading, languages)
        if any(problem.is_error for problem in (*reading.problems, *records.problems)) or records.broken:
            raise Mistake("ledger.unread", file=self.file)
        return records.of(self.kind)[self.kind].record

    def amended(self, raw: bytes, before: Tree, after: Tree, order: Callable[[Path], str | None]) -> bytes:
        text = raw.decode() if raw else self.head
        mark = _BOM if text.startswith(_BOM) else ""
        return (mark + amended(text.removeprefix(_BOM), before, after, order)).encode() if before != after else raw


CODES = LedgerText(
    "codes",
    """\
# Every permanent code ever given, one line a code. It only grows: a printed code must lead somewhere for ever.
# Mọi mã sản phẩm đã cấp, mỗi mã một dòng. Chỉ thêm, không xóa: mã đã in phải luôn dẫn đến một trang.
# Below them every barcode of a pack, in 14 digits. Bên dưới là mọi mã vạch của các quy cách, đủ 14 chữ số.
# `python build.py ledger`
""",
)

PUBLISHED = LedgerText(
    "published",
    """\
# Everything that was ever published, by kind and id, and the address words it stood under.
# What moved says `moved: <new id>`, what ended says `ended: <date>` and may say `reason: {vi: ..., en: ...}`.
# Mọi trang đã từng công bố. Trang đổi mã thì ghi `moved: <mã mới>`, trang đã ngừng thì ghi `ended: <ngày>`.
# `python build.py ledger`
""",
)


def amend_codes(change: Callable[[GivenCodes], GivenCodes], raw: bytes) -> bytes:
    """The ledger of codes with a change of its lines. A `Mistake` where it cannot be read, before or after."""
    standing: Codes = CODES.read(raw) or Codes()
    wanted = change(standing.codes)
    new = CODES.amended(raw, _codes_tree(standing.codes), _codes_tree(wanted), _code_order)
    if (CODES.read(new) or Codes()).codes != wanted:
        raise Mistake("ledger.unwritable", file=CODES.file)
    return new


def amend_published(
    languages: tuple[str, ...], change: Callable[[PublishedLedger], PublishedLedger], raw: bytes
) -> bytes:
    """The ledger of pages with a change of its lines. A `Mistake` where it cannot be read, before or after."""
    standing: PublishedLedger = PUBLISHED.read(raw, languages) or PublishedLedger()
    wanted = _published_tree(change(standing))
    new = PUBLISHED.amended(raw, _published_tree(standing), wanted, _published_order)
    if _published_tree(PUBLISHED.read(new, languages) or PublishedLedger()) != wanted:
        raise Mistake("ledger.unwritable", file=PUBLISHED.file)
    return new


def _codes_tree(codes: GivenCodes) -> Tree:
    """Codes first, then barcodes."""
    ordered = sorted(codes, key=lambda key: (isinstance(key, Gtin), key))
    return {str(key): _line_of(codes[key]) for key in ordered}


def _code_order(path: Path) -> str | None:
    return f"{path[0].isdigit():d}{path[0]}" if len(path) == 1 else None


def _published_tree(ledger: PublishedLedger) -> Tree:
    words = {
        language: {kind: f"[{', '.join(known)}]" for kind, known in kinds.items()}
        for language, kinds in ledger.words.items()
        if kinds
    }
    records = {
        kind: {record_id: _line_of(known[record_id]) for record_id in sorted(known)}
        for kind, known in ledger.records.items()
        if known
    }
    return {name: tree for name, tree in (("words", words), ("records", records)) if tree}


def _published_order(path: Path) -> str | None:
    return path[2] if len(path) == 3 and path[0] == "records" else None


def _line_of(record: GivenCode | Published) -> Line:
    """The fields that are there, in the model's order."""
    fields = ((name, getattr(record, name)) for name in type(record).model_fields)
    return Line({name: _written(value) for name, value in fields if value})


def _written(value: str | int | date | tuple[str, ...] | Text) -> "str | Line":
    if isinstance(value, Text):
        return Line({language: quoted(words) for language, words in value})
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return "'null'" if value == "null" else str(value)

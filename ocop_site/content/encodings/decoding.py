"""Bytes become text, or a mistake that names the encoding they are in instead of UTF-8."""

import re
import unicodedata
from itertools import islice

from ocop_site.content.encodings.legacy import LegacyText, legacy, misread
from ocop_site.content.encodings.lost import lost_letters
from ocop_site.content.entry import Position, Slip
from ocop_site.text.invisible import named
from ocop_site.text.vietnamese import FALSE_D, has_false_d, with_real_d

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text needs and that YAML refuses; tab and newline are not among them."""

_SUSPECT = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_INVISIBLE = re.compile(
    "[\xad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    "|(?<![\u0e00-\u17ff])\u200b"
    "|(?<![^\0-\u05ff\u1e00-\u25ff])[\u200c\u200d]"
)
"""Characters that come along when text is copied. Khmer, Arabic or emoji need some of them: there they stay."""

_MOST_MARKS = 30
_MARKS = "[\u0300-\u036f\u0483-\u1dff\u20d0-\u20f0\u2cef-\u309a\ua66f-\uabed\ufb1e-\ufe2f\U000101fd-\U0001ffff]"
_HEAP = re.compile(f"{_MARKS}{_MARKS}{{{_MOST_MARKS},}}")
"""Where more marks than this may stand on one letter. No language has so many, and sorting them takes minutes."""

_ODD = re.compile(f"[{_SUSPECT.pattern[1:-1]}{_MARKS[1:-1]}{FALSE_D}]")
"""Any character that makes a text untidy: one search instead of three."""

_BINARY = {
    b"PK\x03\x04": "Word, Excel, ZIP",
    b"\xd0\xcf\x11\xe0": "Word, Excel",
    b"%PDF": "PDF",
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"RIFF": "WebP",
}

_MARKED_WIDE = {
    b"\xff\xfe\x00\x00": "utf32",
    b"\x00\x00\xfe\xff": "utf32",
    b"\xff\xfe": "utf16",
    b"\xfe\xff": "utf16",
}
"""Byte order marks; the longer ones first, since one begins like another."""

_MOST_TOLD = 20


def decode(raw: bytes) -> str:
    """The text of a UTF-8 file, with `\\n` as its only line end; raises a `Slip` for anything else."""
    if what := next((what for start, what in _BINARY.items() if raw.startswith(start)), None):
        raise Slip("encoding.binary", 1, 1, what=what)
    if wide := _wide(raw):
        raise Slip(f"encoding.{wide}", 1, 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start) from None
    if "\0" in text:
        raise _slip_at("encoding.nul", text, text.index("\0"))
    return _one_line_end(text)


def as_seen(raw: bytes, slip: Slip) -> tuple[str, ...]:
    """The lines of a file that is not text, as near to it as they can be shown beside the slip."""
    if slip.code in ("encoding.utf16", "encoding.utf32", "encoding.binary"):
        return ()
    western = slip.code not in ("encoding.not-utf8", "encoding.nul")
    text = raw.decode("latin-1") if western else raw.decode("utf-8-sig", "replace")
    return tuple(CONTROL.sub(" ", _one_line_end(text)).split("\n"))


def blemishes(text: str) -> tuple[str, list[Slip]]:
    """The text fit for a parser, as long as before, and what is wrong with its characters."""
    found = misread(text) or legacy(text)
    slips = [_found_at(text, found)] if found else []
    for match in islice(CONTROL.finditer(text), _MOST_TOLD):
        # A misread text is full of these: they go when it is read rightly.
        if not (found and match[0] >= "\x80"):
            slips.append(_slip_at("encoding.control-character", text, match.start(), character=named(match[0])))
    if (lost := text.find("\ufffd")) >= 0:
        slips.append(_slip_at("encoding.lost-character", text, lost))
    slips += (
        Slip("encoding.lost-letters", lost.line, lost.column, word=lost.word)
        for lost in islice(lost_letters(text), _MOST_TOLD)
    )
    return (CONTROL.sub(" ", text) if slips else text), slips


def tidy(text: str) -> str:
    """Composed letters (NFC), nothing invisible that was copied along, and Đ for the letters that look like it."""
    if text.isascii():
        return text
    seen = _INVISIBLE.sub("", text) if _SUSPECT.search(text) else text
    return with_real_d(unicodedata.normalize("NFC", _HEAP.sub(_without_marks, seen)))


def is_tidy(text: str) -> bool:
    """Whether `tidy` would change no part of a text."""
    if text.isascii():
        return True
    if not unicodedata.is_normalized("NFC", text):
        return False
    return not (_ODD.search(text) and (_SUSPECT.search(text) or _HEAP.search(text) or has_false_d(text)))


def mark_at(text: str, offset: int) -> Position:
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _without_marks(heap: re.Match[str]) -> str:
    kept = "".join(c for c in heap[0] if not unicodedata.combining(c))
    return kept if len(heap[0]) - len(kept) > _MOST_MARKS else heap[0]


def _one_line_end(text: str) -> str:
    """Windows and old Mac line ends as `\\n`. Unicode's own line ends, which no editor counts as one, as spaces."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else text.replace("\u2028", " ").replace("\u2029", " ")


def _wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32: by its mark, else by the NULs that plain letters leave in every second or fourth byte."""
    for mark, name in _MARKED_WIDE.items():
        if raw.startswith(mark):
            return name
    sample = raw[:4096]
    if b"\0" not in sample:
        return None
    nulls = [sample[i::4].count(0) / max(1, len(sample[i::4])) for i in range(4)]
    first, second = min(nulls[:2]), min(nulls[2:])
    if max(first, second) > 0.9:
        return "utf32" if min(first, second) < 0.9 else None
    even, odd = nulls[0] + nulls[2], nulls[1] + nulls[3]
    return "utf16" if max(even, odd) > 0.6 and min(even, odd) < 0.2 else None


def _not_utf8(raw: bytes, start: int) -> Slip:
    """An old Vietnamese encoding where most of the bytes speak for one, else the byte that breaks the rules."""
    text = raw.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    if broken > sum(c > "\x7f" for c in text) - broken:
        seen = _one_line_end(raw.decode("latin-1"))
        if found := legacy(seen):
            return _found_at(seen, found)
    before = _one_line_end(raw[:start].decode("utf-8-sig"))
    return _slip_at("encoding.not-utf8", before, len(before), byte=f"0x{raw[start]:02X}")


def _found_at(text: str, found: LegacyText) -> Slip:
    return _slip_at(found.code, text, found.start, word=found.word, converted=found.converted)


def _slip_at(code: str, text: str, offset: int, **details: object) -> Slip:
    mark = mark_at(text, offset)
    return Slip(code, mark.line, mark.column, **details)

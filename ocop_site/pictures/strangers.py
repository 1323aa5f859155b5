"""What lies in `media/` and is no picture that pages can show: told as what it is, with the way to one."""

import re
from pathlib import PurePosixPath

from ocop_site.pictures.tiff import is_raw
from ocop_site.problems import Mistake

_RAW_ENDINGS = frozenset((
    "3fr", "arw", "cr2", "cr3", "crw", "dcr", "dng", "erf", "fff", "gpr", "iiq", "kdc", "mos", "mrw", "nef", "nrw",
    "orf", "pef", "ptx", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw", "x3f",
))  # fmt: skip

_RAW = {
    b"FUJIFILMCCD-RAW": "RAF", b"IIRO": "ORF", b"IIRS": "ORF", b"MMOR": "ORF", b"IIU\0": "RW2", b"FOVb": "X3F",
    b"\0MRM": "MRW", b"II\x1a\0\0\0HEAPCCDR": "CRW",
}  # fmt: skip

_DESIGNS = {
    b"8BPS": "Photoshop (PSD)", b"%!PS": "EPS", b"\xc5\xd0\xd3\xc6": "EPS", b"gimp xcf": "GIMP (XCF)", b"%PDF": "PDF",
}  # fmt: skip

_FILMS = {
    b"\x1aE\xdf\xa3": "MKV, WebM", b"FLV\1": "FLV", b"\0\0\1\xba": "MPEG", b"\0\0\1\xb3": "MPEG",
    b"\x30\x26\xb2\x75": "WMV", b"ID3": "MP3",
}  # fmt: skip

_DOCUMENTS = {
    b"PK\3\4": "Word, Excel, ZIP", b"\xd0\xcf\x11\xe0": "Word, Excel", b"{\\rtf": "RTF", b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z", b"L\0\0\0\1\x14\2\0": "shortcut, lối tắt", b"version https://git-lfs": "Git LFS",
}  # fmt: skip

_OTHERS = {
    b"BM": "BMP", b"\0\0\1\0": "ICO", b"\0\0\0\x0cjP": "JPEG 2000", b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\xff\x0a": "JPEG XL", b"\0\0\0\x0cJXL": "JPEG XL", b"II+\0": "BigTIFF", b"MM\0+": "BigTIFF",
    b"\x1f\x8b": "SVGZ", b"\1\0\0\0": "EMF", b"\xd7\xcd\xc6\x9a": "WMF",
}  # fmt: skip

_RIFF = {b"AVI ": "AVI", b"WAVE": "WAV"}

_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)


def raw_photograph(name: str, raw: bytes) -> Mistake | None:
    """What is told of a photograph as the camera's sensor saw it, by its bytes or as its TIFF is called."""
    is_tiff = raw.startswith((b"II*\0", b"MM\0*"))
    ending = PurePosixPath(name).suffix[1:].lower()
    called = ending.upper() if ending in _RAW_ENDINGS else "RAW"
    if found := _by_start(raw, _RAW):
        return Mistake("picture.raw", what=found)
    if _brand(raw) == b"crx ":
        return Mistake("picture.raw", what="CR3")
    return Mistake("picture.raw", what=called) if is_tiff and (called != "RAW" or is_raw(raw)) else None


def stranger(name: str, raw: bytes) -> Mistake:
    """What is told of a file that is no picture."""
    if not raw.strip(b"\0"):
        return Mistake("picture.empty")
    if PurePosixPath(name).suffix[1:].lower() in _RAW_ENDINGS - {"raw"}:
        return Mistake("picture.raw", what=PurePosixPath(name).suffix[1:].upper())
    if found := _by_start(raw, _DESIGNS):
        return Mistake("picture.design", what="Illustrator (AI)" if name.lower().endswith(".ai") else found)
    if found := _by_start(raw, _FILMS) or _film(raw):
        return Mistake("picture.film", what=found)
    if found := _by_start(raw, _DOCUMENTS) or _web_page(raw):
        return Mistake("picture.document", what=found)
    if found := _by_start(raw, _OTHERS):
        return Mistake("picture.other", what=found)
    return Mistake("picture.unknown")


def _by_start(raw: bytes, known: dict[bytes, str]) -> str | None:
    return next((what for start, what in known.items() if raw.startswith(start)), None)


def _film(raw: bytes) -> str | None:
    if raw.startswith(b"RIFF"):
        return _RIFF.get(raw[8:12])
    brand = _brand(raw)
    return ("MOV" if brand == b"qt  " else "MP4") if brand else None


def _brand(raw: bytes) -> bytes | None:
    """The kind of file that a box file says it is (ISO/IEC 14496-12, 4.3)."""
    return raw[8:12] if raw[4:8] == b"ftyp" else None


def _web_page(raw: bytes) -> str | None:
    """What a browser saves where a picture's address was none."""
    return "HTML" if _PAGE.match(raw[:1024].removeprefix(b"\xef\xbb\xbf")) else None

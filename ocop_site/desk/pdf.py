"""Whether a file is a PDF at all, and whether it is a whole one."""

import re
from pathlib import Path

HEAD = b"%PDF-"

_END, _TAIL = b"%%EOF", 1024
"""Readers look for the end in the last kilobyte; so do we."""

_PAGE = re.compile(rb"/Type\s*/Page\b")
_PACKED = b"/ObjStm"
"""Where objects are packed into streams, pages cannot be counted from outside. Chromium packs none."""


def is_pdf(file: Path) -> bool:
    """Whether a file begins as a PDF does."""
    with file.open("rb") as opened:
        return opened.read(len(HEAD)) == HEAD


def is_whole(file: Path, leaves: int) -> bool:
    """Whether a PDF is whole, from its first line to its last, with a page for every leaf."""
    body = file.read_bytes()
    if not body.startswith(HEAD) or _END not in body[-_TAIL:]:
        return False
    return _PACKED in body or len(_PAGE.findall(body)) >= leaves

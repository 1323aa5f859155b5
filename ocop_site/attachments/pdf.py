"""What is to be known of a PDF before it is published: whether it can be read by everybody, and how long it is."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from ocop_site.problems import Mistake

HEAD = b"%PDF-"
"""Within the first kilobyte, as readers take it (ISO 32000-1, annex H.3.4.1)."""

_ACTIVE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")


def page_count(raw: bytes, name: str) -> int:
    """The number of pages. A `Mistake` for what is no PDF, is damaged, is locked, or does something when opened."""
    if HEAD not in raw[:1024]:
        raise Mistake("attachment.not-pdf" if raw else "attachment.empty", file=name)
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted:
            raise Mistake("attachment.locked", file=name)
        count, acts = len(reader.pages), _acts(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        if isinstance(error, Mistake):
            raise
        raise Mistake("attachment.broken", file=name) from None
    if acts:
        raise Mistake("attachment.acts", file=name)
    if not count:
        raise Mistake("attachment.broken", file=name)
    return count


def _acts(reader: PdfReader) -> bool:
    """Whether opening it runs, starts or sends something (ISO 32000-1, 12.6.4)."""
    root = reader.root_object
    opening = root.get("/OpenAction")
    action = opening.get_object() if opening is not None else None
    names = root.get("/Names")
    scripts = names.get_object().get("/JavaScript") if names is not None else None
    kind = action.get("/S") if isinstance(action, dict) else None
    return scripts is not None or "/AA" in root or kind in _ACTIVE

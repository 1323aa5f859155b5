"""What is to be known of a PDF before it is published: whether it can be read by everybody, and how long it is."""

from io import BytesIO
from typing import TYPE_CHECKING

from ocop_site.problems import Mistake

if TYPE_CHECKING:
    from pypdf import PdfReader

HEAD = b"%PDF-"
"""Within the first kilobyte, as readers take it (ISO 32000-1, annex H.3.4.1)."""

_ACTIVE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/URI", "/GoToR")
"""Actions that run, start, send or lead elsewhere without a press."""

_LONGEST_CHAIN = 20


def page_count(raw: bytes, name: str) -> int:
    """The number of pages. A `Mistake` for what is no PDF, is damaged, is locked, or does something when opened."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

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


def _acts(reader: "PdfReader") -> bool:
    """Whether opening it runs, starts or sends something (ISO 32000-1, 12.6.4)."""
    root = reader.root_object
    opening = root.get("/OpenAction")
    action = opening.get_object() if opening is not None else None
    names = root.get("/Names")
    scripts = names.get_object().get("/JavaScript") if names is not None else None
    pages = any("/AA" in page for page in reader.pages)
    return scripts is not None or "/AA" in root or pages or _is_active(action)


def _is_active(action: object, depth: int = 0) -> bool:
    """Whether an action is, or one of those that follow it."""
    if isinstance(action, list):
        return any(_is_active(each.get_object(), depth + 1) for each in action)
    if not isinstance(action, dict):
        return False
    following = action.get("/Next")
    follows = following is not None and (depth > _LONGEST_CHAIN or _is_active(following.get_object(), depth + 1))
    return action.get("/S") in _ACTIVE or follows

"""Recalls and warnings by what they say."""

from hashlib import sha256

from ocop_site.records.writing import Notice


def notice_mark(notice_id: str, notice: Notice) -> str:
    """A notice by its id and what it says: one that is amended is another to a browser that knows the one before."""
    told = repr((notice.kind, notice.date, notice.products, dict(notice.text)))
    return f"{notice_id}.{sha256(told.encode()).hexdigest()[:8]}"

"""The recalls and warnings that stand, for browsers that kept an older catalogue: a small file that is never kept."""

import json
from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.notices import notice_mark

NAME = "notices.json"


def documents(editions: Editions) -> Iterator[Document]:
    """By their marks, the newest first: for each language what it is, where it is told, and its language if another."""
    standing, notices = editions.default.catalogue.standing_notices, editions.default.catalogue.notices
    told = {
        notice_mark(i, notices[i]): {language: _told(edition, i) for language, edition in editions.items()}
        for i in standing
    }
    yield Document(NAME, (json.dumps(told, ensure_ascii=False) + "\n").encode())


def _told(edition: Edition, notice_id: str) -> list[str]:
    notice = edition.parts.notice(notice_id)
    names = ", ".join(link.label.text for link in (*notice.products, *notice.held_in))
    said = edition.said(f"offline.{notice.kind}", names=names)
    return [
        said.text,
        f"{edition.urls.href(('notices', ''))}#{notice.anchor}",
        *([said.language] if said.language else []),
    ]

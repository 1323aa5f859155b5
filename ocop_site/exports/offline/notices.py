"""The recalls and warnings that stand, for browsers that kept an older catalogue: a small file that is never kept."""

import json
from collections.abc import Iterator, Sequence

from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.notices import notice_mark

NAME = "notices.json"


def documents(editions: Editions, _facts: Sequence[None]) -> Iterator[Document]:
    """By their marks, the newest first: what it is and where it is told, in each language."""
    standing, notices = editions.default.catalogue.standing_notices, editions.default.catalogue.notices
    told = {
        notice_mark(i, notices[i]): {language: _told(edition, i) for language, edition in editions.items()}
        for i in standing
    }
    yield Document(NAME, (json.dumps(told, ensure_ascii=False) + "\n").encode())


def _told(edition: Edition, notice_id: str) -> list[str]:
    notice = edition.parts.notice(notice_id)
    names = ", ".join(link.label.text for link in (*notice.products, *notice.held_in))
    words = edition.words(f"offline.{notice.kind}", names=names)
    return [words, f"{edition.urls.href(('notices', ''))}#{notice.anchor}"]

"""Everything that machines read, in a list with one protocol."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.exports import code_files, link_sets, list_scripts, search_scripts, sitemap
from ocop_site.exports.feeds import feeds
from ocop_site.exports.hosting import headers
from ocop_site.exports.offline import notices
from ocop_site.exports.open_data import open_data
from ocop_site.views import Page


def _nothing(_page: Page) -> None:
    """The page is of no concern."""


@dataclass(frozen=True)
class Export:
    """Documents of a site beside its pages. `fact` is what it keeps of a page, plain data or None.

    `documents` are made of the editions and of the facts, in the order of the pages; their paths match `paths`.
    """

    name: str
    paths: str
    documents: Callable[[Editions, Sequence[Any]], Iterator[Document]]
    fact: Callable[[Page], Any] = _nothing

    @property
    def has_facts(self) -> bool:
        """Whether its documents tell anything of pages as they were planned."""
        return self.fact is not _nothing

    def owns(self, path: str) -> bool:
        """Whether a document at this path, if there is one, is of this export."""
        return re.fullmatch(self.paths, path) is not None


EXPORTS = (
    Export("codes", r"p/[^/]+/qr\.(svg|png)", code_files.documents),
    Export("lists", r"lists/.*", list_scripts.documents),
    Export("search", r"(search|facts)/.*", search_scripts.documents),
    Export("sitemap", r"sitemap(-\d+)?\.xml|robots\.txt", sitemap.documents, sitemap.fact),
    Export("feeds", r"[^/]+/feed\.(atom|json)", feeds.documents),
    Export("link sets", r"01/\d+/linkset\.json", link_sets.documents),
    Export("open data", r"data/.*", open_data.documents),
    Export("notices", r"notices\.json", notices.documents),
    Export("hosting", r"_headers|_redirects", headers.documents, headers.fact),
)

"""Everything that machines read, in lists with one protocol each."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.exports import code_files, link_sets, list_scripts, search_scripts, sitemap
from ocop_site.exports.feeds import feeds
from ocop_site.exports.hosting import headers
from ocop_site.exports.offline import notices
from ocop_site.exports.open_data import open_data, schemas
from ocop_site.views import Page


@dataclass(frozen=True)
class _AtPaths:
    """Documents whose paths match `paths`."""

    paths: str

    def owns(self, path: str) -> bool:
        """Whether a document at this path, if there is one, is among them."""
        return re.fullmatch(self.paths, path) is not None


@dataclass(frozen=True)
class Export(_AtPaths):
    """Documents of a site beside its pages, made of the editions alone."""

    documents: Callable[[Editions], Iterator[Document]]


@dataclass(frozen=True)
class PagesExport(_AtPaths):
    """Documents that tell of the pages. `fact` is what they need of one: plain data, or None where it is of no concern.

    `documents` are made of the editions and of the facts, in the order of the pages.
    """

    documents: Callable[[Editions, Sequence[Any]], Iterator[Document]]
    fact: Callable[[Page], Any]


EXPORTS: Mapping[str, Export] = {
    "search": Export(r"(search|facts)/.*", search_scripts.documents),
    "lists": Export(r"lists/.*", list_scripts.documents),
    "open data": Export(r"data/[^/]+", open_data.documents),
    "schemas": Export(r"data/schemas/.*", schemas.documents),
    "feeds": Export(r"[^/]+/feed\.(atom|json)", feeds.documents),
    "notices": Export(r"notices\.json", notices.documents),
}

OF_PAGES = (
    PagesExport(r"sitemap(-\d+)?\.xml|robots\.txt", sitemap.documents, sitemap.fact),
    PagesExport(r"_redirects", headers.redirects, headers.fact),
)

BESIDE: Mapping[str, Callable[[Editions, str], Iterator[Document]]] = {
    "code": code_files.documents,
    "gtin": link_sets.documents,
}
"""The documents that stand beside a page, by its kind: made of the editions and of the id of what it is about."""

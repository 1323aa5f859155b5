"""Everything that machines read, in a list with one protocol."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True)
class PagesExport:
    """Documents that tell of the pages. `fact` is what they need of one: plain data, or None where it is of no concern.

    `documents` are made of the editions and of the facts, in the order of the pages.
    """

    name: str
    documents: Callable[[Editions, Sequence[Any]], Iterator[Document]]
    fact: Callable[[Page], Any]


EXPORTS: Mapping[str, Callable[[Editions], Iterator[Document]]] = {
    "search": search_scripts.documents,
    "lists": list_scripts.documents,
    "open data": open_data.documents,
    "feeds": feeds.documents,
    "notices": notices.documents,
}
"""Documents of a site beside its pages, made of the editions alone."""

OF_PAGES = (
    PagesExport("sitemap", sitemap.documents, sitemap.fact),
    PagesExport("hosting", headers.documents, headers.fact),
)

BESIDE: Mapping[str, Callable[[Editions, str], Iterator[Document]]] = {
    "code": code_files.documents,
    "gtin": link_sets.documents,
}
"""The documents that stand beside a page, by its kind: made of the editions and of the id of what it is about."""

"""Everything that machines read, in a list with one protocol."""

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

    `documents` are made of the editions and of the facts, in the order of the pages.
    """

    name: str
    documents: Callable[[Editions, Sequence[Any]], Iterator[Document]]
    fact: Callable[[Page], Any] = _nothing


EXPORTS = (
    Export("codes", code_files.documents),
    Export("lists", list_scripts.documents),
    Export("search", search_scripts.documents),
    Export("sitemap", sitemap.documents, sitemap.fact),
    Export("feeds", feeds.documents),
    Export("link sets", link_sets.documents),
    Export("open data", open_data.documents),
    Export("notices", notices.documents),
    Export("hosting", headers.documents, headers.fact),
)

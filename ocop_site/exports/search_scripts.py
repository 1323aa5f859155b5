"""What search is told of the catalogue: scripts, the same for all languages."""

from collections.abc import Iterator

from ocop_site.document import Document
from ocop_site.editions.edition import Editions
from ocop_site.search.scripts import search_scripts


def documents(editions: Editions) -> Iterator[Document]:
    yield from search_scripts(editions.default).documents
